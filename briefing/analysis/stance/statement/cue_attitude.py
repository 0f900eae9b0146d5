"""A cue with its content, or a deed with its object, in; the attitude that the two together state out.

"Asked *whether*" takes no side, "asked *for*" demands: a cue alone often tells less than with the start of its content.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.analysis.stance.words.attitudes import END_OF, NEGATION, Found, attitude_named, find_attitude
from briefing.analysis.stance.words.lexicon import StanceLexicon

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
_LEADING = re.compile(r"\W*(?:for|on|upon|against|behind|in (?:favou?r|support) of)\b", re.IGNORECASE)
"""A preposition at the start of a content that belongs to its cue ("called | *for* a toll")."""
_DENIED_INSIDE = re.compile(r"\b(?:no|not|back)\b", re.IGNORECASE)
"""What takes its attitude from a phrase ("raised *no* objection") or gives it another sense ("sent it *back*")."""
_RATHER = re.compile(r"\W*((?:rather|sooner) than)\b", re.IGNORECASE)
"""What a deed was done not to do ("resigned *rather than* sign")."""
_ASKING_FOR = re.compile(r"\bask\w*\b.*\b(?:for|to|that)$", re.IGNORECASE)
_PURSUIT = re.compile(
    r"\b(?:su(?:e|es|ed|ing)|vot(?:e|es|ed|ing)|fought|fight(?:s|ing)?|went to court|filed (?:suit|a \w+))\b",
    re.IGNORECASE,
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
    r"\W*(?:(?:is|are|was|were|ha[sd]|have|took|takes?|gave|gives?|made|makes?|puts?|came|comes?|stood|stands?|lost)\b|"
    r"for\b|against\b|[^\W\d]+ly\b|no\b)",
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


def attitude_with(cue: str, content: str, lexicon: StanceLexicon) -> Found | None:
    """The attitude of a cue, read together with how its content begins.

    "Asked *whether*" takes no side, "asked *for*" demands; who declines *to comment* opposes nothing; who sues *to
    stop* something wants that; a threat *to do* something is a plan, a threat of something else is not wished for.
    """
    if pursued := _pursued(cue, content, lexicon):
        return pursued
    found = find_attitude(cue, lexicon)
    if found is None and ((_ASKING.search(cue) and _ASKED_FOR.match(content)) or _moves(cue, content)):
        return Found(attitude_named("demand", lexicon), cue.split()[-1], 1, False, len(cue))
    if (found is None or not found.sign) and (rather := _RATHER.match(content)):
        return Found(attitude_named("opposition", lexicon), f"{cue} {rather.group(1)}".strip(), -1, False, len(cue))
    if found is not None and (begun := _begun_in_cue(cue, content, found, lexicon)):
        return begun
    if found is None or found.attitude.name == "speech":
        found = _with_opening(cue, content, lexicon) or found
    return None if found is None else _in_context(cue, content, found, lexicon)


def _pursued(cue: str, content: str, lexicon: StanceLexicon) -> Found | None:
    """The demand of a deed that is done to reach something ("sued | *to stop the dam*", "sued to stop | *it*")."""
    pursuit = _PURSUIT.search(cue)
    if pursuit is None or NEGATION.search(cue):
        return None
    demand = attitude_named("demand", lexicon)
    if _PURSUED.match(content):
        return Found(demand, pursuit.group(), 1, False, pursuit.end())
    if _AIM.search(cue, pursuit.end()):
        sign = -1 if END_OF.search(cue, pursuit.end()) else 1
        return Found(demand, cue[pursuit.start() :], sign, False, len(cue))
    return None


def _in_context(cue: str, content: str, found: Found, lexicon: StanceLexicon) -> Found:
    """What the attitude of a cue becomes in front of such a content."""
    name = found.attitude.name
    asks = name == "question" and (
        _ASKING_FOR.search(cue) or (cue.split()[-1:] in (["asked"], ["ask"]) and _ASKED_FOR.match(content))
    )
    if asks or (name == "fear" and _WARNING.search(cue) and _LEAVING.match(content)):
        return Found(attitude_named("demand", lexicon), found.words, 1, False, found.end)
    if name == "denial" and _REQUESTS.match(content):
        return Found(attitude_named("opposition", lexicon), found.words, -1, False, found.end)
    if name == "threat" and not _INFINITIVE.match(content):
        return replace(found, sign=-found.sign)
    return _outranked(cue, content, found, lexicon) or found if name == "opposition" else found


def _outranked(cue: str, content: str, found: Found, lexicon: StanceLexicon) -> Found | None:
    """What tells, together with the start of the content, that an opposition is none ("declined | *to comment*")."""
    opening = _DOUBTED if found.words.casefold().startswith("doubt") else _OPENING
    whole = find_attitude(f"{cue} {' '.join(content.split()[:opening])}", lexicon)
    if whole is None:
        return None
    outranks = {"opposition-dropped", "denial", "expectation"}
    if whole.end - len(whole.words) < len(cue):  # else only "regretted *having backed*"
        outranks.add("support")
    if (_REFUSAL.search(cue) and _INFINITIVE.match(content)) or _UNANSWERED.match(found.words):
        outranks.add("no-comment")
    kept = whole.sign < 0 and not whole.negated and whole.end > len(cue)
    return whole if whole.attitude.name in outranks or (kept and not found.sign) else None


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
        return Found(attitude_named("demand", lexicon), pursuit.group(1), 1, False, pursuit.end(1))
    until = None if _LIGHT.match(opening) else len(verbal)
    found = find_attitude(opening, lexicon, with_object=True, until=until)
    if found is not None and found.name == "question" and _ASKED.match(opening):
        return Found(attitude_named("demand", lexicon), found.words, 1, False, found.end)
    return found
