"""The reading screen: article, stakeholders and positions of one open article, always of the same one.

From 110 columns on the panes stand side by side. On a narrower screen the text fills it, the title row names the other
panes. Tab brings a list up over the last rows of the text: what a stakeholder said lights up above while she goes
through the list, and the way there costs a few hundred bytes. A pane's number, or `z`, gives it the whole screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from briefing.model import Span, Statement
from briefing.reader.action import Where
from briefing.reader.desk import OpenArticle
from briefing.reader.lookup import first_offset
from briefing.reader.panes.article_pane import ArticlePane
from briefing.reader.panes.bar import SHORTEST
from briefing.reader.panes.line_widget import Piece, length
from briefing.reader.panes.pane import Pane
from briefing.reader.panes.positions_pane import PositionsPane
from briefing.reader.panes.stakeholders_pane import StakeholdersPane
from briefing.reader.screens import status
from briefing.reader.screens.framed import FramedScreen
from briefing.reader.text.display import shorten
from briefing.reader.trail import Place

if TYPE_CHECKING:
    from briefing.reader.analyses import Stage
    from briefing.reader.protocols import Reading

WIDE = 110
"""Columns from which the panes stand side by side."""
SIDE = 0.46
"""Share of a wide screen that lists and table have at least; they also have what the text does not need."""
AROUND_TEXT = 14
"""Columns beside the text: the margin with paragraph numbers, and some air."""
SMALLEST = (40, 8)
"""Columns and rows below which nothing can be read."""
TELLING = 24
"""Columns from which on there is room to say that the screen is too small, and not only what it needs."""
EVIDENCE = 3
"""Rows of the status row where it shows the evidence behind a cell."""
GLANCE_FROM = 20
"""Rows of a narrow screen from which on a list leaves room for the text above it."""
INFO = 16
"""Columns at the right end of a narrow screen's title row in which the pane says where she is in it."""
PANES: tuple[Where, ...] = ("article", "stakeholders", "positions")


