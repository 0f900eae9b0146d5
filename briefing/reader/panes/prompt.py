"""A question in; the line that she types out, or None if she thinks better of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.suggester import Suggester
from textual.widgets import Input

from briefing.reader.panes.bar import Bar

OnChange = Callable[[str], None]


class Prompt(Horizontal):
    """One row with a label and an input line; hidden while nothing is asked. Its cursor does not blink."""

    DEFAULT_CSS = """
    Prompt { height: 1; width: 100%; display: none; background: $background; }
    Prompt Bar { width: auto; }
    Prompt Input { width: 1fr; background: $background; color: $foreground; padding: 0; }
    Prompt Input:focus { background: $background; background-tint: $background 0%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "cancel", show=False),
        Binding("tab", "complete", show=False),
    ]

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self._answer: asyncio.Future[str | None] | None = None
        self._on_change: OnChange | None = None

    def compose(self) -> ComposeResult:
        """The label and the input line."""
        yield Bar(base="text")
        line = Input(compact=True, select_on_focus=False)
        line.cursor_blink = False
        yield line

    @property
    def is_open(self) -> bool:
        """Whether a question waits for its answer."""
        return self._answer is not None

    async def ask(
        self, label: str, value: str = "", *, on_change: OnChange | None = None, suggester: Suggester | None = None
    ) -> str | None:
        """Ask for a line.

        Args:
            label: what is asked, in few words.
            value: the answer that is proposed.
            on_change: called with what has been typed so far, after each key.
            suggester: proposes how to go on; Tab or the right arrow accepts.

        Returns:
            The line, or None if she pressed Escape or another question came in between.
        """
        self._close(None)
        bar, line = self.query_one(Bar), self.query_one(Input)
        bar.styles.width = len(label) + 1
        bar.show([(f"{label} ", "heading")])
        with self.prevent(Input.Changed):
            line.value = value
        line.suggester = suggester
        line.cursor_position = len(value)
        self._on_change = on_change
        self.display = True
        line.focus()
        self._answer = asyncio.get_running_loop().create_future()
        return await self._answer

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what has been typed so far."""
        event.stop()
        if self._on_change is not None and self.is_open:
            self._on_change(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the line back."""
        event.stop()
        self._close(event.value)

    def action_cancel(self) -> None:
        """Give up."""
        self._close(None)

    def action_complete(self) -> None:
        """Accept what is proposed."""
        self.query_one(Input).action_cursor_right()

    def _close(self, value: str | None) -> None:
        answer, self._answer, self._on_change = self._answer, None, None
        self.display = False
        if answer is not None and not answer.done():
            answer.set_result(value)
