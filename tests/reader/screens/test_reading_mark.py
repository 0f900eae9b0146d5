"""Given a slow line and a terminal that cannot scroll a pane alone, `j` moves a mark and the text stands still."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from fixtures import ARTICLE, World, make_app
from textual.pilot import Pilot

from briefing.model import Article
from briefing.reader.app import ReaderApp
from briefing.reader.collaborators import Appearance

LONG = Article(title="Long", text="\n\n".join([ARTICLE.text] * 6), sha256="aa" * 32)


@asynccontextmanager
async def reading(size: tuple[int, int], **appearance: object) -> AsyncIterator[tuple[ReaderApp, Pilot[int]]]:
    app = ReaderApp(World().collaborators(), Appearance(**appearance), [("-", LONG)])  # type: ignore[arg-type]
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


def marked_rows(app: ReaderApp) -> list[int]:
    pane = app.reading.article_pane
    return [y for y in range(pane.size.height) if "▸" in pane.render_line(y).text]


async def test_the_mark_goes_down_while_the_text_stands_still() -> None:
    async with reading((120, 40), scroll="page") as (app, pilot):
        pane = app.reading.article_pane
        assert marked_rows(app) == [pane.header_height]
        await pilot.press("j", "j", "j")
        assert pane.top == 0 and pane.mark >= 3
        assert marked_rows(app) == [pane.header_height + pane.mark]
        assert pane.reading_offset.y == pane.header_height + pane.mark


async def test_rows_without_text_are_stepped_over() -> None:
    async with reading((120, 40), scroll="page") as (app, pilot):
        pane = app.reading.article_pane
        for _ in range(12):
            await pilot.press("j")
            assert pane.layout_of_text.lines[pane.mark].block != -1


async def test_at_the_last_row_half_a_page_comes_up_and_at_the_first_it_goes_down_again() -> None:
    async with reading((120, 40), scroll="page") as (app, pilot):
        pane = app.reading.article_pane
        while pane.top == 0:
            await pilot.press("j")
        assert pane.top >= pane.body_height // 2 - 1 and pane.top < pane.mark < pane.top + pane.body_height
        before = pane.mark
        await pilot.press("k")
        assert pane.mark < before
        while pane.top:
            await pilot.press("k")
        assert pane.mark < pane.body_height


async def test_a_page_takes_the_mark_along() -> None:
    async with reading((120, 40), scroll="page") as (app, pilot):
        pane = app.reading.article_pane
        await pilot.press("space")
        assert pane.top == pane.mark == pane.body_height - 1
        await pilot.press("G")
        assert pane.top == pane.last_top and pane.mark == pane.row_count - 1
        await pilot.press("g")
        assert pane.top == pane.mark == 0


async def test_where_she_is_led_there_is_the_mark() -> None:
    app = make_app()
    app._scroll = "page"
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("J", "]")
        await pilot.pause()
        pane = app.reading.article_pane
        statement = app.desk.articles[0].shown_statement
        assert statement is not None
        assert pane.mark == pane.layout_of_text.line_at(min(span.start for span in statement.content))


@pytest.mark.parametrize(
    ("size", "appearance", "scrolls_panes", "has_mark"),
    [
        ((120, 40), {"spares_bandwidth": True}, False, True),
        ((120, 40), {"spares_bandwidth": True}, True, False),
        ((120, 40), {}, False, False),
        ((80, 24), {"spares_bandwidth": True}, False, False),
        ((120, 40), {"spares_bandwidth": True, "scroll": "line"}, False, False),
        ((80, 24), {"scroll": "page"}, True, True),
    ],
)
async def test_there_is_a_mark_only_where_scrolling_would_send_the_whole_pane(
    size: tuple[int, int], appearance: dict[str, object], scrolls_panes: bool, has_mark: bool
) -> None:
    async with reading(size, **appearance) as (app, pilot):
        app._driver.scrolls_panes = scrolls_panes  # type: ignore[union-attr]
        await pilot.press("j")
        pane = app.reading.article_pane
        assert (pane.top == 0) == has_mark
        app.redraw()
        assert bool(marked_rows(app)) == has_mark
