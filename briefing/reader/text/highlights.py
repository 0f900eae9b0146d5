"""The selected stakeholder, the shown evidence and the search in; marks on the text out, row by row.

Marks may overlap. Each has a rank; the styles of all marks on a character lie over each other in the order of ranks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from briefing.model import Mention, Span, Statement
from briefing.reader.text.layout import Layout

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


MarksByRow = dict[int, tuple[Mark, ...]]


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


def search_marks(matches: list[Span], current: int | None) -> list[Mark]:
    """Marks for what a search found."""
    return [
        Mark(match.start, match.end, "match_current" if index == current else "match")
        for index, match in enumerate(matches)
    ]


def _frame(statement: Statement) -> list[Mark]:
    frame = ((statement.source, "source"), (statement.cue, "cue"))
    return [Mark(span.start, span.end, role) for span, role in frame if span is not None]


def by_row(marks: Iterable[Mark], layout: Layout) -> MarksByRow:
    """The marks on each row of a layout, cut to the row and in the order of their ranks."""
    rows: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        for row in layout.lines_of(mark.start, mark.end):
            line = layout.lines[row]
            start, end = max(mark.start, line.start), min(mark.end, line.end)
            if start < end:
                rows[row].append(Mark(start, end, mark.role))
    return {row: tuple(sorted(found, key=lambda mark: RANKS.index(mark.role))) for row, found in rows.items()}


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
