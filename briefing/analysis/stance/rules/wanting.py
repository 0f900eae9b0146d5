"""A `Reading` in; the side that a set phrase takes which tells who wants or needs what stands in it, and how much.

"*Nothing would make them accept* the link", "the toll was *the last thing they needed*", "a bridge *could not come soon
enough*", "they *could not do without* it".
"""

from __future__ import annotations

import re

from briefing.analysis.stance.direction.labels import WORD
from briefing.analysis.stance.rules.decision import Decision
from briefing.analysis.stance.rules.framed import (
    NEAR,
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
from briefing.analysis.stance.words.screened import Screened

_NOT_ASKING = Wording(
    lambda one_of: (
        r"\b(?:is|are|was|were|am|be|['’](?:s|re|m))(?:n['’]t| not| by no means) (?:\w+ly |at all )?"
        rf"(?:{one_of['asking_for']} for|{one_of['asking']})\b"
    ),
    "asking_for asking",
)
_OWN_DENIAL = re.compile(r"\W*(?:that )?(?:it|he|she|they|we|I)\b[^.;,]{0,4}$", re.IGNORECASE)
_UNMOVED = Wording(
    lambda one_of: (
        rf"\b(?:nothing|no amount of [\w’'-]+(?: [\w’'-]+)?|no one|nobody|no {one_of['pressure']}) "
        rf"(?:will|would|could|can)(?: ever)? {one_of['making']} "
        r"(?:it|him|her|them|us|me|the [\w’'-]+)(?: to)? (?P<verb>\w+)(?: to| for| up)?"
    ),
    "making",
)
_SOON = Wording(
    lambda one_of: (
        rf"\b(?:(?:can|could)(?:not|n['’]t| not) come {one_of['soon']} enough|"
        rf"(?:not|n['’]t)(?: come)? (?:a|one) {one_of['moment']} too soon)\b"
    ),
    words="enough soon",
)
_TIMING = Screened(
    r"\b(?:can|could)(?:not|n['’]t| not) (?:have )?come at an? (?P<how>worse|better) (?:time|moment)\b", "worse better"
)
_LAST_THING = Wording(
    lambda one_of: (
        r"\b(?:is|was|would be|were|be) the (?:very )?last thing (?:that )?(?:[\w’'-]+ ){1,3}?"
        rf"{one_of['needing']}\b"
    ),
    words="last",
)
_JUST_WHAT = Wording(
    lambda one_of: (
        r"\b(?:is|was|would be|were|be) (?:just|exactly|precisely) what (?:[\w’'-]+ ){1,3}?"
        rf"{one_of['needing']}\b"
    ),
    words="just exactly precisely",
)
_EVERYBODY = Wording(
    lambda one_of: (
        r"(?:^|\bthat )\W*(?:(?P<none>nobody|no one|hardly anyone)|(?P<all>everybody|everyone))"
        r"(?: (?:in|at|on|around|from) (?:the )?[\w’'-]+| here| there)? "
        rf"{one_of['wanting']}\b"
    ),
    words="nobody one anyone everybody everyone",
)
_AFFORD = Screened(r"\b(?:can|could)(?:not|n['’]t| not) afford (?:to (?!lose|be|do)\w|an?\b|the\b|another\b)", "afford")
_DEAD_BODY = Screened(r"\bover (?:my|our|his|her|its|their) (?:own )?dead bod(?:y|ies)\b", "dead")
_NEED = Screened(
    r"(?:^|\bthat )\W*(?:it|he|she|they|we|I|the [\w’'-]+|everyone|everybody|(?P<who>who|nobody|no one))"
    r"(?P<not> (?:do|does|did)(?:n['’]t| not))?(?: (?:really|badly|desperately|urgently))? need(?:s|ed)?"
    r" (?=(?:the|this|that|a|an|more|such|no)\b)(?P<no>no\b)?",
    "need needs needed",
)
_PUZZLED = Screened(
    r"(?:\bnot|n['’]t|cannot) (?:see|understand|think|imagine) (?:how|why) "
    r"(?:anyone|anybody|any [\w-]+|people|somebody|someone) (?:would|could|should|can|might) (?:ever )?(?P<verb>\w+)",
    "see understand think imagine",
)
_INDISPENSABLE = Wording(
    lambda one_of: (
        r"\b(?:can|could|able to|will|would)(?:not|n['’]t| not| hardly| never) (?:ever )?"
        rf"{one_of['living']} without\b"
    ),
    words="without",
)


@looking_for(_NOT_ASKING)
def asks_for_nothing(reading: Reading) -> Decision | None:
    """ "It was not calling for a ban": who does not ask for something may want it or not."""
    match = _NOT_ASKING.search(reading.cue, reading.words)
    if match is None:
        match = _NOT_ASKING.search(reading.content, reading.words)
        if match is None or not _OWN_DENIAL.match(reading.content[: match.start()]):
            return None
    why = match.group()
    return open_side(why, "does not ask for it, which is no side yet")


@looking_for(_UNMOVED)
def unmoved(reading: Reading) -> Decision | None:
    """ "No amount of money would make them accept the link"."""
    match = _UNMOVED.search(reading.content, reading.words)
    if match is None:
        return None
    verb = match["verb"].casefold()
    sign = 1 if verb in frame_words()["taking"] else -1 if verb in frame_words()["leaving"] else 0
    return sided(-sign * direction_behind(match, reading), match.group(), "says that they will not")


@looking_for(_SOON)
def cannot_wait(reading: Reading) -> Decision | None:
    """ "The bridge could not come soon enough"."""
    match = _SOON.search(reading.content, reading.words)
    if match is None:
        return None
    return sided(direction_before(match, reading), match.group(), "says how much it is wanted")


@looking_for(_TIMING)
def timely(reading: Reading) -> Decision | None:
    """ "The tax could not come at a worse time"."""
    match = _TIMING.search(reading.content, reading.words)
    if match is None:
        return None
    direction = direction_before(match, reading)
    return sided(direction if match["how"] == "better" else -direction, match.group(), "says how welcome it is")


@looking_for(_LAST_THING, _JUST_WHAT)
def needed_or_not(reading: Reading) -> Decision | None:
    """ "The toll was the last thing they needed", "… just what the town needed"."""
    for form, sign, rule in ((_LAST_THING, -1, "says that it is not wanted"), (_JUST_WHAT, 1, "says that it is")):
        match = form.search(reading.content, reading.words)
        if match is not None:
            return sided(sign * direction_before(match, reading), match.group(), rule)
    return None


@looking_for(_EVERYBODY)
def wanted_by_all(reading: Reading) -> Decision | None:
    """ "Nobody wanted the toll"."""
    match = _EVERYBODY.search(reading.content, reading.words)
    if match is None or re.search(r"\b(?:but|more than|except|until)\b", reading.content):
        return None
    direction = direction_behind(match, reading)
    return sided(direction if match["all"] else -direction, match.group().strip(), "tells who wants it")


@looking_for(_NEED)
def in_need(reading: Reading) -> Decision | None:
    """ "We don't need this dam"."""
    match, cue = _NEED.search(reading.content, reading.words), reading.cue_attitude
    if match is None or (cue is not None and (cue.sign or cue.attitude.stance)):
        return None
    words = WORD.findall(reading.content[match.end() :])[:NEAR]
    direction = 0 if {"to", "if", "but"} & set(words) else direction_of(words, reading)
    denied = bool(match["not"] or match["who"] or match["no"])
    return sided(-direction if denied else direction, match.group().strip(), "says whether it is needed")


@looking_for(_DEAD_BODY)
def never(reading: Reading) -> Decision | None:
    """ "The sale would happen over its dead body"."""
    match = _DEAD_BODY.search(reading.content, reading.words)
    if match is None:
        return None
    return sided(-direction_before(match, reading), match.group(), "refuses it")


@looking_for(_PUZZLED)
def puzzled(reading: Reading) -> Decision | None:
    """ "It could not understand why anyone would oppose the sale"."""
    match = _PUZZLED.search(f"{reading.cue} {reading.content}", reading.words)
    if match is None:
        return None
    verb = match["verb"].casefold()
    sign = 1 if verb in frame_words()["hostile"] else -1 if verb in frame_words()["taking"] | {"want"} else 0
    return sided(sign * direction_behind(match, reading), match.group(), "finds it hard to understand")


@looking_for(_INDISPENSABLE)
def indispensable(reading: Reading) -> Decision | None:
    """ "They could not do without the toll"."""
    match = _INDISPENSABLE.search(reading.content, reading.words)
    if match is None:
        return None
    return sided(direction_behind(match, reading), match.group(), "says that it is needed")


@looking_for(_AFFORD)
def too_dear(reading: Reading) -> Decision | None:
    """ "The city could not afford to keep the pool"."""
    match, relation, cue = _AFFORD.search(reading.content, reading.words), reading.relation, reading.cue_attitude
    if match is None or not relation.overlap or relation.origin == "label" or (cue is not None and cue.sign):
        return None
    if not direction_behind(match, reading):
        return None
    return sided(relation.sign, match.group(), "says that there is no money for it")
