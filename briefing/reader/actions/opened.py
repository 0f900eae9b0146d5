"""The reading screen in; the article that is open, and its result, out: or a sentence that says why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import UsageError
from briefing.reader.desk import OpenArticle
from briefing.reader.lookup import Lookup

if TYPE_CHECKING:
    from briefing.reader.protocols import Reading


def way_to(screen: Reading, action_id: str) -> str:
    """What she presses for an action, for a sentence that says what else can be done."""
    return screen.reader_app.keymap.way_to(action_id)


def open_article(screen: Reading) -> OpenArticle:
    """The article on the screen; raises UsageError while there is none."""
    if screen.opened is None:
        raise UsageError(f"No article is open; {way_to(screen, 'open')} opens one.")
    return screen.opened


def analysed(screen: Reading) -> tuple[OpenArticle, Lookup]:
    """The open article with its result; raises UsageError while there is none."""
    opened = open_article(screen)
    if opened.failed:
        raise UsageError(f"There is no analysis of this text: it failed; {way_to(screen, 'read-again')} tries again.")
    if opened.lookup is None and opened.request is None:
        again = way_to(screen, "read-again")
        raise UsageError(f"There is no analysis of this text: it was stopped; {again} starts it again.")
    if opened.lookup is None:
        raise UsageError("The analysis is not finished; the text can be read meanwhile.")
    return opened, opened.lookup
