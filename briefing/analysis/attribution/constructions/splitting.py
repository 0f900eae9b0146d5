"""Drafts in; the same out, with a content of two that-clauses as two contents: "said that A and that B".

Whoever repeats "that" begins a second statement, often about another matter and with another stance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.labels import FINITE
from briefing.analysis.attribution.parsing.tokens import Tokens

JOINING = frozenset({"and", "but"})
SHORTEST = 4
"""Words that each of the two statements must have."""


def split_clauses(tokens: Tokens, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, those with several that-clauses as one for each clause."""
    return [part for draft in drafts for part in _parts(tokens, draft)]


def _parts(tokens: Tokens, draft: Draft) -> Iterator[Draft]:
    first, rest = _cut(tokens, draft)
    while rest:
        second = Draft(draft.source, draft.cue, rest, draft.rule, draft.confidence, dict(draft.scores), draft.is_nested)
        second.parent = draft.parent
        draft.content = first
        yield draft
        draft = second
        first, rest = _cut(tokens, draft)
    yield draft


def _cut(tokens: Tokens, draft: Draft) -> tuple[list[int], list[int]]:
    """The content up to "and that", and from "that" on; nothing for the second where there is no such place."""
    content = draft.content
    if not draft.cue or content[0] < draft.cue[-1] or len(content) < 2 * SHORTEST:
        return content, []
    for n in range(SHORTEST, len(content) - SHORTEST):
        if not _begins_clause(tokens, content[n], content[n + 1]):
            continue
        before = content[:n]
        while tokens.words[before[-1]] in (",", ";"):
            before.pop()
        if any(tokens.tag[k] in FINITE for k in before):
            return before, content[n + 1 :]
    return content, []


def _begins_clause(tokens: Tokens, joining: int, that: int) -> bool:
    """Whether two tokens are "and that" with a clause behind them, not "and that man", outside quotations."""
    if tokens.lower[joining] not in JOINING or tokens.lower[that] != "that" or tokens.quotation[joining] >= 0:
        return False
    return tokens.relation[that] == "mark" and tokens.head[that] > that
