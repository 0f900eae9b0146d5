"""Given styled text, what each cell shows; nothing in it can ever be a control sequence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment

from briefing.terminal.grid import Grid, cells_of


def row(*texts: str, width: int = 8, unicode: bool = True) -> list[str]:
    grid = Grid(width, 1)
    grid.paint(0, 0, [Segment(text) for text in texts], "256", unicode=unicode)
    return grid.glyphs[0]


def test_a_wide_glyph_fills_two_cells() -> None:
    assert row("日a") == ["日", "", "a", *" " * 5]


def test_combining_marks_stay_with_their_letter() -> None:
    assert row("e\u0301t") == ["e\u0301", "t", *" " * 6]


def test_half_of_a_wide_glyph_never_stays() -> None:
    assert row("xxxxxxx日") == [*"xxxxxxx", " "]
    grid = Grid(4, 1)
    grid.paint(0, 0, [Segment("日本")], "256", unicode=True)
    grid.paint(1, 0, [Segment("ab")], "256", unicode=True)
    assert grid.glyphs[0] == [" ", "a", "b", " "]


def test_outside_the_screen_nothing_is_painted() -> None:
    grid = Grid(3, 1)
    for x, y in ((0, 1), (0, -1), (-1, 0), (3, 0)):
        grid.paint(x, y, [Segment("abc")], "256", unicode=True)
    assert grid.glyphs == [[" "] * 3]


def test_in_ascii_every_glyph_keeps_its_width() -> None:
    assert "".join(row("“Ja” – …", unicode=False)) == '"Ja" - ~'
    assert "".join(row("é日┌─│☃", unicode=False)) == "e??+-|? "


def test_in_ascii_a_tick_is_no_cross() -> None:
    assert "".join(row("O✓ ✗", unicode=False)).split() == ["Ov", "x"]


@given(st.text(), st.booleans())
def test_no_control_character_reaches_a_cell_and_the_layout_holds(text: str, unicode: bool) -> None:
    cells = cells_of(text, unicode=unicode)
    for glyph in cells:
        assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u202e\u2066\u200f" for c in glyph)
        assert unicode or (glyph.isascii() and len(glyph) == 1)
    if not set(text) & set("\u200d\ufe0f"):
        assert len(cells) == cell_len(text)
