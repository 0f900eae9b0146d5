"""A page in; the entry that she chose out, or None if she closed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult

from briefing.reader.action import Action, Where
from briefing.reader.pages.page import Page
from briefing.reader.panes.list_pane import ListPane
from briefing.reader.panes.pane import Pane
from briefing.reader.screens.framed import FramedScreen

if TYPE_CHECKING:
    from briefing.reader.protocols import Listing


class ListScreen(FramedScreen):
    """Headings, paragraphs and entries that lead somewhere."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.list = ListPane(page, widget_id="list")

    def body(self) -> ComposeResult:
        """The list."""
        yield self.list

    @property
    def place(self) -> Where:
        """Keys are those of lists."""
        return "list"

    def on_mount(self) -> None:
        """Give the keyboard to the list, or to its filter."""
        self.list.focus()
        self.refresh_bars()
        if self.page.filters:
            self.run_worker(self.ask_filter(closes=True), group="actions")
        else:
            self.reader_app.type_ahead.release()

    def refresh_bars(self) -> None:
        """What this is, where she is in it, which keys there are."""
        self.title_bar.show([(f" {self.page.title}", "title")], self.list.title)
        self.status.show(list(self._message) or [(f" {self.page.hint}", "quiet")], whole=bool(self._message))
        self.show_keys("list")

    def title_of(self, action: Action) -> str:
        """What Enter and Escape do is for the page to say."""
        if not self.page.enter and action.id in ("list-choose", "list-filter", "list-copy"):
            return ""
        words = {"list-choose": self.page.enter, "list-close": self.page.close}
        return words.get(action.id, action.title)

    def on_pane_moved(self, event: Pane.Moved) -> None:
        """Say where she is now."""
        event.stop()
        self.title_bar.show([(f" {self.page.title}", "title")], self.list.title)

    def choose(self) -> None:
        """Close and give back where the entry under the cursor leads."""
        self.reader_app.type_ahead.begin()
        self.dismiss(self.list.target)

    def close_without_choice(self) -> None:
        """Close."""
        self.reader_app.type_ahead.begin()
        self.dismiss(None)

    def takes_key(self, event: events.Key) -> bool:
        """While the filter is typed, arrows still move the cursor."""
        steps = {"down": 1, "up": -1, "ctrl+n": 1, "ctrl+p": -1}
        if self.prompt.is_open and event.key in steps:
            self.list.move(steps[event.key])
            return True
        return False

    async def ask_filter(self, *, closes: bool) -> None:
        """Filter the entries while she types.

        Args:
            closes: whether Enter chooses and Escape closes at once, as in a palette.
        """
        enter = self.page.enter if closes else "keep it"
        answer = await self.ask("Filter:", enter=enter, keys=[("↑ ↓", "move")], on_change=self.list.filter)
        if answer is None:
            self.list.filter("")
            if closes:
                self.close_without_choice()
        elif closes and (target := self.page.typed(answer)) is not None:
            self.reader_app.type_ahead.begin()
            self.dismiss(target)
        elif closes and not self.list.entries:
            self.complain(self.page.empty)
            self.run_worker(self.ask_filter(closes=True), group="actions")
        elif closes:
            self.choose()


if TYPE_CHECKING:
    # mypy finds here whatever actions ask for and the screen does not offer.
    _listing: type[Listing] = ListScreen
