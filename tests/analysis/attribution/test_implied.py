"""What may be a position without a word of saying: which sentences are proposed, in which form, with which words."""

from __future__ import annotations

import pytest
from spacy.language import Language

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.implied import find_implied
from briefing.analysis.attribution.parsing.tokens import Tokens, read_tokens
from briefing.analysis.lexicon.cues import load_cues


def proposed(nlp: Language, text: str) -> tuple[Tokens, list[Draft]]:
    tokens = read_tokens(nlp(text))
    return tokens, find_implied(tokens, load_cues(), set())


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        ("Denmark would pay half if the ferry ran at night.", "modal would", "half if the ferry ran at night"),
        ("The port authority froze the permits in June.", "deed", "the permits in June"),
        ("The senators tore up the letter.", "deed", "up the letter"),
        ("Ida Holm, who co-sponsored the bill, left.", "act", "the bill"),
        ("The bishops are against the fee.", "side against", "against the fee"),
        ("The drivers remain furious.", "adjective", "furious"),
        ("The governor has appealed.", "bare", "has appealed"),
    ],
)
def test_forms(nlp: Language, text: str, kind: str, content: str) -> None:
    tokens, drafts = proposed(nlp, text)
    found = [(draft.words_and_frame[1], " ".join(tokens.words[i] for i in draft.content)) for draft in drafts]
    assert (kind, content) in found


@pytest.mark.parametrize(
    "text",
    [
        "“We would pay half if the ferry ran at night,” it read.",
        "The permits were frozen in June.",
        "Few would pay half if the ferry ran at night.",
        "No party is against the fee.",
        "The clock struck ten.",
    ],
)
def test_quotations_passives_and_nobody_are_left_alone(nlp: Language, text: str) -> None:
    assert proposed(nlp, text)[1] == []


def test_a_further_clause_with_its_own_subject_is_no_part_of_the_content(nlp: Language) -> None:
    tokens, drafts = proposed(nlp, "Denmark would pay half, and Sweden said nothing.")
    assert [" ".join(tokens.words[i] for i in draft.content) for draft in drafts] == ["half"]


def test_the_words_of_a_rule_may_contain_the_word_before_its_frame() -> None:
    assert Draft([0], [1], [2], "rule: side with with particle").words_and_frame == ("side with", "particle")
    assert Draft([0], [1], [2], "rule: turn (passive)").words_and_frame == ("turn (passive)", "")
