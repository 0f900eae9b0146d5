"""Drafts in; the same out, with the condition that follows who says it: "she would sign, she said, if it were paid for".

Where the speaker stands in the middle of a sentence between two commas, what follows is said as well; a condition or a
reason there is half of the position, and the tagger often leaves it out.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.tokens import Tokens

OPENINGS = frozenset({"if", "unless", "provided", "providing", "only", "when", "until", "once", "because", "not", "so"})
"""Words with which the rest of what was said begins."""
PAIRS = frozenset({("as", "long"), ("on", "condition"), ("even", "if")})
LONGEST_CLAUSE = 12
"""Tokens of the speaker and the cue with what hangs on it ("she told the council")."""
END = frozenset({".", "!", "?", ";"})


def add_trailing(tokens: Tokens, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those before an inserted "she said" with what follows it; what only repeats such a piece is left out."""
    added: dict[int, int] = {}
    for number, draft in enumerate(drafts):
        rest = _rest(tokens, draft)
        if rest:
            draft.content = sorted({*draft.content, *rest})
            added.update(dict.fromkeys(rest, number))
    return [draft for number, draft in enumerate(drafts) if not _is_swallowed(draft, number, added)]


def _is_swallowed(draft: Draft, number: int, added: dict[int, int]) -> bool:
    """Whether a draft holds nothing but a piece that another one with the same cue has got."""
    return all(added.get(i, number) != number for i in draft.content) and any(i in added for i in draft.content) and (
        draft.cue == [] or draft.cue[0] not in added
    )


def _rest(tokens: Tokens, draft: Draft) -> list[int]:
    """The rest of the sentence behind the comma that closes "she said"; empty where there is none."""
    if not draft.cue or not draft.source or draft.is_nested:
        return []
    clause = sorted((*draft.cue, *draft.source))
    first, last = tokens.sentences[tokens.sentence[clause[0]]]
    before = clause[0] - 1
    if before <= first or tokens.words[before] != "," or before - 1 not in draft.content:
        return []
    stops = (i for i in range(clause[-1] + 1, min(last, clause[0] + LONGEST_CLAUSE)) if tokens.words[i] == ",")
    comma = next(stops, None)
    if comma is None or comma + 1 >= last or any(tokens.quotation[i] >= 0 for i in range(first, last)):
        return []
    opening = (tokens.lower[comma + 1], tokens.lower[min(comma + 2, last - 1)])
    if opening[0] not in OPENINGS and opening not in PAIRS:
        return []
    end = next((i for i in range(comma + 1, last) if tokens.words[i] in END), last)
    return [i for i in range(comma + 1, end) if not tokens.space[i]]
