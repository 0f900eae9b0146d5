"""Rows of a page in; a list with a cursor that goes from entry to entry out."""

from __future__ import annotations

from textual import events
from textual.strip import Strip

from briefing.reader.pages.page import Page, Row, Target
from briefing.reader.panes.line_widget import Piece
from briefing.reader.panes.pane import Pane
from briefing.reader.text.display import NO_BREAK
from briefing.reader.text.search import fold

NARROWEST = 24
"""Columns that rows have at least; in a narrower window their ends are cut off."""


class ListPane(Pane):
    """A page."""

    def __init__(self, page: Page, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self.has_title = False
        self.page = page
        self.entry = page.first
        self.side = 0
        """Which of an entry's targets Enter follows."""
        self._all: list[Row] = []
        self._rows: list[Row] = []
        self._filter = ""

    @property
    def row_count(self) -> int:
        """Rows that the filter lets through."""
        return len(self._rows)

    @property
    def reading_row(self) -> int:
        """The first row of the entry under the cursor."""
        return next((index for index, row in enumerate(self._rows) if row.entry == self.entry), self.top)

    @property
    def entries(self) -> list[int]:
        """Numbers of the entries that the filter lets through."""
        return list(dict.fromkeys(row.entry for row in self._rows if row.entry is not None))

    @property
    def target(self) -> Target | None:
        """Where the entry under the cursor leads."""
        targets = next((row.targets for row in self._rows if row.entry == self.entry), ())
        if not targets:
            return None
        chosen = targets[min(self.side, len(targets) - 1)]
        return chosen if chosen is not None else next((one for one in targets if one is not None), None)

    @property
    def text_of_entry(self) -> str:
        """The words of the entry under the cursor."""
        return " ".join(
            "".join(text for text, _ in row.pieces).strip() for row in self._rows if row.entry == self.entry
        ).replace(NO_BREAK, " ")

    def filter(self, words: str) -> None:
        """Show only entries that hold all of some words; without words show everything."""
        self._filter = words
        self._choose()
        if self.page.filters and words:
            self.entry = self._best()
        self.top = 0
        self._reveal()
        self.refresh()
        self.post_message(self.Moved(self))

    def move(self, rows: int) -> None:
        """Move the cursor by a number of entries; a page without entries scrolls."""
        found = self.entries
        if not found:
            self.scroll_to_row(self.top + rows)
            return
        index = found.index(self.entry) if self.entry in found else 0
        before = self.entry
        self.entry = found[min(max(index + rows, 0), len(found) - 1)]
        if self.entry == before:
            self.scroll_to_row(self.top + rows)
        self._reveal()
        self.refresh()
        self.post_message(self.Moved(self))

    def move_page(self, direction: int) -> None:
        """Scroll by a screen, and put the cursor on an entry there."""
        self.scroll_to_row(self.top + direction * max(1, self.body_height - 1))
        visible = [row.entry for row in self._rows[self.top : self.top + self.body_height] if row.entry is not None]
        if visible:
            self.entry = visible[0] if direction > 0 else visible[-1]
        elif self.entries:
            self.entry = self.entries[-1 if direction > 0 else 0]
        self.refresh()
        self.post_message(self.Moved(self))

    def choose_side(self, side: int) -> None:
        """Choose the left or the right text of a pair."""
        self.side = side
        self.refresh()

    def title(self) -> list[Piece]:
        """Where the cursor is among the entries, and what the filter is."""
        found = self.entries
        if not found or self.entry not in found:
            return []
        pieces: list[Piece] = [(f"filter: {self._filter}  ", "bar_key")] if self._filter else []
        return [*pieces, (f"{found.index(self.entry) + 1} of {len(found)} ", "bar_quiet")]

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the rows to the new width."""
        self._all = self.page.rows(max(min(event.size.width, self.page.widest), NARROWEST))
        self._choose()
        self._reveal()
        self.refresh()

    def render_body(self, row: int) -> Strip:
        """One row; those of the entry under the cursor are marked."""
        width = self.size.width
        if row >= len(self._rows):
            return self.strip([(f"   {self.page.empty}" if row == 0 else "", "quiet")], width)
        found = self._rows[row]
        if found.entry is None or found.entry != self.entry:
            return self.strip(found.pieces, width)
        is_first = row == 0 or self._rows[row - 1].entry != found.entry
        if len(found.targets) > 1:
            return self.strip(self._mark_side(found, is_first=is_first), width, "text+cursor")
        pieces = list(found.pieces)
        if is_first and pieces and pieces[0][0].strip() == "" and len(pieces[0][0]) > 1:
            pieces[0] = (" ▸" + pieces[0][0][2:], pieces[0][1])
        return self.strip([(text, _on_cursor(role)) for text, role in pieces], width, "text+cursor")

    def _mark_side(self, row: Row, *, is_first: bool) -> list[Piece]:
        """A row of a pair, with a mark at the side that Enter follows."""
        pieces = [(text, _on_cursor(role)) for text, role in row.pieces]
        if not is_first:
            return pieces
        if row.targets.index(self.target) == 1:
            return [("│▸" if text == "│ " else text, role) for text, role in pieces]
        return [(" ▸ ", ""), *pieces[1:]]

    def _choose(self) -> None:
        words = fold(self._filter).casefold().split()
        if not words:
            self._rows = self._all
            self._stay_on_an_entry()
            return
        texts: dict[int, str] = {}
        for row in self._all:
            if row.entry is not None:
                line = "".join(text for text, _ in row.pieces) + f" {row.words}"
                texts[row.entry] = f"{texts.get(row.entry, '')} {fold(line).casefold()}"
        kept = {entry for entry, text in texts.items() if all(word in text for word in words)}
        self._rows = [row for row in self._all if row.entry in kept]
        self._stay_on_an_entry()

    def _best(self) -> int:
        """The first entry whose name holds what was typed; else whose further words begin with it; else the first."""
        words = fold(self._filter).casefold().split()
        for row in self._rows:
            name = fold(" ".join(text for text, role in row.pieces if role == "title")).casefold()
            if row.entry is not None and all(word in name for word in words):
                return row.entry
        for row in self._rows:
            if row.entry is not None and fold(row.words).casefold().startswith(" ".join(words)):
                return row.entry
        return self.entries[0] if self.entries else self.entry

    def _stay_on_an_entry(self) -> None:
        found = self.entries
        if found and self.entry not in found:
            self.entry = found[0]

    def _reveal(self) -> None:
        rows = [index for index, row in enumerate(self._rows) if row.entry == self.entry]
        if rows:
            if self.entries and self.entry == self.entries[0]:
                self.scroll_to_row(0)
            self.reveal(rows[0], rows[-1])
        self.top = min(self.top, self.last_top)


def _on_cursor(role: str) -> str:
    """Quiet words are not quiet on the ground of the cursor: they could not be read."""
    return "" if role in ("quiet", "past", "nothing", "rule") else role
