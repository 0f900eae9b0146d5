"""A `Reading` in; the words that leave it open where its holder stands, or that turn down what others say, out.

What is asked, refused to be said, answered back, not done or wanted of others is no side yet, whatever stands in it;
only who turns down what is said *against* a matter speaks for it.
"""

from __future__ import annotations

import re

from briefing.analysis.stance.direction.labels import names_core
from briefing.analysis.stance.rules.arguments import asked_why
from briefing.analysis.stance.rules.decision import Decision
from briefing.analysis.stance.rules.frames import FRAMES
from briefing.analysis.stance.rules.rule import looking_for
from briefing.analysis.stance.rules.stated import judged
from briefing.analysis.stance.statement.reading import Reading
from briefing.analysis.stance.words.screened import Screened

_DROPPED = "opposition-dropped"
"""Who gives up a protest is not against the matter any more, whatever the words for the protest say."""
_WAY_OUT = re.compile(r"\b(?:without|unless|until|must|should|ought to)\b", re.IGNORECASE)
"""What a warning asks for: of other things than the matter it says nothing about the matter."""
_OWN_DEED = re.compile(r"\W*(?:that )?(?:it|he|she|they|we|I)(?:['’]ll|['’]d| (?:will|would|could|may|might))\b", re.I)
"""What its holder will do is a threat rather than a warning."""
_QUESTION = re.compile(
    r"\W*((?:(?:would|will|do|did|are|were|have|can|could|should) you|(?:and |but |so )?(?:what )?if)\b)"
    r"[^.!?]*\?\W*",
    re.IGNORECASE,
)
"""A question to somebody, who may answer yes or no: "Would you oppose a study?", "And if it saved lives?"."""
_TURNING_DOWN = re.compile(
    r"\b(?:reject|dismiss|ignor|rebuff|scoff|den(?:y|ies|ied)|(?:brush|shrug|wav|laugh)\w* (?:off|aside|away)|"
    r"play\w* down)",
    re.IGNORECASE,
)
_REFUSING = re.compile(r"\b(?:refus|declin)", re.IGNORECASE)
_DOUBTING = re.compile(r"\bdoubt", re.IGNORECASE)
_THANKING = re.compile(r"thank|express\w* (?:\w+ )?(?:gratitude|thanks)|gratitude|grateful", re.IGNORECASE)
_FOR_SOMETHING = re.compile(r"\bfor\b", re.IGNORECASE)
_POSSIBLE = re.compile(r"\b(?:can|could|will|would)\b", re.IGNORECASE)
_A_SIDE = re.compile(
    r"\W*(?:the |all |both )?"
    r"(opponents|critics|foes|detractors|supporters|backers|advocates|proponents|champions)\b[^.;]*? to \w",
    re.IGNORECASE,
)
_OWNER = r"\W*(?:(?:the|any|all|such|these|those|his|her|its|their|[\w-]+['’]s?) ){0,2}(?:[\w-]+ )?"
_OBJECTIONS = r"(?:fear|concern|worr(?:y|ie)|criticism|warning|accusation|allegation|complaint)"
_CLAIMS = r"(?:claim|suggestion|argument|assertion|notion|report)s?"
_DENIED = re.compile(
    rf"{_OWNER}(?:({_OBJECTIONS}s(?=\W*$)|{_OBJECTIONS}s?(?= (?:that|about|over|of)\b))|{_CLAIMS} that\b)",
    re.IGNORECASE,
)
"""What others say against a matter, or of it: who dismisses *fears that shops would close* is not against it."""
_UNDECIDED = Screened(
    r"\b(?:(?:everything|all options|every option)\b[^.;]{0,12}\bon the table|nothing\b[^.;]{0,12}\boff the table|"
    r"(?:sorry|regret\w*|ashamed) (?:that )?(?:it|he|she|they|we|I)(?:['’]d| had) (?:ever |once )?(?:supported|backed|"
    r"endorsed|opposed|voted)|"
    r"no longer (?:do|does|did)(?: so)?(?= *(?:[.,;!?\"”]|$))|not yet decided|(?:has|have|had)(?: not|n['’]t) decided)",
    "table supported backed endorsed opposed voted longer decided",
)
"""What leaves a matter open, or takes back a position without a new one ("had opposed it, but *no longer does*")."""


