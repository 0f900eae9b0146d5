"""Drafts in; the same out, with whose account it is: "according to two aides, the ministry wants a ban" holds two.

The tagger tends to see only the wish, or to take the aides for those who want it. The account is theirs, the wish is
the ministry's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.tokens import Tokens

RULE = "rule: according to"


def add_accounts(tokens: Tokens, drafts: Sequence[Draft], ruled: Iterable[Draft]) -> list[Draft]:
    """The drafts, and those that the rules found by "according to" where no draft has these words."""
    known = {i for draft in drafts for i in draft.cue}
    accounts = [draft for draft in ruled if draft.rule == RULE and known.isdisjoint(draft.cue)]
    for account in accounts:
        told = set(account.source)
        for draft in drafts:
            if not told.isdisjoint(draft.source):
                draft.source = _behind_comma(tokens, draft.source, told) or draft.source
    return [*drafts, *(account for account in accounts if _is_told(account, drafts))]


def _behind_comma(tokens: Tokens, source: list[int], told: set[int]) -> list[int]:
    """What a source has behind the comma that ends "according to two aides,"."""
    last = max((n for n, i in enumerate(source) if i in told or tokens.words[i] == ","), default=-1)
    while last + 1 < len(source) and tokens.words[source[last + 1]] == ",":
        last += 1
    return source[last + 1 :]


def _is_told(account: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the account is that of another one's statement, and not parted from it by who else speaks."""
    content = set(account.content)
    return any(draft.cue and content.issuperset((*draft.source, *draft.cue, *draft.content)) for draft in drafts)
