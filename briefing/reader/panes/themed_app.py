"""What the widgets ask of their app: the theme, and what the terminal can show and do."""

from __future__ import annotations

from textual.app import App

from briefing.reader.keymap import Keymap
from briefing.reader.themes import Theme


class ThemedApp(App[int]):
    """An app whose widgets take their styles from one of our themes."""

    look: Theme
    keymap: Keymap
    """What she presses for what, for the hints in a pane."""
    unicode: bool = True
    """Whether the terminal shows characters beyond ASCII."""
    text_width: int = 84
    """Widest row of article text, in columns."""

    def moves_mark(self, *, is_alone: bool) -> bool:
        """Whether `j` moves a mark in the text instead of scrolling it.

        Args:
            is_alone: whether no other pane stands beside the text.
        """
        return False
