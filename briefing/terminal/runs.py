"""What the terminal shows and what it is to show in; the runs of cells that must be sent, and two orders for them, out.

A run is text in one look with the blanks after it. Cells between two changes that need not be sent are sent all the
same where that is shorter than moving the cursor over them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefing.terminal.grid import Grid
from briefing.terminal.look import Look, blank_of, change

LONGEST_BRIDGE = 4
"""Unchanged cells that are written again rather than jumped over; a jump takes as many bytes."""
LONGEST_GAP = 9
"""Blanks that are written as spaces; more of them are erased, and the cursor jumps over them."""
SHORTEST_TAIL = 4
"""Blanks up to the end of a row from which on erasing is shorter than writing them."""


class Run(NamedTuple):
    """Cells of one row that are sent together."""

    x: int
    y: int
    text: str
    """Glyphs from column `x` on, one for each cell but for wide ones; empty where there is only something to erase."""
    columns: int
    """Cells that the text takes."""
    look: Look
    """How the text is written; for blanks alone, how they look."""
    blanks: int = 0
    """Cells after the text that become blank, in the background of the text."""
    to_end: bool = False
    """Whether these are the last cells of the row."""


def find_runs(shown: Grid, wanted: Grid, most: int) -> list[Run] | None:
    """Everything that must be sent, row by row and from left to right; None if the text alone is longer than `most`.

    The grids are of one size.
    """
    runs: list[Run] = []
    length = 0
    for y in range(wanted.height):
        if not wanted.row_equals(y, shown):
            found = _Row(y, shown, wanted).runs()
            length += sum(len(run.text) for run in found)
            if length > most:
                return None
            runs += found
    return runs


def by_look(runs: Iterable[Run], look: Look) -> list[Run]:
    """The runs grouped by how they look, each group after the one from which it takes the shortest change of the pen.

    Args:
        runs: what is to be sent.
        look: how the pen writes before the first run.
    """
    groups: dict[Look, list[Run]] = {}
    blanks: dict[Look, list[Run]] = {}
    for run in runs:
        (groups if run.text else blanks).setdefault(run.look, []).append(run)
    for blank, erasures in blanks.items():
        # What writes on the same ground can erase with it.
        host = next((group for group in groups if blank_of(group) == blank), blank)
        groups[host] = sorted([*groups.get(host, ()), *erasures], key=lambda run: (run.y, run.x))
    ordered: list[Run] = []
    while groups:
        look = min(groups, key=lambda other: len(change(look, other)))
        ordered += groups.pop(look)
    return ordered


class _Row:
    """A row that changes."""

    def __init__(self, y: int, shown: Grid, wanted: Grid) -> None:
        self.y = y
        self.glyphs, self.looks = wanted.glyphs[y], wanted.looks[y]
        self.width = wanted.width
        # A wide glyph stands for the empty cell after it, too: only a wide glyph has an empty cell after it.
        self.changed = [
            new != old or (look is not before and look != before)
            for new, old, look, before in zip(self.glyphs, shown.glyphs[y], self.looks, shown.looks[y], strict=True)
        ]
        self.tail = self._blank_tail()

    def runs(self) -> list[Run]:
        """The runs of the row from left to right."""
        runs = []
        x = 0
        while x < self.width:
            if not self.changed[x]:
                x += 1
                continue
            start, x = x, self._end_of_blanks(x, self.looks[x])
            blanks = x - start
            if blanks and not (blanks <= LONGEST_GAP and self._is_new_text(x, self.looks[start])):
                runs.append(Run(start, self.y, "", 0, self.looks[start], blanks, start >= self.tail))
                continue
            look = self.looks[x]
            text_end = self._end_of_text(x, look)
            x = self._end_of_blanks(text_end, blank_of(look))
            gap, is_tail = x - text_end, text_end >= self.tail
            if gap < SHORTEST_TAIL if is_tail else gap <= LONGEST_GAP:
                text_end, gap = x, 0
            text = "".join(self.glyphs[start:text_end])
            runs.append(Run(start, self.y, text, text_end - start, look, gap, is_tail and gap > 0))
        return runs

    def _end_of_text(self, x: int, look: Look) -> int:
        """The column after the last glyph of a run that begins with a glyph at a column."""
        while True:
            end = x
            while end < self.width and (self.glyphs[end] == "" or self._is_new_glyph(end, look)):
                end += 1
            x = self._next_new_glyph(end, look)
            if x == end:
                return end

    def _next_new_glyph(self, start: int, look: Look) -> int:
        """Where the run goes on after cells that are written with it; the column itself where it does not."""
        blank, x = blank_of(look), start
        is_bridge = True
        while x < self.width and not self._is_new_glyph(x, look):
            glyph = self.glyphs[x]
            if self.looks[x] != (blank if glyph == " " else look) or glyph == "" or not glyph.isascii():
                return start
            is_bridge = is_bridge and not self.changed[x]
            x += 1
            if x - start > (LONGEST_BRIDGE if is_bridge else LONGEST_GAP):
                return start
        return x if x < self.width else start

    def _is_new_glyph(self, x: int, look: Look) -> bool:
        return self.changed[x] and self.glyphs[x] != " " and self.looks[x] == look

    def _is_new_text(self, x: int, blank: Look) -> bool:
        """Whether a glyph begins at a column that is to be sent, on blanks of a look."""
        return x < self.width and self.changed[x] and self.glyphs[x] != " " and blank_of(self.looks[x]) == blank

    def _end_of_blanks(self, x: int, look: Look) -> int:
        """The column after the last changed one of the blanks of a look that begin at a column."""
        end = last = x
        while end < self.width and self.glyphs[end] == " " and self.looks[end] == look:
            end += 1
            if self.changed[end - 1]:
                last = end
        return last

    def _blank_tail(self) -> int:
        """The column from which on the row is blank in one look to its end."""
        at = self.width
        while at > 0 and self.glyphs[at - 1] == " " and self.looks[at - 1] == self.looks[-1]:
            at -= 1
        return at
