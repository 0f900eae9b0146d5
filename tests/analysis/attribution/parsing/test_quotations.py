"""Where quotations begin and end, without a parse."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.attribution.parsing.quotations import find_quotations
from briefing.model import Block
from briefing.structure import find_blocks


def quoted(text: str) -> list[str]:
    blocks = [Block(0, len(text), "paragraph")]
    return [text[q.start : q.end] for q in find_quotations(text, blocks)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “no” and left.", ["“no”"]),
        ('She said "no" and left.', ['"no"']),
        ("She said ''no'' and left.", ["''no''"]),
        ("She said ‘no’ and left.", ["‘no’"]),
        ("She said 'no' and left.", ["'no'"]),
        ("Elle a dit «non» hier.", ["«non»"]),
        ("“One,” he said, “two.”", ["“One,”", "“two.”"]),
        ("“He told me ‘go home’ twice,” she said.", ["“He told me ‘go home’ twice,”"]),
        ("‘He told me “go home” twice,’ she said.", ["‘He told me “go home” twice,’"]),
        ("“It never ends, he said.", ["“It never ends, he said."]),
        ('“It never ends," he said. “Never."', ['“It never ends,"', '“Never."']),
        ('“He said "no" to me,” she said.', ['“He said "no" to me,”']),
        ("“One. “Two.”", ["“One.", "“Two.”"]),
        ("The '90s were the farmers' best years.", []),
        ("Rock 'n' roll isn't dead.", []),
        ("He is 6'2\" tall.", []),
        ("‘It is the boats’ owners who pay,’ she said.", ["‘It is the boats’ owners who pay,’"]),
        ("‘We don’t know,’ he said. ‘Ask the girls.’", ["‘We don’t know,’", "‘Ask the girls.’"]),
        ("It’s the minister’s view that ‘nothing works’.", ["‘nothing works’"]),
        ("", []),
        ("“", []),
        ("”", []),
    ],
)
def test_quotations_in_one_block(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_speech_over_paragraphs_is_one_quotation_in_each() -> None:
    text = "“We waited for a year.\n\n“Nobody came.”"
    found = find_quotations(text, find_blocks(text))
    assert [(text[q.start : q.end], q.closed) for q in found] == [
        ("“We waited for a year.", False),
        ("“Nobody came.”", True),
    ]


MARKED_TEXT = st.text(alphabet="ab c.\n'\"“”‘’«»,", max_size=80)


@given(MARKED_TEXT)
def test_quotations_are_ordered_apart_and_inside_one_block(text: str) -> None:
    blocks = find_blocks(text)
    found = find_quotations(text, blocks)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for quotation in found:
        assert quotation.start < quotation.end
        assert any(b.start <= quotation.start and quotation.end <= b.end for b in blocks)


@given(st.lists(st.text(alphabet="ab c", min_size=1, max_size=8).map(str.strip).filter(bool), max_size=6))
def test_every_pair_of_curly_marks_is_found(pieces: list[str]) -> None:
    text = " and ".join(f"“{piece}”" for piece in pieces)
    assert quoted(text) == [f"“{piece}”" for piece in pieces]


def test_a_quotation_in_single_marks_goes_on_over_paragraphs() -> None:
    text = "'It is over,' she said.\n\n'They never asked us.\n\n'And we will not forget.'\n\n'Tis the season."
    found = [text[q.start : q.end] for q in find_quotations(text, find_blocks(text))]
    assert found == ["'It is over,'", "'They never asked us.", "'And we will not forget.'"]


def test_a_lone_single_mark_at_the_start_of_a_paragraph_quotes_nothing() -> None:
    text = "'Gainst all advice they sailed.\n\nThe storm came at noon."
    assert find_quotations(text, find_blocks(text)) == ()


def test_a_single_mark_that_no_later_paragraph_closes_is_an_apostrophe() -> None:
    text = "'Ndrangheta bosses oppose the law, police said.\n\n'Ndrangheta is strong here, they said."
    assert find_quotations(text, find_blocks(text)) == ()
