"""A `Reading` in; the stance out that its condition, its readiness or its two-sidedness makes of it.

Who sets a condition is neither for nor against the matter as it stands; neither is who speaks for both sides.
"""

from __future__ import annotations

import re

from briefing.analysis.stance.direction.labels import names_core
from briefing.analysis.stance.rules.decision import Decision
from briefing.analysis.stance.rules.rule import looking_for
from briefing.analysis.stance.statement.reading import Reading
from briefing.analysis.stance.words.screened import Screened
from briefing.model import Stance

_CONDITION = re.compile(
    r"\b(?:(?<!even )if|(?<!at )once|provided|providing|as long as|so long as|unless)\b", re.IGNORECASE
)
_WOULD = re.compile(r"\b(?:will|would|may|might|could)\b|['’](?:ll|d)\b", re.IGNORECASE)
_CASE = re.compile(r"(?<!even )(?<!, )\bif\b", re.IGNORECASE)
"""What opposition that is only announced may depend on ("will oppose it *if* fares rise")."""
_SENTENCE = re.compile(r"[^.?!]+")
_THREAT = Screened(
    r"(\b(?:no|not|never|nothing|nobody|none|cannot)\b|n['’]t\b)[^.;]*?\b(without|unless|until)\b",
    "without unless until",
)
"""A refusal with its way out."""
_UNLESS = re.compile(r"\bunless\b", re.IGNORECASE)


def opposes_unless(reading: Reading) -> Decision | None:
    """ "Will oppose it if fares rise": opposition that is bound to something."""
    cue = reading.cue_attitude
    bound = _bound_opposition(reading) if cue is not None and cue.name == "opposition" else ""
    if cue is None or not bound:
        return None
    return Decision("conditional", cue.words, f"“{cue.words} … {bound}” sets a condition", explicit=True)


def _bound_opposition(reading: Reading) -> str:
    """The word that binds opposition to a condition: "unless", or "if" where it is only announced; empty if none."""
    match = _UNLESS.search(reading.content)
    if match is None and _WOULD.search(reading.cue):
        match = _CASE.search(reading.content)
    return match.group() if match else ""


def sets_condition(reading: Reading) -> Decision | None:
    """ "Only if pensioners are exempt"."""
    cue, condition = reading.cue_attitude, reading.strong_condition
    if not condition or (cue is not None and cue.attitude.stance):
        return None
    return Decision("conditional", condition, f"“{condition}” sets a condition")


def states_readiness(reading: Reading) -> Decision | None:
    """ "Could live with the toll": readiness for the matter, or for the end of it."""
    cue, relation = reading.cue_attitude, reading.relation
    if cue is None or cue.attitude.stance != "conditional":
        return None
    ended = relation.sign < 0 and relation.overlap > 0 and relation.origin == "head"
    if ended and not _CONDITION.search(reading.content):
        return Decision("opposes", cue.words, f"“{cue.words}” states readiness for the end of it")
    return Decision("conditional", cue.words, f"“{cue.words}” states readiness, not support")


def objects_to_nothing_if(reading: Reading) -> Decision | None:
    """ "Has no objection if the reeds are kept"."""
    cue = reading.cue_attitude
    if cue is None or cue.name != "no-objection" or not (match := _CONDITION.search(reading.content)):
        return None
    return Decision("conditional", cue.words, f"“{cue.words} … {match.group()}” binds readiness to a condition")


def goes_both_ways(reading: Reading) -> Decision | None:
    """ "Is torn over the toll"."""
    cue = reading.cue_attitude
    if cue is None or cue.attitude.stance != "mixed":
        return None
    return Decision("mixed", cue.words, f"“{cue.words}” goes both ways")


@looking_for(_THREAT)
def threatened(reading: Reading) -> Decision | None:
    """ "Warned that there will be no aid without reforms": what the rest depends on is asked for."""
    cue = reading.cue_attitude
    if cue is None or cue.attitude.name != "fear" or not (threat := _THREAT.search(reading.content, reading.words)):
        return None
    asked = names_core(reading.label, reading.content[threat.end() :])
    stance: Stance = "supports" if asked and reading.label.sign > 0 else "unclear"
    why = f"{cue.words} … {' … '.join(threat.groups())}"
    return Decision(stance, why, f"“{why}” makes one thing depend on another", explicit=True, construction=True)


def own_readiness(reading: Reading) -> Decision | None:
    """The holder's own readiness, bound to a condition ("she could accept the toll if …")."""
    for own in reading.own:
        if own.found.attitude.stance == "mixed" and (own.relation or own.pointing):
            return Decision("mixed", own.found.words, f"“{own.found.words}” goes both ways", True)
        if own.found.attitude.stance != "conditional":
            continue
        sentence = next((s for s in _SENTENCE.findall(reading.content) if own.found.words in s), "")
        if match := _CONDITION.search(sentence):
            why = f"{own.found.words} … {match.group()}"
            return Decision("conditional", why, f"“{why}” binds readiness to a condition", True)
    return None
