"""Drafts in; the same out without what is given to a speaker of a paragraph above, though nobody quotes it.

What follows in the next paragraph is hers if it stands in quotation marks, in a list, or behind a colon. Else the
newspaper goes on.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.tokens import Tokens


def without_far(tokens: Tokens, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts whose contents begin in the paragraph of their cues, or show why they go on elsewhere."""
    return [draft for draft in drafts if not draft.cue or not _is_far(tokens, draft)]


def _is_far(tokens: Tokens, draft: Draft) -> bool:
    first, block = draft.content[0], tokens.block[draft.cue[-1]]
    if tokens.block[first] <= block or tokens.blocks[tokens.block[first]].kind != "paragraph":
        return False
    if tokens.quotation[first] >= 0:
        return False
    end = next(i for i in range(tokens.block_ranges[block][1] - 1, -1, -1) if not tokens.space[i])
    return tokens.words[end] != ":"
