"""A file that changes while it is open is noticed soon, said quietly, and hardly asked about while nobody is there."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
import pytest
from fixtures import ARTICLE, BRIEFING, World
from textual import events
from textual.pilot import Pilot

from briefing.reader import watch
from briefing.reader.app import ReaderApp
from briefing.reader.collaborators import Appearance
from briefing.reader.desk import Desk, OpenArticle
from briefing.reader.watch import FileWatch


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(ARTICLE.text)
    os.utime(path, (1000, 1000))
    return path


@asynccontextmanager
async def reading(
    file: Path, source: str | None = None, keys: dict[str, str] | None = None
) -> AsyncIterator[tuple[ReaderApp, Pilot[int]]]:
    article = msgspec.structs.replace(ARTICLE, path=None if source == "-" else str(file))
    world = World(files={str(file): article})
    world.results.put(msgspec.structs.replace(BRIEFING, article=article))
    app = ReaderApp(world.collaborators(), Appearance(keys=keys or {}), [(source or str(file), article)])
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        yield app, pilot


async def said(app: ReaderApp, pilot: Pilot[int], words: str) -> bool:
    """Whether the status row says it within a second."""
    for _ in range(50):
        if words in app.reading.status.text:
            return True
        await pilot.pause(0.02)
    return False


async def test_a_change_is_said_shortly_after_a_key_until_the_file_is_read_again(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "FIRST_PAUSE", 0.05)
    async with reading(file) as (app, pilot):
        os.utime(file, (2000, 2000))
        await pilot.press("j")
        assert await said(app, pilot, "changed on disk; R reads it again")
        await pilot.press("j", "J")
        assert "changed on disk" in app.reading.status.text
        await pilot.press("R")
        for _ in range(50):
            await pilot.pause(0.02)
            if "changed" not in app.reading.status.text:
                break
        assert "changed" not in app.reading.status.text


async def test_a_change_is_said_when_she_comes_back_to_the_window_with_the_key_that_she_has(file: Path) -> None:
    async with reading(file, keys={"read-again": "f5"}) as (app, pilot):
        os.utime(file, (2000, 2000))
        app.post_message(events.AppFocus())
        assert await said(app, pilot, "changed on disk; f5 reads it again")


async def test_a_file_that_is_gone_can_still_be_read_here(file: Path) -> None:
    async with reading(file) as (app, pilot):
        file.unlink()
        app.post_message(events.AppFocus())
        assert await said(app, pilot, "gone from the disk; its text is still here")


async def test_standard_input_is_never_looked_for(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(file, source="-") as (app, pilot):
        monkeypatch.setattr(watch, "modified", lambda opened: pytest.fail("looked"))
        await pilot.press("j")
        await app.file_watch.look()
        assert app.file_watch._next is None


async def test_while_nobody_is_there_the_disk_is_asked_ever_more_seldom_and_nothing_is_drawn(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[float] = []
    drawn: list[bool] = []
    loop = asyncio.get_running_loop()

    def stands_still(opened: OpenArticle) -> float:
        looks.append(loop.time())
        return 1000.0

    monkeypatch.setattr(watch, "FIRST_PAUSE", 0.02)
    monkeypatch.setattr(watch, "modified", stands_still)
    opened = OpenArticle(ARTICLE, str(file), modified=1000.0)
    watching = FileWatch(Desk([opened]), lambda: drawn.append(True))
    watching.note_key()
    await asyncio.sleep(0.5)
    watching.close()
    # 0.02, 0.06, 0.14 and 0.30 seconds after the key; the next would be due after 0.62.
    assert 1 <= len(looks) <= 4
    assert not drawn
