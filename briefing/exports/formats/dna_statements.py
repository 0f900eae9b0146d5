"""Statements in; the words that Discourse Network Analyzer has for them out. Shared by database and event list.

DNA's agreement is yes or no, and an unset one counts as yes. Only current statements that support or oppose an issue
have one; whatever is conditional, mixed, unclear, past, expected or hearsay never becomes an agreement.
"""

from __future__ import annotations

import re

from briefing.exports.dates import from_seconds, moment
from briefing.exports.digest import Digest
from briefing.exports.visible import REPLACEMENT, one_line, visible
from briefing.model import Span, Stakeholder, Statement

LONGEST = 190
"""Characters that DNA takes for names and titles."""

_BEYOND_UTF16_UNIT = re.compile("[\U00010000-\U0010ffff]")


def short(text: str | None) -> str:
    """A name or title as DNA takes it: on one line, not longer than it allows."""
    return narrowed(one_line(text or ""))[:LONGEST].rstrip()


def narrowed(text: str) -> str:
    """The text without characters beyond U+FFFF: DNA counts them twice on the screen and once in the database."""
    return _BEYOND_UTF16_UNIT.sub(REPLACEMENT, visible(text))


def person_and_organization(holder: Stakeholder | None, digest: Digest) -> tuple[str, str]:
    """Who speaks, and for whom: people with their affiliation, everyone else as organization."""
    if holder is None:
        return "", ""
    if holder.kind != "person":
        return "", short(holder.name)
    group = digest.stakeholders.get(holder.affiliation or "")
    return short(holder.name), short(group.name) if group else ""


def agreement(statement: Statement) -> int | None:
    """1 for support, 0 for opposition; None for everything that is neither, or no position at all."""
    if statement.status != "current" or statement.issue is None or statement.stakeholder is None:
        return None
    return {"supports": 1, "opposes": 0}.get(statement.stance)


def extent(statement: Statement) -> Span:
    """From the first to the last word of the content, as DNA has one stretch for each statement."""
    return Span(min(one.start for one in statement.content), max(one.end for one in statement.content))


def document_seconds(digest: Digest) -> int:
    """The date of the article (of the export, or 1970, where it is unknown) in seconds since 1970, UTC."""
    published = moment(digest.article.published)
    if published is not None:
        return int(published.timestamp())
    return digest.choices.created or 0


def document_time(digest: Digest) -> str:
    """The same date as the event list writes it."""
    return from_seconds(document_seconds(digest)).strftime("%Y-%m-%d %H:%M:%S")
