"""A Briefing in; the list of stakeholders on the screen out. The cursor is the selected stakeholder."""

from __future__ import annotations

from textual.strip import Strip

from briefing.model import Stakeholder
from briefing.reader import roster
from briefing.reader.desk import OpenArticle
from briefing.reader.panes.line_widget import Piece
from briefing.reader.panes.pane import Pane
from briefing.reader.text.display import columns, shorten
from briefing.reader.text.search import fold

COUNTS = 12
"""Columns of the two counts at the right."""


class StakeholdersPane(Pane):
    """Who has a stake in the article."""

    HEADING = "Stakeholders"
    NUMBER = "2"

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._opened: OpenArticle | None = None
        self._rows: list[Stakeholder | str] = []
        self._names = 10

    @property
    def row_count(self) -> int:
        """Stakeholders and headings of groups."""
        return len(self._rows)

    @property
    def header_height(self) -> int:
        """The title row and the names of the columns."""
        return super().header_height + 1

    @property
    def stakeholders(self) -> list[Stakeholder]:
        """The stakeholders that are shown, in their order."""
        return [row for row in self._rows if not isinstance(row, str)]

    def show(self, opened: OpenArticle | None) -> None:
        """Show the stakeholders of another article, or the same ones in another order."""
        self._opened = opened
        self._rows = []
        if opened is not None and opened.lookup is not None:
            for group in roster.arrange(opened.lookup, opened.sort, opened.query, opened.grouping):
                self._rows += [group.title] if group.title is not None else []
                self._rows += group.stakeholders
        self._names = max((columns(one.name) for one in self.stakeholders), default=10)
        self.top = min(self.top, self.last_top)
        self.reveal_selected()
        self.refresh()

    def reveal_selected(self) -> None:
        """Scroll to the selected stakeholder."""
        row = self._selected_row()
        if row is not None:
            self.reveal(row, row)
        self.refresh()

    @property
    def reading_row(self) -> int:
        """The row of the selected stakeholder."""
        row = self._selected_row()
        return self.top if row is None else row

    def keep_place(self) -> None:
        """Keep the selected stakeholder on the screen."""
        super().keep_place()
        self.reveal_selected()

    def neighbour(self, step: int) -> Stakeholder | None:
        """The stakeholder so many places after the selected one; beyond the ends there is none."""
        found = self.stakeholders
        ids = [one.id for one in found]
        selected = self._opened.stakeholder if self._opened else None
        if not found:
            return None
        if selected not in ids:
            return found[0] if step > 0 else found[-1]
        return found[min(max(ids.index(selected) + step, 0), len(found) - 1)]

    def beginning_with(self, letter: str) -> Stakeholder | None:
        """The next stakeholder after the selected one of whose name a word begins with a letter, round to the first."""
        found = self.stakeholders
        ids = [one.id for one in found]
        selected = self._opened.stakeholder if self._opened else None
        start = ids.index(selected) + 1 if selected in ids else 0
        letter = fold(letter).casefold()
        for one in (*found[start:], *found[:start]):
            if any(word.startswith(letter) for word in fold(one.name).casefold().split()):
                return one
        return None

    def title(self) -> list[Piece]:
        """How many there are, in which order, and what the filter is."""
        if self._opened is None or self._opened.lookup is None:
            return []
        pieces: list[Piece] = [(f"{len(self.stakeholders)} by {self._opened.sort}", "bar_quiet")]
        if self._opened.grouping != "none":
            pieces.append((f", grouped by {self._opened.grouping}", "bar_quiet"))
        if self._opened.filter:
            pieces = [*pieces, ("  ", "")] if self.has_title else []
            pieces.append((f"filter: {self._opened.filter}", "bar_key"))
        return pieces

    def render_header(self, y: int) -> Strip:
        """The names of the columns."""
        if not self._rows:
            return self.strip((), self.size.width, self.head_base)
        names, roles = self._widths()
        words = f"   {'Name':<{names}} {'Role or kind':<{roles}}{'said':>5}{'named':>7}"
        return self.strip([(words, "quiet" if self.has_title else "")], self.size.width, self.head_base)

    def render_body(self, row: int) -> Strip:
        """One stakeholder, or the heading of a group."""
        width = self.size.width
        if row >= len(self._rows):
            return self.message_row(self._empty_text(), row - len(self._rows), indent=3)
        found = self._rows[row]
        if isinstance(found, str):
            return self.strip([(f" {found}", "group")], width)
        assert self._opened is not None and self._opened.lookup is not None
        names, roles = self._widths()
        said, named = self._opened.lookup.salience[found.id]
        is_selected = found.id == self._opened.stakeholder
        quiet = "" if is_selected else "quiet"
        pieces = [
            (" ▸ " if is_selected else "   ", ""),
            (_fill(found.name, names + 1), "title" if said else ""),
            (_fill(self._opened.lookup.description(found), roles), quiet),
            (f"{said or '–':>5}{named:>7} ", quiet),
        ]
        return self.strip(pieces, width, "text+cursor" if is_selected else "text")

    def _widths(self) -> tuple[int, int]:
        """Columns for names and for roles."""
        room = max(10, self.size.width - 4 - COUNTS - 1)
        names = min(self._names, max(room // 2, room - 24))
        return names, max(0, room - names)

    def _selected_row(self) -> int | None:
        selected = self._opened.stakeholder if self._opened else None
        rows = (row for row, found in enumerate(self._rows) if not isinstance(found, str) and found.id == selected)
        return next(rows, None)

    def _empty_text(self) -> str:
        if self._rows or self._opened is None:
            return ""
        if self._opened.lookup is None:
            return self._opened.progress or "The analysis has not begun."
        if self._opened.filter:
            return f"The filter lets no one through; {self.themed_app.keymap.way_to('filter')} changes it."
        return "No stakeholder was found in this text."


def _fill(text: str, width: int) -> str:
    """The text cut or filled to exactly so many columns."""
    text = shorten(text, max(width - 1, 0))
    return text + " " * (width - columns(text))
