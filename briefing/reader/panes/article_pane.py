"""An open article in; its text on the screen out: wrapped, numbered, with marks on who speaks and what was found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from textual import events
from textual.geometry import Region
from textual.strip import Strip

from briefing.exports.passages import paragraph_numbers
from briefing.model import Span
from briefing.reader.desk import OpenArticle
from briefing.reader.panes.line_widget import Piece
from briefing.reader.panes.pane import Pane
from briefing.reader.text import highlights
from briefing.reader.text.highlights import Mark, Marks
from briefing.reader.text.layout import INDENTS, Layout, lay_out

NUMBERS = 5
"""Columns of the margin with paragraph numbers."""
MARGIN = 2
"""Columns between the margin and the text: one for the bar beside evidence, one empty."""

_WORD = re.compile(r"\w[\w’'-]*")

_BULLET = re.compile(r"[•‣◦▪–—*-]\s")
"""What an item of a list begins with in the text itself; then it needs no second bullet."""

LONGEST_WORD = 200
"""Characters before the cursor in which the word before is looked for first."""

STRIPS = 2000
"""Rendered rows that are kept."""


class ArticlePane(Pane):
    """The text of the article."""

    HEADING = "Article"
    NUMBER = "1"

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self.shows_numbers = True
        self.text_cursor: int | None = None
        """Where the keyboard's selection ends; None while she only reads."""
        self.selection_anchor: int | None = None
        """Where the keyboard's selection begins; None until she has fixed it."""
        self.mark = 0
        """Row of the mark that `j` moves, where it does not scroll."""
        self._opened: OpenArticle | None = None
        self._layout = Layout((), [], 0)
        self._numbers: list[int | None] = []
        self._layout_key: tuple[int, int, bool] | None = None
        self._marks = Marks()
        self._strip_of = lru_cache(STRIPS)(self._draw)

    @property
    def row_count(self) -> int:
        """Rows of the whole text."""
        return len(self._layout.lines)

    @property
    def layout_of_text(self) -> Layout:
        """The rows at the present width."""
        return self._layout

    @property
    def offset_at_top(self) -> int:
        """The first character on the screen."""
        lines = self._layout.lines
        return lines[min(self.top, len(lines) - 1)].start if lines else 0

    @property
    def reading_row(self) -> int:
        """The row of the keyboard's selection, of the mark, or of the statement or match that is shown."""
        if self.text_cursor is not None:
            return self._layout.line_at(self.text_cursor)
        if self.shows_mark:
            return self.mark
        if self._opened is None:
            return self.top
        statement, search = self._opened.shown_statement, self._opened.search
        spans = [span for span in statement.content if self.shows(span)] if statement else []
        if not spans and search.current is not None and self.shows(search.matches[search.current]):
            spans = [search.matches[search.current]]
        return min((self._layout.line_at(span.start) for span in spans), default=self.top)

    def show(self, opened: OpenArticle | None) -> None:
        """Show another article, at the place where she left it."""
        self._opened = opened
        self.text_cursor = self.selection_anchor = None
        self._lay_out()
        if opened is not None:
            self.top = min(self._layout.line_at(opened.offset), self.last_top) if self.row_count else 0
        self.refresh_marks()

    def refresh_marks(self) -> None:
        """Mark the text anew after another stakeholder, statement or match was chosen."""
        self._marks = self._all_marks()
        self.refresh()

    def refresh_theme(self) -> None:
        """Draw everything anew in the styles of another theme, or with or without numbers."""
        offset = self.offset_at_top
        self._strip_of.cache_clear()
        self._lay_out()
        self.top = min(self._layout.line_at(offset), self.last_top) if self.row_count else 0
        self.refresh()

    def shows(self, span: Span) -> bool:
        """Whether the first row of a span is on the screen."""
        return self.top <= self._layout.line_at(span.start) < self.top + self.body_height

    def go_to(self, span: Span) -> None:
        """Scroll so that a span can be read; what is on the screen already stays where it is."""
        rows = self._layout.lines_of(span.start, span.end)
        if rows and not (self.top <= rows[0] and rows[-1] < self.top + self.body_height):
            self.scroll_to_row(rows[0] - self.body_height // 3)
        self._mark_at(rows)

    def go_to_nearest(self, spans: Iterable[Span]) -> None:
        """Scroll to the span that is the fewest rows away, and no further than needed if it is near."""
        bottom = self.top + self.body_height - 1
        places = [self._layout.lines_of(span.start, span.end) for span in spans]
        away = [(max(self.top - rows[0], rows[-1] - bottom), rows) for rows in places if rows]
        distance, rows = min(away, key=lambda one: one[0], default=(0, range(0)))
        if rows and 0 < distance <= self.body_height // 2:
            self.reveal(rows[0], rows[-1], around=1)
        elif distance > 0:
            self.scroll_to_row(rows[0] - self.body_height // 3)
        self._mark_at(rows)

    @property
    def shows_mark(self) -> bool:
        """Whether `j` moves a mark and the text stands still until the mark comes to its end."""
        return self.themed_app.moves_mark(is_alone=self.size.width == self.screen.size.width)

    def move(self, rows: int) -> None:
        """Scroll; where there is a mark, one row moves it, and more rows take it along."""
        if not self.shows_mark or not self.row_count:
            super().move(rows)
            return
        mark = self.mark
        if abs(rows) == 1:
            self._put_mark(self._text_row(mark + rows, rows))
        else:
            super().move(rows)
            self._put_mark(mark + rows)

    def _mark_at(self, rows: range) -> None:
        """Put the mark where she was led."""
        if rows and self.shows_mark:
            self._put_mark(rows[0])

    def _put_mark(self, row: int) -> None:
        """Move the mark to a row; at an end of the screen the text is turned by half a page."""
        old, self.mark = self.mark, min(max(row, 0), self.row_count - 1)
        if not self.top <= self.mark < self.top + self.body_height:
            self.scroll_to_row(self.mark - self.body_height // 2)
            return
        for one in {old, self.mark}:
            self.refresh(Region(0, self.header_height + one - self.top, self.size.width, 1))

    def scroll_to_row(self, top: int) -> None:
        """Put a row at the top, or as near to it as there are rows; the mark stays on the screen."""
        super().scroll_to_row(top)
        self.mark = min(max(self.mark, self.top), self.top + self.body_height - 1, max(0, self.row_count - 1))

    @property
    def selection(self) -> Span | None:
        """The text that is selected with the keyboard, both ends included."""
        if self.text_cursor is None or self.selection_anchor is None:
            return None
        first, last = sorted((self.text_cursor, self.selection_anchor))
        return Span(first, last + 1)

    def start_or_anchor_selection(self) -> None:
        """Set the cursor on the text; when it is set, fix the beginning of the selection there."""
        if self.text_cursor is None:
            statement = self._opened.shown_statement if self._opened else None
            shown = [span for span in statement.content if self.shows(span)] if statement else []
            self.text_cursor = shown[0].start if shown else self._first_text_offset()
        elif self.selection_anchor is None:
            self.selection_anchor = self.text_cursor
        self.refresh_marks()

    def end_selection(self) -> None:
        """Select nothing, and read on."""
        self.text_cursor = self.selection_anchor = None
        self.refresh_marks()

    def move_text_cursor(self, step: int) -> None:
        """Move the cursor by characters; the white space between two rows is stepped over."""
        if self.text_cursor is None or self._opened is None:
            return
        offset = self.text_cursor + step
        row = self._layout.line_at(offset)
        if offset >= self._layout.lines[row].end:
            row = self._text_row(row + 1 if step > 0 else row, 1 if step > 0 else -1)
            line = self._layout.lines[row]
            offset = line.start if step > 0 and line.start > self.text_cursor else line.end - 1
        self._put_text_cursor(offset)

    def move_text_cursor_rows(self, rows: int) -> None:
        """Move the cursor up or down, keeping its column where the row is long enough."""
        if self.text_cursor is None:
            return
        row = self._layout.line_at(self.text_cursor)
        column = self.text_cursor - self._layout.lines[row].start
        line = self._layout.lines[self._text_row(row + rows, 1 if rows > 0 else -1)]
        self._put_text_cursor(min(line.start + column, line.end - 1))

    def move_text_cursor_word(self, step: int) -> None:
        """Move the cursor to the beginning of the next word, or of the one before.

        Once the beginning of the selection is fixed, forwards means to the last letter of a word: what is copied then
        ends with whole words.
        """
        if self.text_cursor is None or self._opened is None:
            return
        text, cursor = self._opened.article.text, self.text_cursor
        if step > 0:
            to_ends = self.selection_anchor is not None
            words = _WORD.finditer(text, cursor)
            places = (found.end() - 1 if to_ends else found.start() for found in words)
            self._put_text_cursor(next((place for place in places if place > cursor), cursor))
            return
        for nearby in (LONGEST_WORD, len(text)):
            # A word that is cut by the beginning of the stretch is not taken for a whole one.
            begin = max(0, cursor - nearby)
            starts = [
                found.start() for found in _WORD.finditer(text, begin, cursor) if found.start() > begin or not begin
            ]
            if starts:
                self._put_text_cursor(starts[-1])
                return

    def move_text_cursor_to_row_end(self) -> None:
        """Move the cursor to the last character of its row."""
        if self.text_cursor is not None:
            self._put_text_cursor(self._layout.lines[self._layout.line_at(self.text_cursor)].end - 1)

    def _put_text_cursor(self, offset: int) -> None:
        self.text_cursor = offset
        row = self._layout.line_at(offset)
        self.reveal(row, row)
        self.refresh_marks()

    def _first_text_offset(self) -> int:
        return self._layout.lines[self._text_row(self.top, 1)].start

    def _text_row(self, row: int, step: int) -> int:
        """The nearest row with text from a row on, looking in one direction first."""
        lines = self._layout.lines
        row = min(max(row, 0), len(lines) - 1)
        below, above = range(row, len(lines)), range(row, -1, -1)
        candidates = (*below, *above) if step > 0 else (*above, *below)
        return next((candidate for candidate in candidates if lines[candidate].block != -1), row)

    def title(self) -> list[Piece]:
        """How far she has read."""
        return [(self.progress(), "bar_quiet")]

    def progress(self) -> str:
        """How far she has read, in per cent."""
        if not self.row_count:
            return ""
        return f"{min(100, round(100 * (self.top + self.body_height) / self.row_count))} %"

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the text to the new width."""
        self._fit()
        self.top = min(self.top, self.last_top)
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of the pane. Textual draws before it tells a new size, and the first screen is to have the text."""
        self._fit()
        return super().render_lines(crop)

    def _fit(self) -> None:
        """Wrap the text to the width that the pane has; the character at the top stays there."""
        before = self._layout_key
        offset = self.offset_at_top if self._layout.lines else self._opened.offset if self._opened else 0
        self._lay_out()
        if self.row_count and self._layout_key != before:
            self.top = min(self._layout.line_at(offset), self.last_top)

    def render_body(self, row: int) -> Strip:
        """One row of the text."""
        if self._opened is None or row >= self.row_count:
            return self.strip((), self.size.width)
        line = self._layout.lines[row]
        has_mark = row == self.mark and self.shows_mark
        return self._strip_of(row, self._marks.between(line.start, line.end), self.size.width, has_mark)

    def _draw(self, row: int, marks: tuple[Mark, ...], width: int, has_mark: bool) -> Strip:
        assert self._opened is not None
        line = self._layout.lines[row]
        left = " " * max(0, (width - self._layout.width - self._margin - 1) // 2)
        if line.block == -1:
            return self.strip((), width)
        number = self._numbers[line.block] if line.is_first else None
        roles = {mark.role for mark in marks}
        bar = "▌" if "evidence" in roles else "│" if "content" in roles else " "
        pieces: list[Piece] = [(left, "")]
        if self.shows_numbers:
            pieces.append((f"{number if number is not None else '':>{NUMBERS - 1}} ", "quiet"))
        pieces += [(bar, "heading" if bar == "▌" else "rule"), ("▸" if has_mark else " ", "heading")]
        pieces += self._indent(line.block, is_first=line.is_first)
        base = self._role(line.block)
        pieces += highlights.pieces_of(self._opened.article.text, line.start, line.end, base, marks)
        return self.strip(pieces, width)

    def _indent(self, block: int, *, is_first: bool) -> list[Piece]:
        kind, level = self._layout.blocks[block].kind, self._layout.blocks[block].level
        columns = INDENTS.get(kind, 0) + 2 * max(0, level - 1) * (kind == "item")
        if kind == "item" and is_first and _BULLET.match(self._text_of(block)):
            return [(" " * (columns - INDENTS["item"]), "")]
        if kind == "item" and is_first:
            return [("• ".rjust(columns), "quiet")]
        if kind == "quote":
            return [("┃ ", "rule")]
        return [(" " * columns, "")] if columns else []

    def _text_of(self, block: int) -> str:
        found = self._layout.blocks[block]
        return self._opened.article.text[found.start : found.start + 8] if self._opened is not None else ""

    def _role(self, block: int) -> str:
        kind, level = self._layout.blocks[block].kind, self._layout.blocks[block].level
        if kind == "heading":
            return "title" if level <= 1 and block == 0 else "heading"
        return {
            "byline": "byline",
            "dateline": "byline",
            "caption": "caption",
            "quote": "quote",
            "trailer": "trailer",
        }.get(kind, "text")

    @property
    def _margin(self) -> int:
        return MARGIN + (NUMBERS if self.shows_numbers else 0)

    def _lay_out(self) -> None:
        """Wrap the text if article or width changed; before the pane has its size, there is nothing to wrap to."""
        if not self.size.width:
            return
        article = self._opened.article if self._opened else None
        width = min(self.themed_app.text_width, max(10, self.size.width - self._margin - 1))
        key = (id(article), width, self.shows_numbers)
        if key == self._layout_key:
            return
        self._layout_key = key
        self._layout = lay_out(article, width) if article is not None else Layout((), [], width)
        self._numbers = paragraph_numbers(self._layout.blocks)
        self._strip_of.cache_clear()

    def _all_marks(self) -> Marks:
        opened = self._opened
        if opened is None:
            return Marks()
        marks: list[Mark] = []
        if opened.lookup is not None and opened.stakeholder is not None:
            stakeholder = opened.lookup.stakeholders[opened.stakeholder]
            marks += highlights.stakeholder_marks(stakeholder.mentions, opened.lookup.statements_of(stakeholder.id))
        if opened.shown_statement is not None:
            marks += highlights.evidence_marks(opened.shown_statement)
        if self.text_cursor is not None:
            selected = self.selection or Span(self.text_cursor, self.text_cursor + 1)
            marks.append(Mark(selected.start, selected.end, "selection"))
        return Marks(marks, opened.search.matches, opened.search.current)
