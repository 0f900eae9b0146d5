"""Two that-clauses of one cue: one content by the annotation guideline, two statements for a reader."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from briefing.analysis.models import DEFAULT_MODEL, installed_package
from briefing.analysis.pipeline import SETTINGS

TEXT = "The bishops said that the law was cruel and that no parish would obey it."


@pytest.fixture(scope="module")
def reader() -> Language:
    """The step as the analysis sets it."""
    nlp = spacy.load(installed_package(DEFAULT_MODEL))
    nlp.add_pipe("briefing_structure", first=True)
    nlp.add_pipe("briefing_attribution", config=SETTINGS["briefing_attribution"])
    return nlp


def contents(nlp: Language, text: str) -> list[str]:
    return [" … ".join(span.of(text) for span in a.content) for a in nlp(text)._.briefing_attributions]


def test_the_analysis_makes_a_statement_of_each_clause(reader: Language) -> None:
    assert contents(reader, TEXT) == ["that the law was cruel", "that no parish would obey it"]


def test_both_have_the_same_source_and_cue(reader: Language) -> None:
    first, second = reader(TEXT)._.briefing_attributions
    assert (first.source, first.cue) == (second.source, second.cue)


def test_the_step_by_itself_leaves_the_content_whole(nlp: Language) -> None:
    assert contents(nlp, TEXT) == ["that the law was cruel and that no parish would obey it"]


@pytest.mark.parametrize(
    "text",
    [
        "The auditor found that the pump and that engine were old.",
        "The auditor found that the pumps were old and leaking.",
    ],
)
def test_one_clause_stays_one(reader: Language, text: str) -> None:
    assert len(contents(reader, text)) == 1


def test_a_chain_of_any_length_is_read(reader: Language) -> None:
    text = TEXT.removesuffix(".") + " and that it was late" * 1100 + "."
    assert contents(reader, text)[0] == "that the law was cruel"
