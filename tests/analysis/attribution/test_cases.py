"""Who said what, sentence by sentence: the specification of the step, construction by construction."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
import tomli
from spacy.language import Language

from briefing.model import Span

TABLE = tomli.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))
NOTHING = TABLE.pop("nothing")
GAP = pytest.mark.xfail(strict=True, reason="known gap")


class Marked(NamedTuple):
    text: str
    spans: dict[str, list[Span]]


def unmark(marked: str) -> Marked:
    """The sentence without its marks, and where the marked spans lie in it."""
    text = ""
    spans: dict[str, list[Span]] = {"S": [], "Q": [], "C": []}
    position, opened = 0, []
    while position < len(marked):
        if marked[position] == "{":
            opened.append((marked[position + 1], len(text)))
            position += 3
        elif marked[position] == "}":
            kind, start = opened.pop()
            spans[kind].append(Span(start, len(text)))
            position += 1
        else:
            text += marked[position]
            position += 1
    return Marked(text, spans)


CASES = [
    pytest.param(construction, case, id=f"{construction}: {unmark(case).text[:70]}", marks=marks)
    for construction, entry in TABLE.items()
    for kind, marks in (("cases", ()), ("gaps", GAP))
    for case in entry.get(kind, ())
]


@pytest.mark.parametrize(("construction", "case"), CASES)
def test_source_cue_and_content_are_found(construction: str, case: str, nlp: Language) -> None:
    marked = unmark(case)
    expected = (marked.spans["S"], marked.spans["Q"], marked.spans["C"])
    attributions = nlp(marked.text)._.briefing_attributions
    found = [([a.source] if a.source else [], [a.cue] if a.cue else [], list(a.content)) for a in attributions]
    assert expected in found
    attribution = attributions[found.index(expected)]
    entry = TABLE[construction]
    assert attribution.form == entry["form"]
    assert attribution.negated == entry.get("negated", False)
    assert (attribution.within is not None) == entry.get("nested", False)


@pytest.mark.parametrize(
    "text", [*NOTHING["cases"], *(pytest.param(text, marks=GAP) for text in NOTHING.get("gaps", ()))]
)
def test_deeds_and_descriptions_are_no_attributions(text: str, nlp: Language) -> None:
    assert nlp(text)._.briefing_attributions == ()
