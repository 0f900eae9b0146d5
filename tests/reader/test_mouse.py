"""Given that she wants the mouse, what the wheel and a click do."""

from __future__ import annotations

import pytest
from fixtures import make_app
from textual import events

from briefing.reader.panes.pane import WHEEL


@pytest.mark.parametrize(("kind", "rows"), [(events.MouseScrollDown, WHEEL), (events.MouseScrollUp, -WHEEL)])
async def test_the_wheel_scrolls_the_pane_under_it(kind: type[events.MouseEvent], rows: int) -> None:
    app = make_app()
    async with app.run_test(size=(80, 12)) as pilot:
        pane = app.reading.article_pane
        pane.scroll_to_row(WHEEL + 1)
        pane.post_message(kind(pane, 5, 5, 0, 1 if rows > 0 else -1, 0, False, False, False))
        await pilot.pause()
        assert pane.top == WHEEL + 1 + rows


async def test_a_click_gives_the_keyboard_to_a_pane() -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.click("#positions", offset=(5, 5))
        await pilot.pause()
        assert app.reading.place == "positions" and app.focused is app.reading.positions_pane
