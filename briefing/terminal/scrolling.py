"""Two grids in; the rectangles of text that moved up or down between them out.

What is found is a proposal: the encoder weighs each against drawing in place.
"""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from briefing.terminal.grid import Grid

CANDIDATES = 3
"""Distances that are tried for each rectangle, those with the most moved rows first."""

KEPT_AT_MOST = 5
"""Glyphs of a row that are sent again if the row is blanked first: they stand where they do by chance."""


class Shift(Struct, frozen=True):
    """Rows `top` to `bottom` of the columns `left` to `right` move up by `lines` (down if negative)."""

    top: int
    bottom: int
    left: int
    right: int
    lines: int


def find_shifts(shown: Grid, wanted: Grid) -> list[Shift]:
    """Proposals for scrolling whole rows towards where they are wanted; the grids are of one size."""
    return _find_between(shown, wanted, 0, wanted.width - 1)


def find_pane_shifts(shown: Grid, wanted: Grid) -> list[Shift]:
    """Proposals for scrolling a part of the columns, for terminals with left and right margins."""
    return [
        shift
        for left, right in _changed_columns(shown, wanted)
        if (left, right) != (0, wanted.width - 1)
        for shift in _find_between(shown, wanted, left, right)
    ]


def find_clearing(shown: Grid, wanted: Grid) -> list[Shift]:
    """A proposal to scroll rows of which next to nothing stays out of the screen: the shortest way to blank them."""
    best = range(0)
    first = 0
    for y in range(wanted.height + 1):
        if y == wanted.height or wanted.row_equals(y, shown) or _kept(y, shown, wanted) > KEPT_AT_MOST:
            best = max(best, range(first, y), key=len)
            first = y + 1
    # Terminals take no scroll region of a single row.
    if len(best) < 2:
        return []
    return [Shift(best[0], best[-1], 0, wanted.width - 1, len(best))]


def _kept(y: int, shown: Grid, wanted: Grid) -> int:
    """Cells of a row in which a glyph stays as it is."""
    cells = zip(shown.glyphs[y], wanted.glyphs[y], shown.looks[y], wanted.looks[y], strict=True)
    return sum(new != " " and old == new and before == look for old, new, before, look in cells)


def _find_between(shown: Grid, wanted: Grid, left: int, right: int) -> list[Shift]:
    """Proposals for one range of columns.

    The last columns are left out of the comparison, because a scroll bar there never moves with the text.
    """
    compared = slice(left, max(left + 1, right - 1))
    old_rows = ["".join(row[compared]).rstrip() for row in shown.glyphs]
    new_rows = ["".join(row[compared]).rstrip() for row in wanted.glyphs]
    places: dict[str, list[int]] = {}
    for y, text in enumerate(old_rows):
        if len(text) > 1:
            places.setdefault(text, []).append(y)
    votes: Counter[int] = Counter()
    rows: dict[int, list[int]] = {}
    for y, text in enumerate(new_rows):
        if old_rows[y] == text:
            continue
        for source in places.get(text, ()):
            votes[source - y] += 1
            rows.setdefault(source - y, []).append(y)
    shifts = []
    for lines, _ in votes.most_common(CANDIDATES):
        top, bottom = min(rows[lines]), max(rows[lines])
        top, bottom = _widen(old_rows, new_rows, top, bottom, lines)
        if lines > 0:
            bottom += lines
        else:
            top += lines
        shifts.append(Shift(top, bottom, left, right, lines))
    return shifts


def _widen(old_rows: list[str], new_rows: list[str], top: int, bottom: int, lines: int) -> tuple[int, int]:
    """Take in neighbouring rows, blank ones too, that also moved by so many lines."""
    while top > 0 and top - 1 + lines >= 0 and old_rows[top - 1 + lines] == new_rows[top - 1]:
        if old_rows[top - 1] == new_rows[top - 1]:
            break
        top -= 1
    height = len(new_rows)
    while (
        bottom + 1 < height
        and bottom + 1 + lines < height
        and old_rows[bottom + 1 + lines] == new_rows[bottom + 1]
        and old_rows[bottom + 1] != new_rows[bottom + 1]
    ):
        bottom += 1
    return top, bottom


def _changed_columns(shown: Grid, wanted: Grid) -> list[tuple[int, int]]:
    """Ranges of columns that hold the changes, with and without the outermost changed rows.

    A pane scrolls between rows that change for themselves (a title above it, a line count below it).
    """
    extents: list[tuple[int, int]] = []
    for y in range(wanted.height):
        if wanted.row_equals(y, shown):
            continue
        columns = [
            x
            for x in range(wanted.width)
            if shown.glyphs[y][x] != wanted.glyphs[y][x] or shown.looks[y][x] is not wanted.looks[y][x]
        ]
        extents.append((columns[0], columns[-1]))
    ranges: list[tuple[int, int]] = []
    for part in (extents, extents[1:], extents[:-1], extents[1:-1]):
        if part:
            found = (min(left for left, _ in part), max(right for _, right in part))
            if found not in ranges and found[1] - found[0] > 1:
                ranges.append(found)
    return ranges
