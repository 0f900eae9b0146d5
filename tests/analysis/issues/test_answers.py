"""Given a question and a short answer to it, the issue of the answer."""

from __future__ import annotations

import pytest

from briefing.analysis.issues.answers import follow_questions
from briefing.analysis.layers import Attribution
from briefing.model import Span


def issues_of(question: str, answer: str, known: dict[str, str]) -> dict[str, str]:
    text = f"Herald: {question}\n\nRuiz: {answer}"
    start = text.index(answer)
    asked = Attribution(id="q", source=None, cue=None, content=(Span(8, 8 + len(question)),), asked=True)
    said = Attribution(id="a", source=None, cue=None, content=(Span(start, start + len(answer)),))
    follow_questions(text, (asked, said), known)
    return known


@pytest.mark.parametrize(
    "answer",
    ["No.", "Yes, if the boats are paid for.", "No, unless the price is doubled.", "Only if it is small.", "Never."],
)
def test_a_bare_answer_has_the_issue_of_its_question(answer: str) -> None:
    found = issues_of("Do you support the tax?", answer, {"q": "tax", "a": "price"})
    assert found == {"q": "tax", "a": "tax"}


def test_a_bare_answer_to_a_question_about_nothing_has_no_issue() -> None:
    assert issues_of("Should he go?", "No, unless the price is doubled.", {"a": "price"}) == {}


def test_a_longer_answer_keeps_its_own_issue() -> None:
    found = issues_of("Do you support the tax?", "No, what we want is a bridge.", {"q": "tax", "a": "bridge"})
    assert found["a"] == "bridge"


def test_a_longer_answer_without_an_issue_has_that_of_its_question() -> None:
    assert issues_of("Do you support the tax?", "No, it would help nobody.", {"q": "tax"})["a"] == "tax"


@pytest.mark.parametrize("answer", ["Nobody knows.", "The tax is small.", "Notwithstanding that, we left."])
def test_what_answers_with_other_words_stays_as_it_is(answer: str) -> None:
    assert issues_of("Do you support the tax?", answer, {"q": "tax"}) == {"q": "tax"}


def test_what_follows_a_sentence_that_asks_nothing_stays_as_it_is() -> None:
    assert issues_of("The tax will come.", "No.", {"q": "tax"}) == {"q": "tax"}
