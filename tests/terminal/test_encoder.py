"""Given what the terminal shows and what it is to show, the bytes that are sent make it show just that."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style

from briefing.terminal.encoder import Abilities, Encoder, difference
from briefing.terminal.grid import Grid
from tests.terminal.emulator import Emulator

XTERM = Abilities(
    scroll_region=True, scrolls_many=True, margins=True, erases_characters=True, erases_with_background=True
)
CONSOLE = Abilities(scroll_region=True, scrolls_many=False, margins=False, erases_with_background=True)
SIMPLE = Abilities(scroll_region=False, scrolls_many=False, erases_characters=False, erases_with_background=False)
NO_BACKGROUND = Abilities(scrolls_many=True, erases_with_background=False)

STYLES = [
    None,
    Style(color="red"),
    Style(color="#aabbcc", bgcolor="#102030"),
    Style(bgcolor="#102030"),
    Style(bold=True),
    Style(dim=True, bold=True),
    Style(underline=True, color="green"),
    Style(reverse=True, bgcolor="#102030"),
    Style(italic=True, strike=True),
]
PIECES = [
    "a",
    "word",
    "two words",
    "    ",
    "                      ",
    "─│",
    "日本語",
    "e\u0301a",
    "naïve – “x”",
    "😀",
    "é",
]

pieces = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(STYLES)), max_size=6)
sizes = st.tuples(st.integers(1, 40), st.integers(1, 12))


def paint(grid: Grid, y: int, row: list[tuple[str, Style | None]], x: int = 0) -> None:
    grid.paint(x, y, [Segment(text, style) for text, style in row], "256", unicode=True)


@st.composite
def grids(draw: st.DrawFn, width: int, height: int) -> Grid:
    grid = Grid(width, height)
    for y in range(height):
        paint(grid, y, draw(pieces))
    return grid


@st.composite
def edited(draw: st.DrawFn, grid: Grid) -> Grid:
    """The same screen after what apps do: scroll a part of it, write here and there."""
    new = grid.copy()
    if draw(st.booleans()):
        top = draw(st.integers(0, grid.height - 1))
        bottom = draw(st.integers(top, grid.height - 1))
        left = draw(st.sampled_from([0, grid.width // 3]))
        lines = draw(st.integers(-grid.height, grid.height))
        moved = new.copy()
        for y in range(top, bottom + 1):
            if top <= y + lines <= bottom:
                text = [g for g in grid.glyphs[y + lines][left:] if g]
                paint(moved, y, [("".join(text), None)], left)
        new = moved
    for _ in range(draw(st.integers(0, 3))):
        paint(new, draw(st.integers(0, grid.height - 1)), draw(pieces), draw(st.integers(0, grid.width - 1)))
    return new


@st.composite
def histories(draw: st.DrawFn) -> list[Grid]:
    width, height = draw(sizes)
    frames = [draw(grids(width, height))]
    for _ in range(draw(st.integers(1, 4))):
        frames.append(draw(edited(frames[-1])))
    return frames


def shown_afresh(grid: Grid, abilities: Abilities) -> Emulator:
    """A terminal to which every cell is written singly."""
    emulator = Emulator(grid.width, grid.height, bce=abilities.erases_with_background)
    for y in range(grid.height):
        for x, glyph in enumerate(grid.glyphs[y]):
            if glyph:
                look = grid.looks[y][x]
                codes = [str(c) for c in sorted(look.attributes)] + [p for p in (look.foreground, look.background) if p]
                emulator.feed(
                    f"\x1b[{y + 1};{x + 1}H\x1b[0;{';'.join(codes)}m{glyph}"
                    if codes
                    else f"\x1b[{y + 1};{x + 1}H\x1b[m{glyph}"
                )
    return emulator


@settings(max_examples=200, deadline=None)
@given(histories(), st.sampled_from([XTERM, CONSOLE, SIMPLE, NO_BACKGROUND]))
def test_after_every_frame_the_terminal_shows_the_wanted_screen(frames: list[Grid], abilities: Abilities) -> None:
    check(frames, abilities)


def check(frames: list[Grid], abilities: Abilities) -> None:
    emulator = Emulator(frames[0].width, frames[0].height, bce=abilities.erases_with_background)
    shown, pen = Grid(frames[0].width, frames[0].height), Encoder(abilities)
    for wanted in frames:
        pen = difference(pen, shown, wanted)
        emulator.feed(pen.sent)
        assert emulator.screen.cells() == shown_afresh(wanted, abilities).screen.cells()
        shown = wanted.copy()


@settings(max_examples=50, deadline=None)
@given(histories())
def test_nothing_is_sent_for_a_screen_that_has_not_changed(frames: list[Grid]) -> None:
    grid = frames[-1]
    assert difference(Encoder(XTERM), grid, grid.copy()).sent == ""


@st.composite
def pages(draw: st.DrawFn) -> list[Grid]:
    """A long text that is paged through, in a pane with fixed text around it; half the rows begin with wide glyphs."""
    width, height = draw(st.sampled_from([(60, 14), (33, 20)]))
    left, top = draw(st.sampled_from([0, 1, 11])), draw(st.integers(0, 2))
    bottom, wide = draw(st.integers(0, 2)), draw(st.booleans())
    frames, first = [], 40
    for _ in range(draw(st.integers(2, 6))):
        grid = Grid(width, height)
        for y in range(height):
            fixed = "日本語日本語"[: left // 2 + 1] if wide and y % 2 else f"fixed {y}"
            paint(grid, y, [(fixed.ljust(left), STYLES[y % 3])])
            if top <= y < height - bottom:
                number = first + y - top
                text = ("日" if wide and number % 2 else "") + f"{number * 7919} line {number} of a text"
                paint(grid, y, [(text.ljust(width), STYLES[number % 4])], left)
        frames.append(grid)
        first += draw(st.integers(-height, height))
    return frames


@settings(max_examples=200, deadline=None)
@given(pages(), st.sampled_from([XTERM, CONSOLE, SIMPLE, NO_BACKGROUND]))
def test_after_every_page_the_terminal_shows_the_wanted_screen(frames: list[Grid], abilities: Abilities) -> None:
    check(frames, abilities)


def lines(first: int, count: int, width: int = 80) -> list[str]:
    return [
        f"Line {number} of a text in which no line is like another: {number * 7919}".ljust(width)
        for number in range(first, first + count)
    ]


def page(texts: list[str], x: int = 0, width: int = 80) -> Grid:
    grid = Grid(width, len(texts))
    for y, text in enumerate(texts):
        paint(grid, y, [(text[: width - x], None)], x)
    return grid


def bytes_between(old: Grid, new: Grid, abilities: Abilities = XTERM) -> int:
    emulator = Emulator(old.width, old.height)
    first = difference(Encoder(abilities), Grid(old.width, old.height), old)
    second = difference(first, old, new)
    emulator.feed(first.sent + second.sent)
    assert emulator.screen.cells() == shown_afresh(new, abilities).screen.cells()
    return len(second.sent)


def test_a_line_down_costs_little_more_than_the_new_line() -> None:
    assert bytes_between(page(lines(0, 24)), page(lines(1, 24))) < len(lines(24, 1)[0].rstrip()) + 20


def test_a_line_up_costs_little_more_than_the_new_line() -> None:
    assert bytes_between(page(lines(1, 24)), page(lines(0, 24))) < len(lines(0, 1)[0].rstrip()) + 20


def test_title_and_key_bar_stay_where_they_are_while_the_text_scrolls() -> None:
    old = page(["A title".ljust(80), *lines(0, 22), "q quit".ljust(80)])
    new = page(["A title".ljust(80), *lines(1, 22), "q quit".ljust(80)])
    assert bytes_between(old, new) < len(lines(22, 1)[0].rstrip()) + 30


def test_one_pane_scrolls_beside_another_where_the_terminal_has_margins() -> None:
    def panes(first: int) -> Grid:
        return page([f"  fixed {y}".ljust(30) + text for y, text in enumerate(lines(first, 24, 50))])

    assert bytes_between(panes(0), panes(1)) < 120


def test_a_single_row_is_never_scrolled_because_terminals_refuse_such_a_region() -> None:
    old, new = page(["kept"] * 5), page(["kept"] * 5)
    paint(old, 2, [("x y " * 20, None)])
    paint(new, 2, [("y x " * 20, STYLES[1]), ("z" * 60, STYLES[2])])
    bytes_between(old, new, CONSOLE)


def test_a_wide_glyph_on_the_edge_of_a_pane_is_not_cut_by_scrolling() -> None:
    """Every other row has a wide glyph where the text of its neighbours begins."""

    def panes(first: int) -> Grid:
        rows = [f"row {y} stands still".ljust(29) + ("日" if y % 2 else "x" + "#+"[first // 2]) for y in range(24)]
        return page([row + text for row, text in zip(rows, lines(first, 24, 49), strict=True)])

    bytes_between(panes(0), panes(2))


def test_blanks_at_the_end_of_a_row_are_erased_not_written() -> None:
    assert bytes_between(page(["x" * 80]), page([" " * 80])) < 10


def listing(first: int, rows: int = 10) -> Grid:
    """A list in three looks: a name, what it is, and how often."""
    grid = Grid(80, rows)
    for y in range(rows):
        number = first + y
        name, role = f"  Name {number * 7919}".ljust(30), f"what {number * 104729} is".ljust(40)
        paint(grid, y, [(name, STYLES[4]), (role, STYLES[1]), (str(number % 10), STYLES[6])])
    return grid


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 60), min_size=2, max_size=5), st.sampled_from([XTERM, CONSOLE, SIMPLE, NO_BACKGROUND]))
def test_after_every_list_the_terminal_shows_the_wanted_screen(firsts: list[int], abilities: Abilities) -> None:
    check([listing(first) for first in firsts], abilities)


def test_a_list_in_several_colours_is_sent_colour_by_colour() -> None:
    emulator = Emulator(80, 10)
    sent = difference(Encoder(XTERM), Grid(80, 10), listing(0)).sent
    emulator.feed(sent)
    assert emulator.screen.cells() == shown_afresh(listing(0), XTERM).screen.cells()
    assert len(re.findall(r"\x1b\[[\d;]*m", sent)) == 3


def test_rows_that_are_replaced_are_blanked_by_scrolling_not_one_by_one() -> None:
    texts = lines(0, 24)
    new = [*texts[:10], *[f"{number}".rjust(number) for number in range(10, 20)], *texts[20:]]
    emulator = Emulator(80, 24)
    first = difference(Encoder(XTERM), Grid(80, 24), page(texts))
    second = difference(first, page(texts), page(new))
    emulator.feed(first.sent + second.sent)
    assert emulator.screen.cells() == shown_afresh(page(new), XTERM).screen.cells()
    assert "\x1b[11;20r\x1b[10S\x1b[r" in second.sent and "\x1b[K" not in second.sent


def test_the_next_row_is_reached_by_a_line_feed_that_keeps_the_column() -> None:
    old, new = page(lines(0, 3)), page(lines(0, 3))
    for y in range(3):
        paint(new, y, [("ABC", None)], 20)
    assert difference(Encoder(SIMPLE, x=20, y=0), old, new).sent == "ABC\n\b\b\bABC\n\b\b\bABC"
