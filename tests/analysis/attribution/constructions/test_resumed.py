"""Given a second verb that the parser joins to what is said, it is its speaker's own where a sign of that stands."""

from __future__ import annotations

import pytest
from spacy.language import Language


def said(nlp: Language, text: str) -> list[tuple[str, str]]:
    """Source and content of each attribution."""
    found = []
    for one in nlp(text)._.briefing_attributions:
        source = one.source.of(text) if one.source else ""
        found.append((source, " … ".join(span.of(text) for span in one.content)))
    return found


@pytest.mark.parametrize(
    ("text", "source", "first", "second"),
    [
        # by its tense
        (
            "The minister argues that the levy is fair and has promised a review by May.",
            "The minister",
            "that the levy is fair",
            "a review",
        ),
        (
            "The union insists that the contract is void and has threatened to strike.",
            "The union",
            "that the contract is void",
            "to strike",
        ),
        (
            "Orla Denby said the firm had no plan and has called for an inquiry.",
            "Orla Denby",
            "the firm had no plan",
            "an inquiry",
        ),
        (
            "Ms Quill said the minister would visit the port and promised him a welcome.",
            "Ms Quill",
            "the minister would visit the port",
            "a welcome",
        ),
        # by its number
        (
            "The bakers' guild says that ovens have become too dear and wants a cut in the tax.",
            "The bakers' guild",
            "that ovens have become too dear",
            "a cut in the tax",
        ),
        # by its sense
        (
            "Orla Denby said the bridge was unsafe and urged the council to close it.",
            "Orla Denby",
            "the bridge was unsafe",
            "the council to close it",
        ),
        (
            "The mayor says the toll is unfair and opposes any increase.",
            "The mayor",
            "the toll is unfair",
            "opposes any increase",
        ),
        (
            "The mayor believes the toll is unfair but accepts the need for repairs.",
            "The mayor",
            "the toll is unfair",
            "the need for repairs",
        ),
    ],
)
def test_the_speaker_goes_on(nlp: Language, text: str, source: str, first: str, second: str) -> None:
    assert said(nlp, text) == [(source, first), (source, second)]


@pytest.mark.parametrize(
    "text",
    [
        "Ms Quill said that the minister had visited the port and promised a new quay.",
        "Ms Quill said the minister would visit the port and promise a new quay.",
        "She said the council had met and rejected the plan.",
        "Ms Quill said the storm was near and threatened the pier.",
        "Ms Quill thinks the workers are tired and want a break.",
        "Ms Quill thinks the worker is tired and wants a break.",
        "Orla Denby said the levy was fair and would help the town.",
        "Orla Denby says her neighbours are angry and have asked for a meeting.",
    ],
)
def test_without_a_sign_it_stays_a_part_of_what_is_said(nlp: Language, text: str) -> None:
    first = said(nlp, text)[0]
    assert text.endswith(f"{first[1]}.")


def test_a_second_verb_in_quotation_marks_stays_where_it_is(nlp: Language) -> None:
    text = "“The levy is fair and has promised nothing,” said Orla Denby."
    assert said(nlp, text) == [("Orla Denby", "“The levy is fair and has promised nothing,”")]
