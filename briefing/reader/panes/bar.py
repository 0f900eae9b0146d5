"""A row of the screen that changes in place: the title row, the status row, the row of keys."""

from __future__ import annotations

from collections.abc import Callable

from textual.strip import Strip

from briefing.reader.pages.page import wrap_pieces
from briefing.reader.panes.line_widget import LineWidget, Piece, Pieces, length
from briefing.reader.text.display import columns, shorten

SHORTEST = 12
"""Columns below which the right end says nothing."""
MOST_ROWS = 3
"""Rows that a message may take."""


class Bar(LineWidget):
    """One row with pieces at its left and at its right end; only what changed is drawn again.

    A message that must be read to its end takes more rows, and gives them back afterwards.
    """

    DEFAULT_CSS = "Bar { height: 1; width: 100%; }"

    def __init__(self, *, base: str = "bar", widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self._base = base
        self._left: Pieces = ()
        self._right: Pieces = ()
        self._find_right: Callable[[], Pieces] = tuple
        self._whole = False
        self._rows: list[list[Piece]] = []
        """The left end in rows, where it takes more than one."""

    def show(
        self, left: Pieces, right: Pieces | Callable[[], Pieces] = (), *, whole: bool = False, height: int = 1
    ) -> None:
        """Replace what the row says.

        Args:
            left: what stands at the left end.
            right: what stands at the right end; a function is asked again when the row is drawn, because what it
                tells may depend on the rows that a pane gets in the meantime.
            whole: whether the left end is shown to its last word, in more than one row if need be.
            height: rows that the bar has at least; with more than one the left end is wrapped into them.
        """
        # A row that was hidden until now, behind a question, has no width of its own yet.
        width = self.size.width or self.app.size.width
        rows = _wrapped(left, max(width - 2, 1), MOST_ROWS if whole else height) if whole or height > 1 else []
        self._whole = whole
        self.styles.height = max(height, len(rows))
        self._find_right = right if callable(right) else lambda: right
        shown = (left, self._find_right(), rows if len(rows) > 1 or height > 1 else [])
        if shown != (self._left, self._right, self._rows):
            self._left, self._right, self._rows = shown
            self.refresh()

    @property
    def text(self) -> str:
        """What the row says, without styles."""
        return "".join(text for text, _ in (*self._left, *self._right))

    def render_line(self, y: int) -> Strip:
        """The row; where both ends do not fit, the right one keeps a third at most."""
        width = self.size.width
        if self._rows:
            return self.strip([(" ", ""), *(self._rows[y] if y < len(self._rows) else [])], width, self._base)
        self._right = self._find_right()
        spare = width - length(self._left) - 1
        most = max(spare, width // 3)
        if self._whole and spare < length(self._right):
            most = 0
        right = fit(self._right, most) if most >= SHORTEST else []
        room = width - length(right)
        left = fit(self._left, room - 1 if right else room)
        gap: Piece = (" " * (room - length(left)), "")
        return self.strip([*left, gap, *right], width, self._base)


def _wrapped(pieces: Pieces, width: int, most: int) -> list[list[Piece]]:
    """Pieces in rows, at most so many; an ellipsis says that there is more."""
    rows = wrap_pieces(pieces, width)
    if len(rows) <= most:
        return rows
    return [*rows[: most - 1], fit([*rows[most - 1], (" …", "quiet")], width)]


def fit(pieces: Pieces, width: int) -> list[Piece]:
    """Pieces cut to a number of columns, with an ellipsis where something is missing."""
    fitted: list[Piece] = []
    for text, role in pieces:
        if columns(text) > width:
            fitted.append((shorten(text, width), role))
            break
        fitted.append((text, role))
        width -= columns(text)
    return fitted
