"""Lists and dialogs: the same keys in each of them."""

from __future__ import annotations

import pytest
from driven import reading
from fixtures import BRIEFING

from briefing.reader.screens.listing import ListScreen


async def test_list_down() -> None:
    async with reading() as reader:
        await reader.press("S", "j", "j")
        assert reader.listing.list.entry == 2


async def test_list_up() -> None:
    async with reading() as reader:
        await reader.press("S", "j", "j", "k")
        assert reader.listing.list.entry == 1


async def test_list_page_down() -> None:
    async with reading((80, 12)) as reader:
        await reader.press("S", "space")
        assert reader.listing.list.top > 0 and reader.listing.list.entry > 0


async def test_list_page_up() -> None:
    async with reading((80, 12)) as reader:
        await reader.press("S", "space", "space", "b", "b", "b")
        assert reader.listing.list.top == 0


async def test_list_top() -> None:
    async with reading((80, 12)) as reader:
        await reader.press("S", "G", "g")
        assert reader.listing.list.entry == 0 and reader.listing.list.top == 0


async def test_list_bottom() -> None:
    async with reading((80, 12)) as reader:
        await reader.press("S", "G")
        assert reader.listing.list.entry == len(BRIEFING.statements) - 1


async def test_list_left() -> None:
    async with reading((120, 40)) as reader:
        await reader.press("J", "c")
        await reader.type("havel")
        await reader.press("enter", "l", "h", "enter")
        assert reader.opened.stakeholder == "odile-brandt"


async def test_list_right() -> None:
    async with reading((120, 40)) as reader:
        await reader.press("J", "c")
        await reader.type("havel")
        await reader.press("enter", "l", "enter")
        assert reader.opened.stakeholder == "petr-havel-lund"


async def test_list_choose() -> None:
    async with reading() as reader:
        await reader.press("S", "enter")
        assert reader.app.screen is reader.screen and reader.opened.statement == "s1"


async def test_list_filter() -> None:
    async with reading() as reader:
        await reader.press("S", "/")
        await reader.type("refused")
        await reader.press("enter", "enter")
        assert reader.opened.statement == "s6"


async def test_list_copy() -> None:
    async with reading() as reader:
        await reader.press("S", "y")
        assert reader.world.copied[0].startswith("S Odile Brandt: Mayor Odile Brandt supports the night ferry")


async def test_list_close() -> None:
    async with reading() as reader:
        await reader.press("S", "escape")
        assert reader.app.screen is reader.screen and reader.opened.statement is None


async def test_list_help() -> None:
    async with reading() as reader:
        await reader.press("S", "?")
        assert reader.is_at("Help: lists")
        await reader.press("j", "enter")
        await reader.until(lambda: reader.is_at("Statements in the order of the text"))
        assert reader.listing.list.entry == 0


async def test_list_redraw(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[bool] = []
    async with reading() as reader:
        monkeypatch.setattr(reader.app._driver, "repaint", lambda: sent.append(True), raising=False)
        await reader.press("S", "ctrl+l")
        assert sent == [True]


async def test_list_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    stops: list[bool] = []
    async with reading() as reader:
        monkeypatch.setattr(reader.app, "action_suspend_process", lambda: stops.append(True))
        await reader.press("S", "ctrl+z")
        assert stops == [True] and isinstance(reader.app.screen, ListScreen)


async def test_list_quit() -> None:
    async with reading() as reader:
        await reader.press("S", "Q")
    assert reader.app.return_code == 0
