"""Collaborators in; the running reader out: it owns the desk, the worker and the theme, and tells the screens.

Nothing here analyses, reads files or knows a format; see `Collaborators`.
"""

from __future__ import annotations

import asyncio
import subprocess
import traceback
from collections.abc import Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text
from textual import events
from textual.app import SuspendNotSupported
from textual.driver import Driver

from briefing.errors import UNFORESEEN, BriefingError, InputOutputError, NoInputError, NoOutputError, UsageError
from briefing.files import write_atomically
from briefing.library.positions import ReadingPosition
from briefing.model import Article
from briefing.reader.actions.registry import ACTIONS
from briefing.reader.analyses import Analyses
from briefing.reader.collaborators import MOST_FROM_ONE_SOURCE, Appearance, Collaborators
from briefing.reader.desk import Desk, OpenArticle
from briefing.reader.keymap import make_keymap
from briefing.reader.pages.page import Page, Target
from briefing.reader.panes.prompt import Line
from briefing.reader.panes.themed_app import ThemedApp
from briefing.reader.screens.framed import FramedScreen
from briefing.reader.screens.listing import ListScreen
from briefing.reader.screens.reading import ReadingScreen
from briefing.reader.themes import Theme, choose_theme, load_themes
from briefing.reader.type_ahead import TypeAhead
from briefing.reader.watch import FileWatch, modified
from briefing.settings.places import make_private_folder

if TYPE_CHECKING:
    from briefing.reader.protocols import Reader


