"""What the terminal shows and what it is to show in; the fewest bytes that lead from one to the other out.

The terminal is taken as an xterm without automatic wrapping (DECAWM off), on a line that passes line feeds on as they
are (OPOST off). Cursor movements and erasures are those of
ECMA-48; scrolling uses margins (DECSTBM, DECSLRM) with index, reverse index, SU and SD, see
https://invisible-island.net/xterm/ctlseqs/ctlseqs.html.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from msgspec import Struct

from briefing.terminal.grid import Grid, is_steady
from briefing.terminal.look import PLAIN, SHOWN_ON_BLANKS, Look, blank_of, change
from briefing.terminal.runs import LONGEST_BRIDGE, Run, by_look, find_runs
from briefing.terminal.scrolling import Shift, find_clearing, find_pane_shifts, find_shifts

ESCAPE = "\x1b["
SCROLLING_PAYS_FROM = 100
"""Frames with fewer bytes than this are not searched for text that moved."""
PANES_PAY_FROM = 100
CLEARING_PAYS_FROM = 300
SHORTEST_ERASURE = 5
"""Blanks from which on erasing them where they stand is shorter than writing them."""
SORTING_PAYS_FROM = 3
"""Runs from which on it is tried to send them look by look instead of row by row."""

NO_LIMIT = 1 << 30


class Abilities(Struct, frozen=True):
    """Which sequences the terminal understands beyond the common ones."""

    scroll_region: bool = True
    scrolls_many: bool = True
    margins: bool = False
    """Left and right margins (DECLRMM)."""
    erases_characters: bool = True
    erases_with_background: bool = False


class Encoder:
    """The pen of the terminal: where the cursor is, how it writes, and what has been sent so far."""

    def __init__(self, abilities: Abilities, look: Look = PLAIN, x: int | None = None, y: int | None = None) -> None:
        """A pen with a look at a place; None where the column or the row is not certain."""
        self.abilities = abilities
        self.look = look
        self.x = x
        self.y = y
        self.parts: list[str] = []
        self.length = 0
        """Bytes sent so far."""

    def fork(self) -> Encoder:
        """Another pen in the same state, with nothing sent yet."""
        return Encoder(self.abilities, self.look, self.x, self.y)

    @property
    def sent(self) -> str:
        """Everything that was sent with this pen."""
        return "".join(self.parts)

    def move(self, x: int, y: int, height: int) -> None:
        """Bring the cursor to a place by the shortest way."""
        if self.x == x and self.y == y:
            return
        ways = [_address(x, y)]
        if self.y == y:
            ways += self._along_the_row(x)
        elif self.y is not None:
            rows = y - self.y
            if 0 < rows <= 3 and y < height:
                feeds = "\n" * rows
                ways += [feeds + along for along in self._along_the_row(x)]
                ways.append("\r" + feeds + (_counted(x, "C") if x else ""))
            if self.x == x:
                ways.append(_counted(rows, "B") if rows > 0 else _counted(-rows, "A"))
        self._send(min(ways, key=len))
        self.x, self.y = x, y

    def draw(self, shown: Grid, wanted: Grid, limit: int) -> bool:
        """Send every cell in which two grids of one size differ; give up once more than `limit` has been sent.

        Row by row is weighed against look by look: a list in several colours takes fewer changes of the pen when all
        its names are sent first, then all that stands beside them.

        Returns:
            Whether everything was sent.
        """
        runs = find_runs(shown, wanted, limit - self.length)
        if runs is None:
            return False
        best = self._sent_in(runs, wanted, limit)
        if len(runs) >= SORTING_PAYS_FROM:
            sorted_runs = by_look(runs, self.look)
            best = self._sent_in(sorted_runs, wanted, best.length - 1 if best else limit) or best
        if best is None:
            return False
        self.parts, self.length, self.look, self.x, self.y = best.parts, best.length, best.look, best.x, best.y
        return True

    def _sent_in(self, runs: Iterable[Run], wanted: Grid, limit: int) -> Encoder | None:
        """The pen after sending runs in an order; None if that takes more than `limit` bytes."""
        pen = self.fork()
        pen.parts, pen.length = self.parts[:], self.length
        for run in runs:
            pen._draw_run(run, wanted)
            if pen.length > limit:
                return None
        return pen

    def shift(self, shift: Shift, width: int, height: int, fill: Look) -> None:
        """Let the terminal move a rectangle of its own screen; the cells that come free get the look `fill`."""
        whole_width = shift.left == 0 and shift.right == width - 1
        whole_height = shift.top == 0 and shift.bottom == height - 1
        self._set_background(fill)
        if not whole_width:
            self._send(f"{ESCAPE}?69h{ESCAPE}{shift.left + 1};{shift.right + 1}s")
        if not whole_height:
            self._send(f"{ESCAPE}{shift.top + 1};{shift.bottom + 1}r")
        if not (whole_width and whole_height):
            self.x = self.y = None
        count = abs(shift.lines)
        if self.abilities.scrolls_many:
            self._send(_counted(count, "S" if shift.lines > 0 else "T"))
        elif shift.lines > 0:
            self.move(shift.left, shift.bottom, height)
            self._send("\n" * count)
        else:
            self.move(shift.left, shift.top, height)
            self._send("\x1bM" * count)
        if not whole_height:
            self._send(ESCAPE + "r")
        if not whole_width:
            self._send(ESCAPE + "?69l")
        if not (whole_width and whole_height):
            self.x, self.y = (0, 0) if whole_width else (None, None)

    def _along_the_row(self, x: int) -> list[str]:
        """Ways to another column of the row the cursor is in."""
        ways = [f"{ESCAPE}{x + 1}G" if x else "\r"]
        if self.x is not None:
            columns = x - self.x
            ways.append(_counted(columns, "C") if columns > 0 else "\b" * -columns)
        return ways

    def _draw_run(self, run: Run, wanted: Grid) -> None:
        """Send the cells of a run."""
        glyphs, looks = wanted.glyphs[run.y], wanted.looks[run.y]
        if self._bridge_is_shorter(run.x, run.y, glyphs, looks):
            self._write("".join(glyphs[self.x : run.x]), run.x, wanted.width)
        self.move(run.x, run.y, wanted.height)
        if run.text:
            self._set_look(run.look)
            self._write(run.text, run.x + run.columns, wanted.width)
        if run.blanks:
            self._draw_blanks(run, wanted.width)

    def _draw_blanks(self, run: Run, width: int) -> None:
        """Blank the cells at the end of a run; the cursor is there."""
        blank = blank_of(run.look)
        if not self._writes_blank(blank):
            self._set_background(blank)
        if run.to_end and self._can_erase(blank):
            self._send(ESCAPE + "K")
        elif run.blanks >= SHORTEST_ERASURE and self.abilities.erases_characters and self._can_erase(blank):
            self._send(_counted(run.blanks, "X"))
        else:
            self._write(" " * run.blanks, run.x + run.columns + run.blanks, width)

    def _write(self, text: str, end: int, width: int) -> None:
        """Send glyphs up to a column; where the cursor then is differs between terminals after some of them."""
        self._send(text)
        is_certain = self.x is not None and end < width and (text.isascii() or is_steady(text))
        self.x = end if is_certain else None

    def _bridge_is_shorter(self, x: int, y: int, glyphs: list[str], looks: list[Look]) -> bool:
        """Whether writing the few unchanged cells before a column again is shorter than moving over them."""
        if self.y != y or self.x is None or not 0 < x - self.x <= LONGEST_BRIDGE:
            return False
        between = range(self.x, x)
        return all(
            (looks[at] == self.look or (glyphs[at] == " " and self._writes_blank(looks[at])))
            and glyphs[at].isascii()
            and glyphs[at] != ""
            for at in between
        )

    def _writes_blank(self, look: Look) -> bool:
        """Whether a space written now would have this look."""
        return blank_of(self.look) == look

    def _can_erase(self, look: Look) -> bool:
        """Whether erased cells can have this look."""
        return look.erasable and (look.plain or self.abilities.erases_with_background)

    def _send(self, part: str) -> None:
        """Add to what is sent."""
        self.parts.append(part)
        self.length += len(part) if part.isascii() else len(part.encode("utf-8", "replace"))

    def _set_background(self, look: Look) -> None:
        """Change the pen so that blanks get this look; the colour of its glyphs is left for the text to come."""
        if look.attributes & SHOWN_ON_BLANKS:
            self._set_look(look)
        else:
            self._set_look(Look(self.look.foreground, look.background, self.look.attributes - SHOWN_ON_BLANKS))

    def _set_look(self, look: Look) -> None:
        """Change how the pen writes."""
        if look != self.look:
            self._send(change(self.look, look))
            self.look = look


def difference(pen: Encoder, shown: Grid, wanted: Grid) -> Encoder:
    """The pen that has led the terminal from one grid to another of the same size in the fewest bytes.

    Redrawing in place is compared, by encoding both, with letting the terminal scroll and repairing the rest.
    """
    in_place = pen.fork()
    if in_place.draw(shown, wanted, SCROLLING_PAYS_FROM):
        return in_place
    best, limit = None, NO_LIMIT
    for pays_from, find in () if shown.is_blank else _searches(pen.abilities):
        if limit < pays_from:
            break
        for shift in find(shown, wanted):
            moved = _scrolled(pen, shown, wanted, shift, limit)
            if moved is not None and moved.length < limit:
                best, limit = moved, moved.length
    in_place = pen.fork()
    if in_place.draw(shown, wanted, limit) and in_place.length <= limit:
        best = in_place
    return best or in_place


def _searches(abilities: Abilities) -> list[tuple[int, Callable[[Grid, Grid], list[Shift]]]]:
    """Ways to find text that moved, the cheapest first, each with the bytes from which on it is worth looking."""
    if not abilities.scroll_region:
        return []
    panes = [(PANES_PAY_FROM, find_pane_shifts)] if abilities.margins else []
    return [(0, find_shifts), *panes, (CLEARING_PAYS_FROM, find_clearing)]


def _scrolled(pen: Encoder, shown: Grid, wanted: Grid, shift: Shift, limit: int) -> Encoder | None:
    """The pen after scrolling and repairing the rest; None where that cannot be done, or takes more than `limit`."""
    if _cuts_wide_glyphs(shown, shift):
        return None
    moved, scrolled = shown.copy(), pen.fork()
    fill = _fill(pen, wanted, shift)
    scrolled.shift(shift, wanted.width, wanted.height, fill)
    moved.scroll(shift.top, shift.bottom, shift.left, shift.right, shift.lines, fill)
    return scrolled if scrolled.draw(moved, wanted, limit) else None


def _cuts_wide_glyphs(grid: Grid, shift: Shift) -> bool:
    """Whether an edge of the rectangle runs through a wide glyph, which terminals treat differently."""
    rows = grid.glyphs[shift.top : shift.bottom + 1]
    return any(row[shift.left] == "" or "" in row[shift.right + 1 : shift.right + 2] for row in rows)


def _fill(pen: Encoder, wanted: Grid, shift: Shift) -> Look:
    """The look for rows that come free: the blank that is most frequent there, where the terminal erases with it."""
    if not pen.abilities.erases_with_background:
        return PLAIN
    free = min(abs(shift.lines), shift.bottom - shift.top + 1)
    first = shift.bottom - free + 1 if shift.lines > 0 else shift.top
    blanks = Counter(
        look
        for y in range(first, first + free)
        for look in wanted.looks[y][shift.left : shift.right + 1]
        if look.erasable
    ).most_common(1)
    return blanks[0][0] if blanks else PLAIN


def _address(x: int, y: int) -> str:
    """The sequence that puts the cursor at a column and row counted from 0."""
    if x == 0:
        return f"{ESCAPE}{y + 1}H" if y else ESCAPE + "H"
    return f"{ESCAPE}{y + 1};{x + 1}H"


def _counted(count: int, final: str) -> str:
    """A control sequence with a count, which is left out where it is 1."""
    return f"{ESCAPE}{count if count > 1 else ''}{final}"
