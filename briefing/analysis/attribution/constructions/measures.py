"""Drafts in; the same out without those whose source is a measure: "pay according to the number of ships they own".

There "according to" says on what something depends, and not who says so.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.lexicon.words import load_word_lists

CUE = ("according", "to")


def without_measures(tokens: Tokens, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts whose "according to" names somebody who says so."""
    return [draft for draft in drafts if not _is_measure(tokens, draft)]


def _is_measure(tokens: Tokens, draft: Draft) -> bool:
    """Whether the head of what stands behind "according to" is a measure."""
    if tuple(tokens.lower[i] for i in draft.cue) != CUE or not draft.source:
        return False
    inside = set(draft.source)
    head = next((i for i in draft.source if tokens.head[i] not in inside), draft.source[0])
    return tokens.lemma[head] in load_word_lists().scales
