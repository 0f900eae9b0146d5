"""The article on the screen in; what became of its file since it was read out, asked as seldom as will do.

Nothing asks the disk while nobody is there: a laptop could not sleep. The first look comes shortly after a key, each
further one after twice as long a pause, and one when she comes back to the window, where the terminal tells of that.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from briefing.reader.desk import Desk, Fate, OpenArticle

FIRST_PAUSE = 2.0
"""Seconds after a key until the file is looked at."""


class FileWatch:
    """Looks at the file of the article on the screen.

    Args:
        desk: the articles.
        tell: called when the file has changed, or is again as it was read.
    """

    def __init__(self, desk: Desk, tell: Callable[[], object]) -> None:
        self._desk = desk
        self._tell = tell
        self._pause = FIRST_PAUSE
        self._next: asyncio.TimerHandle | None = None
        self._looking: asyncio.Task[None] | None = None

    def note_key(self) -> None:
        """Look again soon, because somebody is there."""
        if self._next is not None and self._pause <= FIRST_PAUSE:
            return
        self._pause = FIRST_PAUSE
        self._wait()

    async def look(self) -> None:
        """Look now; away from the screen, because a disk beyond a network may take its time."""
        opened = self._desk.shown
        if opened is None or opened.modified is None:
            return
        now = await asyncio.to_thread(modified, opened)
        fate: Fate = "" if now == opened.modified else "changed" if now is not None else "gone"
        if fate != opened.fate:
            opened.fate = fate
            self._tell()

    def close(self) -> None:
        """Look no more."""
        for waiting in (self._next, self._looking):
            if waiting is not None:
                waiting.cancel()
        self._next = None

    def _wait(self) -> None:
        self.close()
        opened = self._desk.shown
        if opened is not None and opened.modified is not None:
            self._next = asyncio.get_running_loop().call_later(self._pause, self._look_and_wait)

    def _look_and_wait(self) -> None:
        self._looking = asyncio.get_running_loop().create_task(self.look(), name="look at the file")
        self._pause *= 2
        self._next = asyncio.get_running_loop().call_later(self._pause, self._look_and_wait)


def modified(opened: OpenArticle) -> float | None:
    """When the file of an article was last changed; None for what is no file."""
    try:
        return Path(opened.article.path or opened.source).stat().st_mtime if not opened.came_through_pipe else None
    except (OSError, ValueError):
        return None
