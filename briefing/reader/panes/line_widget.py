"""Base of everything on the screen: rows of styled pieces in, Strips for Textual's line API out.

A piece is a text and the role of its style. Texts are cleaned here, in one place, so that nothing an article says can
reach the terminal as a control sequence, and they are never read as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, cast

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from briefing.reader.text.display import NO_BREAK, clean
from briefing.terminal.grid import cells_of

if TYPE_CHECKING:
    from briefing.reader.panes.themed_app import ThemedApp
    from briefing.reader.themes import Theme

Piece = tuple[str, str]
"""A text and the role of its style; roles joined by "+" lie over each other."""

Pieces = Sequence[Piece]


class LineWidget(Widget):
    """A widget that draws rows of pieces."""

    @property
    def themed_app(self) -> ThemedApp:
        """The app, with what widgets ask of it."""
        return cast("ThemedApp", self.app)

    @property
    def look(self) -> Theme:
        """The theme that is in use."""
        return self.themed_app.look

    def strip(self, pieces: Iterable[Piece], width: int, base: str = "text") -> Strip:
        """One row of exactly `width` columns.

        Args:
            pieces: texts with the roles that lie over the base.
            width: columns; what is longer is cut off, what is shorter is filled with the base.
            base: role of the whole row.
        """
        look, ground = self.look, self.look[base]
        segments = [Segment(self.shown(text), ground + look[role] if role else ground) for text, role in pieces if text]
        return Strip(segments).adjust_cell_length(max(width, 0), ground)

    def shown(self, text: str) -> str:
        """The text as this terminal can show it, in as many columns."""
        text = clean(text).replace(NO_BREAK, " ")
        if self.themed_app.unicode or text.isascii():
            return text
        return "".join(cells_of(text, unicode=False))


def length(pieces: Iterable[Piece]) -> int:
    """Columns that pieces take."""
    from briefing.reader.text.display import columns

    return sum(columns(text) for text, _ in pieces)
