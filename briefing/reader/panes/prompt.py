"""A question in; the line that she types out, or None if she thinks better of it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable

from textual import events
from textual.containers import Horizontal
from textual.geometry import Offset
from textual.widgets import Input

from briefing.reader.panes.bar import Bar
from briefing.reader.panes.line_widget import Pieces, length
from briefing.reader.panes.path_suggester import PathSuggester

ENDING = {"enter": True, "escape": False, "ctrl+c": False}
"""Keys that end the line, and whether its text is the answer then."""

EDITING = {
    "backspace": "delete_left",
    "delete": "delete_right",
    "ctrl+d": "delete_right",
    "ctrl+w": "delete_left_word",
    "ctrl+u": "delete_left_all",
    "ctrl+k": "delete_right_all",
    "left": "cursor_left",
    "right": "cursor_right",
    "tab": "cursor_right",
    "ctrl+left": "cursor_left_word",
    "ctrl+right": "cursor_right_word",
    "home": "home",
    "ctrl+a": "home",
    "end": "end",
    "ctrl+e": "end",
}
"""Keys and Textual's actions for them, done as the key comes: letters typed after it would overtake a binding.

At the end of the line, going right accepts what is proposed.
"""

OTHERS = {"down": 1, "ctrl+n": 1, "up": -1, "ctrl+p": -1}
"""Keys that put another proposal into the line, and in which direction it is looked for."""

MOST_SEEN = 1000
"""Keys that may be on their way from the line to the screen."""

OnChange = Callable[[str], None]


class Line(Input):
    """The input line. It is closed by the very key that ends it, so that no key after that one is swallowed."""

    def __init__(self, prompt: Prompt) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self.cursor_blink = False
        self._prompt = prompt

    @property
    def reading_offset(self) -> Offset:
        """Where the terminal's own cursor belongs; Textual waits for a letter, and goes a cell too far."""
        return self.cursor_screen_offset - self.region.offset - Offset(int(self.cursor_at_end), 0)

    def on_key(self, event: events.Key) -> None:
        """End the line, or leave the key to Textual's input; keys that come after the end are given back."""
        self._prompt.note(event)
        if not self._prompt.is_open:
            event.prevent_default()
            event.stop()
            self._prompt.on_late_key(event)
        elif event.key in ENDING:
            event.prevent_default()
            event.stop()
            self._prompt.close(self.value if ENDING[event.key] else None)
        elif self._prompt.answers:
            event.prevent_default()
            event.stop()
            if event.character is not None and event.character.lower() in self._prompt.answers:
                self._prompt.close(event.character.lower())
        elif self._prompt.helps(event.key):
            event.prevent_default()
            event.stop()
        elif event.key in EDITING:
            event.prevent_default()
            event.stop()
            getattr(self, f"action_{EDITING[event.key]}")()


class Prompt(Horizontal):
    """One row with a label and an input line; hidden while nothing is asked. Its cursor does not blink.

    Most screens ask nothing: label and line are made when the first question comes.
    """

    DEFAULT_CSS = """
    Prompt { height: 1; width: 100%; display: none; background: $background; }
    Prompt Bar { width: auto; }
    Prompt Input { width: 1fr; background: $background; color: $foreground; padding: 0; }
    Prompt Input:focus { background: $background; background-tint: $background 0%; }
    """

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self._answer: asyncio.Future[str | None] | None = None
        self._on_change: OnChange | None = None
        self._suggester: PathSuggester | None = None
        self.answers = ""
        """Letters of which one is the whole answer; empty while a line is asked for."""
        self._seen: deque[events.Key] = deque(maxlen=MOST_SEEN)
        self.on_late_key: Callable[[events.Key], object] = lambda event: None
        """Called with keys that reach the line after it was closed."""
        self._on_close: Callable[[], None] = lambda: None

    @property
    def is_open(self) -> bool:
        """Whether a question waits for its answer."""
        return self._answer is not None

    def note(self, event: events.Key) -> None:
        """The line has seen a key, which may now be on its way up to the screen."""
        self._seen.append(event)

    def has_seen(self, event: events.Key) -> bool:
        """Whether a key that reached the screen came from the line. Keys come up in the order in which it saw them."""
        while any(event is one for one in self._seen):
            if self._seen.popleft() is event:
                return True
        return False

    async def ask(
        self,
        label: Pieces,
        value: str = "",
        *,
        on_change: OnChange | None = None,
        suggester: PathSuggester | None = None,
        example: str = "",
        answers: str = "",
        on_open: Callable[[], None] = lambda: None,
        on_close: Callable[[], None] = lambda: None,
    ) -> str | None:
        """Ask for a line.

        Args:
            label: what is asked, in few words; with `answers` all there is to read, in two rows if need be.
            value: the answer that is proposed.
            on_change: called with what has been typed so far, after each key.
            suggester: proposes how to go on; Tab or the right arrow accepts, up and down propose something else.
            example: stands in the line, quietly, until something is typed.
            answers: letters of which one is the whole answer, without Enter; other letters do nothing.
            on_open: called when the line has the keyboard.
            on_close: called when it gives the keyboard away, before the answer is returned.

        Returns:
            The line, or None if she pressed Escape or another question came in between.
        """
        if not self.children:
            await self.mount(Bar(base="text"), Line(self))
        self.close(None)
        self._seen.clear()
        bar, line = self.query_one(Bar), self.query_one(Line)
        bar.styles.width = self.app.size.width if answers else length(label) + 1
        bar.show([*label, (" ", "")], whole=bool(answers))
        self.styles.height = bar.styles.height
        with self.prevent(Input.Changed):
            line.value = value
        line.suggester = self._suggester = suggester
        line.placeholder = example
        self.answers = answers
        line.cursor_position = len(value)
        self._on_change = on_change
        self.display = True
        line.focus()
        self._answer = asyncio.get_running_loop().create_future()
        self._on_close = on_close
        on_open()
        return await self._answer

    def helps(self, key: str) -> bool:
        """Put a proposal into the line: the first for Tab, another for the arrows; tells whether there is one."""
        line = self.query_one(Line)
        proposal = None
        if self._suggester is not None and key == "tab":
            proposal = self._suggester.first(line.value)
        elif self._suggester is not None and key in OTHERS:
            proposal = self._suggester.other(line.value, OTHERS[key])
        if proposal is None:
            return False
        line.value = proposal
        line.cursor_position = len(proposal)
        return True

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what has been typed so far."""
        event.stop()
        if self._on_change is not None and self.is_open:
            self._on_change(event.value)

    def close(self, value: str | None) -> None:
        """Hide the line and give its text, or None, to whoever asked."""
        answer, on_change, self._answer, self._on_change = self._answer, self._on_change, None, None
        if value is not None and on_change is not None:
            # The last keys may not have been told yet.
            on_change(value)
        if answer is not None and not answer.done():
            # The line must not swallow keys that are typed before the asker goes on.
            self.screen.set_focus(None)
            self._on_close()
            answer.set_result(value)
        self.display = False
