"""What the widgets ask of their app: the theme, and whether the terminal shows more than ASCII."""

from __future__ import annotations

from textual.app import App

from briefing.reader.themes import Theme


class ThemedApp(App[int]):
    """An app whose widgets take their styles from one of our themes."""

    look: Theme
    unicode: bool = True
    """Whether the terminal shows characters beyond ASCII."""
    unsure_below: float = 0.5
    """Confidence under which a statement is shown as unsure."""
    text_width: int = 84
    """Widest row of article text, in columns."""
