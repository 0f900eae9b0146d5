"""A `Reading` in; the side out that a construction takes which tells what is made of the matter.

"It *took* the toll *to court*", "*would rather close* than pay", "it would be *mad to* sign", "buses *were better than*
a tram line": the matter is fought, refused, called folly or wisdom, or put behind something else.
"""

from __future__ import annotations

import re

from briefing.analysis.issues.words import stem
from briefing.analysis.stance.direction.labels import WORD, does_label, names_core, names_itself, names_operator
from briefing.analysis.stance.rules.decision import Decision
from briefing.analysis.stance.rules.needs import NEXT, names_wanted
from briefing.analysis.stance.rules.rule import looking_for
from briefing.analysis.stance.statement.reading import Reading
from briefing.analysis.stance.words.attitudes import negation_before
from briefing.analysis.stance.words.screened import Screened
from briefing.model import Stance

_BEHIND = 6
"""How many words behind a verdict may name what it is on."""
_SOONER = Screened(
    r"(?P<choice>\b(?:would|['’]d) (?:rather|sooner)) "
    r"(?P<harm>leave|close|shut|quit|resign|die|strike|lose|starve|go (?:to (?:jail|prison|court)|bankrupt|hungry))\b"
    r"(?:[^.;]*? than (?P<behind>[^.;]*))?",
    "rather sooner",
)
"""A harm that somebody chooses ("*would sooner close* than pay")."""
_FOLLY = Screened(
    r"\b(?:is|are|be|been|was|were) (?:mad|crazy|foolish|stupid|unwise|insane|reckless|irresponsible|wrong|folly|"
    r"madness|a (?:big |grave |great |serious )?mistake) (?:for \w+ )?(?:not )?to \w|"
    r"\b(?:will|would|['’](?:ll|d)) (?:come to |live to |one day )?regret (?:not )?\w+ing\b",
    "mad crazy foolish stupid unwise insane reckless irresponsible wrong folly madness mistake regret",
)
_WISE = Screened(
    r"\b(?:is|are|be|been|was|were) (?:only |quite |absolutely |entirely )?"
    r"(?:right|wise|sensible|prudent|reasonable|essential|vital|necessary|crucial|imperative|fair|high time|"
    r"about time|time) (?:for (?:[\w’'-]+ ){1,3})?(?:not )?to \w|"
    r"\b(?:would|['’]d) do well (?:not )?to \w|\b(?:not|never) too late to \w|"
    r"\b(?:no|little) (?:other )?(?:choice|option|alternative) (?:but|other than|except) (?:not )?to \w",
    "right wise sensible prudent reasonable essential vital necessary crucial imperative fair time well late choice "
    "option alternative",
)
_DENIES = re.compile(r"\b(?:not|never|no|little)\b|n['’]t\b", re.IGNORECASE)
_BETTER_THAN = Screened(r"^(?P<other>[^.;]*?)\bbetter than\b(?P<matter>[^.;]*)", "better")
_VIOLENCE = Screened(
    r"\W*(?:the |all |any |such )?(?:[\w-]+ )?(?:violence|threats?|vandalism|arson|intimidation|harassment|insults)\b"
    r"(?=\W*$| (?:at|by|against|during|over|from|on)\b)",
    "violence threat threats vandalism arson intimidation harassment insults",
)
_CONDEMNING = re.compile(r"\b(?:condemn|denounc|deplor|criticis|criticiz|decr)\w*", re.IGNORECASE)
_NEITHER = Screened(
    r"\W*(neither) (?:the|an?|his|her|its|their)\b|\W*((?:every|any)(?:thing|one|body) (?:but|except))\b",
    "neither everything everyone everybody anything anyone anybody",
)
_CALM = Screened(
    r"\W*(?:an end to |a stop to |an? |the )?(?:the )?(?:[\w-]+ )?"
    r"(?:calm|dialogue|unity|clarity|compromise|dispute|row|feud|quarrel|deadlock|uncertainty|infighting) "
    r"(?:over|about|on|around|in)\b",
    "calm dialogue unity clarity compromise dispute row feud quarrel deadlock uncertainty infighting",
)
_FUTURE_OF = Screened(r"\W*(?:for |about )?(?:the )?(?:future|fate|survival) of\b", "future fate survival")
_SOMETHING_ELSE_FIRST = Screened(r"\W*(?:an?|the) [\w-]+(?: [\w-]+)? before (?:the|an?|any|such)\b", "before")
_REFUSAL = Screened(
    r"\W*(over my dead body|not (?:on|under) (?:my|our) watch|not in (?:my|our) names?|no way|"
    r"over our dead bodies)(?=\W*$|[,.;!?—–])",
    "body watch name names way bodies",
)
_COURT = Screened(
    r"\b(?:t[ao]k(?:e|es|en|ing)|took|drag(?:s|ged|ging)?|haul(?:s|ed|ing)?)\b(?P<what>[^.;,]{1,60}?) "
    r"to (?:(?:the|a|an) )?(?:[\w’'-]+ ){0,4}?(?:court|tribunal|arbitration)s?\b",
    "court courts tribunal tribunals arbitration arbitrations",
)
_OTHERS = frozenset({"case", "matter", "him", "her", "me", "us"})
"""What is taken to court for the matter as well as against it."""
_SUITS = frozenset(stem(w) for w in ("court", "tribunal", "arbitration", "lawsuit", "suit", "appeal", "review", "case"))
_BROUGHT = (
    (
        frozenset(stem(word) for word in ("lawsuit", "suit")),
        re.compile(r"\b(?:su(?:e|es|ed|ing)|fil(?:e|es|ed|ing)|lodged|brought|went to court)\b", re.IGNORECASE),
    ),
    (
        frozenset(stem(word) for word in ("strike", "walkout", "stoppage")),
        re.compile(
            r"\b(?:str(?:ike|ikes|uck|iking)|walk(?:s|ed|ing)? out(?! of)|downed tools|stopped work)\b", re.IGNORECASE
        ),
    ),
)
"""What a label names, and the verbs for doing it."""


