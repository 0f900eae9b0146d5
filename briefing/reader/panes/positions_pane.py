"""A Briefing in; the table of stakeholders and issues on the screen out.

The header rows and the first column stay where they are. A cell is a sign, the number of statements behind it, and
small letters for statements that are listed but not counted.
"""

from __future__ import annotations

from textual.strip import Strip

from briefing.reader import signs
from briefing.reader.desk import OpenArticle
from briefing.reader.lookup import Cell
from briefing.reader.panes.line_widget import Piece, length
from briefing.reader.panes.pane import Pane
from briefing.reader.table import Table, build
from briefing.reader.text.display import columns, shorten, wrap

HEADER_ROWS = 4
"""Rows that the labels of columns may take."""
NARROWEST, WIDEST = 11, 22
"""Columns of a cell; within these, cells are wide enough for the longest word of a label."""
LONGEST_WORD = 16
"""Columns beyond which a word of a label is cut rather than all cells widened."""
LOW = 14
"""Rows of the pane below which the legend keeps to one row."""


class PositionsPane(Pane):
    """Who stands where."""

    HEADING = "Positions"
    NUMBER = "3"

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._opened: OpenArticle | None = None
        self.table = Table()
        self._left = 0

    @property
    def row_count(self) -> int:
        """Rows of the table."""
        return len(self.table.rows)

    @property
    def header_height(self) -> int:
        """The title row, the labels of the columns, and a line."""
        return super().header_height + (len(self._header_lines()) + 1 if self.table.columns else 0)

    @property
    def footer_height(self) -> int:
        """The legend."""
        return len(self._legend_rows()) + int(self.size.height >= LOW) if self.table.columns else 0

    @property
    def row(self) -> int:
        """Row of the cursor."""
        return self._opened.table.row if self._opened else 0

    @property
    def column(self) -> int:
        """Column of the cursor."""
        return self._opened.table.column if self._opened else 0

    @property
    def key(self) -> tuple[str, str] | None:
        """Stakeholder and issue of the cell under the cursor."""
        return self.table.key(self.row, self.column)

    def show(self, opened: OpenArticle | None) -> None:
        """Show the positions of another article, or the same ones laid out in another way."""
        self._opened = opened
        self.table = build(opened) if opened is not None else Table()
        self.put_cursor(self.row, self.column)

    def put_cursor(self, row: int, column: int) -> None:
        """Move the cursor to a cell, or to the nearest one there is."""
        if self._opened is not None:
            row = min(max(row, 0), max(0, self.row_count - 1))
            if self.row_count and self.table.rows[row].id is None:
                forward = row >= self._opened.table.row
                row = row + 1 if (forward and row + 1 < self.row_count) or row == 0 else row - 1
            self._opened.table.row = row
            self._opened.table.column = min(max(column, 0), max(0, len(self.table.columns) - 1))
            self._reveal_column()
            self.top = min(self.top, self.last_top)
            self.reveal(row, row)
        self.refresh()
        self.post_message(self.Moved(self))

    def show_issue(self, issue: str) -> None:
        """Move the cursor to an issue, in the row or column where it is."""
        row, column = self.table.find(None, issue)
        self.put_cursor(self.row if row is None else row, self.column if column is None else column)

    def go_to_match(self) -> None:
        """Move the cursor to the first cell that the filter asks for, if it is not on one."""
        opened = self._opened
        if opened is None or opened.lookup is None:
            return
        cells = [(self.row, self.column)]
        cells += [(row, column) for row in range(self.row_count) for column in range(len(self.table.columns))]
        for row, column in cells:
            cell = self.table.cell(row, column, opened.lookup)
            if cell.statements and opened.query.allows_cell(cell):
                self.put_cursor(row, column)
                return

    def move(self, rows: int) -> None:
        """Move the cursor up or down."""
        self.put_cursor(self.row + rows, self.column)

    def move_column(self, step: int) -> None:
        """Move the cursor left or right."""
        self.put_cursor(self.row, self.column + step)

    def title(self) -> list[Piece]:
        """How large the table is and what part of it is on the screen."""
        if not self.table.columns:
            return []
        shown = self._shown_columns()
        pieces: list[Piece] = [(f"{self.row_count} × {len(self.table.columns)}", "bar_quiet")]
        if len(shown) < len(self.table.columns):
            pieces.append((f" ({shown.start + 1}–{shown.stop})", "bar_quiet"))
        if self._opened is not None and self._opened.filter:
            pieces.append((f"  filter: {self._opened.filter}", "bar_key"))
        return pieces

    def render_header(self, y: int) -> Strip:
        """The labels of the columns, then a line."""
        width, lines = self.size.width, self._header_lines()
        if y == len(lines):
            return self.strip([("─" * width, "rule")], width)
        pieces: list[Piece] = [(" " * self._name_width(), "")]
        for column in self._shown_columns():
            label = self._label_lines(column, len(lines))[y]
            role = "group" if column == self.column and self.has_focus else "quiet"
            pieces.append((_fill(label, self._cell_width()), role))
        return self.strip(pieces, width)

    def render_body(self, row: int) -> Strip:
        """One row: the label, then the cells."""
        width = self.size.width
        if row >= self.row_count:
            return self.strip([(self._empty_text(row), "quiet")], width)
        label = self.table.rows[row]
        if label.id is None:
            return self.strip([(f" {label.text}", "group")], width)
        is_row = row == self.row
        pieces: list[Piece] = [(_fill(f" {label.text}", self._name_width()), "title" if is_row else "")]
        for column in self._shown_columns():
            pieces += self._cell_pieces(row, column, under_cursor=is_row and column == self.column)
        return self.strip(pieces, width)

    def render_footer(self, y: int) -> Strip:
        """A line, then the legend of the signs."""
        rows = self._legend_rows()
        if y < self.footer_height - len(rows):
            return self.strip([("─" * self.size.width, "rule")], self.size.width)
        return self.strip(rows[y - self.footer_height + len(rows)], self.size.width)

    def _legend_rows(self) -> list[list[Piece]]:
        """The legend in as many rows as it needs; a low pane has one at most."""
        words = [*signs.legend_words(), *([] if self.size.height < LOW else signs.small_print())]
        rows: list[list[Piece]] = [[(" ", "")]]
        for pieces in words:
            if length(rows[-1]) + length(pieces) > self.size.width:
                rows.append([(" ", "")])
            rows[-1] += pieces
        return rows[:1] if self.size.height < LOW else rows

    def _cell_pieces(self, row: int, column: int, *, under_cursor: bool) -> list[Piece]:
        assert self._opened is not None and self._opened.lookup is not None
        cell = self.table.cell(row, column, self._opened.lookup)
        width = self._cell_width()
        faded = not self._opened.query.allows_cell(cell)
        pieces = cell_pieces(cell) if not faded else [("·" if cell.statements else "", "nothing")]
        pieces = [(" ", ""), *pieces]
        pieces.append((" " * (width - length(pieces)), ""))
        if under_cursor:
            return [(text, f"{role}+cursor" if role else "cursor") for text, role in pieces]
        return pieces

    def _name_width(self) -> int:
        longest = max((columns(label.text) for label in self.table.rows), default=10) + 2
        return min(longest, max(14, self.size.width * 2 // 5), 34)

    def _cell_width(self) -> int:
        room = self.size.width - self._name_width()
        count = max(1, len(self.table.columns))
        words = [columns(word) for label in self.table.columns for word in label.text.split()]
        needed = max(NARROWEST, min(max(words, default=0), LONGEST_WORD) + 2)
        if room // count >= needed:
            return min(WIDEST, room // count)
        return max(6, room // max(1, room // needed))

    def _shown_columns(self) -> range:
        fitting = max(1, (self.size.width - self._name_width()) // self._cell_width())
        left = min(self._left, max(0, len(self.table.columns) - fitting))
        return range(left, min(left + fitting, len(self.table.columns)))

    def _reveal_column(self) -> None:
        shown = self._shown_columns()
        if self.column < shown.start:
            self._left = self.column
        elif self.column >= shown.stop:
            self._left = self.column - len(shown) + 1

    def _header_lines(self) -> range:
        """As many rows as the longest label on the screen needs."""
        rows = [len(wrap(self.table.columns[column].text, self._cell_width() - 2)) for column in self._shown_columns()]
        return range(min(HEADER_ROWS, max(rows, default=1)))

    def _label_lines(self, column: int, rows: int) -> list[str]:
        """A label wrapped into rows; what does not fit ends in an ellipsis. Short labels stand at the bottom."""
        text, room = self.table.columns[column].text, self._cell_width() - 2
        cuts = wrap(text, room)
        lines = [text[start:end] for start, end in cuts[:rows]]
        if len(cuts) > rows:
            lines[-1] = shorten(text[cuts[rows - 1][0] :], room)
        return [""] * (rows - len(lines)) + [f" {line}" for line in lines]

    def _empty_text(self, row: int) -> str:
        if row or self._opened is None:
            return ""
        if self._opened.lookup is None:
            return f" {self._opened.progress or 'The analysis has not begun.'}"
        if self._opened.filter:
            return " The filter leaves nothing; f changes it."
        return " No position was found in this text."


def cell_pieces(cell: Cell) -> list[Piece]:
    """A cell in a few columns: sign, number of statements, letters for what is not counted."""
    role = signs.style_of(cell.stance, cell.weight)
    pieces: list[Piece] = [(signs.letter(cell.stance, cell.weight), role)]
    if cell.counted:
        pieces.append((f" {len(cell.counted)}", "quiet"))
    letters = "".join(signs.STATUS_LETTERS[status] for status in signs.STATUS_LETTERS if _has(cell, status))
    if letters:
        pieces.append((f" +{letters}", "past"))
    return pieces


def _has(cell: Cell, status: str) -> bool:
    return any(statement.status == status for statement in cell.others)


def _fill(text: str, width: int) -> str:
    text = shorten(text, width - 1)
    return text + " " * (width - columns(text))
