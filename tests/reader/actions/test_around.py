"""Around: help, palette, themes, giving up, leaving."""

from __future__ import annotations

import pytest
from driven import reading
from fixtures import ARTICLE, BRIEFING, World, make_app

from briefing.reader.app import ReaderApp
from briefing.reader.collaborators import Appearance
from briefing.worker.events import Finished


async def test_help() -> None:
    async with reading() as reader:
        await reader.press("3", "?")
        assert reader.listing.page.title == "Help: the positions"
        await reader.press("escape")
        assert reader.screen.place == "positions"


async def test_palette() -> None:
    async with reading() as reader:
        await reader.press(":")
        await reader.type("next stakeh")
        await reader.press("enter")
        assert reader.opened.stakeholder == "odile-brandt"
        await reader.press(":", "escape")
        assert reader.app.screen is reader.screen


@pytest.mark.parametrize("pane", ["1", "2", "3"])
async def test_the_palette_calls_each_action_once_by_words_and_the_help_tells_its_id(pane: str) -> None:
    async with reading((120, 40)) as reader:
        await reader.press(pane, ":")
        rows = reader.listing.page.rows(200)
        names = ["".join(text for text, role in row.pieces if role == "title").strip() for row in rows]
        assert len(names) == len(set(names))
        assert "clear marks" in names and names.count("dossier") == 1
        assert not {"select no one", "dossier anywhere", "cycle evidence"} & set(names)
        await reader.press("escape", "?")
        help_rows = ["".join(text for text, _ in row.pieces) for row in reader.listing.page.rows(200)]
        assert any(row.startswith("   Esc ") and row.endswith("  select-no-one") for row in help_rows)


@pytest.mark.parametrize("typed", ["clear marks", "select no one", "select-no-one"])
async def test_the_palette_finds_an_action_by_its_words_and_by_its_id(typed: str) -> None:
    async with reading() as reader:
        await reader.press("J", ":")
        await reader.type(typed)
        await reader.press("enter")
        assert reader.opened.stakeholder is None


async def test_theme() -> None:
    async with reading() as reader:
        before = reader.app.look
        await reader.press("t")
        assert reader.app.look is not before and reader.app.look.title in reader.status()
        await reader.press(*["t"] * (len(reader.app.themes) - 1))
        assert reader.app.look is before


async def test_cancel_analysis() -> None:
    world = World()
    app = make_app(world, analysed=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("X")
        await pilot.pause()
        assert world.workers[0].cancelled == [1]
        assert "analysis stopped" in app.reading.status.text
        await pilot.press("X")
        assert "No analysis is running" in app.reading.status.text
        world.workers[0].tell(Finished(1, BRIEFING))
        assert app.desk.articles[0].lookup is None


async def test_redraw(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[bool] = []
    async with reading() as reader:
        monkeypatch.setattr(reader.app._driver, "repaint", lambda: sent.append(True), raising=False)
        await reader.press("ctrl+l")
        assert sent == [True]


async def test_ctrl_c_says_how_to_leave_and_changes_nothing() -> None:
    async with reading() as reader:
        before = reader.screen.article_pane.render_line(5).text
        await reader.press("ctrl+c")
        assert reader.status() == " q leaves the reader."
        assert reader.screen.article_pane.render_line(5).text == before
        await reader.press("S", "ctrl+c")
        assert reader.listing.message == "Esc closes this, Q leaves the reader."
        assert not reader.app._notifications


@pytest.mark.parametrize(("keys", "way_out"), [("Z", "Z"), ("", ":quit")])
async def test_ctrl_c_names_the_key_that_she_has_for_leaving(keys: str, way_out: str) -> None:
    world = World()
    world.results.put(BRIEFING)
    app = ReaderApp(world.collaborators(), Appearance(keys={"quit": keys}), [("-", ARTICLE)])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+c")
        assert app.reading.status.text == f" {way_out} leaves the reader."


async def test_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    stops: list[bool] = []
    async with reading() as reader:
        monkeypatch.setattr(reader.app, "action_suspend_process", lambda: stops.append(True))
        await reader.press("ctrl+z")
        assert stops == [True] and "No shell waits" not in reader.status()
        monkeypatch.setattr(reader.app._driver, "was_stopped", False, raising=False)
        await reader.press("ctrl+z")
        assert "No shell waits for this reader" in reader.status()


async def test_quit() -> None:
    async with reading() as reader:
        await reader.press("j", "j", "j", "q")
    kept = reader.world.positions.kept[ARTICLE.sha256]
    assert kept.offset == reader.screen.article_pane.layout_of_text.lines[3].start
    assert reader.app.return_code == 0
