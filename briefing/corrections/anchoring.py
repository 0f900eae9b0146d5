"""A span and its text in; an anchor out. An anchor and a text, perhaps a changed one, in; the span of its words out."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.corrections.correction import Anchor
from briefing.model import Span, Statement

CONTEXT = 32
"""Characters of context on either side, as Hypothesis keeps them."""


def anchor_of(text: str, span: Span) -> Anchor:
    """The anchor of a passage."""
    return Anchor(
        start=span.start,
        end=span.end,
        exact=span.of(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
    )


def find(text: str, anchor: Anchor) -> Span | None:
    """Where the words of an anchor stand in a text; None if they are gone, or stand there several times alike.

    The old place counts first, then the only occurrence, then the only one with as much of the same words around it.
    """
    if not anchor.exact:
        return None
    if text[anchor.start : anchor.end] == anchor.exact:
        return Span(anchor.start, anchor.end)
    found = list(_occurrences(text, anchor.exact))
    if len(found) > 1:
        agreement = [_agreement(text, start, anchor) for start in found]
        best = max(agreement)
        found = [start for start, one in zip(found, agreement, strict=True) if one == best]
    return Span(found[0], found[0] + len(anchor.exact)) if len(found) == 1 else None


def passage_of(statement: Statement) -> Span:
    """From the first to the last word that belongs to a statement."""
    parts = [*statement.content, *statement.hedges]
    parts += [one for one in (statement.source, statement.cue, statement.condition) if one is not None]
    return Span(min(part.start for part in parts), max(part.end for part in parts))


def moved(span: Span, distance: int) -> Span:
    """The span so many characters further on."""
    return Span(span.start + distance, span.end + distance)


def _occurrences(text: str, words: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _agreement(text: str, start: int, anchor: Anchor) -> int:
    """Characters around an occurrence that are as they were around the anchor."""
    before = text[max(0, start - len(anchor.prefix)) : start]
    end = start + len(anchor.exact)
    after = text[end : end + len(anchor.suffix)]
    return _common(reversed(before), reversed(anchor.prefix)) + _common(iter(after), iter(anchor.suffix))


def _common(one: Iterator[str], other: Iterator[str]) -> int:
    length = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        length += 1
    return length
