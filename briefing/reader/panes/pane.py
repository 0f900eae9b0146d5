"""Base of the panes: fixed rows at the top and bottom, rows that scroll between them, no scroll bars, no animation."""

from __future__ import annotations

from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip

from briefing.reader.pages.page import wrap_pieces
from briefing.reader.panes.line_widget import LineWidget, Piece

WHEEL = 3
"""Rows for one notch of the mouse wheel."""


class Pane(LineWidget, can_focus=True):
    """A part of the screen that can have the keyboard.

    Subclasses say how many rows they have and draw them. Focus changes nothing but the title row, so that changing
    panes costs few bytes.
    """

    DEFAULT_CSS = "Pane { width: 1fr; height: 1fr; }"
    HEADING = ""
    NUMBER = ""
    """Key that gives this pane the keyboard."""

    class Moved(Message):
        """The rows were scrolled, or the cursor moved."""

        def __init__(self, pane: Pane) -> None:
            super().__init__()
            self.pane = pane

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self.top = 0
        self._placed_at: Size | None = None
        self.has_title = True
        """Whether the pane's own title row is shown; where one pane fills the screen, the title bar names it."""

    @property
    def header_height(self) -> int:
        """Fixed rows at the top."""
        return int(self.has_title)

    @property
    def footer_height(self) -> int:
        """Fixed rows at the bottom."""
        return 0

    @property
    def body_height(self) -> int:
        """Rows that scroll."""
        return max(1, self.size.height - self.header_height - self.footer_height)

    @property
    def row_count(self) -> int:
        """How many rows there are in all."""
        return 0

    @property
    def last_top(self) -> int:
        """The row at the top when the last row is at the bottom."""
        return max(0, self.row_count - self.body_height)

    @property
    def reading_row(self) -> int:
        """The row where she is, for the terminal's own cursor; the one at the top where there is no other."""
        return self.top

    @property
    def reading_offset(self) -> Offset:
        """Where the terminal's own cursor belongs in the pane, so that a braille line shows what she reads."""
        return Offset(0, self.header_height + min(max(self.reading_row - self.top, 0), self.body_height - 1))

    @property
    def head_base(self) -> str:
        """Role of the fixed rows at the top: a pane without a title row of its own is parted by them from the text."""
        return "text" if self.has_title else "bar_quiet"

    def title(self) -> list[Piece]:
        """What the title row says after the pane's name."""
        return []

    def render_header(self, y: int) -> Strip:
        """A fixed row at the top below the title row."""
        return self.strip((), self.size.width)

    def render_body(self, row: int) -> Strip:
        """One of the rows that scroll; also called for rows after the last."""
        return self.strip((), self.size.width)

    def message_row(self, text: str, row: int, indent: int) -> Strip:
        """A row of a message that stands where there are no rows: all of it, in as many rows as it needs."""
        rows = wrap_pieces([(text, "quiet")], self.size.width - indent - 1)
        return self.strip([(" " * indent, ""), *rows[row]] if row < len(rows) else (), self.size.width)

    def render_footer(self, y: int) -> Strip:
        """A fixed row at the bottom."""
        return self.strip((), self.size.width)

    def render_line(self, y: int) -> Strip:
        """Whatever stands in a row of the widget."""
        if self.size != self._placed_at:
            # Before anything is drawn at a new size, or rows would be sent that move at once.
            self._placed_at = self.size
            self.keep_place()
        if self.has_title and y == 0:
            return self._title_row()
        if y < self.header_height:
            return self.render_header(y - int(self.has_title))
        if y >= self.size.height - self.footer_height:
            return self.render_footer(y - self.size.height + self.footer_height)
        return self.render_body(self.top + y - self.header_height)

    def scroll_to_row(self, top: int) -> None:
        """Put a row at the top, or as near to it as there are rows."""
        top = min(max(top, 0), self.last_top)
        if top != self.top:
            self.top = top
            self.refresh()
        self.post_message(self.Moved(self))

    def reveal(self, first: int, last: int, around: int = 3) -> None:
        """Scroll as little as needed to show rows, with some rows around them where there is room."""
        spare = max(0, min(around, (self.body_height - (last - first + 1)) // 2))
        if first - spare < self.top:
            self.scroll_to_row(first - spare)
        elif last + spare >= self.top + self.body_height:
            self.scroll_to_row(max(min(first - spare, last + spare - self.body_height + 1), 0))

    def move(self, rows: int) -> None:
        """Scroll, or move the cursor, by a number of rows."""
        self.scroll_to_row(self.top + rows)

    def move_to_end(self, *, forward: bool) -> None:
        """Go to the first or to the last row."""
        self.move(self.row_count if forward else -self.row_count)

    def on_resize(self, event: events.Resize) -> None:
        """Have the bars say what part of the whole there is on the screen now."""
        self.post_message(self.Moved(self))

    def keep_place(self) -> None:
        """Show the place where she is in as many rows as there are now."""
        self.top = min(self.top, self.last_top)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Turn the wheel: scroll, and leave the keyboard where it is."""
        event.stop()
        self.scroll_to_row(self.top + WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Turn the wheel the other way."""
        event.stop()
        self.scroll_to_row(self.top - WHEEL)

    def on_focus(self, event: events.Focus) -> None:
        """Show in the title row that the keyboard is here."""
        self.refresh_title()

    def on_blur(self, event: events.Blur) -> None:
        """Show in the title row that the keyboard is elsewhere."""
        self.refresh_title()

    def refresh_title(self) -> None:
        """Draw the title row again."""
        if self.has_title:
            self.refresh(Region(0, 0, self.size.width, 1))

    def _title_row(self) -> Strip:
        role = "bar_active" if self.has_focus else "bar"
        name: Piece = (f" {self.NUMBER} {self.HEADING} ", role)
        return self.strip([name, (" ", ""), *self.title()], self.size.width, "bar_quiet")