_AT_ODDS = Screened(
    r"\b(?:has|have|had|could|can|do|does|did)(?: not|n['’]t|not)(?: yet)? agreed? (?:on|about|among)\b"
    r"(?! (?:to|any(?:thing)?|the (?:need|principle))\b)",
    "agree agreed",
)
"""What those say of themselves who are not of one mind ("*have not agreed on* a line")."""

_BETWEEN_SIDES = Screened(
    r"\b(?:(?:not|never|neither|nor|no|without|refus\w*|declin\w*)\b|\w+n['’]t\b)[^.;]{0,30}?"
    r"\b(?:(?:support|back|favou?r|endors|tak|pick|choos|join|represent|speak(?:ing)? for)\w* "
    r"(?:either|any|one) (?:side|camp|party)"
    r"|(?:tak|pick|choos)(?:e|en|ing) (?:a )?sides?)\b"
    r"|\b(?:supports?|backs?|opposes?|support(?:ed|ing)|back(?:ed|ing)|oppos(?:ed|ing)) neither side\b"
    r"|\bneither (?:support|back|endors|favou?r|oppos)\w* n?or (?:support|back|endors|favou?r|oppos)\w*",
    "side sides camp party neither",
)
"""What those say of themselves who stand between two sides ("did *not support either side*")."""
_NOT_ACCEPTED = Screened(
    r"\b(?:(?:not|never|cannot)|\w+n['’]t) (?:accept|agree with|believe|recogni[sz]e|share) (?:that|this)"
    r"(?: (?:view|claim|argument|criticism|characteri[sz]ation|description|analysis|charge|premise))?"
    r"(?=\W*$|[,.;!?\"”’'])",
    "accept agree believe recognise recognize share",
)
"""An answer to what somebody else said ("I *don't accept that*"), which may be for the matter or against it."""
_FIRST_WORDS = 15
"""Characters of a content before such an answer; behind more, and behind a judgement or a sentence, it answers what its
holder said ("It is theft. We will *not accept that*")."""


def asked(reading: Reading) -> Decision | None:
    """ "Asked why a village should pay": a question that asks for a reason, or puts the matter in a set phrase."""
    cue = reading.cue_attitude
    if cue is None or cue.name != "question":
        return None
    return asked_why(reading) or next(filter(None, (frame(reading) for frame in FRAMES)), None)


def denies_harm(reading: Reading) -> Decision | None:
    """ "Denied that the ban was a failure": who denies what is said against a matter speaks for it."""
    cue, clause = reading.cue_attitude, reading.denied
    if cue is None or cue.name != "denial" or clause is None or clause.kind != "judgement" or clause.side > 0:
        return None
    return Decision("supports", clause.words, f"denies that it is “{clause.words}”", explicit=True, construction=True)


def takes_no_side(reading: Reading) -> Decision | None:
    """ "Declined to comment", "dropped its protest"."""
    cue = reading.cue_attitude
    if cue is None or cue.attitude.stance != "unclear":
        return None
    dropped = cue.attitude.name == _DROPPED and not (reading.strong_condition or reading.weak_condition)
    return Decision("unclear", cue.words, f"“{cue.words}” takes no side", dropped, dropped)


def asks_somebody(reading: Reading) -> Decision | None:
    """ "Would you oppose a study?"."""
    question = _QUESTION.fullmatch(reading.content) if "?" in reading.content else None
    if question is None:
        return None
    return Decision("unclear", question.group(1), f"“{question.group(1)} …?” asks", True, True)


@looking_for(_BETWEEN_SIDES)
def stands_between(reading: Reading) -> Decision | None:
    """ "Did not support either side", "neither backs nor opposes it"."""
    cue = reading.cue_attitude
    found = _BETWEEN_SIDES.search(f"{reading.cue} {reading.content}", reading.words)
    if found is None or (cue is not None and cue.sign and found.start() > len(reading.cue)):
        return None
    return Decision("unclear", found.group(), f"“{found.group()}” takes no side", True, True)


@looking_for(_NOT_ACCEPTED)
def disputes_what_was_said(reading: Reading) -> Decision | None:
    """ "I don't accept that": it answers somebody, and what it refuses to accept is not the matter."""
    cue = reading.cue_attitude
    found = _NOT_ACCEPTED.search(f"{reading.cue} {reading.content}", reading.words)
    if found is None or (cue is not None and cue.sign > 0):
        return None
    before = reading.content[: max(0, found.start() - len(reading.cue))]
    if len(before) > _FIRST_WORDS and (reading.value_words or "." in before):
        return None
    return Decision("unclear", found.group(), f"“{found.group()}” answers somebody", True, True)


