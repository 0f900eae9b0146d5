"""A terminal to test against: pyte, with the sequences of xterm that pyte does not know.

Scrolling by several rows (SU, SD) and left and right margins (DECLRMM, DECSLRM) follow
https://invisible-island.net/xterm/ctlseqs/ctlseqs.html; cells that are erased take the background colour of the pen
where the terminal has "bce", and the terminal's own where it has not.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

import pyte
from pyte.screens import Char, Margins
from wcwidth import wcwidth

MARGIN_MODE = 69 << 5
WRAPPING_MODE = 7 << 5


class Xterm(pyte.Screen):
    def __init__(self, columns: int, rows: int, *, bce: bool = True) -> None:
        self.bce = bce
        self.left = 0
        self.right = columns - 1
        super().__init__(columns, rows)
        self.mode.discard(WRAPPING_MODE)

    def draw(self, data: str) -> None:
        """Write as xterm does: what is left of a wide glyph when half of it is overwritten becomes a blank."""
        for character in data:
            width = max(0, wcwidth(character))
            for x in range(self.cursor.x, min(self.columns, self.cursor.x + width)):
                self.split(self.cursor.y, x)
            super().draw(character)

    def split(self, y: int, x: int) -> None:
        """Take a wide glyph apart that covers a cell."""
        row = self.buffer[y]
        if row[x].data == "" and x > 0:
            row[x - 1] = row[x - 1]._replace(data=" ")
        if x + 1 < self.columns and row[x + 1].data == "":
            row[x + 1] = row[x + 1]._replace(data=" ")

    # Erasing

    @property
    def blank(self) -> Char:
        return Char(" ", bg=self.cursor.attrs.bg) if self.bce else Char(" ")

    def erase_in_line(self, how: int = 0, private: bool = False) -> None:
        first, last = {0: (self.cursor.x, self.columns), 1: (0, self.cursor.x + 1), 2: (0, self.columns)}[how]
        self.erase(self.cursor.y, first, last)

    def erase_characters(self, count: int | None = None) -> None:
        self.erase(self.cursor.y, self.cursor.x, min(self.columns, self.cursor.x + (count or 1)))

    def erase_in_display(self, how: int = 0, *args: object, **kwargs: object) -> None:
        assert how == 2
        for y in range(self.lines):
            self.erase(y, 0, self.columns)

    def erase(self, y: int, first: int, last: int) -> None:
        for x in range(first, last):
            self.split(y, x)
            self.buffer[y][x] = self.blank

    # Scrolling

    def index(self) -> None:
        _, bottom = self.margins or Margins(0, self.lines - 1)
        if self.cursor.y == bottom:
            self.scroll(1)
        else:
            self.cursor_down()

    def reverse_index(self) -> None:
        top, _ = self.margins or Margins(0, self.lines - 1)
        if self.cursor.y == top:
            self.scroll(-1)
        else:
            self.cursor_up()

    def scroll_up(self, count: int | None = None) -> None:
        self.scroll(count or 1)

    def scroll_down(self, count: int | None = None) -> None:
        self.scroll(-(count or 1))

    def scroll(self, count: int) -> None:
        top, bottom = self.margins or Margins(0, self.lines - 1)
        for y in range(top, bottom + 1):
            if self.left > 0 and self.buffer[y][self.left].data == "":
                self.split(y, self.left)
            if self.right + 1 < self.columns and self.buffer[y][self.right + 1].data == "":
                self.split(y, self.right + 1)
        old = {y: dict(self.buffer[y]) for y in range(self.lines)}
        for y in range(top, bottom + 1):
            for x in range(self.left, self.right + 1):
                inside = top <= y + count <= bottom
                self.buffer[y][x] = old[y + count].get(x, self.default_char) if inside else self.blank

    def set_margins(self, top: int | None = None, bottom: int | None = None) -> None:
        """Set the rows that scroll; the cursor goes home, also when the region is given up (pyte leaves it then)."""
        super().set_margins(top, bottom)
        self.cursor_position()

    def set_left_right(self, left: int | None = None, right: int | None = None) -> None:
        if MARGIN_MODE in self.mode:
            self.left, self.right = (left or 1) - 1, (right or self.columns) - 1
            self.cursor_position()

    def reset_mode(self, *modes: int, **kwargs: bool) -> None:
        super().reset_mode(*modes, **kwargs)
        if 69 in modes and kwargs.get("private"):
            self.left, self.right = 0, self.columns - 1

    def cell(self, x: int, y: int) -> tuple[str, tuple[object, ...]]:
        """What is seen in a cell: the glyph and what of its look shows on that glyph."""
        char = self.buffer[y][x]
        glyph = unicodedata.normalize("NFC", char.data)
        marks = (char.bg, char.underscore, char.reverse, char.strikethrough)
        if glyph in (" ", "") and not (char.underscore or char.reverse or char.strikethrough):
            return glyph, marks
        return glyph, (*marks, char.fg, char.bold, char.italics)

    def cells(self) -> list[list[tuple[str, tuple[object, ...]]]]:
        return [[self.cell(x, y) for x in range(self.columns)] for y in range(self.lines)]

    def text(self) -> list[str]:
        return ["".join(self.buffer[y][x].data for x in range(self.columns)).rstrip() for y in range(self.lines)]


class XtermStream(pyte.Stream):
    csi = {**pyte.Stream.csi, "S": "scroll_up", "T": "scroll_down", "s": "set_left_right"}  # noqa: RUF012
    events = pyte.Stream.events | {"scroll_up", "scroll_down", "set_left_right"}


@dataclass
class Emulator:
    """A screen that is fed with text."""

    columns: int
    rows: int
    bce: bool = True
    screen: Xterm = field(init=False)
    stream: XtermStream = field(init=False)

    def __post_init__(self) -> None:
        self.screen = Xterm(self.columns, self.rows, bce=self.bce)
        self.stream = XtermStream(self.screen)

    def feed(self, text: str) -> None:
        self.stream.feed(text)
