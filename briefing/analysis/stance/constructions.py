"""A `Reading` in; the side that a construction of the whole sentence takes out, whatever the cue says.

"We *cannot afford to lose* the mill", "any deal *must include* farmers", "it will sue *unless* the road is closed": the
matter stands in a place of the sentence that by itself says whether it is wanted.
"""

from __future__ import annotations

import re

from briefing.analysis.issues.words import stem
from briefing.analysis.stance.attitudes import negation_before
from briefing.analysis.stance.decision import Decision
from briefing.analysis.stance.evaluate import NOBODY
from briefing.analysis.stance.labels import does_label, names_operator
from briefing.analysis.stance.reading import Reading
from briefing.analysis.stance.screened import Screened
from briefing.model import Stance

_UNLESS = Screened(r"\b(unless|without)\b([^.;]*)", "unless without")
_PRICE = 6
"""How many words behind "unless" may name the matter."""
_NEEDED = Screened(r"(?:\bnot|n['’]t|\bill) afford to (?:lose|be without|do without)\b", "afford")
_NEXT = 3
"""How many words behind may name what must not be lost, or must be there."""
_REQUIRED = Screened(
    r"\b(?:must|should|ought to|ha(?:s|ve|d) to|needs? to) (?:also )?"
    r"(?:include|involve|contain|provide for|guarantee)\b",
    "include involve contain provide guarantee",
)
_NOBODY_SHOULD = Screened(
    r"\b(?:nobody|no one|no [\w-]+(?: [\w-]+)?) (?:should|must|ought to)\b(?! (?:have to|be (?:forced|made|asked)))",
    "should must ought",
)
_WAY_OUT = re.compile(r"\b(?:only|without|unless|until|except|alone)\b", re.IGNORECASE)
_UNSURPASSED = Screened(
    r"\b(?:no ?one|nobody|no (?:country|nation|people|government|side))\b (?:else )?"
    r"(?:wants?|needs?|values?|cherish(?:es)?|desires?|welcomes?)\b(?! to pay)"
    r"(?: (?!that\b|which\b|any\b|and\b|but\b|or\b)[\w'’-]+){1,8}? more than "
    r"(?:we|I|us|me|he|she|they|you|our|my|his|her|their|the|(?-i:[A-Z])\w+)\b(?![^.]*\bbut\b)",
    "more",
)
"""A denial that affirms: "*no one wants* peace *more than* we do"."""
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
_WISE = re.compile(
    r"\b(?:is|are|be|been|was|were) (?:only |quite |absolutely |entirely )?"
    r"(?:right|wise|sensible|prudent|reasonable|essential|vital|necessary|crucial|imperative|fair|high time|"
    r"about time|time) (?:for (?:[\w’'-]+ ){1,3})?(?:not )?to \w|"
    r"\b(?:would|['’]d) do well (?:not )?to \w|\b(?:not|never) too late to \w|"
    r"\b(?:no|little) (?:other )?(?:choice|option|alternative) (?:but|other than|except) (?:not )?to \w",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:not|never|no|little)\b|n['’]t\b", re.IGNORECASE)
_BETTER_THAN = Screened(r"^(?P<other>[^.;]*?)\bbetter than\b(?P<matter>[^.;]*)", "better")
_VIOLENCE = Screened(
    r"\W*(?:the |all |any |such )?(?:[\w-]+ )?(?:violence|threats?|vandalism|arson|intimidation|harassment|insults)\b"
    r"(?=\W*$| (?:at|by|against|during|over|from|on)\b)",
    "violence threat threats vandalism arson intimidation harassment insults",
)
_CONDEMNING = re.compile(r"\b(?:condemn|denounc|deplor|criticis|criticiz|decr)\w*", re.IGNORECASE)
_NEITHER = re.compile(
    r"\W*(neither) (?:the|an?|his|her|its|their)\b|\W*((?:every|any)(?:thing|one|body) (?:but|except))\b", re.IGNORECASE
)
_DISPENSABLE = Screened(
    r"^(?P<who>[^.;]*?)\b(?:can|could|able to|will|would)(?: (?!not\b)\w+)? "
    r"(?:do|live|survive|cope|manage|get by|thrive) (?:perfectly |quite |very )?(?:well |fine )?"
    r"without\b(?P<matter>[^.;]*)",
    "without",
)
_CALM = re.compile(
    r"\W*(?:an end to |a stop to |an? |the )?(?:the )?(?:[\w-]+ )?"
    r"(?:calm|dialogue|unity|clarity|compromise|dispute|row|feud|quarrel|deadlock|uncertainty|infighting) "
    r"(?:over|about|on|around|in)\b",
    re.IGNORECASE,
)
_FUTURE_OF = re.compile(r"\W*(?:for |about )?(?:the )?(?:future|fate|survival) of\b", re.IGNORECASE)
_SOMETHING_ELSE_FIRST = re.compile(r"\W*(?:an?|the) [\w-]+(?: [\w-]+)? before (?:the|an?|any|such)\b", re.IGNORECASE)
_REFUSAL = re.compile(
    r"\W*(over my dead body|not (?:on|under) (?:my|our) watch|not in (?:my|our) names?|no way|"
    r"over our dead bodies)(?=\W*$|[,.;!?—–])",
    re.IGNORECASE,
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
SLIGHT = 0.5
"""Judgements that add up to less, for and against, leave the matter open."""


def names_matter(words: str, reading: Reading, most: int | None = None) -> bool:
    """Whether one of the first words (of all, if no number is given) names what the label is about."""
    return any(stem(word) in reading.label.core for word in re.findall(r"\w+", words)[:most])


def _wished(reading: Reading) -> Decision | None:
    """Something else is bound to the matter: "will withdraw cover unless the patrols continue"."""
    wish = reading.wish
    if wish is None:
        return None
    stance: Stance = "supports" if wish.side > 0 else "opposes"
    rule = f"“{wish.words}” makes the matter the price of something else"
    return Decision(stance, wish.words, rule, explicit=True, construction=True)


def _price(reading: Reading) -> Decision | None:
    """Harm that is threatened or feared unless the matter comes ("will withdraw cover unless the patrols continue"), or
    unless it ends ("would strike unless the bridge is dropped")."""
    cue, match = reading.cue_attitude, _UNLESS.search(reading.content, reading.words)
    if match is None or reading.label.sign < 0:
        return None
    warned = cue is not None and cue.attitude.name in {"fear", "threat"}
    withheld = match.group(1).casefold() == "unless" and reading.relation.origin == "head" and reading.relation.sign < 0
    if not (warned or withheld) or not names_matter(match.group(2), reading, _PRICE):
        return None
    why, clause = match.group(1), match.group(2).split(",")[0].split()
    ended = why.casefold() == "unless" and any(word in clause for word in reading.relation.words)
    rule = f"“{why}” makes {'the end of ' if ended else ''}the matter the price of something else"
    return Decision("opposes" if ended else "supports", why, rule, explicit=True, construction=True)


def _missed(reading: Reading) -> Decision | None:
    """ "Without it, ships would wait for days": what goes wrong without the matter speaks for it."""
    missing, cue = reading.missing, reading.cue_attitude
    if missing is None or reading.value > SLIGHT or (cue is not None and cue.sign > 0):
        return None
    stance: Stance = "supports" if missing.side > 0 else "opposes"
    return Decision(stance, missing.words, f"“{missing.words}” tells what goes wrong without the matter", explicit=True)


def _needed(reading: Reading) -> Decision | None:
    """ "We cannot afford to lose the mill": what must not be lost is the matter."""
    match = _NEEDED.search(reading.content, reading.words)
    if match is None or not _names_wanted(reading.content[match.end() :], reading):
        return None
    return Decision("supports", match.group(), f"“{match.group()}” says that the matter is needed", explicit=True)


def _required(reading: Reading) -> Decision | None:
    """ "Any deal must include farmers": what something else must hold is wanted."""
    match, cue = _REQUIRED.search(reading.content, reading.words), reading.cue_attitude
    if match is None or (cue is not None and cue.sign < 0 and cue.attitude.name != "fear"):
        return None
    behind = reading.content[match.end() :]
    denied = NOBODY.search(reading.content, 0, match.start()) or negation_before(reading.content, match.start())
    if not _names_wanted(behind, reading) or denied or "only" in re.findall(r"\w+", behind):
        return None
    rule = f"“{match.group()}” makes the matter a part of the rest"
    return Decision("supports", match.group(), rule, explicit=True, construction=True)


def _names_wanted(behind: str, reading: Reading) -> bool:
    """Whether the next words name what the label is about, or the ban or cut that it names."""
    if reading.label.sign > 0:
        return names_matter(behind, reading, _NEXT)
    return any(names_operator(reading.label, word) for word in re.findall(r"\w+", behind)[:_NEXT])


def _forbidden(reading: Reading) -> Decision | None:
    """ "Nobody should fish there": a demand that its subject denies is made against the matter."""
    match, cue = _NOBODY_SHOULD.search(reading.content, reading.words), reading.cue_attitude
    if match is None or reading.label.sign < 0 or (cue is not None and cue.sign):
        return None
    behind = reading.content[match.end() :]
    if not names_matter(behind, reading, _NEXT) or _WAY_OUT.search(behind):
        return None
    return Decision("opposes", match.group(), f"“{match.group()}” wants nobody to do it", explicit=True)


def _unsurpassed(reading: Reading) -> Decision | None:
    """Somebody wants a thing as nobody else does."""
    match = _UNSURPASSED.search(reading.content, reading.words)
    if match is None or reading.relation.sign < 0 or reading.label.sign < 0:
        return None
    return Decision("supports", match.group(), f"“{match.group()}” says how much it is wanted", explicit=True)


def _sooner(reading: Reading) -> Decision | None:
    """ "It would rather close than pay": who prefers the own harm to something wants nothing of it."""
    match = _SOONER.search(f"{reading.cue} {reading.content}", reading.words)
    if match is None:
        return None
    spurned = re.findall(r"\w+", match["behind"] or "")
    if reading.label.sign < 0 and not any(names_operator(reading.label, word) for word in spurned):
        return None
    why = f"{match['choice']} {match['harm']}"
    return Decision("opposes", why, f"“{why}” prefers harm to the matter", explicit=True, construction=True)


def _exclaimed(reading: Reading) -> Decision | None:
    """ "Over my dead body!": an answer that is nothing but a refusal."""
    match, cue = _REFUSAL.match(reading.content), reading.cue_attitude
    if match is None or reading.label.sign < 0 or (cue is not None and cue.sign):
        return None
    why = match.group(1)
    return Decision("opposes", why, f"“{why}” refuses without more words", explicit=True, construction=True)


def _taken_to_court(reading: Reading) -> Decision | None:
    """ "It took the toll to court": who does so with a rule or a ruling fights it."""
    match = _COURT.search(f"{reading.cue} {reading.content}", reading.words)
    if match is None or reading.label.sign < 0 or reading.label.stems & _SUITS or reading.strong_condition:
        return None
    if _OTHERS & set(match["what"].casefold().split()):
        return None
    return Decision("opposes", match.group(), f"“{match.group()}” fights it")


def _foolish(reading: Reading) -> Decision | None:
    """ "It would be mad not to sign": what is folly is done against the wish, what is folly to leave is wished."""
    match, sign = _FOLLY.search(reading.content, reading.words), reading.relation.sign
    if match is None or not sign or not reading.relation.overlap or reading.relation.origin == "label":
        return None
    cue = reading.cue_attitude
    if (cue is not None and cue.sign) or negation_before(reading.content, match.start()):
        return None
    why = match.group()
    return Decision("opposes" if sign > 0 else "supports", why, f"“{why}” calls it folly", True, True)


def _wise(reading: Reading) -> Decision | None:
    """ "It was high time to lift it", "right not to sell": what is wise to do, or what there is no choice but to do."""
    match, relation, cue = _WISE.search(reading.content), reading.relation, reading.cue_attitude
    if match is None or not relation.overlap or relation.origin == "label" or (cue is not None and cue.sign):
        return None
    why = match.group()
    # The direction of the content counts a denial that here belongs to the frame.
    inner = -relation.sign if _DENIES.match(why) else relation.sign
    if not names_deed(reading.content[match.end() - 1 :], reading):
        return None
    return Decision("supports" if inner > 0 else "opposes", why, f"“{why}” says that it is right", True, True)


def names_deed(words: str, reading: Reading) -> bool:
    """Whether what is to be done is done to what the label names itself, or is the deed that it names."""
    found = re.findall(r"[\w'’-]+", words)[:_PRICE]
    direct = any(names_operator(reading.label, word) or stem(word) in reading.label.matter for word in found)
    return direct or any(does_label(reading.label, word.casefold()) for word in found[:1])


def _is_beaten(reading: Reading) -> Decision | None:
    """ "Buses were better than a tram line": something else is put before the matter."""
    match, cue = _BETTER_THAN.match(reading.content, reading.words), reading.cue_attitude
    if match is None or (cue is not None and cue.sign) or not _names_wanted(match["matter"], reading):
        return None
    if names_matter(match["other"], reading) or negation_before(match["other"], len(match["other"])):
        return None
    return Decision("opposes", "better than", "“better than” puts something else before the matter", explicit=True)


def _condemns_violence(reading: Reading) -> Decision | None:
    """Who condemns threats over a matter, or violence at a protest against it, takes no side on it."""
    match = _VIOLENCE.match(f"{_after_condemning(reading)} {reading.content}", reading.words)
    if match is None or any(stem(word) in reading.label.stems for word in re.findall(r"\w+", match.group())):
        return None
    why = match.group().strip()
    return Decision("unclear", why, f"“{why}” is condemned, whatever the matter", explicit=True, construction=True)


def _after_condemning(reading: Reading) -> str:
    match = _CONDEMNING.search(reading.cue)
    return reading.cue[match.end() :] if match else "—no"


def _wants_neither(reading: Reading) -> Decision | None:
    """ "Supports neither the sale nor …": a refusal of both; "opposes neither …" is no side."""
    cue, relation = reading.cue_attitude, reading.relation
    if cue is None or not cue.sign or cue.negated or not relation.overlap or relation.words or relation.sign < 0:
        return None
    match = _NEITHER.match(reading.content)
    if match is None:
        return None
    why = f"{cue.words} {match.group(match.lastindex or 0)}"
    stance: Stance = "opposes" if cue.sign > 0 else "unclear"
    return Decision(stance, why, f"“{why}” denies it", explicit=True, construction=True)


def _puts_first(reading: Reading) -> Decision | None:
    """ "Insists on a vote before the sale": what is to come before the matter is wanted, and not the matter."""
    match, cue = _SOMETHING_ELSE_FIRST.match(reading.content), reading.cue_attitude
    if (
        match is None
        or cue is None
        or cue.sign <= 0
        or not names_matter(reading.content[match.end() :], reading, _NEXT)
    ):
        return None
    if names_matter(match.group(), reading):
        return None
    return Decision("unclear", match.group(), f"“{match.group()}” wants something else first", True, True)


def _does_without(reading: Reading) -> Decision | None:
    """ "It could live without a pier": what is not needed may be wanted or not."""
    match, cue = _DISPENSABLE.match(reading.content, reading.words), reading.cue_attitude
    if match is None or (cue is not None and cue.sign) or not _names_wanted(match["matter"], reading):
        return None
    if NOBODY.search(match["who"]):
        return None
    return Decision("unclear", "without", "“without” says that it is not needed, which is no side yet", True, True)


def _calms(reading: Reading) -> Decision | None:
    """Who calls for calm over a matter or fears for its future shows no side by that."""
    cue = reading.cue_attitude
    form = {"demand": _CALM, "fear": _FUTURE_OF}.get(cue.name if cue is not None else "")
    match = form.match(reading.content) if form is not None else None
    if cue is None or match is None or names_matter(match.group(), reading):
        return None
    why = f"{cue.words} {match.group().strip()}"
    return Decision("unclear", why, f"“{why}” is about more than the matter", True, True)


def _brought(reading: Reading) -> Decision | None:
    """Who sues or strikes is for the lawsuit or the strike that the label names."""
    for stems, bringing in _BROUGHT:
        match = bringing.search(reading.cue)
        if match and reading.label.stems & stems and not negation_before(reading.cue, match.start()):
            return Decision("supports", match.group(), f"“{match.group()}” does what the label names", explicit=True)
    return None


CONSTRUCTIONS = (
    _brought,
    _wished,
    _price,
    _missed,
    _needed,
    _required,
    _forbidden,
    _unsurpassed,
    _sooner,
    _exclaimed,
    _taken_to_court,
    _foolish,
    _wise,
    _is_beaten,
    _condemns_violence,
    _wants_neither,
    _puts_first,
    _does_without,
    _calms,
)
"""The most telling first."""