def thanks_somebody(reading: Reading) -> Decision | None:
    """ "Thanked the hosts for their hospitality": thanks that do not name the matter are no side."""
    cue = reading.cue_attitude
    if cue is None or not _THANKING.match(cue.words) or not _FOR_SOMETHING.search(reading.content):
        return None
    if names_core(reading.label, reading.content):
        return None
    return Decision("unclear", cue.words, f"“{cue.words}” is a courtesy", explicit=True, construction=True)


@looking_for(_UNDECIDED, _AT_ODDS)
def leaves_open(reading: Reading) -> Decision | None:
    """ "Everything is on the table"."""
    at_odds = _AT_ODDS.search(f"{reading.cue} {reading.content}", reading.words)
    if at_odds is not None:
        return Decision("unclear", at_odds.group(), f"“{at_odds.group()}” takes no side", True, True)
    if reading.cue_attitude is not None and reading.cue_attitude.sign:
        return None
    found = _UNDECIDED.search(reading.content, reading.words)
    return Decision("unclear", found.group(), f"“{found.group()}” takes no side", True, True) if found else None


def turns_down(reading: Reading) -> Decision | None:
    """An objection or a claim of others that the holder turns down: what it says is not said by the holder."""
    cue = reading.cue_attitude
    if cue is None or cue.words not in reading.cue or not _TURNING_DOWN.search(cue.words):
        return None
    match = _DENIED.match(f"{reading.cue} {reading.content}", reading.cue.find(cue.words) + len(cue.words))
    if match is None:
        return None
    if match.group(1) and reading.relation.origin == "head" and reading.relation.overlap:
        return None  # "criticism of the toll" names the matter itself
    why = f"{cue.words} {match.group().strip()}"
    other = reading.relation.sign < 0 or reading.label.sign < 0 or "without" in reading.content.casefold().split()
    said = None if match.group(1) else judged(reading)
    if other or not (match.group(1) or (said and said.stance == "opposes")):
        rule = f"“{why}” turns down what others say, which is no side yet"
        return Decision("unclear", why, rule, explicit=True, construction=True)
    return Decision("supports", why, f"“{why}” turns down what is said against the matter", explicit=True)


def left_alone(reading: Reading) -> Decision | None:
    """ "Refused to sign a petition against it", "doubts that it can be stopped": what is not done against the matter is
    no side for it."""
    cue, relation = reading.cue_attitude, reading.relation
    if cue is None or cue.name != "opposition" or not relation.overlap or relation.sign >= 0 or reading.label.sign < 0:
        return None
    petition = _REFUSING.search(cue.words) is not None and relation.words == ("against",) and relation.origin == "path"
    powerless = _DOUBTING.search(cue.words) is not None and _POSSIBLE.search(reading.content) is not None
    if not (petition or powerless):
        return None
    why = " … ".join((cue.words, *relation.words))
    return Decision("unclear", why, f"“{why}” is no side yet", explicit=True, construction=True)


def calls_on_a_side(reading: Reading) -> Decision | None:
    """ "Called on opponents of the line to give up": what those of one side are asked to do is another matter."""
    cue = reading.cue_attitude
    match = _A_SIDE.match(reading.content) if cue is not None and cue.name == "demand" else None
    if cue is None or match is None:
        return None
    why = f"{cue.words} {match.group(1)}"
    return Decision("unclear", why, f"“{why}” asks one side for something", explicit=True, construction=True)


def warned_of_something_else(reading: Reading) -> Decision | None:
    """ "Warned that bread will run out unless a mill is opened": it asks for something beside the matter."""
    cue = reading.cue_attitude
    if cue is None or cue.name != "fear" or not (way := _WAY_OUT.search(reading.content)):
        return None
    if not reading.is_about_something_else or _OWN_DEED.match(reading.content):
        return None
    why = f"{cue.words} … {way.group()}"
    return Decision("unclear", why, f"“{why}” wants something, whatever the matter", explicit=True, construction=True)


def answers_somebody(reading: Reading) -> Decision | None:
    """ "Shot back that they should know better"."""
    cue = reading.cue_attitude
    if cue is None or cue.name != "retort" or reading.value_words or reading.relation.overlap or reading.pointing:
        return None
    return Decision("unclear", cue.words, f"“{cue.words}” answers somebody, whatever to", explicit=True)