class ReadingScreen(FramedScreen):
    """Where articles are read."""

    DEFAULT_CSS = """
    ReadingScreen #side { border-left: solid $rule; }
    ReadingScreen #stakeholders { height: 2fr; }
    ReadingScreen #positions { height: 3fr; }
    ReadingScreen.-narrow #panes { layout: vertical; }
    ReadingScreen.-narrow #side { width: 1fr; height: 1fr; border-left: none; }
    ReadingScreen.-narrow #panes > *, ReadingScreen.-narrow #side > * { display: none; }
    ReadingScreen.-narrow.-article #article { display: block; }
    ReadingScreen.-narrow.-stakeholders #side, ReadingScreen.-narrow.-positions #side { display: block; }
    ReadingScreen.-narrow.-stakeholders #stakeholders { display: block; height: 1fr; }
    ReadingScreen.-narrow.-positions #positions { display: block; height: 1fr; }
    ReadingScreen.-glance #article { display: block; }
    ReadingScreen.-glance #side { height: 34%; }
    ReadingScreen.-zen #side, ReadingScreen.-zen #title, ReadingScreen.-zen #keys { display: none; }
    ReadingScreen.-zen #article { display: block; }
    ReadingScreen.-small #panes { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.article_pane = ArticlePane(widget_id="article")
        self.stakeholders_pane = StakeholdersPane(widget_id="stakeholders")
        self.positions_pane = PositionsPane(widget_id="positions")
        self.side = Vertical(id="side")
        self.is_zen = False
        self.is_searching = False
        """Whether she types what is searched for."""
        self.fills_screen = True
        """Whether one pane fills a narrow screen; otherwise a list takes the last rows of the text."""
        self._below: Where | None = None
        """The list that was last below the text."""

    def body(self) -> ComposeResult:
        """The three panes."""
        with Horizontal(id="panes"):
            yield self.article_pane
            with self.side:
                yield self.stakeholders_pane
                yield self.positions_pane

    @property
    def panes(self) -> dict[str, Pane]:
        """The panes by name."""
        return {
            "article": self.article_pane,
            "stakeholders": self.stakeholders_pane,
            "positions": self.positions_pane,
        }

    @property
    def opened(self) -> OpenArticle | None:
        """The article on the screen."""
        return self.reader_app.desk.shown

    @property
    def place(self) -> Where:
        """The pane that has the keyboard."""
        return cast(Where, self.opened.pane) if self.opened else "article"

    @property
    def pane(self) -> Pane:
        """The pane that has the keyboard."""
        return self.panes[self.place]

    @property
    def is_wide(self) -> bool:
        """Whether the panes stand side by side."""
        return self.size.width >= WIDE

    def on_mount(self) -> None:
        """Show what is on the desk."""
        self.show()

    def on_resize(self, event: events.Resize) -> None:
        """Put the panes side by side or one over the other."""
        self._arrange(event.size.width, event.size.height)
        self.refresh_bars()

    def show(self) -> None:
        """Show the open article in all panes at once, so that they never disagree."""
        opened = self.opened
        with self.app.batch_update():
            for pane in (self.article_pane, self.stakeholders_pane, self.positions_pane):
                pane.show(opened)
            self.focus_pane(opened.pane if opened else "article")
        self.refresh_bars()

    def show_progress(self) -> None:
        """Say how far the analysis is: in the status row and in the lists that are still empty."""
        self.stakeholders_pane.refresh()
        self.positions_pane.refresh()
        self.refresh_bars()

    def focus_pane(self, name: str) -> None:
        """Give the keyboard to a pane."""
        if self.opened is not None:
            self.opened.pane = name
        if self.is_zen and name != "article":
            self.is_zen = False
        if name != "article":
            self._below = cast(Where, name)
        self._arrange(self.size.width, self.size.height)
        if not self.prompt.is_open:
            self.panes[name].focus(scroll_visible=False)

    def toggle_zen(self) -> None:
        """Show nothing but the text, or everything again; on a narrow screen give a list the rows of the text."""
        if self.place != "article" and not self.is_wide:
            self.fills_screen = not self.fills_screen
            self.focus_pane(self.place)
            return
        self.is_zen = not self.is_zen
        self.focus_pane("article")

    def select_stakeholder(self, stakeholder: str | None, *, follow: bool = True) -> None:
        """Light up a stakeholder's words in the text.

        Args:
            stakeholder: id; None selects no one.
            follow: whether the text scrolls to them where none of their words is on the screen.
        """
        opened = self.opened
        if opened is None or opened.lookup is None:
            return
        opened.stakeholder = stakeholder
        opened.statement, opened.evidence = None, ()
        self.article_pane.refresh_marks()
        self.stakeholders_pane.reveal_selected()
        if stakeholder is None:
            return
        self.positions_pane.show_stakeholder(stakeholder, stays_on_issue=self.place == "positions")
        spans = [Span(one.start, one.end) for one in opened.lookup.stakeholders[stakeholder].mentions]
        spans += [span for one in opened.lookup.statements_of(stakeholder) for span in one.content]
        if follow and spans and not any(self.article_pane.shows(span) for span in spans):
            self.article_pane.go_to_nearest(spans)

    def show_evidence(
        self, statement: Statement, among: Sequence[Statement] = (), *, focus: bool = True, trace: bool = True
    ) -> None:
        """Show a statement in the text, lit up, with its holder selected.

        Args:
            statement: what is shown.
            among: the statements through which Enter goes on.
            focus: whether the keyboard goes to the article.
            trace: whether "back" returns to where she is now.
        """
        opened = self.opened
        if opened is None or opened.lookup is None:
            return
        if trace:
            self.leave_trace()
        if statement.stakeholder is not None and statement.stakeholder != opened.stakeholder:
            self.select_stakeholder(statement.stakeholder, follow=False)
        opened.statement = statement.id
        opened.evidence = tuple(one.id for one in among)
        self._put_cursor_on(statement)
        self.article_pane.refresh_marks()
        if focus:
            self.focus_pane("article")
        self._scroll_to_statement(statement)

    def show_statement_of_anyone(self, statement: Statement) -> None:
        """Show a statement in the text without selecting its holder."""
        if self.opened is not None:
            self.opened.statement, self.opened.evidence = statement.id, ()
            self._put_cursor_on(statement)
            self.article_pane.refresh_marks()
            self._scroll_to_statement(statement)

    def _scroll_to_statement(self, statement: Statement) -> None:
        start = first_offset(statement)
        self.article_pane.go_to(Span(start, max((span.end for span in statement.content), default=start + 1)))

    def go_to(self, span: Span) -> None:
        """Show a place in the text, remembering the one that is left."""
        self.leave_trace()
        self.focus_pane("article")
        self.article_pane.go_to(span)

    def go_to_offset(self, offset: int) -> None:
        """Put a place in the text at the top of the pane, remembering the one that is left."""
        self.leave_trace()
        self.focus_pane("article")
        self.article_pane.scroll_to_row(self.article_pane.layout_of_text.line_at(offset))

    def leave_trace(self) -> None:
        """Remember where she is, before she goes elsewhere."""
        if self.opened is not None:
            self.opened.trail.leave(self.present())

    def present(self) -> Place:
        """Where she is."""
        opened = self.opened
        assert opened is not None
        return Place(opened.pane, self.article_pane.offset_at_top, opened.stakeholder, opened.statement)

    def return_to(self, place: Place) -> None:
        """Stand again where she stood."""
        opened = self.opened
        assert opened is not None
        opened.stakeholder, opened.statement = place.stakeholder, place.statement
        self.article_pane.refresh_marks()
        self.stakeholders_pane.reveal_selected()
        self.article_pane.scroll_to_row(self.article_pane.layout_of_text.line_at(place.offset))
        self.focus_pane(place.pane)

    def remember_place(self) -> None:
        """Keep the reading position in the open article, before another one is shown."""
        if self.opened is not None and self.article_pane.row_count:
            self.opened.offset = self.article_pane.offset_at_top

    def on_click(self, event: events.Click) -> None:
        """Give the keyboard to the pane that was clicked on."""
        for name, pane in self.panes.items():
            if event.widget is pane:
                self.focus_pane(name)
                self.refresh_bars()

    def on_pane_moved(self, event: Pane.Moved) -> None:
        """Keep the bars in step with the panes."""
        event.stop()
        if event.pane is self.article_pane:
            self.remember_place()
        self.refresh_bars()

    def refresh_bars(self) -> None:
        """Write the title, status and key rows anew; only what changed is drawn."""
        self.title_bar.show(self._title_left(), self._title_right)
        self.status.show(self._status(), self._status_right(), whole=bool(self._message), height=self._status_height())
        self.show_keys(self.place, "everywhere")
        if self.is_wide:
            self.article_pane.refresh_title()

    def _put_cursor_on(self, statement: Statement) -> None:
        row, column = self.positions_pane.table.find(statement.stakeholder, statement.issue)
        if row is not None and column is not None:
            self.positions_pane.put_cursor(row, column)

    def _arrange(self, width: int, height: int) -> None:
        narrow = width < WIDE
        below = self._below if narrow and height >= GLANCE_FROM and not self.fills_screen else None
        chosen = {
            "-narrow": narrow,
            "-glance": below is not None,
            "-zen": self.is_zen,
            "-small": width < SMALLEST[0] or height < SMALLEST[1],
            **{f"-{name}": name == (below or self.place) for name in self.panes},
        }
        # All at once: for each class that comes or goes alone, Textual would look up the style of every widget.
        self.set_classes({*(self.classes - set(chosen)), *(name for name, is_on in chosen.items() if is_on)})
        if narrow:
            self.side.styles.clear_rule("width")
        else:
            text = self.reader_app.text_width + AROUND_TEXT
            self.side.styles.width = max(round(width * SIDE), width - text)
        for pane in self.panes.values():
            if pane.has_title == narrow:
                pane.has_title = not narrow
                pane.refresh()

    def _title_left(self) -> list[Piece]:
        opened = self.opened
        if opened is None:
            return [(" briefing", "")]
        if self.is_wide:
            about = " · ".join(
                filter(None, (opened.article.publisher, opened.article.published, opened.article.byline))
            )
            return [(f" {opened.title}", "title"), (f"   {about}", "bar_quiet")]
        pieces: list[Piece] = []
        for name, pane in self.panes.items():
            is_here = name == self.place
            pieces.append((f" {pane.NUMBER} {pane.HEADING} ", "bar_active" if is_here else "bar_quiet"))
        # Whatever stands at the right end, the title keeps its place, so that nothing of it is sent again.
        room = self.size.width - length(pieces) - INFO - 2
        title = shorten(opened.title, room)
        return [*pieces, (f"  {title}", "bar_quiet")] if room >= SHORTEST else pieces

    def _title_right(self) -> list[Piece]:
        desk = self.reader_app.desk
        pieces: list[Piece] = []
        if self.opened is not None and not self.is_wide:
            pieces += [*self.pane.title(), (" ", "")]
        shelf = self.reader_app.shelf()
        if len(shelf) > 1 and desk.articles:
            pieces.insert(0, (f"{shelf.index(desk.current) + 1}/{len(shelf)} ", ""))
        return pieces

    def _status(self) -> list[Piece]:
        if self.size.width < SMALLEST[0] or self.size.height < SMALLEST[1]:
            needed = f"{SMALLEST[0]}×{SMALLEST[1]} needed"
            return [(f" {needed}" if self.size.width < TELLING else f" Too small: {needed}", "warning")]
        if self._message:
            return list(self._message)
        if self.article_pane.text_cursor is not None and self.place == "article":
            has_statement = self.opened is not None and self.opened.shown_statement is not None
            is_fixed = self.article_pane.selection_anchor is not None
            return status.of_selection(self.reader_app.keymap, is_fixed=is_fixed, has_statement=has_statement)
        opened = self.opened
        if opened is None or opened.lookup is None:
            return []
        statement = opened.shown_statement
        if self.place == "positions" and self.positions_pane.key is not None:
            return status.of_cell(*self.positions_pane.key, statement, opened.lookup)
        if statement is not None:
            return status.of_statement(statement, opened, opened.lookup)
        if opened.stakeholder is not None:
            return status.of_stakeholder(opened.stakeholder, opened.lookup)
        if opened.article.notes:
            return [(f" {' · '.join(opened.article.notes)}", "quiet")]
        return status.of_result(opened.lookup, self.reader_app.keymap)

    def _status_height(self) -> int:
        """Where the table fills a narrow screen, the evidence behind a cell has room to be read."""
        has_room = not self.is_wide and self.fills_screen and self.size.height >= GLANCE_FROM
        has_cell = self.place == "positions" and self.positions_pane.key is not None
        return EVIDENCE if has_room and has_cell else 1

    def _status_right(self) -> list[Piece]:
        if self.opened is None:
            return []
        return status.right_end(self.opened, self.reader_app.keymap, is_in_text=self.place == "article")

    def note(self) -> list[Piece]:
        """While she types what is searched for: how often it was found."""
        search = self.opened.search if self.opened is not None else None
        if search is None or not search.query or not self.is_searching:
            return []
        found = f"{(search.current or 0) + 1} of {len(search.matches)}" if search.matches else "not in this text"
        return [(f"{found} ", "bar_quiet")]


if TYPE_CHECKING:
    # mypy finds here whatever actions ask for and the screen does not offer.
    _reading: type[Reading] = ReadingScreen
    _stage: type[Stage] = ReadingScreen
