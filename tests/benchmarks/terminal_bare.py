"""A file in; the same text in a plain Textual view, as a yardstick for the reader."""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static


class BareView(App[None]):
    """A text that scrolls, as Textual's tutorial would write it, in lines of the reader's length, animations off."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "Static { max-width: 84; }"
    BINDINGS = [("q", "quit", "Quit"), ("j", "scroll(1)", "Down"), ("k", "scroll(-1)", "Up")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        """One widget with the whole text."""
        with VerticalScroll():
            yield Static(Path(sys.argv[1]).read_text(encoding="utf-8"), markup=False)

    def on_mount(self) -> None:
        """Scroll at once."""
        self.animation_level = "none"

    def action_scroll(self, lines: int) -> None:
        """Move the text by so many lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


if __name__ == "__main__":
    BareView().run(mouse=False)