def brought(reading: Reading) -> Decision | None:
    """Who sues or strikes is for the lawsuit or the strike that the label names."""
    for stems, bringing in _BROUGHT:
        match = bringing.search(reading.cue) if reading.label.stems & stems else None
        if match and not negation_before(reading.cue, match.start()):
            return Decision("supports", match.group(), f"“{match.group()}” does what the label names", explicit=True)
    return None


@looking_for(_SOONER)
def sooner(reading: Reading) -> Decision | None:
    """ "It would rather close than pay": who prefers the own harm to something wants nothing of it."""
    match = _SOONER.search(f"{reading.cue} {reading.content}", reading.words)
    if match is None:
        return None
    spurned = re.findall(r"\w+", match["behind"] or "")
    if reading.label.sign < 0 and not any(names_operator(reading.label, word) for word in spurned):
        return None
    why = f"{match['choice']} {match['harm']}"
    return Decision("opposes", why, f"“{why}” prefers harm to the matter", explicit=True, construction=True)


@looking_for(_REFUSAL)
def exclaimed(reading: Reading) -> Decision | None:
    """ "Over my dead body!": an answer that is nothing but a refusal."""
    match, cue = _REFUSAL.match(reading.content, reading.words), reading.cue_attitude
    if match is None or reading.label.sign < 0 or (cue is not None and cue.sign):
        return None
    why = match.group(1)
    return Decision("opposes", why, f"“{why}” refuses without more words", explicit=True, construction=True)


@looking_for(_COURT)
def taken_to_court(reading: Reading) -> Decision | None:
    """ "It took the toll to court": who does so with a rule or a ruling fights it."""
    match = _COURT.search(f"{reading.cue} {reading.content}", reading.words)
    if match is None or reading.label.sign < 0 or reading.label.stems & _SUITS or reading.strong_condition:
        return None
    if _OTHERS & set(match["what"].casefold().split()):
        return None
    return Decision("opposes", match.group(), f"“{match.group()}” fights it")


@looking_for(_FOLLY)
def foolish(reading: Reading) -> Decision | None:
    """ "It would be mad not to sign": what is folly is done against the wish, what is folly to leave is wished."""
    match, sign = _FOLLY.search(reading.content, reading.words), reading.relation.sign
    if match is None or not sign or not reading.relation.overlap or reading.relation.origin == "label":
        return None
    cue = reading.cue_attitude
    if (cue is not None and cue.sign) or negation_before(reading.content, match.start()):
        return None
    why = match.group()
    return Decision("opposes" if sign > 0 else "supports", why, f"“{why}” calls it folly", True, True)


