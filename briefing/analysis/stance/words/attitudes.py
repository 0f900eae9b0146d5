"""Words in; the attitude that a phrase of the lexicon states in them, with its negation, out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.analysis.stance.words.lexicon import SIGN, Attitude, StanceLexicon

NEGATION = re.compile(
    r"(?:n['’]t\b(?! help\b)|\b(?:not(?! help\b)|cannot(?! help\b)|never|no longer|hardly|nor|neither|"
    r"without(?! (?:exception|hesitation|delay|doubt|question|reservations?)\b)|"
    r"little|nothing(?! but\b)|none|nobody|no one|no(?! secret\b)|few|(?<!at )least|"
    r"(?:sooner|rather)\b[^.;,]{1,20}\bthan|"
    r"fails? to|failed to|refus\w+ to|declin\w+ to|reluctan\w+ to|less|unwilling\w* to|stopp?\w* short of|far from|"
    r"unable to|anything but|by no means|votes? short of|powerless to|the last (?:person|man|woman|party) to)\b"
    r"|\b(?:stop(?:s|ped)?|ceas(?:e|es|ed)(?: to)?|g(?:ive|ives|ave|iven) up) $"
    r"|\b(?:g(?:ive|ives|ave|iven) up|ended|abandon(?:s|ed)|dropped) (?:the|its|his|her|their) $)",
    re.IGNORECASE,
)
END_OF = re.compile(
    r"\bto (?:forbid|ban|block|scrap|end|stop|halt|drop|lift|abolish|repeal|cancel|reverse|overturn|prevent|close|kill|"
    r"veto|oppose|fight|resist|reject|cut|halve|shorten|confine|restrict|limit|delay|postpone|shelve|reduce|slash|"
    r"dismantle|demolish|remove|expel|dismiss|sack|fire|defer|curb|freeze|suspend|relax|ease|loosen|weaken|dilute|"
    r"undo|contest|challenge|dispute|obstruct|derail|thwart|quit)\s*$|"
    r"\b(?:end|ending|halt|stop|ban|moratorium|repeal|removal|abolition|suspension|withdrawal|pause|delay)"
    r"(?:\s+(?:to|on|of|in))?\s*$",
    re.IGNORECASE,
)
"""An operator at the end of a cue turns the attitude towards the content round ("called for an end to")."""
_TO = len(" to")
"""How much of the end of a phrase may belong to the operator behind it ("voted *to* | forbid")."""
NEGATION_WINDOW = 30
"""How many characters before a phrase a negation still reaches it."""
_KEPT = re.compile(r"(?:n['’]t|\b(?:not|never|yet to|refus\w+ to|declin\w+ to))\s+(?:\w+\s+)?$", re.IGNORECASE)
"""A negation right before an opposition that is dropped: "*has not* dropped its objection"."""
_ABOUT_DEEDS = frozenset({"commitment", "demand"})
_REFRAINING = re.compile(
    r"n['’]t\b|\s+(?:(?:[\w'’-]+\s+){0,4}?(?:not|never)\s+to|(?:not|never)"
    r"(?! (?:only|just|merely|simply|least)\b))\b",
    re.IGNORECASE,
)
"""What follows a promise or a demand that something is not done ("*won't*", "vowed *never to* pay")."""


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


def negation_before(words: str, place: int) -> re.Match[str] | None:
    """A negation that reaches a phrase at a place in the words, counted in characters."""
    return NEGATION.search(words, max(0, place - NEGATION_WINDOW), place)


def attitude_named(name: str, lexicon: StanceLexicon) -> Attitude:
    """The class of attitudes with that name."""
    return next(attitude for attitude in lexicon.attitudes if attitude.name == name)


def find_attitude(
    words: str,
    lexicon: StanceLexicon,
    with_object: bool = False,
    until: int | None = None,
    across: int | None = None,
) -> Found | None:
    """The class of highest precedence with a phrase in the words, turned by a negation in front of the phrase.

    Args:
        with_object: whether the words hold the object of the attitude too, so that what stands at their end is no part
            of the attitude.
        until: before which place in the words a phrase must start.
        across: a place in the words that the phrase must reach across.
    """
    hits = lexicon.attitude_phrases.hits(words)
    if until is not None:
        hits = (hit for hit in hits if hit.start < until)
    if across is not None:
        hits = (hit for hit in hits if hit.start < across < hit.end)
    hit = min(hits, key=lambda hit: (hit.group, hit.start), default=None)
    if hit is None:
        return None
    attitude = lexicon.attitudes[hit.group]
    if attitude.name == "opposition-dropped" and (kept := _KEPT.search(words, 0, hit.start)):
        return Found(
            attitude_named("opposition", lexicon), " ".join(words[kept.start() : hit.end].split()), -1, False, hit.end
        )
    ended = END_OF.search(words, max(hit.start, hit.end - _TO)) if attitude.side != "none" and not with_object else None
    negation = negation_before(words, hit.start)
    start, end = (negation.start() if negation else hit.start), hit.end
    if negation is None and attitude.name in _ABOUT_DEEDS and (refraining := _REFRAINING.match(words, hit.end)):
        negation, end = refraining, refraining.end()
    if negation is not None and attitude.name == "readiness":
        words = " ".join(words[negation.start() : hit.end].split())
        return Found(attitude_named("opposition", lexicon), words, -1, False, hit.end)
    negated = negation is not None and attitude.stance is None
    sign = SIGN[attitude.negated] if negated else SIGN[attitude.side]
    shown = words[start:end] if negated else hit.words
    if ended:
        return Found(attitude, " ".join(f"{shown} {ended.group()}".split()), -sign, negated, hit.end)
    return Found(attitude, " ".join(shown.split()), sign, negated, hit.end)
