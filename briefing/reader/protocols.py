"""What actions ask of the screens, and screens of the app, as protocols: so that arrows point one way.

`ReadingScreen`, `ListScreen` and `ReaderApp` are these; mypy holds them to it where they are defined.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from briefing.model import Span, Statement

if TYPE_CHECKING:
    from briefing.reader.action import Action, Where
    from briefing.reader.analyses import Analyses
    from briefing.reader.collaborators import Collaborators
    from briefing.reader.desk import Desk, OpenArticle
    from briefing.reader.keymap import Keymap
    from briefing.reader.pages.page import Page, Target
    from briefing.reader.panes.article_pane import ArticlePane
    from briefing.reader.panes.list_pane import ListPane
    from briefing.reader.panes.pane import Pane
    from briefing.reader.panes.path_suggester import PathSuggester
    from briefing.reader.panes.positions_pane import PositionsPane
    from briefing.reader.panes.prompt import OnChange
    from briefing.reader.panes.stakeholders_pane import StakeholdersPane
    from briefing.reader.themes import Theme, Themes
    from briefing.reader.trail import Place
    from briefing.reader.type_ahead import TypeAhead
    from briefing.reader.watch import FileWatch


class Reader(Protocol):
    """The app: what is open, and everything outside the screen."""

    desk: Desk
    analyses: Analyses
    collaborators: Collaborators
    keymap: Keymap
    themes: Themes
    look: Theme
    text_width: int
    type_ahead: TypeAhead
    file_watch: FileWatch

    async def choose_from(self, page: Page) -> Target | None:
        """Show a page on a screen of its own; returns where the chosen entry leads, or None."""

    def shelf(self) -> list[int | str]:
        """All articles in the order in which they were named: places on the desk, and sources that are not read yet."""
        ...

    async def step(self, places: int) -> bool:
        """Show the article so many places further on the shelf; tells whether there is one. Raises BriefingError."""
        ...

    async def show_article(self, index: int) -> None:
        """Show one of the open articles, where she left it."""

    async def open_source(self, source: str) -> None:
        """Read a source and show its first article. Raises BriefingError."""

    async def read_again(self, opened: OpenArticle) -> None:
        """Read and analyse an article again. Raises BriefingError."""

    async def run_in_foreground(self, command: list[str]) -> None:
        """Give the terminal to another program until it ends. Raises InputOutputError."""

    def samples(self) -> list[Path]:
        """The articles that ship with the program."""
        ...

    def copy_text(self, text: str) -> str:
        """Copy a text; returns how that was done, in words for the status row."""
        ...

    def use_theme(self, theme: Theme) -> None:
        """Change all colours."""

    def redraw(self) -> None:
        """Send the whole screen again."""

    def stop_for_shell(self) -> None:
        """Give the terminal to the shell until its command `fg`. Raises UsageError."""

    def leave(self) -> None:
        """End the reader."""


class Asking(Protocol):
    """A screen that speaks and asks in its last rows."""

    @property
    def reader_app(self) -> Reader:
        """The app."""
        ...

    @property
    def place(self) -> Where:
        """The pane that has the keyboard."""
        ...

    @property
    def message(self) -> str:
        """The message that is shown, or nothing."""
        ...

    def say(self, message: str, role: str = "quiet") -> None:
        """Show a message until the next key."""

    def refresh_bars(self) -> None:
        """Write the title, status and key rows anew."""

    def perform(self, action: Action) -> None:
        """Run an action of the registry."""

    async def choose_from(self, page: Page) -> Target | None:
        """Show a page; returns where the entry that she chose leads, or None."""

    async def ask(
        self,
        label: str,
        value: str = "",
        *,
        enter: str = "go on",
        on_change: OnChange | None = None,
        suggester: PathSuggester | None = None,
        example: str = "",
    ) -> str | None:
        """Ask for a line in place of the status row; `enter` says what Enter does."""

    async def ask_letter(self, question: str, answers: Mapping[str, str]) -> str | None:
        """Ask a question that one letter answers; None if she presses Escape."""

    def await_letter(self, question: str, then: Callable[[str], None]) -> None:
        """Give the next key, if it is a letter or digit, to a function instead of the keymap."""


class Listing(Asking, Protocol):
    """A screen with a list to choose from."""

    list: ListPane

    def choose(self) -> None:
        """Close and give back where the entry under the cursor leads."""

    def close_without_choice(self) -> None:
        """Close."""

    async def ask_filter(self, *, closes: bool) -> None:
        """Filter the entries while she types."""


class Reading(Asking, Protocol):
    """The screen with article, stakeholders and positions."""

    article_pane: ArticlePane
    stakeholders_pane: StakeholdersPane
    positions_pane: PositionsPane
    is_zen: bool
    is_searching: bool
    """Whether she types what is searched for."""
    fills_screen: bool
    """Whether one pane fills a narrow screen; otherwise a list takes the last rows of the text."""

    @property
    def opened(self) -> OpenArticle | None:
        """The article on the screen."""
        ...

    @property
    def panes(self) -> Mapping[str, Pane]:
        """The panes by name."""
        ...

    @property
    def pane(self) -> Pane:
        """The pane that has the keyboard."""
        ...

    @property
    def is_wide(self) -> bool:
        """Whether the panes stand side by side."""
        ...

    def focus_pane(self, name: str) -> None:
        """Give the keyboard to a pane."""

    def toggle_zen(self) -> None:
        """Show nothing but the text, or everything again."""

    def select_stakeholder(self, stakeholder: str | None, *, follow: bool = True) -> None:
        """Light up a stakeholder's words in the text; None lights up nobody's."""

    def show_evidence(
        self, statement: Statement, among: Sequence[Statement] = (), *, focus: bool = True, trace: bool = True
    ) -> None:
        """Show a statement in the text, lit up, with its holder selected."""

    def show_statement_of_anyone(self, statement: Statement) -> None:
        """Show a statement in the text without selecting its holder."""

    def go_to(self, span: Span) -> None:
        """Show a place in the text, remembering the one that is left."""

    def go_to_offset(self, offset: int) -> None:
        """Put a place in the text at the top of the pane, remembering the one that is left."""

    def leave_trace(self) -> None:
        """Remember where she is, before she goes elsewhere."""

    def present(self) -> Place:
        """Where she is."""
        ...

    def return_to(self, place: Place) -> None:
        """Stand again where she stood."""
