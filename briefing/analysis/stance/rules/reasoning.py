"""A `Reading` in; the side that a set phrase takes which weighs what is said for and against what stands in it.

"There was *no reason to* close the ward", "*the case for* the link *had collapsed*", "*the fears* about the dam *were
exaggerated*", "it had *its merits but also its flaws*".
"""

from __future__ import annotations

import re

from briefing.analysis.stance.direction.labels import WORD
from briefing.analysis.stance.rules.decision import Decision
from briefing.analysis.stance.rules.framed import (
    NEAR,
    NEXT,
    Wording,
    direction_before,
    direction_behind,
    direction_of,
    frame_words,
    open_side,
    sided,
)
from briefing.analysis.stance.rules.rule import looking_for
from briefing.analysis.stance.statement.reading import Reading
from briefing.analysis.stance.words.attitudes import negation_before

_STUDY = Wording(lambda one_of: rf"\b{one_of['more']} time to {one_of['studying']}\b", words="time")
_BOTH_WAYS = Wording(
    lambda one_of: (
        rf"\b{one_of['merits']}\b[^.;]{{0,24}}?"
        rf"\b{one_of['flaws']}\b"
    ),
    "flaws",
)
_UNFOUNDED = Wording(
    lambda one_of: (
        rf"\b(?P<what>{one_of['fears']}|{one_of['hopes']})\b"
        r"(?P<of>[^.;]{0,40}?)"
        rf"\b(?:{one_of['unfounded']}|"
        r"(?:were|was|are|is) (?:empty|hollow))\b"
    ),
    "unfounded",
    "empty hollow",
)
_DENIAL = re.compile(r"\b(?:not|never|no|far from)\b|n['’]t\b", re.IGNORECASE)
_CASE = Wording(
    lambda one_of: (
        rf"\b{one_of['case']} (?P<for>for|against)\b(?P<what>(?: [\w’'-]+){{1,6}}?) (?:(?:has|had|have|would) )?"
        rf"{one_of['collapsed']}\b"
    ),
    "case",
)
_MAY_FAIL = Wording(
    lambda one_of: (
        r"\b(?:would|will|could|might|may) (?:\w+ )?"
        rf"(?:{one_of['failing']}|fail(?! to\b))\b"
    ),
    "failing",
    "fail",
)
_YET_TO = re.compile(r"\byet to (?:hear|see|find|be given)\b[^.;]{0,20}$", re.IGNORECASE)
_REASON = Wording(
    lambda one_of: (
        rf"\b(?:(?P<none>(?:no|little|not a single)(?: {one_of['weak']})?)|"
        rf"(?P<all>{one_of['strong']}))"
        rf" (?:{one_of['reason']}"
        r" (?:to|for|in|behind|against)\b|business (?=\w+ing\b))"
    ),
    "reason",
    "business",
)
_BACK = 8
"""How many characters of a reason may hold its "against"."""


@looking_for(_CASE)
def case_made(reading: Reading) -> Decision | None:
    """ "The case for the airport link had collapsed"."""
    match = _CASE.search(reading.content, reading.words)
    if match is None:
        return None
    direction = direction_of(WORD.findall(match["what"]), reading)
    return sided(direction if match["for"] == "against" else -direction, match.group(), "says what is left of it")


@looking_for(_MAY_FAIL)
def fears_failure(reading: Reading) -> Decision | None:
    """ "Feared that the talks would collapse": a matter that may fail may be wanted or not."""
    cue = reading.cue_attitude
    match = _MAY_FAIL.search(reading.content, reading.words)
    if cue is None or cue.name != "fear" or match is None or not direction_before(match, reading):
        return None
    return open_side(f"{cue.words} … {match.group()}", "is no side yet")


@looking_for(_REASON)
def reasoned(reading: Reading) -> Decision | None:
    """ "There was no reason to close the ward": a reason for something speaks for it, none against it."""
    match, relation, cue = _REASON.search(reading.content, reading.words), reading.relation, reading.cue_attitude
    if match is None or not relation.overlap or (cue is not None and (cue.sign or cue.attitude.stance)):
        return None
    if negation_before(reading.content, match.start()) or not direction_behind(match, reading):
        return None
    if match.group().endswith(" to") and not _is_done_to_it(reading.content[match.end() :], reading):
        return None
    if _YET_TO.search(reading.content, 0, match.start()):
        if relation.sign < 0:
            return open_side(match.group(), "is not known, which is no side")
        return sided(-relation.sign, match.group(), "is not known")
    if match["none"] and relation.sign > 0:
        stopping = {word.casefold() for word in relation.words}
        stopping.update(WORD.findall(reading.content[match.end() - _BACK :])[:2])
        if stopping & frame_words()["stopping"]:
            return open_side(match.group(), "leaves it alone, which is no side yet")
    return sided(relation.sign, match.group(), "says whether there is a reason")


@looking_for(_UNFOUNDED)
def unfounded(reading: Reading) -> Decision | None:
    """ "The fears about the dam were exaggerated"."""
    match = _UNFOUNDED.search(reading.content, reading.words)
    if match is None or _DENIAL.search(match["of"]) or reading.label.sign < 0:
        return None
    direction = direction_of(WORD.findall(match["of"])[:NEXT], reading)
    hoped = match["what"].casefold() in frame_words()["hopes"]
    return sided(-direction if hoped else direction, match.group(), "says what is in them")


@looking_for(_STUDY)
def takes_time(reading: Reading) -> Decision | None:
    """ "Asked for more time to study the toll"."""
    match = _STUDY.search(reading.content, reading.words)
    if match is None or not direction_behind(match, reading):
        return None
    return open_side(match.group(), "leaves it open")


@looking_for(_BOTH_WAYS)
def weighs(reading: Reading) -> Decision | None:
    """ "The toll had its merits but also its flaws"."""
    match = _BOTH_WAYS.search(reading.content, reading.words)
    if match is None or not (direction_before(match, reading) or reading.pointing):
        return None
    return Decision("mixed", match.group(), f"“{match.group()}” goes both ways", explicit=True, construction=True)


def _is_done_to_it(text: str, reading: Reading) -> bool:
    """Whether what there is a reason "to" do is done to the matter itself, and not only thought or said of it."""
    words = WORD.findall(text)[: 1 + NEAR]
    if not words or words[0].casefold() in frame_words()["thinking"]:
        return False
    place = next((n for n, word in enumerate(words) if n and direction_of([word], reading)), None)
    return place is not None and not frame_words()["about"] & {word.casefold() for word in words[1:place]}
