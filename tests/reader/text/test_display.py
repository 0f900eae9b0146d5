"""Text that may be written to a terminal, and its cutting into lines."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from briefing.reader.text.display import clean, columns, shorten, wrap

ANYTHING = st.text(
    alphabet=st.one_of(
        st.characters(codec="utf-8"), st.sampled_from(" \n\t\x1b\u202e\u200d“”’—é\u0301👩ﬁ中\ufe0f[]"), st.just(" ")
    )
)


def test_escape_sequences_cannot_reach_the_terminal() -> None:
    assert "\x1b" not in clean("A\x1b[2JB") and clean("A\x1b[2JB").startswith("A")
    assert clean("price\u202e321") == "price\ufffd321"


@given(ANYTHING)
def test_nothing_that_controls_a_terminal_is_ever_shown(text: str) -> None:
    shown = clean(text)
    assert not [character for character in shown if unicodedata.category(character) == "Cc"]
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200d\ufeff")


def test_brackets_are_words_not_markup() -> None:
    assert clean("[bold]said[/bold] [sic]") == "[bold]said[/bold] [sic]"


def test_a_line_is_cut_at_a_space() -> None:
    text = "Brandt wants the state to pay"
    assert [text[start:end] for start, end in wrap(text, 12)] == ["Brandt wants", "the state to", "pay"]


def test_a_word_that_is_too_long_is_cut_hard() -> None:
    text = "Donaudampfschiff sank"
    assert [text[start:end] for start, end in wrap(text, 8)] == ["Donaudam", "pfschiff", "sank"]


def test_the_first_line_may_have_more_room() -> None:
    text = "one two three four"
    assert [text[start:end] for start, end in wrap(text, 5, first=13)] == ["one two three", "four"]


def test_wide_characters_count_twice() -> None:
    text = "中文中文中文"
    assert [text[start:end] for start, end in wrap(text, 4)] == ["中文", "中文", "中文"]


@given(ANYTHING, st.integers(2, 40))
def test_every_visible_character_is_in_exactly_one_line(text: str, width: int) -> None:
    lines = wrap(text, width)
    covered = [offset for start, end in lines for offset in range(start, end)]
    assert covered == sorted(set(covered))
    missing = set(range(len(text))) - set(covered)
    assert all(text[offset].isspace() for offset in missing)


@given(ANYTHING, st.integers(2, 40))
def test_no_line_is_wider_than_allowed(text: str, width: int) -> None:
    for start, end in wrap(text, width):
        assert start < end
        assert columns(text[start:end]) <= width or end - start == 1


@given(ANYTHING, st.integers(1, 30))
def test_shortened_text_fits(text: str, width: int) -> None:
    assert columns(shorten(text, width)) <= width


def test_no_line_is_cut_at_a_no_break_space_unless_there_is_no_other() -> None:
    def lines(text: str, width: int) -> list[str]:
        return [text[start:end] for start, end in wrap(text, width)]

    assert lines("reads ¶\u00a07 aloud", 7) == ["reads", "¶\u00a07", "aloud"]
    assert lines("nothing\u00a0but\u00a0these", 9) == ["nothing", "but\u00a0these"]
