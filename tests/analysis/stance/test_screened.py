"""Given an expression with the words that it needs, the same places as the bare expression finds."""

from __future__ import annotations

import pytest

from briefing.analysis.stance.screened import Screened, words_of

EXPRESSION = Screened(r"\bcould (?:live|do) without\b", "live do")


@pytest.mark.parametrize("text", ["The town could live without it", "COULD DO WITHOUT", "They could “do without” it"])
def test_it_is_met_as_the_bare_expression_is(text: str) -> None:
    bare = EXPRESSION.pattern.search(text)
    found = EXPRESSION.search(text, words_of(text))
    assert (found is None) == (bare is None)
    assert found is None or bare is None or found.span() == bare.span()


def test_it_is_not_tried_where_none_of_its_words_stands() -> None:
    assert EXPRESSION.search("could live without", words_of("could go without")) is None


def test_a_match_begins_where_the_text_does() -> None:
    text = "could do without; we could live without it"
    found = EXPRESSION.match(text, words_of(text))
    assert found is not None and found.start() == 0
    assert EXPRESSION.match(f"It {text}", words_of(text)) is None


def test_words_are_taken_out_of_marks_and_shortened_forms() -> None:
    assert words_of("“Don’t,” she'd said: no-one WILL") == {"don", "t", "she", "d", "said", "no", "one", "will"}
