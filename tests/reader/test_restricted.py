"""A reader on a host on which others read: she sees what was named at the start, and can do nothing else there."""

from __future__ import annotations

from pathlib import Path

import pytest
from fixtures import ARTICLE, World, make_app

from briefing.reader.actions.registry import ACTIONS
from briefing.reader.pages.choices import palette
from briefing.reader.screens.listing import ListScreen

REACHING_OUT = {"open", "open-address", "start-screen", "edit", "pipe", "export", "stop", "list-stop"}


def test_what_reads_writes_or_runs_something_else_is_known() -> None:
    assert {action.id for action in ACTIONS if action.reaches_out} == REACHING_OUT


async def test_its_keys_do_nothing() -> None:
    app = make_app(changes={"restricted": True})
    async with app.run_test() as pilot:
        for key in ("o", "U", "W", "v", "|", "e", "ctrl+z"):
            await pilot.press(key)
            await pilot.pause()
            assert app.screen is app.reading and not app.reading.prompt.is_open, key


@pytest.mark.parametrize("line", ["export csv table.csv", "pipe", "edit"])
async def test_the_list_of_actions_does_not_have_them_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    app = make_app(changes={"restricted": True})
    async with app.run_test() as pilot:
        await pilot.press(":", *(character if character != " " else "space" for character in line), "enter")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ListScreen) and screen.message == "No action has such a name."
        assert list(tmp_path.iterdir()) == []


async def test_everything_else_can_be_done() -> None:
    world = World(files={"/articles/other.txt": ARTICLE})
    app = make_app(world, changes={"restricted": True})
    async with app.run_test() as pilot:
        await pilot.press("J", "y")
        await pilot.pause()
        assert world.copied
    actions = {action.id for action in app.keymap.actions}
    assert actions == {action.id for action in ACTIONS} - REACHING_OUT
    assert not palette(app.keymap, "article").typed("export csv table.csv")
