"""The nouns: spans of a text, and records that cannot be changed."""

from __future__ import annotations

import pytest

from briefing.model import Block, Mention, Span


def test_a_span_is_a_slice_of_its_text():
    assert Span(4, 7).of("one two three") == "two"


@pytest.mark.parametrize(
    "one, other, contains, overlaps",
    [
        ((0, 5), (1, 4), True, True),
        ((0, 5), (0, 5), True, True),
        ((0, 5), (4, 6), False, True),
        ((0, 5), (5, 6), False, False),
    ],
)
def test_spans_contain_and_overlap(one, other, contains, overlaps):
    assert Span(*one).contains(Span(*other)) is contains
    assert Span(*one).overlaps(Span(*other)) is overlaps
    assert Span(*other).overlaps(Span(*one)) is overlaps


def test_blocks_and_mentions_give_their_span():
    assert Block(start=1, end=3, kind="paragraph").span == Span(1, 3)
    assert Mention(start=1, end=3, form="name").span == Span(1, 3)


def test_spans_sort_by_place():
    assert sorted([Span(3, 4), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(3, 4)]


def test_records_cannot_be_changed():
    with pytest.raises(AttributeError):
        Span(1, 2).start = 5