class ReaderApp(ThemedApp):
    """The reader.

    Args:
        collaborators: everything outside the screen.
        appearance: how to look and behave.
        articles: what is open at the start, each with the source it came from.
        sources: further sources, read when she steps to them.
        complaints: what could not be read before the start, in lines for the reader.
        driver_class: Textual driver; None takes Textual's own.
    """

    TITLE = "briefing"
    ENABLE_COMMAND_PALETTE = False
    CSS = "* { scrollbar-size: 0 0; }"

    def __init__(
        self,
        collaborators: Collaborators,
        appearance: Appearance,
        articles: Sequence[tuple[str, Article]] = (),
        *,
        sources: Sequence[str] = (),
        complaints: Sequence[str] = (),
        driver_class: type[Driver] | None = None,
    ) -> None:
        self.themes = load_themes(appearance.theme_folders)
        self.look = choose_theme(self.themes, appearance.theme, appearance.colours)
        super().__init__(driver_class=driver_class)
        self.animation_level = "none"
        self.collaborators = collaborators
        self.unicode = appearance.unicode
        self.text_width = appearance.text_width
        self._scroll = appearance.scroll
        self._spares_bandwidth = appearance.spares_bandwidth
        allowed = [action for action in ACTIONS if not (collaborators.restricted and action.reaches_out)]
        self.keymap = make_keymap(allowed, appearance.keys, appearance.keys_written)
        self.desk = Desk()
        self._first = list(articles)
        self.sources = list(sources)
        self._complaints = complaints
        named = dict.fromkeys([*(source for source, _ in articles), *sources])
        self._order = {source: place for place, source in enumerate(named)}
        self.reading = ReadingScreen()
        self.analyses = Analyses(collaborators, self.desk, self.reading, self.keymap, appearance.unsure_below)
        self.file_watch = FileWatch(self.desk, self.reading.refresh_bars)
        self.type_ahead = TypeAhead(self._give_key)
        self._has_failed = False
        """Whether a mistake in the program is ending it; what follows from that is not worth a second message."""
        self.register_theme(self.look.for_textual())
        self.theme = self.look.name

    def get_default_screen(self) -> ReadingScreen:
        """The reading screen is always the lowest one."""
        return self.reading

    async def on_mount(self) -> None:
        """Begin with the first article, and say what of the configuration could not be done."""
        for source, article in self._first:
            self._put_on_desk(OpenArticle(article, source))
        self.reading.show()
        if self.desk.shown is not None:
            self.analyses.show_stored(self.desk.shown)
        elif self.sources:
            self.reading.perform(self.keymap.action("next-article"))
        else:
            self.reading.perform(self.keymap.action("start-screen"))
        complaints = [*self.keymap.complaints, *self._complaints]
        if complaints:
            more = f" (and {len(complaints) - 1} more)" if len(complaints) > 1 else ""
            self.reading.complain(complaints[0] + more)
        self.call_after_refresh(self._after_first_paint)

    async def _after_first_paint(self) -> None:
        """Do what would have delayed the text: above all, start the process that analyses it."""
        self.collaborators.after_first_paint()
        for opened in self.desk.articles:
            self._note_as_recent(opened)
        self.file_watch.note_key()
        if self.desk.shown is not None:
            await self.analyses.start(self.desk.shown)

    async def on_unmount(self) -> None:
        """Keep the reading positions and end the worker, whatever the reason for leaving."""
        self.remember()
        self.file_watch.close()
        await self.analyses.close()

    async def choose_from(self, page: Page) -> Target | None:
        """Show a page on a screen of its own; returns where the chosen entry leads, or None."""
        return await self.push_screen_wait(ListScreen(page))

    async def show_article(self, index: int) -> None:
        """Show one of the open articles, where she left it."""
        self.reading.remember_place()
        self.desk.current = index
        self.reading.show()
        opened = self.desk.articles[index]
        await self.analyses.start(opened)
        await self.file_watch.look()

    def shelf(self) -> list[int | str]:
        """All articles in the order in which they were named: places on the desk, and sources that are not read yet."""
        last = len(self._order)
        known: list[tuple[int, int | str]] = [
            (self._order.get(opened.source, last), place) for place, opened in enumerate(self.desk.articles)
        ]
        known += [(self._order.get(source, last), source) for source in self.sources]
        return [entry for _, entry in sorted(known, key=lambda one: one[0])]

    async def step(self, places: int) -> bool:
        """Show the article so many places further on the shelf; tells whether there is one.

        Raises:
            BriefingError: it cannot be read. It leaves the shelf, so that the next step goes beyond it.
        """
        shelf = self.shelf()
        place = (shelf.index(self.desk.current) if self.desk.articles else -1) + places
        if not 0 <= place < len(shelf):
            return False
        entry = shelf[place]
        if isinstance(entry, int):
            await self.show_article(entry)
            return True
        try:
            await self.open_source(entry)
        except BriefingError:
            if entry in self.sources:
                self.sources.remove(entry)
            self.reading.refresh_bars()
            raise
        return True

    async def open_source(self, source: str) -> None:
        """Read a source and show its first article; one that is open already is only shown.

        Raises:
            BriefingError: it cannot be read; what was on the screen stays there.
        """
        if not any(opened.source == source for opened in self.desk.articles):
            self.reading.say(f"Reading {source} …")
            articles = await asyncio.to_thread(
                lambda: list(islice(self.collaborators.read(source), MOST_FROM_ONE_SOURCE))
            )
            if not articles:
                raise NoInputError(f"{source}: holds no article")
            for opened in [OpenArticle(article, source) for article in articles]:
                self._put_on_desk(opened)
                self._note_as_recent(opened)
            self.reading.say("")
        if source in self.sources:
            self.sources.remove(source)
        await self.show_article(
            next(index for index, opened in enumerate(self.desk.articles) if opened.source == source)
        )

    async def read_again(self, opened: OpenArticle) -> None:
        """Read and analyse an article again; its place in the text stays as near as can be."""
        if opened.request is not None:
            self.analyses.cancel(opened)
        # Before it is read: what is saved while it is read is to be noticed.
        as_read = modified(opened)
        if not opened.came_through_pipe:
            same = [one for one in self.desk.articles if one.source == opened.source]
            read = self.collaborators.read_anew or self.collaborators.read
            articles = await asyncio.to_thread(lambda: list(islice(read(opened.source), MOST_FROM_ONE_SOURCE)))
            position = next(index for index, one in enumerate(same) if one is opened)
            if position >= len(articles):
                raise NoInputError(f"{opened.source}: this article is no longer in it")
            if articles[position].text != opened.article.text:
                self.reading.remember_place()
                opened.replace_article(articles[position])
                if opened is self.desk.shown:
                    self.reading.show()
            else:
                # The text is the same, but a note such as "fetched on …" may have changed.
                opened.article = articles[position]
        opened.modified, opened.fate = as_read, ""
        await self.analyses.start(opened)

    async def run_in_foreground(self, command: list[str]) -> None:
        """Give the terminal to another program until it ends.

        Raises:
            InputOutputError: it cannot be run, or the terminal cannot be given away.
        """
        failure: Exception | None = None
        try:
            with self.suspend():
                # An error that left the block would leave the terminal to a program that is not there.
                try:
                    subprocess.run(command, check=False)
                except (OSError, ValueError) as error:
                    failure = error
        except SuspendNotSupported as error:
            failure = error
        self.redraw()
        if failure is not None:
            reason = getattr(failure, "strerror", None) or failure
            raise InputOutputError(f"{command[0]}: cannot be run here ({reason}); set VISUAL or EDITOR") from failure

    def stop_for_shell(self) -> None:
        """Give the terminal to the shell until its command `fg`.

        Raises:
            UsageError: no shell waits for this reader.
        """
        self.action_suspend_process()
        if not getattr(self._driver, "was_stopped", True):
            raise UsageError(f"No shell waits for this reader; {self.keymap.way_to('quit')} leaves it.")

    def copy_text(self, text: str) -> str:
        """Copy a text; returns how that was done, in words for the status row."""
        return self.collaborators.copy(text, self._write_to_terminal)

    def samples(self) -> list[Path]:
        """The articles that ship with the program."""
        return samples_in(self.collaborators.samples)

    async def on_app_focus(self) -> None:
        """She comes back to this window, perhaps from an editor."""
        await self.file_watch.look()

    def _give_key(self, event: events.Key) -> None:
        """Put a key where the next one from the keyboard will go, so that it comes before that one."""
        prompt = self.screen.prompt if isinstance(self.screen, FramedScreen) else None
        target = prompt.query_one(Line) if prompt is not None and prompt.is_open else self.screen
        target.post_message(event)

    def _write_to_terminal(self, sequence: str) -> None:
        if self._driver is not None:
            self._driver.write(sequence)
            self._driver.flush()

    def _put_on_desk(self, opened: OpenArticle) -> None:
        self._recall(opened)
        opened.modified = modified(opened)
        shown = self.desk.shown
        self.desk.articles.append(opened)
        self.desk.articles.sort(key=lambda one: self._order.get(one.source, len(self._order)))
        if shown is not None:
            self.desk.current = self.desk.articles.index(shown)

    def _note_as_recent(self, opened: OpenArticle) -> None:
        """Remember that she opened it; the disk that this waits for is not to delay the first screen."""
        if not opened.came_through_pipe:
            self.collaborators.recent.add(opened.source, opened.title)

    def use_theme(self, theme: Theme) -> None:
        """Change all colours."""
        self.look = theme
        self.register_theme(theme.for_textual())
        self.theme = theme.name
        for screen in self.screen_stack:
            for widget in screen.query("LineWidget"):
                widget.refresh()
        self.reading.article_pane.refresh_theme()

    def moves_mark(self, *, is_alone: bool) -> bool:
        """Whether `j` moves a mark: chosen so, or on a slow line where the terminal cannot scroll a pane beside others.

        Such a terminal would be sent the whole pane for each line down.
        """
        if self._scroll != "auto":
            return self._scroll == "page"
        return self._spares_bandwidth and not is_alone and not getattr(self._driver, "scrolls_panes", True)

    def redraw(self) -> None:
        """Send the whole screen again."""
        self.screen.refresh(layout=True)
        repaint = getattr(self._driver, "repaint", None)
        if callable(repaint):
            repaint()

    def action_help_quit(self) -> None:
        """Ctrl-C: say how to leave, where everything is said; Textual would lay a box over the text."""
        screen = self.screen
        if isinstance(screen, FramedScreen):
            if screen is self.reading:
                screen.say(f"{self.keymap.way_to('quit')} leaves the reader.")
            else:
                close, leave = self.keymap.way_to("list-close"), self.keymap.way_to("list-quit")
                screen.say(f"{close} closes this, {leave} leaves the reader.")

    def _fatal_error(self) -> None:
        """Put the traceback of a mistake in the program into the log and end with a sentence.

        Overrides a private method of Textual, which would print the traceback on the reader's terminal; a test notices
        if Textual no longer calls it.
        """
        log = self.collaborators.log
        where = ""
        if log is not None:
            with suppress(OSError, BriefingError):
                make_private_folder(log.parent)
                write_atomically(log, traceback.format_exc().encode())
                where = f"; what happened is in {log}"
        if not self._has_failed:
            self._has_failed = True
            self.panic(Text(f"briefing: ended because of a mistake in the program{where}"))
            self._return_code = UNFORESEEN

    def leave(self) -> None:
        """End the reader."""
        self.exit(0)

    def save_work(self) -> None:
        """Keep what would be lost; the driver calls this before a signal or a dropped line ends the app."""
        self.remember()

    def remember(self) -> None:
        """Keep where she is in each open article."""
        if self.desk.articles:
            self.reading.remember_place()
        for opened in self.desk.articles:
            position = ReadingPosition(
                offset=opened.offset, pane=opened.pane, stakeholder=opened.stakeholder, statement=opened.statement
            )
            with suppress(NoOutputError):
                self.collaborators.positions.put(opened.article.sha256, position)

    def _recall(self, opened: OpenArticle) -> None:
        position = self.collaborators.positions.get(opened.article.sha256)
        if position is not None:
            opened.offset = position.offset
            opened.stakeholder, opened.statement = position.stakeholder, position.statement
            opened.pane = position.pane if position.pane in self.reading.panes else "article"


if TYPE_CHECKING:
    # mypy finds here whatever actions ask for and the app does not offer.
    _reader: type[Reader] = ReaderApp


def samples_in(folder: Path | None) -> list[Path]:
    """The articles of a folder."""
    return sorted(path for path in folder.iterdir() if path.is_file()) if folder and folder.is_dir() else []
