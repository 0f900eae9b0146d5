"""The selected stakeholder, the shown evidence and the search in; marks on the text out, row by row.

Marks may overlap. Each has a rank; the styles of all marks on a character lie over each other in the order of ranks.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from briefing.model import Mention, Span, Statement

RANKS = (
    "content",
    "source",
    "cue",
    "mention_nominal",
    "mention_pronoun",
    "mention_name",
    "evidence",
    "match",
    "match_current",
    "selection",
)
"""Roles of marks, the lowest first."""


class Mark(NamedTuple):
    """A styled stretch of text."""

    start: int
    end: int
    role: str


def stakeholder_marks(mentions: Iterable[Mention], statements: Iterable[Statement]) -> list[Mark]:
    """Marks for everything about one stakeholder."""
    marks = [Mark(mention.start, mention.end, f"mention_{mention.form}") for mention in mentions]
    for statement in statements:
        marks += [Mark(span.start, span.end, "content") for span in statement.content]
        marks += _frame(statement)
    return marks


def evidence_marks(statement: Statement) -> list[Mark]:
    """Marks for the statement that is shown."""
    return [Mark(span.start, span.end, "evidence") for span in statement.content] + _frame(statement)


def _frame(statement: Statement) -> list[Mark]:
    frame = ((statement.source, "source"), (statement.cue, "cue"))
    return [Mark(span.start, span.end, role) for span, role in frame if span is not None]


class Marks:
    """All marks on a text, asked for row by row: a text of 300 pages may have 20,000, of which a screen shows ten.

    Args:
        marks: of the stakeholder, of the evidence, of a selection, in any order.
        matches: what the search found, in the order of the text and without overlap.
        current: index of the match that is shown.
    """

    def __init__(self, marks: Iterable[Mark] = (), matches: Sequence[Span] = (), current: int | None = None) -> None:
        self._marks = sorted(marks)
        self._longest = max((mark.end - mark.start for mark in self._marks), default=0)
        self._matches = matches
        self._current = current

    def between(self, start: int, end: int) -> tuple[Mark, ...]:
        """The marks on a stretch of the text, cut to it and in the order of their ranks."""
        found = [Mark(max(one.start, start), min(one.end, end), one.role) for one in self._touching(start, end)]
        return tuple(sorted(found, key=lambda mark: RANKS.index(mark.role))) if len(found) > 1 else tuple(found)

    def _touching(self, start: int, end: int) -> Iterator[Mark]:
        first = bisect_left(self._marks, start - self._longest, key=lambda mark: mark.start)
        for mark in islice(self._marks, first, bisect_left(self._marks, end, key=lambda mark: mark.start)):
            if mark.end > start:
                yield mark
        first = bisect_right(self._matches, start, key=lambda match: match.end)
        for index in range(first, bisect_left(self._matches, end, key=lambda match: match.start)):
            match = self._matches[index]
            yield Mark(match.start, match.end, "match_current" if index == self._current else "match")


def pieces_of(text: str, start: int, end: int, base: str, marks: tuple[Mark, ...]) -> list[tuple[str, str]]:
    """A stretch of text cut into pieces, each with the roles of all marks that lie on it."""
    if not marks:
        return [(text[start:end], base)]
    edges = sorted({start, end, *(mark.start for mark in marks), *(mark.end for mark in marks)})
    pieces = []
    for left, right in pairwise(edges):
        roles = [mark.role for mark in marks if mark.start <= left and right <= mark.end]
        pieces.append((text[left:right], "+".join([base, *dict.fromkeys(roles)])))
    return pieces
