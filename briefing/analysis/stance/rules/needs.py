"""A `Reading` in; the side out that a construction takes in which something else depends on the matter.

"We *cannot afford to lose* the mill", "any deal *must include* farmers", "it will sue *unless* the road is closed": the
matter is needed, is the price of something else, or can be done without.
"""

from __future__ import annotations

import re

from briefing.analysis.stance.direction.labels import names_core, names_operator
from briefing.analysis.stance.rules.decision import Decision
from briefing.analysis.stance.rules.rule import looking_for
from briefing.analysis.stance.statement.evaluate import NOBODY, SLIGHT
from briefing.analysis.stance.statement.reading import Reading
from briefing.analysis.stance.words.attitudes import negation_before
from briefing.analysis.stance.words.screened import Screened
from briefing.model import Stance

_UNLESS = Screened(r"\b(unless|without)\b([^.;]*)", "unless without")
_PRICE = 6
"""How many words behind "unless" may name the matter."""
_NEEDED = Screened(r"(?:\bnot|n['’]t|\bill) afford to (?:lose|be without|do without)\b", "afford")
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
_DISPENSABLE = Screened(
    r"^(?P<who>[^.;]*?)\b(?:can|could|able to|will|would)(?: (?!not\b)\w+)? "
    r"(?:do|live|survive|cope|manage|get by|thrive) (?:perfectly |quite |very )?(?:well |fine )?"
    r"without\b(?P<matter>[^.;]*)",
    "without",
)
NEXT = 3
"""How many words behind may name what must not be lost, or must be there."""


def wished(reading: Reading) -> Decision | None:
    """Something else is bound to the matter: "will withdraw cover unless the patrols continue"."""
    wish = reading.wish
    if wish is None:
        return None
    stance: Stance = "supports" if wish.side > 0 else "opposes"
    rule = f"“{wish.words}” makes the matter the price of something else"
    return Decision(stance, wish.words, rule, explicit=True, construction=True)


@looking_for(_UNLESS)
def price(reading: Reading) -> Decision | None:
    """Harm that is threatened or feared unless the matter comes ("will withdraw cover unless the patrols continue"), or
    unless it ends ("would strike unless the bridge is dropped")."""
    cue, match = reading.cue_attitude, _UNLESS.search(reading.content, reading.words)
    if match is None or reading.label.sign < 0:
        return None
    warned = cue is not None and cue.attitude.name in {"fear", "threat"}
    withheld = match.group(1).casefold() == "unless" and reading.relation.origin == "head" and reading.relation.sign < 0
    if not (warned or withheld) or not names_core(reading.label, match.group(2), _PRICE):
        return None
    why, clause = match.group(1), match.group(2).split(",")[0].split()
    ended = why.casefold() == "unless" and any(word in clause for word in reading.relation.words)
    rule = f"“{why}” makes {'the end of ' if ended else ''}the matter the price of something else"
    return Decision("opposes" if ended else "supports", why, rule, explicit=True, construction=True)


def missed(reading: Reading) -> Decision | None:
    """ "Without it, ships would wait for days": what goes wrong without the matter speaks for it."""
    missing, cue = reading.missing, reading.cue_attitude
    if missing is None or reading.value > SLIGHT or (cue is not None and cue.sign > 0):
        return None
    stance: Stance = "supports" if missing.side > 0 else "opposes"
    return Decision(stance, missing.words, f"“{missing.words}” tells what goes wrong without the matter", explicit=True)


@looking_for(_NEEDED)
def needed(reading: Reading) -> Decision | None:
    """ "We cannot afford to lose the mill": what must not be lost is the matter."""
    match = _NEEDED.search(reading.content, reading.words)
    if match is None or not names_wanted(reading.content[match.end() :], reading):
        return None
    return Decision("supports", match.group(), f"“{match.group()}” says that the matter is needed", explicit=True)


@looking_for(_REQUIRED)
def required(reading: Reading) -> Decision | None:
    """ "Any deal must include farmers": what something else must hold is wanted."""
    match, cue = _REQUIRED.search(reading.content, reading.words), reading.cue_attitude
    if match is None or (cue is not None and cue.sign < 0 and cue.attitude.name != "fear"):
        return None
    behind = reading.content[match.end() :]
    denied = NOBODY.search(reading.content, 0, match.start()) or negation_before(reading.content, match.start())
    if not names_wanted(behind, reading) or denied or "only" in re.findall(r"\w+", behind):
        return None
    rule = f"“{match.group()}” makes the matter a part of the rest"
    return Decision("supports", match.group(), rule, explicit=True, construction=True)


@looking_for(_NOBODY_SHOULD)
def forbidden(reading: Reading) -> Decision | None:
    """ "Nobody should fish there": a demand that its subject denies is made against the matter."""
    match, cue = _NOBODY_SHOULD.search(reading.content, reading.words), reading.cue_attitude
    if match is None or reading.label.sign < 0 or (cue is not None and cue.sign):
        return None
    behind = reading.content[match.end() :]
    if not names_core(reading.label, behind, NEXT) or _WAY_OUT.search(behind):
        return None
    return Decision("opposes", match.group(), f"“{match.group()}” wants nobody to do it", explicit=True)


@looking_for(_UNSURPASSED)
def unsurpassed(reading: Reading) -> Decision | None:
    """Somebody wants a thing as nobody else does."""
    match = _UNSURPASSED.search(reading.content, reading.words)
    if match is None or reading.relation.sign < 0 or reading.label.sign < 0:
        return None
    return Decision("supports", match.group(), f"“{match.group()}” says how much it is wanted", explicit=True)


@looking_for(_DISPENSABLE)
def does_without(reading: Reading) -> Decision | None:
    """ "It could live without a pier": what is not needed may be wanted or not."""
    match, cue = _DISPENSABLE.match(reading.content, reading.words), reading.cue_attitude
    if match is None or (cue is not None and cue.sign) or not names_wanted(match["matter"], reading):
        return None
    if NOBODY.search(match["who"]):
        return None
    return Decision("unclear", "without", "“without” says that it is not needed, which is no side yet", True, True)


def names_wanted(words: str, reading: Reading) -> bool:
    """Whether the next words name what the label is about, or the ban or cut that it names."""
    if reading.label.sign > 0:
        return names_core(reading.label, words, NEXT)
    return any(names_operator(reading.label, word) for word in re.findall(r"\w+", words)[:NEXT])
