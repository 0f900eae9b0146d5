"""Drafts in; the same out, with what others say behind "while" as theirs: "said it was fair, while the union called it
a tax".

The newspaper sets one speaker beside another; what the second one says is no part of what the first one said, though
the parser hangs it there.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.inverted import can_speak
from briefing.analysis.attribution.parsing.labels import FINITE
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.rules import find_inside, without_end_marks
from briefing.analysis.lexicon.cues import CueLexicon

CONTRASTING = frozenset({"while", "whereas"})
REPORTS = frozenset({"poll", "survey", "study", "report", "figure", "data", "research", "paper", "analysis"})
"""Sources that tell both halves ("the poll found that men back it, while women oppose it"), as "according to" does."""
SHORTEST = 3
"""Words that must stand before and behind "while"."""


def part_contrasted(tokens: Tokens, drafts: Sequence[Draft], lexicon: CueLexicon) -> list[Draft]:
    """The drafts, their contents up to ", while somebody said", and what somebody said."""
    taken = {i for draft in drafts for i in draft.cue}
    result = list(drafts)
    for draft in drafts:
        place = _place(tokens, draft)
        if place is None:
            continue
        behind = [i for i in draft.content if i > place]
        inside = find_inside(tokens, lexicon, draft.content)
        others = [o for o in inside if o.source[:1] == behind[:1] and o.content[0] > place]
        other = next(iter(others), None) or _spoken(tokens, lexicon, place, behind)
        if other is None or tokens.part[other.source[-1]] == "PRON":
            continue
        draft.content = without_end_marks(tokens, [i for i in draft.content if i < place])
        if taken.isdisjoint(other.cue):
            result.append(other)
    return result


def _spoken(tokens: Tokens, lexicon: CueLexicon, place: int, behind: list[int]) -> Draft | None:
    """What a clause says whose verb is a cue, with the word it needs ("called *for* it to end"); None if nobody speaks.

    Args:
        tokens: of the article.
        lexicon: of the cues.
        place: token of "while".
        behind: the words behind it.
    """
    verb = tokens.head[place]
    subject = next((c for c in tokens.children[verb] if tokens.relation[c] == "nsubj"), None)
    if tokens.relation[place] != "mark" or verb not in behind or not lexicon.of("verb", tokens.lemma[verb]):
        return None
    if subject is None or not can_speak(tokens, lexicon, subject) or tokens.tag[verb] not in FINITE:
        return None
    source = tokens.stretch(behind[0], subject + 1)
    needed = [verb + 1] if tokens.tag[verb + 1] == "IN" and tokens.lower[verb + 1] != "that" else []
    said = without_end_marks(tokens, [i for i in behind if i > verb + len(needed)])
    return Draft(source, [verb, *needed], said, "rule: behind while") if subject in source and said else None


def _place(tokens: Tokens, draft: Draft) -> int | None:
    """Where ", while" stands in indirect speech, with a clause before it and words behind it; None if nowhere."""
    content = draft.content
    if not draft.cue or not draft.source or draft.is_nested or content[0] < draft.cue[-1]:
        return None
    if any(tokens.lemma[i].lower() in REPORTS for i in draft.source) or tokens.lower[draft.cue[0]] == "according":
        return None
    for n in range(SHORTEST + 1, len(content) - SHORTEST):
        i = content[n]
        if tokens.lower[i] in CONTRASTING and tokens.words[i - 1] == "," and tokens.quotation[i] < 0:
            return i if any(tokens.tag[k] in FINITE for k in content[:n]) else None
    return None
