"""Words in; the attitude that a phrase of the lexicon states in them, with its negation, out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.analysis.stance.lexicon import SIGN, Attitude, StanceLexicon

NEGATION = re.compile(
    r"(?:n['’]t|\b(?:not|never|no longer|hardly|nor|neither|without|little|nothing|none|nobody|no one|no|few|fails? to|"
    r"failed to|refus\w+ to|declin\w+ to|reluctan\w+ to|less|unwilling\w* to|stopp?\w* short of|far from))\b",
    re.IGNORECASE,
)
_END_OF = re.compile(
    r"\bto (?:forbid|ban|block|scrap|end|stop|halt|drop|lift|abolish|repeal|cancel|reverse|overturn|prevent|close|kill|"
    r"veto|oppose|fight|resist|reject)\s*$|"
    r"\b(?:end|ending|halt|stop|ban|moratorium|repeal|removal|abolition|suspension|withdrawal|pause|delay)"
    r"(?:\s+(?:to|on|of|in))?\s*$",
    re.IGNORECASE,
)
"""An operator at the end of a cue turns the attitude towards the content round ("called for an end to")."""
NEGATION_WINDOW = 30
"""How many characters before a phrase a negation still reaches it."""


@dataclass(frozen=True, slots=True)
class Found:
    """An attitude met in the words: its class, where its phrase stands, and its sign after negation."""

    attitude: Attitude
    words: str
    sign: int
    negated: bool
    end: int = 0
    """Where the phrase ends in the words."""

    @property
    def name(self) -> str:
        """Name of the class, with "not-" if it is negated."""
        return f"not-{self.attitude.name}" if self.negated else self.attitude.name


def find_attitude(words: str, lexicon: StanceLexicon) -> Found | None:
    """The class of highest precedence with a phrase in the words, turned by a negation in front of the phrase."""
    hit = min(lexicon.attitude_phrases.hits(words), key=lambda hit: (hit.group, hit.start), default=None)
    if hit is None:
        return None
    attitude = lexicon.attitudes[hit.group]
    ended = _END_OF.search(words, hit.end) if attitude.side != "none" else None
    negation = NEGATION.search(words, max(0, hit.start - NEGATION_WINDOW), hit.start)
    negated = negation is not None and attitude.stance is None
    sign = SIGN[attitude.negated] if negated else SIGN[attitude.side]
    shown = words[negation.start() : hit.end] if negated and negation else hit.words
    if ended:
        return Found(attitude, " ".join(f"{shown} {ended.group()}".split()), -sign, negated, hit.end)
    return Found(attitude, " ".join(shown.split()), sign, negated, hit.end)
