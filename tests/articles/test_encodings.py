"""Which encoding a text is read with, and when the reader is told that it was a guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.articles.encodings import decode
from briefing.errors import UndecodableError

TEXT = "The minister said “no” to the café’s owner — and meant it. " * 5
CYRILLIC = "Министр сказал, что правительство не примет этот закон до лета. " * 10


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_a_mark_is_certain(encoding: str) -> None:
    decoded = decode(TEXT.encode(encoding), "a.txt")
    assert decoded.text == TEXT and decoded.note is None


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_unicode_of_two_bytes_without_a_mark_is_a_guess(encoding: str) -> None:
    decoded = decode(TEXT.encode(encoding), "a.txt")
    assert decoded.text == TEXT and decoded.note == f"encoding guessed: {encoding}"


def test_western_text_is_read_as_windows_1252_and_this_is_said() -> None:
    decoded = decode(TEXT.encode("cp1252"), "a.txt")
    assert decoded.text == TEXT and decoded.note == "encoding guessed: windows-1252"


def test_another_script_is_found_by_charset_normalizer() -> None:
    decoded = decode(CYRILLIC.encode("cp1251"), "a.txt")
    assert decoded.text == CYRILLIC and decoded.note is not None


def test_the_encoding_that_a_header_names_is_taken() -> None:
    decoded = decode(CYRILLIC.encode("koi8-r"), "a.txt", "koi8-r")
    assert decoded.text == CYRILLIC and decoded.note is None


def test_an_unknown_encoding_in_a_header_does_no_harm() -> None:
    assert decode(TEXT.encode("cp1252"), "a.txt", "x-nonsense").text == TEXT


def test_utf8_with_a_broken_byte_stays_utf8() -> None:
    decoded = decode("“no” and “yes”".encode() + b" \xff end", "a.txt")
    assert decoded.text == "“no” and “yes” � end"
    assert decoded.note == "1 place is not valid utf-8 and was replaced"


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x00\x01\x02\x03" * 100])
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(UndecodableError, match=r"a\.bin: holds binary data"):
        decode(data, "a.bin")


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused_and_lines_end_with_line_feeds(data: bytes) -> None:
    try:
        decoded = decode(data, "a.txt")
    except UndecodableError:
        return
    assert "\r" not in decoded.text


@given(st.text(max_size=300))
def test_utf8_is_always_read_as_itself(text: str) -> None:
    expected = text.replace("\r\n", "\n").replace("\r", "\n")
    assert decode(b"\xef\xbb\xbf" + text.encode(), "a.txt").text == expected


def test_halves_of_characters_in_utf_8_are_joined_and_lone_ones_replaced() -> None:
    decoded = decode(b"The ship \xed\xa0\xbd\xed\xba\xa2 left.", "a.txt")
    assert (decoded.text, decoded.note) == ("The ship \U0001f6a2 left.", None)
    decoded = decode(b"The ship \xed\xa0\xbd left.", "a.txt")
    assert decoded.text == "The ship \ufffd left." and "1 place is not valid utf-8" in str(decoded.note)


@pytest.mark.parametrize("declared", ["iso-8859-1", "latin1", "us-ascii"])
def test_latin_1_in_a_header_means_windows_1252(declared: str) -> None:
    assert decode(TEXT.encode("cp1252"), "a.html", declared).text == TEXT


def test_an_encoding_that_nobody_knows_is_no_encoding() -> None:
    assert decode(TEXT.encode("cp1252"), "a.html", "x-no-such").note == "encoding guessed: windows-1252"
