"""No character of a document may command the terminal or deceive the eye; each is replaced by one other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.articles.characters import LONGEST_PILE, clean, is_safe, without_hidden


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


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Mayor Or\u00adla Den\u00adby", "Mayor Orla Denby"),
        ("Orla Den\u200bby", "Orla Denby"),
        ("the Har\u200cbour Users", "the Harbour Users"),
        ("O\u2060’\ufeffNeill", "O’Neill"),
        ("Zo\u00ebl\u00ad\u200ble", "Zo\u00eblle"),
        ("long-\u00adterm", "long-term"),
        ("Ге\u00adнеральный", "Генеральный"),
    ],
)
def test_what_nobody_sees_inside_a_word_is_left_out(text: str, shown: str) -> None:
    assert without_hidden(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Orla\u200b Denby",  # beside a word
        "\ufeffOrla",
        "and/\u200bor",
        "hyphen\u00ad\nated",  # at the end of a line
        "ภาษา\u200bไทย",  # between words of a script without blanks
        "می\u200cخواهم",  # letters of a script that it keeps apart
        "👩\u200d🌾",
        "pay\u202eeno",  # what changes the direction of text, and other controls
        "a\x1bb",
    ],
)
def test_other_hidden_characters_stay_for_the_cleaning(text: str) -> None:
    assert without_hidden(text) == text


HIDDEN = "\u00ad\u200b\u200c\u2060\ufeff"


@given(st.text(st.one_of(st.sampled_from(HIDDEN + "aéß’- \n"), st.characters()), max_size=100))
def test_nothing_that_is_seen_is_left_out_and_once_is_enough(text: str) -> None:
    shown = without_hidden(text)
    assert without_hidden(shown) == shown
    seen = str.maketrans("", "", HIDDEN)
    assert shown.translate(seen) == text.translate(seen)


@given(st.lists(st.text("abcdéñ", min_size=1, max_size=5), min_size=2, max_size=6), st.text(HIDDEN, min_size=1))
def test_a_word_is_whole_again_wherever_it_was_parted(pieces: list[str], hidden: str) -> None:
    assert without_hidden(hidden.join(pieces)) == "".join(pieces)
