"""Given an article that tells one matter in two ways, a note with both places; given anything else, none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from briefing.analysis import analyze
from briefing.analysis.contradictions.component import ContradictionsStep
from briefing.analysis.layers import register_layers
from briefing.model import Article
from briefing.structure import find_blocks


def notes_of(nlp: Language, text: str) -> tuple[str, ...]:
    register_layers()
    doc = nlp.make_doc(text)
    doc._.briefing_blocks = find_blocks(text)
    for name in nlp.pipe_names:
        if not name.startswith("briefing_"):
            doc = nlp.get_pipe(name)(doc)
    return ContradictionsStep().predict(doc)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (
            "The ferry carries 300 passengers to the island.\n\nThe ferry carries 250 passengers, the owner wrote.",
            "The figures differ: “The ferry carries 300 passengers” and “The ferry carries 250 passengers”.",
        ),
        (
            "The army deployed 1,500 soldiers along the river.\n\nThe army deployed two thousand soldiers there.",
            "The figures differ: “The army deployed 1,500 soldiers” and “The army deployed two thousand soldiers”.",
        ),
        (
            "The council will vote on May 3.\n\nThe council will vote on 5 May in the town hall.",
            "The dates differ: “The council will vote on May 3” and “The council will vote on 5 May”.",
        ),
    ],
)
def test_one_matter_with_two_values(nlp: Language, text: str, note: str) -> None:
    assert notes_of(nlp, text) == (note,)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry carries 300 passengers.\n\nThe ferry carries 300 passengers, the owner wrote.",
        "The ferry carries 300 passengers.\n\nThe ferry carries 40 cars.",
        "The ferry carries 300 passengers.\n\nThe night train carries 250 passengers.",
        "The ferry carries 300 passengers.\n\nLast year the ferry carried 250 passengers.",
        "The army deployed 1,500 soldiers.\n\nThe army later deployed another 500 soldiers.",
        "It carries 300 passengers.\n\nIt carries 250 passengers.",
        "The council voted on May 3.\n\nThe council did not vote on May 5.",
        "",
    ],
)
def test_nothing_to_note(nlp: Language, text: str) -> None:
    assert notes_of(nlp, text) == ()


def test_the_whole_analysis_carries_the_notes(nlp: Language) -> None:
    text = "The ferry carries 300 passengers.\n\nThe ferry carries 250 passengers, the owner wrote."
    article = Article(text=text, blocks=find_blocks(text))
    assert len(analyze(article, nlp).notes) == 1


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(["The ferry", "carries", "300", "passengers", "on", "May 3", ".", "\n\n"]), max_size=20)
)
def test_every_note_quotes_the_text(nlp: Language, words: list[str]) -> None:
    text = " ".join(words)
    for note in notes_of(nlp, text):
        first, second = note.split("“")[1:]
        assert first.split("”")[0] in " ".join(text.split())
        assert second.split("”")[0] in " ".join(text.split())
