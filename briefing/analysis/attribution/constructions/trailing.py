"""Drafts in; the same out, with the condition that follows who says it: "she would sign, she said, if it were paid".

Where the speaker stands in the middle of a sentence between two commas, what follows is said as well; a condition or a
reason there is half of the position, and the tagger often leaves it out.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.halves import half_before, half_behind, is_quoting, signs_around
from briefing.analysis.attribution.parsing.labels import FINITE
from briefing.analysis.attribution.parsing.tokens import Tokens

OPENINGS = frozenset({"if", "unless", "provided", "providing", "only", "when", "until", "once", "because", "not", "so"})
"""Words with which the rest of what was said begins."""
PAIRS = frozenset({("as", "long"), ("on", "condition"), ("even", "if")})
SHORTEST = 2
"""Tokens of what is said that stand before an inserted "she said"."""
LONGEST_CLAUSE = 12
"""Tokens of the speaker and the cue with what hangs on it ("she told the council")."""


def add_trailing(tokens: Tokens, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those before an inserted "she said" with what follows it; what only repeats such a piece is left out.

    Where the tagger took only what follows, what stands before is said, too.
    """
    added: dict[int, int] = {}
    for number, draft in enumerate(drafts):
        rest = _rest(tokens, draft) or _beginning(tokens, draft)
        if rest:
            draft.content = sorted({*draft.content, *rest})
            added.update(dict.fromkeys(rest, number))
            for other in drafts:
                if other is not draft and other.cue and other.source and set(other.cue) <= set(rest):
                    other.parent, other.is_nested, other.is_reported = draft, True, True
                    other.content = [i for i in draft.content if i > other.source[-1] and i not in other.cue]
    return [draft for number, draft in enumerate(drafts) if not _is_swallowed(draft, number, added)]


def is_inserted(tokens: Tokens, draft: Draft) -> bool:
    """Whether "she said" stands between two commas right behind the beginning of what is said, beyond doubt."""
    clause = sorted((*draft.cue, *draft.source))
    if not draft.cue or not draft.source or draft.is_nested or clause[-1] - clause[0] + 1 != len(clause):
        return False
    before, after = clause[0] - 1, clause[-1] + 1
    if before < SHORTEST or after >= len(tokens) or {tokens.words[before], tokens.words[after]} != {","}:
        return False
    return set(range(before - SHORTEST, before)) <= {*draft.content, before} and tokens.tag[draft.cue[-1]] in FINITE


def _is_swallowed(draft: Draft, number: int, added: dict[int, int]) -> bool:
    """Whether a draft holds nothing but a piece that another one with the same cue has got."""
    return (
        all(added.get(i, number) != number for i in draft.content)
        and any(i in added for i in draft.content)
        and (draft.cue == [] or draft.cue[0] not in added)
    )


def _rest(tokens: Tokens, draft: Draft) -> list[int]:
    """The rest of the sentence behind the comma that closes "she said"; empty where there is none."""
    commas = _commas(tokens, draft)
    if commas is None or commas[0] - 1 not in draft.content:
        return []
    return half_behind(tokens, commas[1])


def _beginning(tokens: Tokens, draft: Draft) -> list[int]:
    """The sentence up to the comma that opens "she said", where only what follows it was taken."""
    commas = _commas(tokens, draft)
    if commas is None or commas[1] + 1 != draft.content[0]:
        return []
    found = half_before(tokens, commas[0])
    return found if any(tokens.tag[i] in FINITE for i in found) else []


def _commas(tokens: Tokens, draft: Draft) -> tuple[int, int] | None:
    """The two commas around "she said" in the middle of a sentence that goes on with a condition or a reason."""
    if not draft.cue or not draft.source or draft.is_nested:
        return None
    clause = sorted((*draft.cue, *draft.source))
    commas = signs_around(tokens, clause[0], clause[-1], clause[0] + LONGEST_CLAUSE, {","})
    if commas is None or is_quoting(tokens, clause[0]):
        return None
    opening = tokens.lower[commas[1] + 1 : tokens.sentences[tokens.sentence[clause[0]]][1]][:2]
    return commas if opening and (opening[0] in OPENINGS or tuple(opening) in PAIRS) else None
