"""The reading screen in; the article that is open, and its result, out: or a sentence that says why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import UsageError
from briefing.reader.desk import OpenArticle
from briefing.reader.lookup import Lookup

if TYPE_CHECKING:
    from briefing.reader.protocols import Reading


def open_article(screen: Reading) -> OpenArticle:
    """The article on the screen; raises UsageError while there is none."""
    if screen.opened is None:
        raise UsageError("No article is open; o opens one.")
    return screen.opened


def analysed(screen: Reading) -> tuple[OpenArticle, Lookup]:
    """The open article with its result; raises UsageError while there is none."""
    opened = open_article(screen)
    if opened.failed:
        raise UsageError("There is no analysis of this text: it failed; R tries again.")
    if opened.lookup is None and opened.request is None:
        raise UsageError("There is no analysis of this text: it was stopped; R starts it again.")
    if opened.lookup is None:
        raise UsageError("The analysis is not finished; the text can be read meanwhile.")
    return opened, opened.lookup
