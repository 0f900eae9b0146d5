"""Given a passage and a text: where its words stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.corrections.anchoring import anchor_of, find
from briefing.model import Span


def test_the_same_text_gives_the_same_place():
    assert find("one two one", anchor_of("one two one", Span(8, 11))) == Span(8, 11)


def test_words_that_moved_are_found():
    assert find("now: one two", anchor_of("one two", Span(4, 7))) == Span(9, 12)


def test_of_several_places_the_one_with_the_same_surroundings_counts():
    anchor = anchor_of("They said no. We said yes.", Span(5, 9))
    text = "We said yes. They said no."
    assert find(text, anchor) == Span(18, 22)


def test_where_nothing_tells_two_places_apart_neither_is_taken():
    anchor = anchor_of("no", Span(0, 2))
    assert find("a no b no c", anchor) is None


def test_words_that_are_gone_have_no_place():
    assert find("another text", anchor_of("one two", Span(4, 7))) is None


@given(st.text(max_size=60), st.text(max_size=60), st.data())
def test_what_is_found_always_has_the_same_words(text, other, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    anchor = anchor_of(text, Span(start, end))
    for where in (text, other, other + text, text + other):
        found = find(where, anchor)
        assert found is None or found.of(where) == anchor.exact
