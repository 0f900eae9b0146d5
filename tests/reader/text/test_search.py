"""Searching a text: what she types finds what she means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reader.text.search import FoldedText, fold

TEXT = (
    "The caf\u00e9 on the pier opened.\nIts owner said \u201cno\u201d to the \ufb01nance plan \u2013 for now. "
    "Zu\u0308rich was asked, the fishermen\u2019s union\nrefused. FERRY or ferry?"
)


def words(query: str) -> list[str]:
    return [match.of(TEXT) for match in FoldedText(TEXT).find(query)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("cafe", ["café"]),
        ("café", ["café"]),
        ('"no"', ["“no”"]),
        ("finance", ["ﬁnance"]),
        ("plan - for", ["plan – for"]),
        ("fishermen's union refused", ["fishermen’s union\nrefused"]),
        ("zurich", ["Zu\u0308rich"]),
        ("opened. its", ["opened.\nIts"]),
        ("", []),
        ("   ", []),
        ("mayor", []),
        ("a.c", []),
    ],
)
def test_what_is_typed_finds_what_is_meant(query: str, found: list[str]) -> None:
    assert words(query) == found


def test_lower_case_matches_both_cases_and_a_capital_makes_it_exact() -> None:
    assert words("ferry") == ["FERRY", "ferry"]
    assert words("FERRY") == ["FERRY"]
    assert words("Ferry") == []


def test_half_a_ligature_finds_the_whole() -> None:
    assert [match.of("oﬃce") for match in FoldedText("oﬃce").find("fic")] == ["ﬃc"]


def test_what_is_dropped_at_the_beginning_moves_no_match() -> None:
    assert [match.of("\xadferry") for match in FoldedText("\xadferry").find("ferry")] == ["ferry"]


@given(st.text(max_size=80), st.data())
def test_every_piece_of_a_text_can_be_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    piece = text[start:end]
    matches = FoldedText(text).find(piece)
    if fold(piece).strip():
        assert matches
    for match in matches:
        assert 0 <= match.start < match.end <= len(text)


@given(st.text(max_size=80), st.text(min_size=1, max_size=5))
def test_matches_contain_what_was_typed(text: str, query: str) -> None:
    for match in FoldedText(text).find(query):
        wanted = "".join(fold(query).split()).casefold()
        assert wanted in "".join(fold(match.of(text)).split()).casefold()


@given(st.text(max_size=120))
def test_folding_maps_each_place_back_into_the_text(text: str) -> None:
    folded = FoldedText(text)
    offsets = [folded.original(offset) for offset in range(len(folded.folded))]
    assert offsets == sorted(offsets)
    assert all(0 <= offset < max(1, len(text)) for offset in offsets)
