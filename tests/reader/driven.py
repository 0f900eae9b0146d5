"""A world of stand-ins in; a reader that runs in it, driven by keys, out."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from fixtures import World, make_app
from textual.pilot import Pilot

from briefing.reader.app import ReaderApp
from briefing.reader.desk import OpenArticle
from briefing.reader.pages.exporting import PARTS
from briefing.reader.screens.listing import ListScreen
from briefing.reader.screens.reading import ReadingScreen


@dataclass
class Reader:
    """A running app and what is outside of it."""

    app: ReaderApp
    pilot: Pilot[int]
    world: World

    @property
    def screen(self) -> ReadingScreen:
        return self.app.reading

    @property
    def opened(self) -> OpenArticle:
        assert self.app.desk.shown is not None
        return self.app.desk.shown

    @property
    def listing(self) -> ListScreen:
        assert isinstance(self.app.screen, ListScreen)
        return self.app.screen

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        await self.press(*(character if character != " " else "space" for character in text))

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait for what happens in a thread."""
        for _ in range(200):
            if condition():
                return
            await self.pilot.pause(0.02)
        raise AssertionError("it did not happen")

    async def export_page(self) -> None:
        """Open the dialog of exports."""
        await self.press("e")
        await self.until(lambda: isinstance(self.app.screen, ListScreen))

    def is_at(self, title: str) -> bool:
        """Whether a list screen of that title is open."""
        return isinstance(self.app.screen, ListScreen) and self.app.screen.page.title == title

    async def change(self, part: str) -> None:
        """Go to a line of the dialog of exports and press Enter."""
        await self.press("g", *"j" * PARTS.index(part), "enter")  # type: ignore[arg-type]

    def status(self) -> str:
        return self.screen.status.text


@asynccontextmanager
async def reading(
    size: tuple[int, int] = (80, 24), world: World | None = None, changes: dict[str, Any] | None = None
) -> AsyncIterator[Reader]:
    world = world or World()
    app = make_app(world, changes=changes)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Reader(app, pilot, world)
