"""Strips of styled text in; a grid of cells as the terminal is to show it out.

Every cell holds one glyph (a character with its combining marks) and a look. The second cell of a wide glyph holds
an empty string. No control character ever gets into a cell, whatever the text is made of.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from rich.cells import cell_len, split_graphemes
from rich.segment import Segment

from briefing.terminal.capabilities import Colours
from briefing.terminal.look import PLAIN, Look, blank_of, look_of

NARROW = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0560\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u20bf"
    "\u2100-\u2319\u231c-\u23e8\u2500-\u25fc\u25ff\u2600-\u2612\u2713-\u2714\u2717-\u2718\u2764\u27e8-\u27eb]*"
)
"""Texts in which every character takes one cell in every terminal; anything else is taken apart with care."""

UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""Control characters, and invisible ones that reorder or hide text."""

ASCII_GLYPHS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−─━╌╍┄┅┈┉═▔▁", "-"),
        **dict.fromkeys("│┃║┆┇┊┋╎╏▏▎▍▐▕", "|"),
        **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╯╰╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋", "+"),
        **dict.fromkeys("•●◦∙▪■◆★☆✱✦", "*"),
        **dict.fromkeys("█▇▆▅▄▃▂▀▉▊▋▓▒░", "#"),
        **dict.fromkeys("→▶▸►⇒›❯▷", ">"),
        **dict.fromkeys("←◀◂◄⇐‹❮◁", "<"),
        **dict.fromkeys("↑▲▴△", "^"),
        **dict.fromkeys("↓▼▾▽", "v"),
        **dict.fromkeys("✓✔☑", "v"),
        **dict.fromkeys("✗✘×", "x"),
        "…": "~",
        "·": ".",
        "¶": "P",
        "▌": ">",
        "€": "E",
        "£": "L",
        "\u00a0": " ",
        "◐": "o",
        "○": "o",
        "ß": "s",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "ł": "l",
        "Ł": "L",
        "ı": "i",
        "æ": "a",
        "Æ": "A",
        "œ": "o",
        "Œ": "O",
    }
)
"""One ASCII character for one cell, so that nothing moves."""


class Grid:
    """Cells of a screen: `glyphs[y][x]` and `looks[y][x]`."""

    def __init__(self, width: int, height: int) -> None:
        """An empty screen of so many columns and rows."""
        self.width = width
        self.height = height
        self.glyphs = [[" "] * width for _ in range(height)]
        self.looks = [[PLAIN] * width for _ in range(height)]

    def copy(self) -> Grid:
        """A grid with the same cells that can be changed alone."""
        twin = Grid(0, 0)
        twin.width, twin.height = self.width, self.height
        twin.glyphs = [row[:] for row in self.glyphs]
        twin.looks = [row[:] for row in self.looks]
        return twin

    def copy_row(self, y: int, other: Grid) -> None:
        """Take over a row of another grid as far as it fits."""
        width = min(self.width, other.width)
        self.glyphs[y][:width] = other.glyphs[y][:width]
        self.looks[y][:width] = other.looks[y][:width]
        if width < other.width and other.glyphs[y][width] == "" and width:
            self.glyphs[y][width - 1] = " "

    def fill(self, look: Look) -> None:
        """Blank every cell in one look."""
        self.glyphs = [[" "] * self.width for _ in range(self.height)]
        self.looks = [[look] * self.width for _ in range(self.height)]

    @property
    def is_blank(self) -> bool:
        """Whether there is no glyph on the screen."""
        return all(row == [" "] * self.width for row in self.glyphs)

    def row_equals(self, y: int, other: Grid) -> bool:
        """Whether a row shows the same in both grids."""
        return self.glyphs[y] == other.glyphs[y] and self.looks[y] == other.looks[y]

    def paint(self, x: int, y: int, segments: Iterable[Segment], colours: Colours, *, unicode: bool) -> None:
        """Put styled text into a row from a column on; what does not fit is cut off.

        Args:
            x: first column, counted from 0.
            y: row, counted from 0; rows outside the grid are ignored.
            segments: pieces of text with their styles, as a Textual strip gives them.
            colours: the palette that styles are brought down to.
            unicode: whether anything but ASCII may be shown.
        """
        if not 0 <= y < self.height or x < 0:
            return
        for text, style, control in segments:
            if control or not text:
                continue
            if x >= self.width:
                break
            look = look_of(style, colours)
            glyphs = list(text) if text.isascii() and text.isprintable() else cells_of(text, unicode=unicode)
            x = self._put(x, y, glyphs, look)

    def _put(self, x: int, y: int, glyphs: list[str], look: Look) -> int:
        """Lay glyphs into a row; the column after the last one is given back."""
        room = self.width - x
        if len(glyphs) > room:
            cut = glyphs[room] == ""
            del glyphs[room:]
            if cut:
                glyphs[-1] = " "
        if not glyphs:
            return x
        end = x + len(glyphs)
        row = self.glyphs[y]
        # Half of a wide glyph cannot stay: what lies beside the new text becomes a blank.
        if row[x] == "" and x > 0:
            row[x - 1] = " "
        if end < self.width and row[end] == "":
            row[end] = " "
        row[x:end] = glyphs
        blank = blank_of(look)
        self.looks[y][x:end] = [look if glyph != " " else blank for glyph in glyphs]
        return end

    def scroll(self, top: int, bottom: int, left: int, right: int, lines: int, fill: Look) -> None:
        """Move the cells of a rectangle up (lines above 0) or down, and blank what comes free.

        Args:
            top: first row.
            bottom: last row.
            left: first column.
            right: last column.
            lines: how far, in rows; positive moves the text up.
            fill: look of the cells that come free.
        """
        order = range(top, bottom + 1) if lines > 0 else range(bottom, top - 1, -1)
        for y in order:
            source = y + lines
            if top <= source <= bottom:
                self.glyphs[y][left : right + 1] = self.glyphs[source][left : right + 1]
                self.looks[y][left : right + 1] = self.looks[source][left : right + 1]
            else:
                self.glyphs[y][left : right + 1] = [" "] * (right - left + 1)
                self.looks[y][left : right + 1] = [fill] * (right - left + 1)


def cells_of(text: str, *, unicode: bool) -> list[str]:
    """Split text into what each cell shows; a wide glyph is followed by an empty string.

    Control characters and invisible ones that reorder text are dropped, or become a question mark where the layout
    gave them a cell.
    """
    text = UNSAFE.sub(_harmless, text)
    if NARROW.fullmatch(text):
        return list(text) if unicode else [_to_ascii(character) for character in text]
    cells: list[str] = []
    for start, end, width in split_graphemes(text)[0]:
        glyph = text[start:end]
        if width == 0:
            continue
        if not unicode:
            cells.extend([_to_ascii(glyph)] + ["?"] * (width - 1))
        else:
            cells.extend([glyph] + [""] * (width - 1))
    return cells


def is_steady(glyph: str) -> bool:
    """Whether every terminal gives this glyph one cell, so that the cursor's place after it is certain."""
    return NARROW.fullmatch(glyph) is not None


def _harmless(match: re.Match[str]) -> str:
    """What is shown in place of an unsafe character: as many cells as the layout counted for it."""
    return "?" * cell_len(match.group())


def _to_ascii(glyph: str) -> str:
    """One ASCII character that stands for a glyph of one cell."""
    character = glyph.translate(ASCII_GLYPHS)[:1]
    if character.isascii() and character:
        return character
    base = unicodedata.normalize("NFKD", glyph)[:1]
    return base if base.isascii() and base.isprintable() and base else "?"
