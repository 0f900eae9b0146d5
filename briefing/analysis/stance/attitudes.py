"""Words in; the attitude that a phrase of the lexicon states in them, with its negation, out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefing.analysis.stance.lexicon import SIGN, Attitude, StanceLexicon
from briefing.analysis.stance.screened import Screened, words_of

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
_END_OF = re.compile(
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


_KEPT = re.compile(r"(?:n['’]t|\b(?:not|never|yet to|refus\w+ to|declin\w+ to))\s+(?:\w+\s+)?$", re.IGNORECASE)
"""A negation right before an opposition that is dropped: "*has not* dropped its objection"."""
_SPANNED = 5
"""Words of a content in which a phrase may end that begins in the cue."""
_OPENING, _DOUBTED = 4, 6
"""Words of a content that may tell what an opposition is, and what a doubt is."""
_INFINITIVE = re.compile(r"\W*(?:not )?to ", re.IGNORECASE)
_PURSUED = re.compile(r"\W*(?:(?:on|in|last|this|again|earlier)(?: [\w-]+)? )?(?:not )?to (?!\d)", re.IGNORECASE)
"""What a deed was done for, with the time of the deed ("sued *in April to* stop it")."""
_ASKED_FOR = re.compile(
    r"\W*(?:that\b|for\b|to\b|not to\b|(?!whether|if|how|what|why|who|where|when|which)(?:[\w'’]+ ){1,5}to \w)",
    re.IGNORECASE,
)
_ABOUT_DEEDS = frozenset({"commitment", "demand"})
_REFRAINING = re.compile(r"n['’]t\b|\s+(?:(?:[\w'’-]+\s+){0,4}?(?:not|never)\s+to|not|never)\b", re.IGNORECASE)
"""What follows a promise or a demand that something is not done ("*won't*", "vowed *never to* pay")."""
_LEADING = re.compile(r"\W*(?:for|on|upon|against|behind|in (?:favou?r|support) of)\b", re.IGNORECASE)
"""A preposition at the start of a content that belongs to its cue ("called | *for* a toll")."""
_DENIED_INSIDE = re.compile(r"\b(?:no|not|back)\b", re.IGNORECASE)
"""What takes its attitude from a phrase ("raised *no* objection") or gives it another sense ("sent it *back*")."""
_RATHER = re.compile(r"\W*((?:rather|sooner) than)\b", re.IGNORECASE)
"""What a deed was done not to do ("resigned *rather than* sign")."""
_ASKING_FOR = re.compile(r"\bask\w*\b.*\b(?:for|to|that)$", re.IGNORECASE)
_PURSUIT = Screened(
    r"\b(?:su(?:e|es|ed|ing)|vot(?:e|es|ed|ing)|fought|fight(?:s|ing)?|went to court|filed (?:suit|a \w+))\b",
    "sue sues sued suing vote votes voted voting fought fight fights fighting court filed",
)
"""Deeds done to reach what an infinitive says ("sued *to stop the dam*", "voted *to build it*")."""
_AIM = re.compile(r"\bto(?: \w+)?\W*$", re.IGNORECASE)
"""The same where the infinitive, or all of it but its object, is part of the cue ("sued to stop | *it*")."""
_ASKING = re.compile(r"\bask(?:s|ing)?\W*$", re.IGNORECASE)
_MOVING = re.compile(r"\bmov(?:es?|ed|ing)\W*$", re.IGNORECASE)
_MOVED = re.compile(r"\W*(?:that|to) ", re.IGNORECASE)
"""What is moved in an assembly ("*moved* | that it be dropped"), and not from place to place."""
_VOTED = re.compile(
    r"\W*(?:ha(?:s|d|ve) )?(su(?:e|es|ed)|vot(?:e|es|ed)|fought|went to court|filed (?:suit|a \w+))\b"
    r"(?: (?:\w+ )?\d[\d,]* ?(?:to|-|–) ?\d[\d,]*| \w+ly)?(?: (?:on|in|last|this|again) ?\w*)? to (?!\d)",
    re.IGNORECASE,
)
"""The same in a deed, with the count of a vote ("*voted 21 to 9* to oppose")."""
_UNANSWERED = re.compile(r"ignor", re.IGNORECASE)
"""What may be done to a question as well as to a matter."""
_WARNING = re.compile(r"\b(?:warn|caution)\w*$", re.IGNORECASE)
_LEAVING = re.compile(r"\W*(?!that\b|if\b|of\b)(?:[\w'’-]+ ){1,5}?(?:not to \w|against \w+ing\b)", re.IGNORECASE)
"""What somebody is warned to leave ("warned | *the council not to drop it*"): a demand that says what is not wanted."""
_LIGHT = re.compile(
    r"\W*(?:(?:is|are|was|were|ha[sd]|have|took|takes?|gave|gives?|made|makes?|puts?|came|comes?|stood|stands?|lost)\b|for\b|against\b|[^\W\d]+ly\b|no\b)",
    re.IGNORECASE,
)
"""Verbs whose object tells the attitude ("*has* doubts", "*is* in favour")."""
_ASKED = re.compile(r"\W*(?:ha(?:s|d|ve) )?(?:\w+ly )?ask\w*(?: \w+){0,4}? (?:for|to)\b", re.IGNORECASE)
_REFUSAL = re.compile(r"\b(?:declin|refus)", re.IGNORECASE)
_REQUESTS = re.compile(
    r"\W*(?:an?|the|his|her|its|their)? ?(?:\w+ ){0,2}"
    r"(?:request|motion|petition|bid|appeal|application|permission|permit)s?\b"
    r"(?=\W*$|[,.;]| (?:to|for|from|by|of|in|on|that)\b)",
    re.IGNORECASE,
)


def negation_before(words: str, place: int) -> re.Match[str] | None:
    """A negation that reaches a phrase at a place in the words, counted in characters."""
    return NEGATION.search(words, max(0, place - NEGATION_WINDOW), place)


def attitude_with(cue: str, content: str, lexicon: StanceLexicon) -> Found | None:
    """The attitude of a cue, read together with how its content begins.

    "Asked *whether*" takes no side, "asked *for*" demands; who declines *to comment* opposes nothing; who sues *to
    stop* something wants that; a threat *to do* something is a plan, a threat of something else is not wished for.
    """
    found = find_attitude(cue, lexicon)
    pursuit = _PURSUIT.search(cue, words_of(cue))
    if pursuit and _PURSUED.match(content) and not NEGATION.search(cue):
        return Found(_named("demand", lexicon), pursuit.group(), 1, False, pursuit.end())
    if pursuit and _AIM.search(cue, pursuit.end()) and not NEGATION.search(cue):
        sign = -1 if _END_OF.search(cue, pursuit.end()) else 1
        return Found(_named("demand", lexicon), cue[pursuit.start() :], sign, False, len(cue))
    if found is None and ((_ASKING.search(cue) and _ASKED_FOR.match(content)) or _moves(cue, content)):
        return Found(_named("demand", lexicon), cue.split()[-1], 1, False, len(cue))
    if (found is None or not found.sign) and (rather := _RATHER.match(content)):
        return Found(_named("opposition", lexicon), f"{cue} {rather.group(1)}".strip(), -1, False, len(cue))
    if found is not None and (begun := _begun_in_cue(cue, content, found, lexicon)):
        return begun
    if found is None or found.attitude.name == "speech":
        found = _with_opening(cue, content, lexicon) or found
    if found is None:
        return None
    name = found.attitude.name
    if name == "question" and (
        _ASKING_FOR.search(cue) or (cue.split()[-1:] in (["asked"], ["ask"]) and _ASKED_FOR.match(content))
    ):
        return Found(_named("demand", lexicon), found.words, 1, False, found.end)
    if name == "denial" and _REQUESTS.match(content):
        return Found(_named("opposition", lexicon), found.words, -1, False, found.end)
    if name == "fear" and _WARNING.search(cue) and _LEAVING.match(content):
        return Found(_named("demand", lexicon), found.words, 1, False, found.end)
    if name == "threat" and not _INFINITIVE.match(content):
        return replace(found, sign=-found.sign)
    if name == "opposition":
        opening = _DOUBTED if found.words.casefold().startswith("doubt") else _OPENING
        whole = find_attitude(f"{cue} {' '.join(content.split()[:opening])}", lexicon)
        silent = _REFUSAL.search(cue) is not None and _INFINITIVE.match(content) is not None
        opens = whole.end - len(whole.words) if whole is not None else len(cue)
        from_cue = opens < len(cue)  # else only "regretted *having backed*"
        outranks = {
            "opposition-dropped",
            "denial",
            "expectation",
            "support" if from_cue else "",
            "no-comment" if silent or _UNANSWERED.match(found.words) else "",
        }
        kept = whole is not None and whole.sign < 0 and not whole.negated and whole.end > len(cue)
        if whole is not None and (whole.attitude.name in outranks or (kept and not found.sign)):
            return whole
    return found


def _moves(cue: str, content: str) -> bool:
    return _MOVING.search(cue) is not None and _MOVED.match(content) is not None


def _begun_in_cue(cue: str, content: str, found: Found, lexicon: StanceLexicon) -> Found | None:
    """The longer phrase of which a cue holds only a part that says something else ("took *back* | its support")."""
    if found.attitude.name not in {"judgement", "support"}:
        return None
    whole = find_attitude(f"{cue} {' '.join(content.split()[:_SPANNED])}", lexicon, with_object=True, across=len(cue))
    if whole is None or whole.attitude.name not in {"opposition", "opposition-dropped", "question"}:
        return None
    return whole if whole.end - len(whole.words) <= found.end - len(found.words) else None


def _with_opening(cue: str, content: str, lexicon: StanceLexicon) -> Found | None:
    """The attitude of a cue together with how its content begins, if it takes that one.

    The preposition at the start may belong to the cue ("was | *in favour of*"), or a phrase begins in the cue and ends
    in the content ("voiced | *regret*").
    """
    leading = _LEADING.match(content)
    if leading is not None:
        found = find_attitude(f"{cue} {leading.group().strip()}", lexicon)
        if found is not None and found.sign and found.end > len(cue):
            return found
    if _ASKING.search(cue):
        return None
    words = f"{cue} {' '.join(content.split()[:_SPANNED])}"
    found = find_attitude(words, lexicon, with_object=True, across=len(cue))
    if found is None or not (found.sign or found.name == "opposition-dropped") or _DENIED_INSIDE.search(found.words, 1):
        return None
    return found


def attitude_of_deed(verbal: str, opening: str, lexicon: StanceLexicon) -> Found | None:
    """The attitude of a deed, whose verb and object are one phrase ("lobbied against such a ban").

    Args:
        verbal: the words up to the object; what starts there outranks what the object is called ("signed the *boycott*
            letter").
        opening: the same with the first words of the object.
    """
    if (pursuit := _VOTED.match(opening)) and not NEGATION.search(verbal):
        return Found(_named("demand", lexicon), pursuit.group(1), 1, False, pursuit.end(1))
    until = None if _LIGHT.match(opening) else len(verbal)
    found = find_attitude(opening, lexicon, with_object=True, until=until)
    if found is not None and found.name == "question" and _ASKED.match(opening):
        return Found(_named("demand", lexicon), found.words, 1, False, found.end)
    return found


def _named(name: str, lexicon: StanceLexicon) -> Attitude:
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
        return Found(_named("opposition", lexicon), " ".join(words[kept.start() : hit.end].split()), -1, False, hit.end)
    ended = (
        _END_OF.search(words, max(hit.start, hit.end - _TO)) if attitude.side != "none" and not with_object else None
    )
    negation = negation_before(words, hit.start)
    start, end = (negation.start() if negation else hit.start), hit.end
    if negation is None and attitude.name in _ABOUT_DEEDS and (refraining := _REFRAINING.match(words, hit.end)):
        negation, end = refraining, refraining.end()
    if negation is not None and attitude.name == "readiness":
        words = " ".join(words[negation.start() : hit.end].split())
        return Found(_named("opposition", lexicon), words, -1, False, hit.end)
    negated = negation is not None and attitude.stance is None
    sign = SIGN[attitude.negated] if negated else SIGN[attitude.side]
    shown = words[start:end] if negated else hit.words
    if ended:
        return Found(attitude, " ".join(f"{shown} {ended.group()}".split()), -sign, negated, hit.end)
    return Found(attitude, " ".join(shown.split()), sign, negated, hit.end)
