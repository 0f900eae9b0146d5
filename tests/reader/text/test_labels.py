"""Labels over the columns of the table: wrapped and parted before anything is left out, and as many columns as fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reader.text.display import columns
from briefing.reader.text.labels import NARROWEST, WIDEST, column_widths, wrap_label

LABELS = st.lists(st.text(alphabet="abeiourst -é中", min_size=1, max_size=40), max_size=12)


@pytest.mark.parametrize(
    ("label", "width", "lines"),
    [
        ("the night ferry", 12, ["the night", "ferry"]),
        ("the night ferry", 6, ["the", "night", "ferry"]),
        ("harbour lighting", 6, ["har-", "bour", "light-", "ing"]),
        ("dredging", 6, ["dredg-", "ing"]),
        ("exchange", 6, ["ex-", "change"]),
        ("reconstruction", 7, ["recon-", "struc-", "tion"]),
        ("agreement", 6, ["agree-", "ment"]),
        ("north-south line", 6, ["north-", "south", "line"]),
        ("four-lane road", 6, ["four-", "lane", "road"]),
        ("distance charge", 6, ["dis-", "tance", "charge"]),
        ("distance-based", 6, ["dis-", "tance-", "based"]),
    ],
)
def test_words_are_parted_where_they_can_be_read_on(label: str, width: int, lines: list[str]) -> None:
    assert wrap_label(label, width, 4) == lines


def test_only_what_needs_more_rows_is_cut() -> None:
    assert wrap_label("a state subsidy for the ferry", 7, 4) == ["a state", "subsidy", "for the", "ferry"]
    assert wrap_label("a state subsidy for the ferry", 7, 3) == ["a state", "subsidy", "for th…"]


@given(st.text(alphabet="abeiourst -é中", max_size=60), st.integers(2, 30), st.integers(1, 5))
def test_no_row_of_a_label_is_too_wide_and_there_are_never_too_many(label: str, width: int, rows: int) -> None:
    lines = wrap_label(label, width, rows)
    assert len(lines) <= rows
    assert all(columns(line) <= width for line in lines)


@given(st.text(alphabet="abeiourst éx", max_size=60), st.integers(2, 30))
def test_nothing_is_lost_where_there_are_rows_enough(label: str, width: int) -> None:
    lines = wrap_label(label, width, 100)
    assert "".join(lines).replace("-", "").replace(" ", "") == "".join(label.split())


def test_all_columns_are_shown_with_whole_words_where_there_is_room() -> None:
    labels = ["the night ferry", "a state subsidy", "a café"]
    assert sum(column_widths(labels, [3, 3, 3], 60)) <= 60
    assert all(
        width > max(map(len, label.split()))
        for label, width in zip(labels, column_widths(labels, [3] * 3, 40), strict=True)
    )


def test_long_words_give_way_before_a_column_is_left_out() -> None:
    labels = ["Reconstruction", "Fees", "Nets", "International supervision"]
    widths = column_widths(labels, [3] * 4, 36)
    assert sum(widths) <= 36 and widths[1] == widths[2] == NARROWEST


def test_seven_issues_of_which_five_fit() -> None:
    assert column_widths(["Reconstruction"] * 7, [3] * 7, 37) == [7] * 7


@given(LABELS, st.data(), st.integers(1, 200))
def test_columns_hold_their_cells_and_use_the_room(labels: list[str], data: st.DataObject, room: int) -> None:
    contents = data.draw(st.lists(st.integers(0, 10), min_size=len(labels), max_size=len(labels)))
    widths = column_widths(labels, contents, room)
    assert all(max(NARROWEST, content + 1) <= width <= WIDEST for content, width in zip(contents, widths, strict=True))
    least = [max(NARROWEST, content + 1) for content in contents]
    if sum(least) <= room:
        assert sum(widths) <= room
    elif labels:
        fitting = max(1, room // max(least))
        assert all(sum(widths[at : at + fitting]) <= max(room, max(least)) for at in range(len(widths)))


def test_a_narrow_gap_is_better_than_a_parted_word() -> None:
    labels = ["Monitoring mission", "Immediate exchange", "Final agreement"]
    widths = column_widths(labels, [3, 3, 3], 33)
    assert sum(widths) == 33
    assert all(width > max(map(len, label.split())) for label, width in zip(labels, widths, strict=True))
