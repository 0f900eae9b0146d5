"""Given an item of a list that begins with a name and a mark, the predicate behind the mark is said of that name."""

from __future__ import annotations

import pytest
from spacy.language import Language

OTHERS = "- Orla Denby, baker: supports the tram.\n- The Gull Inn: wants a vote.\n"


def holders(nlp: Language, item: str) -> list[tuple[str, str]]:
    """Source and content of each attribution in one item of a list."""
    text = f"Tram: who says what\n\n{OTHERS}- {item}\n"
    first = text.index(item)
    found = []
    for one in nlp(text)._.briefing_attributions:
        if one.content[0].start >= first:
            found.append((one.source.of(text) if one.source else "", one.content[-1].of(text)))
    return found


@pytest.mark.parametrize(
    ("item", "source", "content"),
    [
        ("Brightgale — plans to build the tram by 2030.", "Brightgale", "to build the tram by 2030"),
        ("Maria Lopez. Supports the tram.", "Maria Lopez", "Supports the tram"),
        ("Enough Tarmac — opposes the tram unless it is free.", "Enough Tarmac —", "the tram unless it is free"),
    ],
)
def test_the_name_at_the_start_of_an_item_is_the_source(nlp: Language, item: str, source: str, content: str) -> None:
    assert (source, content) in holders(nlp, item)


@pytest.mark.parametrize(
    "item",
    [
        "The costs of the tram — would rise by a third.",
        "Timing. Expected to open in May.",
        "Next steps: plans will be shown in May.",
        "After a long night in the hall. Opposes the tram.",
        "On Abortion: opposes a federal ban.",
        "Gun Control. Opposes new limits on rifles.",
        "Lives In York. Opposes the tram.",
        "In London: rejects the tram.",
    ],
)
def test_what_is_no_name_is_no_source(nlp: Language, item: str) -> None:
    assert all(not source for source, _ in holders(nlp, item))


def test_a_sentence_of_running_text_is_not_taken_for_an_item(nlp: Language) -> None:
    text = "The vote is on Monday. Ebba Sund. Supports the tram.\n"
    assert [one.source for one in nlp(text)._.briefing_attributions] == [None]
