"""A `Reading` in; whether the position is held now, was held, is expected or is known by hearsay only.

Expressions decide (status.toml), the tense only together with them: in news most statements are told in the past tense
and hold today.
"""

from __future__ import annotations

import re

from briefing.analysis.stance.lexicon import STATUSES, StanceLexicon
from briefing.analysis.stance.reading import Reading
from briefing.model import Status

_QUOTED = re.compile('["“][^"“”]*(?:["”]|$)')
_NOW = re.compile(r" ?,? ?(?:and|but|yet)?\s*(?:(?:he|she|it|they) )?(?:(?:has|have) )?(?:now|since)\b", re.IGNORECASE)
_TOLD_AS_PAST = re.compile(r"^(?!.*\b(?:has|have|is|are)\b)(?:\w+ ){0,2}?\w+(?:ed|id|aw|ok|ew|ought)\b", re.IGNORECASE)
"""A deed told in the past with a turn behind it ("backed the plan but now …")."""
_LIKELY = re.compile(
    r"\b(?:is|are|was|were|be) (?:\w+ )?(?:likely|unlikely|expected|due|set|poised|tipped)$", re.IGNORECASE
)
"""A prediction whose "to" stands in the content."""


def read_status(reading: Reading, lexicon: StanceLexicon) -> tuple[Status, str]:
    """The status and the words that decided it ("current" with no words)."""
    around = _QUOTED.sub(" ", reading.sentence)
    if (now := _NOW.match(reading.after)) and _TOLD_AS_PAST.search(reading.cue):
        return "past", now.group().strip(" ,")
    if reading.dated:
        return "past", reading.dated
    if reading.supposed:
        return "expected", reading.supposed
    if (likely := _LIKELY.search(reading.cue)) and reading.content.startswith("to "):
        return "expected", likely.group()
    hits = (*lexicon.status_cues.hits(reading.cue), *lexicon.status_sentences.hits(around))
    if first := min(hits, key=lambda hit: hit.group, default=None):
        return STATUSES[first.group], first.words
    return "current", ""
