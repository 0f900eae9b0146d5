"""A `Reading` whose cue takes a side in; the stance out, the direction between content and label turned in.

Not every side of a cue is one towards the matter: it may be taken towards somebody, towards a claim, or towards
something that is only told beside the matter.
"""

from __future__ import annotations

import re

from briefing.analysis.issues.words import stem
from briefing.analysis.stance.direction.labels import WORD
from briefing.analysis.stance.rules.decision import Decision
from briefing.analysis.stance.rules.elsewhere import judge_threat, wanted_elsewhere, wants_none
from briefing.analysis.stance.statement.reading import Reading
from briefing.analysis.stance.words.attitudes import Found
from briefing.model import Stance

EXPLICIT_ATTITUDES = frozenset({"support", "opposition", "demand"})
"""Attitudes that were right in 84 to 87 of 100 such statements of the corpus; the others are weaker."""
EXPLICIT_NEGATED = frozenset({"not-commitment", "not-acceptance", "not-readiness"})
"""Attitudes that say little by themselves, but much when they are denied ("does not intend to")."""
_AGAINST_ACTORS = frozenset({"accusation", "fear", "threat"})
"""Attitudes to somebody or to what may come: the direction of the label says more than that of the content."""
_OF_WHAT_MAY_COME = frozenset({"fear"})
"""What is feared is mostly a consequence of the matter, whatever its label says, unless the content names it."""
_PAPER = re.compile(
    r"\W*(?:an?|the|his|her|its|their|that|this)(?: (?:open|joint|public|online|same))? "
    r"(?:letter|petition|statement|appeal|declaration|memo)s?\b(?: (?:in|on|last|this|as|too|at)\b[^,.;]*)?\W*",
    re.IGNORECASE,
)
"""A document of which nothing tells what it is for."""
_AGREEING_WITH = re.compile(r"\bagree\w* with$", re.IGNORECASE)
"""What is done with somebody, whose side is not known."""


def side_of_cue(reading: Reading) -> Decision | None:
    """ "Opposed the toll", "called for an end to the ban"."""
    cue, relation = reading.cue_attitude, reading.relation
    if cue is None or not cue.sign or (relation.claim and relation.overlap == 0):
        return None
    turned_by_label_alone = relation.origin == "label" and cue.name not in _AGAINST_ACTORS
    if turned_by_label_alone or _turned_in_passing(cue, reading) or _aims_at_somebody(cue, reading):
        return None
    return _of_something_else(cue, reading) or _sided(cue, reading)


def _of_something_else(found: Found, reading: Reading) -> Decision | None:
    """What shows where something beside the matter is wanted, threatened or done."""
    relation = reading.relation
    if found.sign > 0 and relation.rival:
        why = f"{found.words} … {relation.rival}"
        if relation.overlap:
            return Decision("unclear", why, f"“{why}” is for one thing in the place of another", explicit=True)
        return Decision("opposes", why, f"“{why}” is for something else in its place", explicit=True)
    if denial := wants_none(found, reading):
        return denial
    if found.name == "threat":
        return judge_threat(found, reading)
    if _PAPER.fullmatch(reading.content) and reading.is_about_something_else:
        return Decision("unclear", found.words, f"“{found.words}” was done to a paper, whatever it says", explicit=True)
    if found.sign > 0 and relation.elsewhere:
        why = " … ".join((found.words, *relation.words))
        return Decision("unclear", why, f"“{why}” is for the end of something else", explicit=True)
    return wanted_elsewhere(found, reading) if found.sign > 0 else None


def _sided(found: Found, reading: Reading) -> Decision:
    """The side towards the content, turned by the direction between content and label."""
    relation = reading.relation
    turning = " … ".join((found.words, *relation.words))
    if found.name == "accusation" and reading.label.sign > 0 and relation.sign < 0 and relation.overlap:
        rule = f"“{turning}” blames somebody for harm to it"
        return Decision("unclear", turning, rule, explicit=True, construction=True)
    direction = _direction(found, reading)
    turned = direction < 0 and bool(relation.words)
    stance: Stance = "supports" if found.sign * direction > 0 else "opposes"
    side = "for" if found.sign > 0 else "against"
    rule = f"“{found.words}” ({found.name}) speaks {side} the content"
    rule += f", turned round by “{' '.join(relation.words)}”" if turned else ""
    return Decision(stance, turning if turned else found.words, rule, _is_strong(found, reading) and _is_named(reading))


def _direction(found: Found, reading: Reading) -> int:
    """Direction between what the cue is for or against and the label."""
    relation = reading.relation
    if found.name in _OF_WHAT_MAY_COME and found.sign < 0:
        return relation.sign if relation.overlap and relation.origin == "head" else 1
    if found.name == "accusation":
        return reading.label.sign
    return relation.sign or 1


def _is_strong(found: Found, reading: Reading) -> bool:
    """Whether an attitude says enough without the model."""
    strong = found.attitude.name in EXPLICIT_ATTITUDES or found.name in EXPLICIT_NEGATED
    return strong or (found.name == "fear" and _is_feared_end(reading))


def _is_named(reading: Reading) -> bool:
    """Whether the content names the matter itself, or points back to it."""
    relation = reading.relation
    linked = relation.sign > 0 or relation.origin == "head"
    return reading.pointing or (relation.overlap > 0 and linked) or relation.spurned or relation.lessens


def _turned_in_passing(cue: Found, reading: Reading) -> bool:
    """Whether an operator turns round what a cue opposes without being what it opposes, so that no side follows.

    It stands below the head of the content ("objects that the quay would kill the reeds"), or is done to something that
    the label does not name ("refuses to skip the competition").
    """
    relation = reading.relation
    if cue.sign >= 0 or cue.name in _AGAINST_ACTORS or relation.sign >= 0 or not relation.words:
        return False
    return relation.origin == "path" or not (relation.overlap or relation.lessens or relation.absolute)


def _aims_at_somebody(cue: Found, reading: Reading) -> bool:
    """Whether a cue is for or against somebody, where the label ends something: his side is not known.

    Who stands by a man is against his removal, but not against the ban that this man wants.
    """
    if cue.attitude.name == "demand":
        return False  # "wants him out"
    if reading.relation.sign or reading.relation.overlap:
        return False
    person = cue.name == "accusation" or reading.relation.about_actor
    return (person and reading.label.sign < 0) or (
        reading.relation.about_actor and _AGREEING_WITH.search(reading.cue) is not None
    )


def _is_feared_end(reading: Reading) -> bool:
    """Whether what is feared is the end or the delay of the matter itself ("fears a delay of the sale")."""
    relation, label = reading.relation, reading.label
    named = any(stem(word) in label.matter for word in WORD.findall(reading.content))
    return named and label.sign > 0 and relation.sign < 0 and relation.origin == "head"
