"""Drafts in; those whose speaker stands behind what is said mended: "among those calling for a vote is the mayor".

The verb "is" ends what is said, and the speaker follows it.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.rules import without_end_marks


def name_those_among(tokens: Tokens, drafts: Sequence[Draft]) -> None:
    """Give each draft of "among those …ing" the subject of the "is" or "are" above it as its source."""
    for draft in drafts:
        if not draft.cue or [tokens.lower[i] for i in draft.source] != ["those"] or not draft.source[0]:
            continue
        among = draft.source[0] - 1
        copula = tokens.head[among]
        if tokens.lower[among] != "among" or tokens.lemma[copula] != "be" or copula < draft.cue[-1]:
            continue
        subjects = [c for c in tokens.children[copula] if tokens.relation[c] in ("nsubj", "attr") and c > copula]
        content = [i for i in draft.content if i < copula]
        if len(subjects) == 1 and any(tokens.is_word(i) for i in content):
            draft.source = without_end_marks(tokens, tokens.phrase(subjects[0]))
            draft.content = content
