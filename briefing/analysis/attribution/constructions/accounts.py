"""Drafts in; the same out, with whose account it is: "according to two aides, the ministry wants a ban" holds two.

The tagger tends to see only the wish, to take the aides for those who want it, or to see nothing where the sentence
tells a mere fact. The account is theirs, the wish is the ministry's.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.labels import FINITE
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.rules import without_marks

RULE = "rule: according to"
RELATIVE = frozenset({"WDT", "WP"})
SHORTEST = 3
"""Words that must stand before "according to" for the account to be there and not behind it."""


def add_accounts(tokens: Tokens, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, and those of "according to" in the newspaper's own words that no draft has for its cue or content.

    A draft that has only a part of what is told gets the rest.
    """
    known = {i for draft in drafts for i in (*draft.cue, *draft.content)}
    for draft in drafts:
        whole = _account(tokens, draft.cue[0]) if draft.cue else None
        if whole is None:
            continue
        if set(draft.content) < set(whole.content):
            draft.content = whole.content
        elif set(whole.source) <= set(draft.content):
            draft.source, draft.content = whole.source, whole.content  # whose it is was taken for what is told
    accounts = (_account(tokens, i) for i in range(len(tokens) - 1) if i not in known)
    found = [account for account in accounts if account is not None]
    for account in found:
        told = set(account.source)
        for draft in drafts:
            if not told.isdisjoint(draft.source):
                draft.source = _behind_comma(tokens, draft.source, told) or draft.source
    return [*drafts, *found]


def _account(tokens: Tokens, i: int) -> Draft | None:
    """The draft of "according to" at a token: whom it names, and the rest of the sentence, between semicolons."""
    if tokens.lower[i] != "according" or tokens.lower[i + 1] != "to" or tokens.quotation[i] >= 0:
        return None
    whom = next((c for c in tokens.children[i + 1] if tokens.relation[c] == "pobj"), None)
    if whom is None:
        return None
    first, last = tokens.sentences[tokens.sentence[i]]
    first = next((k + 1 for k in range(i, first, -1) if tokens.words[k] == ";"), first)
    last = next((k for k in range(i, last) if tokens.words[k] == ";"), last)
    source = without_marks(tokens, [k for k in tokens.phrase(whom) if k > i + 1])
    if not source:
        return None
    first = _relative_before(tokens, i, first)
    before, behind = tokens.stretch(first, i), tokens.stretch(source[-1] + 1, last)
    is_before = sum(tokens.is_word(k) for k in before) >= SHORTEST
    content = without_marks(tokens, before if is_before else [*before, *behind])
    if not any(tokens.tag[k] in FINITE for k in content):
        return None
    return Draft(source, [i, i + 1], content, RULE)


def _relative_before(tokens: Tokens, i: int, first: int) -> int:
    """Where the account begins: behind the "which" before "according to" ("the fee, which, according to her, …")."""
    before = i - 1 - (i > first and tokens.words[i - 1] == ",")
    return i if before > first and tokens.tag[before] in RELATIVE else first


def _behind_comma(tokens: Tokens, source: list[int], told: set[int]) -> list[int]:
    """What a source has behind the comma that ends "according to two aides,"."""
    last = max((n for n, i in enumerate(source) if i in told or tokens.words[i] == ","), default=-1)
    while last + 1 < len(source) and tokens.words[source[last + 1]] == ",":
        last += 1
    return source[last + 1 :]
