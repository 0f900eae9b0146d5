"""A row of the screen that changes in place: the title row, the status row, the row of keys."""

from __future__ import annotations

from textual.strip import Strip

from briefing.reader.panes.line_widget import LineWidget, Piece, Pieces, length
from briefing.reader.text.display import columns, shorten

SHORTEST = 12
"""Columns below which the right end says nothing."""


class Bar(LineWidget):
    """One row with pieces at its left and at its right end; only what changed is drawn again."""

    DEFAULT_CSS = "Bar { height: 1; width: 100%; }"

    def __init__(self, *, base: str = "bar", widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self._base = base
        self._left: Pieces = ()
        self._right: Pieces = ()

    def show(self, left: Pieces, right: Pieces = ()) -> None:
        """Replace what the row says."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    @property
    def text(self) -> str:
        """What the row says, without styles."""
        return "".join(text for text, _ in (*self._left, *self._right))

    def render_line(self, y: int) -> Strip:
        """The row; where both ends do not fit, the right one keeps a third at most."""
        width = self.size.width
        spare = width - length(self._left) - 1
        right = fit(self._right, max(spare, width // 3)) if max(spare, width // 3) >= SHORTEST else []
        room = width - length(right)
        left = fit(self._left, room - 1 if right else room)
        gap: Piece = (" " * (room - length(left)), "")
        return self.strip([*left, gap, *right], width, self._base)


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
