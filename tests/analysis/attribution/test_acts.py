"""Which deeds show a side by what is done to what, and which uses of the same verbs are mere deeds."""

from __future__ import annotations

import pytest
from spacy.language import Language

from briefing.analysis.attribution.acts import shows_a_side
from briefing.analysis.attribution.parsing.tokens import read_tokens
from briefing.analysis.lexicon.acts import load_acts


def deeds(nlp: Language, text: str) -> list[str]:
    tokens = read_tokens(nlp(text))
    return [tokens.words[v] for v in range(len(tokens)) if shows_a_side(tokens, load_acts(), v)]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The upper house shelved the amendment in March.", "shelved"),
        ("Oslo has renewed its own.", "renewed"),
        ("Ida Holm, who drafted it, left at noon.", "drafted"),
        ("The dockers have called a strike for June.", "called"),
        ("The minister has put the levy forward twice.", "put"),
        ("The parish turned the money down.", "turned"),
        ("The mayor went to the High Court over the lease.", "went"),
        ("The bakers closed their shops in protest.", "closed"),
        ("Norway summoned the ambassador.", "summoned"),
        ("The regulator has barred two firms from the auction.", "barred"),
        ("The union left the negotiating table on Friday.", "left"),
        ("The delegates filed out of the chamber.", "filed"),
        ("Chile recognised Kosovo in May.", "recognised"),
    ],
)
def test_what_is_done_to_a_measure_a_strike_a_court_or_in_protest(nlp: Language, text: str, verb: str) -> None:
    assert deeds(nlp, text) == [verb]


@pytest.mark.parametrize(
    "text",
    [
        "A lorry blocked the drain.",
        "The clerk called a taxi.",
        "The chairman left the room at noon.",
        "The baker went to the market.",
        "The waiter put the plates away.",
        "The pilot passed the lighthouse.",
        "The children filed out of the bakery.",
        "The boy turned and ran down the stairs.",
    ],
)
def test_the_same_verbs_done_to_anything_else_show_none(nlp: Language, text: str) -> None:
    assert deeds(nlp, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The upper house will shelve the amendment.",
        "The upper house has not shelved the amendment.",
        "The upper house wants to shelve the amendment.",
        "The upper house shelves an amendment every week.",
        "The amendment was shelved in March.",
        "Amendment shelved by upper house",
    ],
)
def test_only_what_somebody_has_done_counts(nlp: Language, text: str) -> None:
    assert deeds(nlp, text) == []
