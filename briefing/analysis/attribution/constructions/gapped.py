"""Drafts in; those whose verb is left out added: "the firms said that wages would rise, the unions that they fell".

The second speaker stands after a comma, with nothing between it and a second "that"; the tagger makes one content of
both.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.inverted import can_speak
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.rules import without_end_marks
from briefing.analysis.lexicon.cues import CueLexicon

LONGEST_SPEAKER = 5
"""Words of a speaker between the comma and "that"."""
OPENING = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"})
"""Parts of speech with which a clause behind "that" begins; a verb there belongs to a relative clause."""
INSIDE = frozenset({"DET", "NOUN", "PROPN", "ADJ"})
"""Parts of speech of which the speaker is made."""
JOINING = frozenset({"and", "but", "while"})
"""Words between the comma and the speaker."""


def add_gapped(tokens: Tokens, drafts: Sequence[Draft], lexicon: CueLexicon) -> list[Draft]:
    """The drafts, each second clause with a speaker of its own parted from the content that it stood in."""
    found: list[Draft] = []
    for draft in drafts:
        found.append(draft)
        place = _second(tokens, draft, lexicon)
        if place is None:
            continue
        comma, speaker, that = place
        clause = [i for i in draft.content if i >= that]
        draft.content = without_end_marks(tokens, [i for i in draft.content if i < comma])
        found.append(Draft(speaker, draft.cue, clause, draft.rule, draft.confidence, is_sure=True))
    return found


def _second(tokens: Tokens, draft: Draft, lexicon: CueLexicon) -> tuple[int, list[int], int] | None:
    """The comma before a second speaker, that speaker, and the "that" behind."""
    content = draft.content
    if not draft.source or not draft.cue or tokens.lower[content[0]] != "that" or content[0] < draft.cue[-1]:
        return None
    inside = set(content)
    for that in content[1:]:
        if tokens.lower[that] != "that" or that + 1 not in inside or tokens.part[that + 1] not in OPENING:
            continue
        comma = next((i for i in range(that - 1, that - 2 - LONGEST_SPEAKER, -1) if tokens.words[i] == ","), None)
        if comma is None or comma not in inside or tokens.quotation[that] >= 0:
            continue
        speaker = [i for i in range(comma + 1, that) if tokens.lower[i] not in JOINING]
        if not speaker or any(tokens.part[i] not in INSIDE for i in speaker):
            continue
        if can_speak(tokens, lexicon, speaker[-1]) and tokens.lower[speaker[0]] not in ("a", "an"):
            return comma, speaker, that
    return None
