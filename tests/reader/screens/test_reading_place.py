"""The terminal's own cursor stands where she reads or writes, on every screen, so that braille lines follow."""

from __future__ import annotations

import pytest
from fixtures import make_app

from briefing.reader.app import ReaderApp
from briefing.reader.panes.list_pane import ListPane


def line_of_the_cursor(app: ReaderApp) -> str:
    """The row of the screen that a braille line would show."""
    focused = app.focused
    assert focused is not None
    place = focused.region.offset + focused.reading_offset  # type: ignore[attr-defined]
    return app.screen._compositor.render_strips()[place.y].text


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_it_follows_what_is_chosen(size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:

        async def after(*keys: str) -> str:
            await pilot.press(*keys)
            await pilot.pause()
            return line_of_the_cursor(app)

        assert "▌" in await after("J", "]")
        await after("2")
        one, other = await after("j"), await after("j")
        assert "▸" in one and "▸" in other and one != other
        first, second = await after("3", "g"), await after("j")
        assert first != second


async def test_it_follows_the_entries_of_a_list() -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.press("S")
        await pilot.pause()
        for _ in range(3):
            assert isinstance(app.focused, ListPane)
            assert line_of_the_cursor(app).startswith(" ▸")
            await pilot.press("j")
            await pilot.pause()


async def test_it_stands_in_the_line_that_is_asked_for_before_and_after_the_first_letter() -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.press("/")
        await pilot.pause()
        for typed in ("", "f", "fe"):
            line = app.focused
            assert line is not None and line_of_the_cursor(app).rstrip().endswith(f"/ {typed}".rstrip())
            assert line.reading_offset == (len(typed), 0)  # type: ignore[attr-defined]
            await pilot.press("e" if typed else "f")
            await pilot.pause()


async def test_it_shows_the_match_of_a_search() -> None:
    app = make_app()
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.press("/", *"council", "enter")
        await pilot.pause()
        assert "council" in line_of_the_cursor(app).lower()