@looking_for(_WISE)
def wise(reading: Reading) -> Decision | None:
    """ "It was high time to lift it", "right not to sell": what is wise to do, or what there is no choice but to do."""
    match, relation, cue = _WISE.search(reading.content, reading.words), reading.relation, reading.cue_attitude
    if match is None or not relation.overlap or relation.origin == "label" or (cue is not None and cue.sign):
        return None
    why = match.group()
    # The direction of the content counts a denial that here belongs to the frame.
    inner = -relation.sign if _DENIES.match(why) else relation.sign
    if not _names_deed(reading.content[match.end() - 1 :], reading):
        return None
    return Decision("supports" if inner > 0 else "opposes", why, f"“{why}” says that it is right", True, True)


@looking_for(_BETTER_THAN)
def is_beaten(reading: Reading) -> Decision | None:
    """ "Buses were better than a tram line": something else is put before the matter."""
    match, cue = _BETTER_THAN.match(reading.content, reading.words), reading.cue_attitude
    if match is None or (cue is not None and cue.sign) or not names_wanted(match["matter"], reading):
        return None
    if names_core(reading.label, match["other"]) or negation_before(match["other"], len(match["other"])):
        return None
    return Decision("opposes", "better than", "“better than” puts something else before the matter", explicit=True)


@looking_for(_VIOLENCE)
def condemns_violence(reading: Reading) -> Decision | None:
    """Who condemns threats over a matter, or violence at a protest against it, takes no side on it."""
    match = _VIOLENCE.match(f"{_after_condemning(reading)} {reading.content}", reading.words)
    if match is None or any(stem(word) in reading.label.stems for word in re.findall(r"\w+", match.group())):
        return None
    why = match.group().strip()
    return Decision("unclear", why, f"“{why}” is condemned, whatever the matter", explicit=True, construction=True)


@looking_for(_NEITHER)
def wants_neither(reading: Reading) -> Decision | None:
    """ "Supports neither the sale nor …": a refusal of both; "opposes neither …" is no side."""
    cue, relation = reading.cue_attitude, reading.relation
    if cue is None or not cue.sign or cue.negated or not relation.overlap or relation.words or relation.sign < 0:
        return None
    match = _NEITHER.match(reading.content, reading.words)
    if match is None:
        return None
    why = f"{cue.words} {match.group(match.lastindex or 0)}"
    stance: Stance = "opposes" if cue.sign > 0 else "unclear"
    return Decision(stance, why, f"“{why}” denies it", explicit=True, construction=True)


@looking_for(_SOMETHING_ELSE_FIRST)
def puts_first(reading: Reading) -> Decision | None:
    """ "Insists on a vote before the sale": what is to come before the matter is wanted, and not the matter."""
    match, cue = _SOMETHING_ELSE_FIRST.match(reading.content, reading.words), reading.cue_attitude
    if (
        match is None
        or cue is None
        or cue.sign <= 0
        or not names_core(reading.label, reading.content[match.end() :], NEXT)
    ):
        return None
    if names_core(reading.label, match.group()):
        return None
    return Decision("unclear", match.group(), f"“{match.group()}” wants something else first", True, True)


@looking_for(_CALM, _FUTURE_OF)
def calms(reading: Reading) -> Decision | None:
    """Who calls for calm over a matter or fears for its future shows no side by that."""
    cue = reading.cue_attitude
    form = {"demand": _CALM, "fear": _FUTURE_OF}.get(cue.name if cue is not None else "")
    match = form.match(reading.content, reading.words) if form is not None else None
    if cue is None or match is None or names_core(reading.label, match.group()):
        return None
    why = f"{cue.words} {match.group().strip()}"
    return Decision("unclear", why, f"“{why}” is about more than the matter", True, True)


def _names_deed(words: str, reading: Reading) -> bool:
    """Whether what is to be done is done to what the label names itself, or is the deed that it names."""
    found = WORD.findall(words)[:_BEHIND]
    direct = any(names_itself(reading.label, word) for word in found)
    return direct or any(does_label(reading.label, word.casefold()) for word in found[:1])


def _after_condemning(reading: Reading) -> str:
    match = _CONDEMNING.search(reading.cue)
    return reading.cue[match.end() :] if match else "—no"
