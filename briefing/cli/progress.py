"""Steps of the analysis in; a bar on standard error out, where that is a terminal and there is much to do."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from briefing.worker.events import step_name

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class ProgressBar:
    """A bar over all sources with the step that runs; a context manager.

    It shows itself with the first step, so that results from the cache come without it, and is gone at the end.
    """

    def __init__(self, sources: int, *, is_wanted: bool) -> None:
        self._sources = sources
        self._is_wanted = is_wanted and sys.stderr.isatty()
        self._done = 0
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> ProgressBar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.hide()

    def step(self, name: str, done: int, total: int) -> None:
        """Show that a step begins; `done` of `total` steps of the current article are over."""
        if not self._is_wanted:
            return
        if self._bar is None:
            self._show()
        if self._bar is not None and self._task is not None:
            completed = self._done + done / max(total, 1)
            self._bar.update(self._task, description=step_name(name), completed=completed)

    def article_done(self) -> None:
        """Count one article, and clear the line for what is printed about it."""
        self._done += 1
        self.hide()

    def hide(self) -> None:
        """Take the bar off the screen until the next step."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        counter = (MofNCompleteColumn(),) if self._sources > 1 else ()
        self._bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            *counter,
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task("", total=max(self._sources, self._done + 1), completed=self._done)
        self._bar.start()
