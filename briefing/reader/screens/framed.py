"""Base of the screens: a title row, the body, a row that speaks and asks, a row of keys."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from briefing.errors import BriefingError
from briefing.reader.pages.page import Page, Target
from briefing.reader.panes.bar import Bar
from briefing.reader.panes.line_widget import Piece, Pieces, length
from briefing.reader.panes.path_suggester import PathSuggester
from briefing.reader.panes.prompt import Line, OnChange, Prompt
from briefing.reader.text.display import NO_BREAK
from briefing.reader.type_ahead import LONGEST

if TYPE_CHECKING:
    from briefing.reader.action import Action, Where
    from briefing.reader.protocols import Reader


OWN = 16
"""Columns of the row of keys that are kept for those of a single pane."""
ALWAYS = ("help", "quit", "list-close")
"""Actions whose keys are always shown."""


class FramedScreen(Screen[Any]):
    """A screen that says what it does in its last two rows. All its keys are actions of the registry."""

    DEFAULT_CSS = "FramedScreen { background: $background; color: $foreground; }"

    def __init__(self) -> None:
        super().__init__()
        self.title_bar = Bar(widget_id="title")
        self.status = Bar(base="text", widget_id="status")
        self.prompt = Prompt(widget_id="prompt")
        self.keys = Bar(widget_id="keys")
        self.prompt.on_late_key = self._hold
        self._message: Pieces = ()
        self._then: Callable[[str], None] | None = None
        self._asked: list[Piece] | None = None
        """While something is asked: the keys of the line."""

    def compose(self) -> ComposeResult:
        """Title, body, status, keys."""
        yield self.title_bar
        yield from self.body()
        yield self.status
        yield self.prompt
        yield self.keys

    def body(self) -> ComposeResult:
        """What stands between the title and the status row."""
        yield from ()

    @property
    def reader_app(self) -> Reader:
        """The app with its collaborators."""
        return cast("Reader", self.app)

    def say(self, message: str, role: str = "quiet") -> None:
        """Show a message until the next key; an empty one takes the last message away."""
        self._message = ((f" {message}", role),) if message else ()
        self.refresh_bars()

    def complain(self, message: str) -> None:
        """Show that something went wrong until the next key."""
        self.say(message, "error")

    @property
    def message(self) -> str:
        """The message that is shown, or nothing."""
        return "".join(text for text, _ in self._message).strip()

    def refresh_bars(self) -> None:
        """Write the title, status and key rows anew."""

    def show_keys(self, *places: Where) -> None:
        """Write the row of keys: as many as there is room for, help and quitting always at the right end."""
        if self._asked is not None:
            self.keys.show(self._asked, [*self.note(), (" Esc", "bar_key"), (" back ", "bar_quiet")])
            return
        keymap = self.reader_app.keymap
        shown = [action for action in keymap.of(*places) if action.is_shown and action.keys and self.title_of(action)]
        left: list[Piece] = []
        own: list[Piece] = []
        right: list[Piece] = []
        for action in shown:
            side = right if action.id in ALWAYS else left if action.where == "everywhere" else own
            side += [(f" {keymap.key_of(action.id)}", "bar_key"), (f" {self.title_of(action)} ", "bar_quiet")]
        # What a pane adds comes last and has its place kept: the rest of the row stays as it is when the pane changes.
        while left and length(left) + max(length(own), OWN) + length(right) > self.size.width:
            del left[-2:]
        self.keys.show([*left, *own], right)

    def title_of(self, action: Action) -> str:
        """What the row of keys says that an action does; nothing where it does nothing now."""
        return action.title

    def note(self) -> list[Piece]:
        """What the row of keys says at its right end while a line is typed: what was found so far."""
        return []

    async def choose_from(self, page: Page) -> Target | None:
        """Show a page; returns where the entry that she chose leads, or None."""
        return await self.reader_app.choose_from(page)

    async def ask(
        self,
        label: str,
        value: str = "",
        *,
        enter: str = "go on",
        keys: Sequence[tuple[str, str]] = (),
        on_change: OnChange | None = None,
        suggester: PathSuggester | None = None,
        example: str = "",
    ) -> str | None:
        """Ask for a line in place of the status row; see `Prompt.ask`.

        The row of keys says what Enter does, and what further keys do.
        """
        keys = [("Enter", enter), *keys]
        if suggester is not None:
            keys += [("Tab", "complete"), ("↑ ↓", "others")]
        return await self._ask([(f" {label}", "heading")], keys, value, on_change, suggester, example)

    async def ask_letter(self, question: str, answers: Mapping[str, str]) -> str | None:
        """Ask a question that one letter answers, without Enter; None if she presses Escape.

        Args:
            question: what stands before the answers.
            answers: for each letter what it means.
        """
        label: list[Piece] = [(f" {question}", "")] if question else []
        for letter, meaning in answers.items():
            # What a letter means stays beside it where the row is turned.
            label += [
                ("  " if label else " ", ""),
                (letter, "heading"),
                (NO_BREAK + meaning.replace(" ", NO_BREAK), ""),
            ]
        return await self._ask(label, [], answers="".join(answers))

    async def _ask(
        self,
        label: Pieces,
        keys: Sequence[tuple[str, str]],
        value: str = "",
        on_change: OnChange | None = None,
        suggester: PathSuggester | None = None,
        example: str = "",
        answers: str = "",
    ) -> str | None:
        before = self.focused
        self.status.display = False
        self._asked = [piece for key, word in keys for piece in ((f" {key}", "bar_key"), (f" {word} ", "bar_quiet"))]
        self.show_keys(self.place)
        try:
            return await self.prompt.ask(
                label,
                value,
                on_change=on_change,
                suggester=suggester,
                example=example,
                answers=answers,
                on_open=self.reader_app.type_ahead.release,
                on_close=self.reader_app.type_ahead.begin,
            )
        finally:
            if not self.prompt.is_open:
                self._asked = None
            self.status.display = True
            self._give_back(before)

    def _give_back(self, before: Widget | None) -> None:
        if before is not None and before.is_attached and not self.prompt.is_open:
            before.focus()

    @property
    def place(self) -> Where:
        """The pane that has the keyboard, as the registry names it."""
        return "list"

    def await_letter(self, question: str, then: Callable[[str], None]) -> None:
        """Give the next key, if it is a letter or digit, to a function instead of the keymap."""
        self.say(question)
        self._then = then

    def takes_key(self, event: events.Key) -> bool:
        """Whether the screen did something with a key itself, before line and keymap see it."""
        return False

    def on_key(self, event: events.Key) -> None:
        """Do what the keymap says; while a line is asked for, the keys are for the line."""
        self.reader_app.file_watch.note_key()
        if self.takes_key(event):
            event.stop()
        if self.reader_app.type_ahead.holds:
            event.stop()
            self._hold(event)
            return
        if self.prompt.is_open:
            if not self.prompt.has_seen(event):
                # It was on its way to a pane when the line came up.
                event.stop()
                self.prompt.query_one(Line).post_message(events.Key(event.key, event.character))
            return
        then, self._then = self._then, None
        if then is not None:
            event.stop()
            self._message = ()
            if event.character is not None and event.character.isalnum():
                self._try(lambda _: then(event.character or ""))
            self.refresh_bars()
            return
        action = self.reader_app.keymap.action_for(event.key, self.place)
        if action is not None:
            event.stop()
            self.perform(action)
        elif event.is_printable:
            event.stop()
            known = self.reader_app.keymap.key_of("list-help" if self.place == "list" else "help")
            self.say(f"{event.character} does nothing here" + (f"; {known} lists the keys." if known else "."))

    def _hold(self, event: events.Key) -> None:
        self.reader_app.type_ahead.hold(event)
        self.set_timer(LONGEST, self.reader_app.type_ahead.release_late)

    def perform(self, action: Action) -> None:
        """Run an action of the registry; what it cannot do becomes a line in the status row."""
        self._message = ()
        self._try(action.run)

    def _try(self, run: Callable[[Any], Any]) -> None:
        try:
            outcome = run(self)
        except BriefingError as error:
            self.complain(str(error))
            return
        if inspect.iscoroutine(outcome):
            self.reader_app.type_ahead.begin()
            self.run_worker(self._finish(outcome), group="actions", exit_on_error=True)
        else:
            self.refresh_bars()

    async def _finish(self, outcome: Any) -> None:
        try:
            await outcome
        except BriefingError as error:
            self.complain(str(error))
        if self.is_attached:
            self.refresh_bars()
        self.reader_app.type_ahead.release()
