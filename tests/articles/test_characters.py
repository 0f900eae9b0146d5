"""No character of a document may command the terminal or deceive the eye; each is replaced by one other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.articles.characters import LONGEST_PILE, clean, is_safe


@pytest.mark.parametrize(
    ("text", "cleaned", "note"),
    [
        ("a\x1b[31mb", "a�[31mb", "1 control character replaced"),
        ("\x1b]52;c;aGk=\x07", "�]52;c;aGk=�", "2 control characters replaced"),
        ("\x1b]0;title\x9c", "�]0;title�", "2 control characters replaced"),
        ("\x9b31m", "�31m", "1 control character replaced"),
        ("a\x00b\x7f", "a�b�", "2 control characters replaced"),
        ("pay\u202eeno\u202c", "pay eno ", "2 characters that change the direction of text replaced"),
        ("\u2066x\u2069", " x ", "2 characters that change the direction of text replaced"),
        ("pay\u202eeno", "pay eno", "1 character that changes the direction of text replaced"),
        ("a\u200bb\ufeffc", "a b c", "2 invisible characters replaced"),
        ("a\U000e0041b", "a b", "1 invisible character replaced"),
        ("a\ud800b", "a�b", "1 broken character replaced"),
    ],
)
def test_dangerous_characters_are_replaced_one_for_one_and_counted(text: str, cleaned: str, note: str) -> None:
    result = clean(text)
    assert result.text == cleaned and result.notes == (note,)


def test_page_and_line_separators_become_line_breaks() -> None:
    assert clean("a\fb\vc\x85d\u2028e").text == "a\nb\nc\nd\ne"


def test_line_breaks_tabs_and_letters_of_all_scripts_stay() -> None:
    text = "Zażółć\tgęślą\n東京 مرحبا नमस्ते 🙂 soft\u00adhyphen “quoted”"
    assert clean(text).text == text and clean(text).notes == ()


def test_a_pile_of_combining_marks_is_cut_without_moving_anything() -> None:
    text = "a" + "\u0301" * 500 + "b"
    cleaned = clean(text)
    assert len(cleaned.text) == len(text) and cleaned.text.count("\u0301") == LONGEST_PILE
    assert cleaned.text.endswith("b")


@given(st.text(st.characters(), max_size=200))
def test_cleaning_keeps_every_offset_and_leaves_nothing_dangerous(text: str) -> None:
    cleaned = clean(text).text
    assert len(cleaned) == len(text)
    assert all(is_safe(character) for character in cleaned)
    assert clean(cleaned).text == cleaned


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_safe_characters_stay_where_they_are(text: str) -> None:
    cleaned = clean(text).text
    for before, after in zip(text, cleaned, strict=True):
        assert before == after or not is_safe(before) or after == "�"
