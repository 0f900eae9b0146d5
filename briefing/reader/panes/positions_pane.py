"""A Briefing in; the table of stakeholders and issues on the screen out.

The header rows and the first column stay where they are. A cell is a sign, the number of statements behind it, and
small letters for statements that are listed but not counted.
"""

from __future__ import annotations

from textual.strip import Strip

from briefing.reader import signs
from briefing.reader.desk import OpenArticle, TableView
from briefing.reader.lookup import Cell
from briefing.reader.panes.line_widget import Piece, length
from briefing.reader.panes.pane import Pane
from briefing.reader.table import Table, build
from briefing.reader.text.display import columns, count, shorten
from briefing.reader.text.labels import column_widths, natural_widths, wrap_label

FEWEST_HEADER_ROWS, MOST_HEADER_ROWS = 2, 5
"""Rows that the labels of columns may take in a very low pane, and in a high one."""
HEADER_SHARE = 4
"""The part of the pane that labels may take between these."""
NAMES = 14, 44
"""Columns that the names of the rows take at least, if they are so long, and at most."""
LOW = 14
"""Rows of the pane below which the legend keeps to one row."""
LOWEST = 10
"""Rows of the pane below which there is no legend, and labels take few rows; the status row says it in words."""


class PositionsPane(Pane):
    """Who stands where."""

    HEADING = "Positions"
    NUMBER = "3"

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._opened: OpenArticle | None = None
        self.table = Table()
        self._left = 0
        self._small_print: list[list[Piece]] = []
        self._measured: tuple[Table, int, int, list[int]] = (self.table, -1, 0, [])
        """Table and columns of the screen, and what was found for them: columns of the names, and of each cell."""

    @property
    def row_count(self) -> int:
        """Rows of the table."""
        return len(self.table.rows)

    @property
    def header_height(self) -> int:
        """The title row, the labels of the columns, and a line."""
        return super().header_height + (len(self._header_lines()) + self._has_rule if self.table.columns else 0)

    @property
    def _has_rule(self) -> bool:
        """Whether a line stands between labels and cells; a pane without a title row has a ground of its own there."""
        return self.has_title

    @property
    def footer_height(self) -> int:
        """The legend."""
        return len(self._legend_rows()) + int(self.size.height >= LOW) if self.table.columns else 0

    @property
    def row(self) -> int:
        """Row of the cursor."""
        return self._opened.table.row if self._opened and self.row_count else 0

    @property
    def reading_row(self) -> int:
        """The row of the cursor."""
        return self.row

    def keep_place(self) -> None:
        """Keep the cursor on the screen."""
        super().keep_place()
        self.reveal(self.row, self.row)

    @property
    def column(self) -> int:
        """Column of the cursor."""
        return self._opened.table.column if self._opened and self.row_count else 0

    @property
    def key(self) -> tuple[str, str] | None:
        """Stakeholder and issue of the cell under the cursor."""
        return self.table.key(self.row, self.column)

    def show(self, opened: OpenArticle | None) -> None:
        """Show the positions of another article, or the same ones laid out in another way.

        The cursor stays on its stakeholder and its issue; where one of them is gone, on the row or column.
        """
        self._opened = opened
        self.table = build(opened) if opened is not None else Table()
        self._small_print = self._find_small_print()
        view = opened.table if opened is not None else TableView()
        row, column = self.table.find(view.stakeholder, view.issue)
        self.put_cursor(self.row if row is None else row, self.column if column is None else column)

    def put_cursor(self, row: int, column: int) -> None:
        """Move the cursor to a cell, or to the nearest one there is."""
        # A table that is empty for now, while the analysis runs or a filter is typed, leaves the cursor where it was.
        if self._opened is not None and self.row_count:
            view = self._opened.table
            row = min(max(row, 0), self.row_count - 1)
            if self.table.rows[row].id is None:
                forward = row >= view.row
                row = row + 1 if (forward and row + 1 < self.row_count) or row == 0 else row - 1
            view.row = row
            view.column = min(max(column, 0), max(0, len(self.table.columns) - 1))
            view.stakeholder, view.issue = self.key or (view.stakeholder, view.issue)
            self._reveal_column()
            self.top = min(self.top, self.last_top)
            self.reveal(row, row)
        self.refresh()
        self.post_message(self.Moved(self))

    def show_stakeholder(self, stakeholder: str, *, stays_on_issue: bool) -> None:
        """Move the cursor to a stakeholder.

        Args:
            stakeholder: id.
            stays_on_issue: whether the issue stays the same; else it is the first one on which they said something,
                if there is nothing on this one.
        """
        lookup = self._opened.lookup if self._opened else None
        row, column = self.table.find(stakeholder, None)
        row, column = self.row if row is None else row, self.column if column is None else column
        if lookup is not None and not stays_on_issue and not self.table.cell(row, column, lookup).statements:
            labels = self.table.rows if self.table.transposed else self.table.columns
            said = (one.id for one in labels if one.id and lookup.cell(stakeholder, one.id).statements)
            found = self.table.find(stakeholder, next(said, None))
            row, column = row if found[0] is None else found[0], column if found[1] is None else found[1]
        self.put_cursor(row, column)

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
        """How many issues there are, or which part of them is on the screen."""
        has_filter = self._opened is not None and self._opened.lookup is not None and bool(self._opened.filter)
        if not self.table.columns and not has_filter:
            return []
        shown, total = self._shown_columns(), len(self.table.columns)
        what = "stakeholder" if self.table.transposed else "issue"
        words = count(total, what)
        if len(shown) < total:
            part = f"{shown.start + 1}–{shown.stop}" if len(shown) > 1 else f"{shown.stop}"
            words = f"{what}s {part} of {total}"
        pieces: list[Piece] = [(words, "bar_quiet")]
        if self._opened is not None and has_filter:
            # On a narrow screen there is room for one of them: what is hidden matters more.
            pieces = [*pieces, ("  ", "")] if self.has_title else []
            pieces.append((f"filter: {self._opened.filter}", "bar_key"))
        return pieces

    def render_header(self, y: int) -> Strip:
        """The labels of the columns, then a line."""
        width, lines = self.size.width, self._header_lines()
        if y == len(lines):
            return self.strip([("─" * width, "rule")], width)
        pieces: list[Piece] = [(" " * self._name_width(), "")]
        quiet = "quiet" if self.has_title else ""
        for column in self._shown_columns():
            label = self._label_lines(column, len(lines))[y]
            role = quiet
            if column == self.column and self.has_focus:
                role = "group" if self.has_title else "bar_key"
            pieces.append((f" {label}{' ' * (self._widths()[column] - 1 - columns(label))}", role))
        return self.strip(pieces, width, self.head_base)

    def render_body(self, row: int) -> Strip:
        """One row: the label, then the cells."""
        width = self.size.width
        if row >= self.row_count:
            return self.message_row(self._empty_text(), row - self.row_count, indent=1)
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
        words = [*signs.legend_words(), *([] if self.size.height < LOW else self._small_print)]
        if self._fades:
            words.insert(0, [(signs.FILTERED, "nothing"), (" not asked for  ", "quiet")])
        if self.size.height < LOWEST:
            return []
        rows: list[list[Piece]] = [[(" ", "")]]
        for pieces in words:
            if length(rows[-1]) + length(pieces) > self.size.width:
                rows.append([(" ", "")])
            rows[-1] += pieces
        return rows[:1] if self.size.height < LOW else rows

    @property
    def _fades(self) -> bool:
        """Whether the filter asks for some cells only."""
        return self._opened is not None and self._opened.query.asks_for_cells

    def _find_small_print(self) -> list[list[Piece]]:
        """What small letters mean, as far as the table has any."""
        cells = [cell for column in self._cells() for cell in column]
        statuses = {one.status for cell in cells for one in cell.others}
        return signs.small_print(
            statuses,
            {cell.weight for cell in cells},
            has_review=any(cell.is_reviewed for cell in cells),
        )

    def _cells(self) -> list[list[Cell]]:
        """All cells, column by column."""
        lookup = self._opened.lookup if self._opened else None
        if lookup is None:
            return []
        rows, all_columns = range(self.row_count), range(len(self.table.columns))
        return [[self.table.cell(row, column, lookup) for row in rows] for column in all_columns]

    def _cell_pieces(self, row: int, column: int, *, under_cursor: bool) -> list[Piece]:
        assert self._opened is not None and self._opened.lookup is not None
        cell = self.table.cell(row, column, self._opened.lookup)
        width = self._widths()[column]
        faded = not self._opened.query.allows_cell(cell)
        pieces = cell_pieces(cell) if not faded else [(signs.FILTERED if cell.statements else "", "nothing")]
        pieces = [(" ", ""), *pieces]
        pieces.append((" " * (width - length(pieces)), ""))
        if under_cursor:
            return [(text, f"{role}+cursor" if role else "cursor") for text, role in pieces]
        return pieces

    def _name_width(self) -> int:
        """Columns of the screen for the labels of the rows."""
        return self._measure()[0]

    def _room(self) -> int:
        """Columns of the screen beside the labels of the rows."""
        return max(1, self.size.width - self._name_width())

    def _widths(self) -> list[int]:
        """Columns of the screen for each column of the table."""
        return self._measure()[1]

    def _measure(self) -> tuple[int, list[int]]:
        """Share the columns of the screen between names and cells.

        Names give way to the words over the columns, down to a third of the screen; further where that keeps all
        these words whole, and two thirds of the names.
        """
        table, width, names, widths = self._measured
        if table is not self.table or width != self.size.width:
            table, width = self.table, self.size.width
            labels = [one.text for one in table.columns]
            contents = [max((length(cell_pieces(cell)) for cell in cells), default=0) for cells in self._cells()]
            lengths = sorted(columns(label.text) + 2 for label in table.rows) or [10]
            longest, most = lengths[-1], lengths[len(lengths) * 2 // 3]
            wanted = sum(natural_widths(labels, contents, gap=1))
            least = min(longest, max(NAMES[0], width // 3))
            if width - least < wanted <= width - max(NAMES[0], most):
                least = width - wanted
            names = max(least, min(longest, NAMES[1], width - sum(natural_widths(labels, contents))))
            widths = column_widths(labels, contents, max(1, width - names))
            self._measured = (table, width, names, widths)
        return names, widths

    def _shown_columns(self) -> range:
        """The columns of the table that fit beside the names, from the leftmost that was chosen on."""
        widths, room = self._widths(), self._room()
        left = min(self._left, max(0, len(widths) - 1))
        while left > 0 and sum(widths[left - 1 :]) <= room:
            left -= 1
        stop, taken = left, 0
        while stop < len(widths) and (stop == left or taken + widths[stop] <= room):
            taken += widths[stop]
            stop += 1
        return range(left, stop)

    def _reveal_column(self) -> None:
        shown = self._shown_columns()
        if self.column < shown.start:
            self._left = self.column
        while self._shown_columns().stop <= self.column < len(self.table.columns):
            self._left = self._shown_columns().start + 1

    def _header_lines(self) -> range:
        """As many rows as the longest label on the screen needs."""
        rows = [len(self._label(column)) for column in self._shown_columns()]
        return range(max(rows, default=1))

    def _label(self, column: int) -> list[str]:
        rows = min(MOST_HEADER_ROWS, max(FEWEST_HEADER_ROWS, self.size.height // HEADER_SHARE))
        return wrap_label(self.table.columns[column].text, self._widths()[column] - 1, rows)

    def _label_lines(self, column: int, rows: int) -> list[str]:
        """A label wrapped into rows; short labels stand at the bottom."""
        lines = self._label(column)
        return [""] * (rows - len(lines)) + lines

    def _empty_text(self) -> str:
        if self.row_count or self._opened is None:
            return ""
        if self._opened.lookup is None:
            return self._opened.progress or "The analysis has not begun."
        if self._opened.filter:
            return f"The filter leaves nothing; {self.themed_app.keymap.way_to('filter')} changes it."
        return "No position was found in this text."


def cell_pieces(cell: Cell) -> list[Piece]:
    """A cell in a few columns: sign, number of statements, letters for what is not counted."""
    role = signs.style_of(cell.stance, cell.weight)
    pieces: list[Piece] = [(signs.letter(cell.stance, cell.weight), role)]
    if cell.is_reviewed:
        pieces.append((signs.REVIEWED, role))
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
