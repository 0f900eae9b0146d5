"""A `Reading` in; the side out that its holder takes by saying that the matter is late or cannot wait.

"*The longer we wait, the more* it will cost", "*what are we waiting for*", "*every day of delay* costs lives": who
finds that a matter takes too long wants it. Of what *comes too late* nothing tells whether it should still come.
"""

from __future__ import annotations

from briefing.analysis.stance.direction.opening import LESSENED
from briefing.analysis.stance.rules.decision import Decision
from briefing.analysis.stance.rules.framed import direction_before, open_side, sided
from briefing.analysis.stance.rules.rule import looking_for
from briefing.analysis.stance.statement.reading import Reading
from briefing.analysis.stance.words.screened import Screened

_WAITING = r"(?:wait|delay|put (?:it |this |that )?off|postpon|dither|hesitat|stall|drag|procrastinat|dawdl)\w*"
_URGENT = Screened(
    rf"\bthe longer\b[^.;]{{0,40}}?\b{_WAITING}\b[^.;]*?\bthe (?:more|worse|harder|higher|dearer|greater|costlier|"
    r"bigger|steeper|deeper|sicker|poorer)\b"
    r"|\bwhat (?:are|is|were|was) (?:we|they|it|you|the [\w-]+)(?: still| all)? waiting for\b"
    r"|\bwhat (?:we|they|you|the [\w-]+) (?:are|is|were|was)(?: still| all)? waiting for\b"
    r"|\b(?:every|each|another|any (?:more|further)) (?:(?:single|extra) )?(?:hour|day|week|month|year|minute)"
    r" (?:of (?:delay|waiting|dithering|inaction|hesitation)|(?:that )?(?:we|they|it|you) "
    r"(?:wait|delay|dither|hesitate|stall)\w*|without (?:it|one))\b",
    "longer waiting every each another any",
)
_TOO_LATE = Screened(
    r"\b(?:is|are|was|were|be|been|ha(?:s|d|ve)|came|comes?|coming|arriv\w+|it['’]s)\b(?: [\w’'-]+){0,3}? "
    r"(?:too|so|very|years|decades) late\b(?! to\b)",
    "late",
)


@looking_for(_URGENT)
def cannot_wait_longer(reading: Reading) -> Decision | None:
    """ "The longer we wait, the more it will cost"."""
    cue = reading.cue_attitude
    match = _URGENT.search(reading.content, reading.words)
    if match is None or (cue is not None and (cue.sign > 0 or cue.attitude.stance)):
        return None
    return sided(-1 if reading.label.operator in LESSENED else 1, match.group(), "says that it cannot wait")


@looking_for(_TOO_LATE)
def comes_late(reading: Reading) -> Decision | None:
    """ "The rescue came too late": it may have been wanted all the more."""
    cue = reading.cue_attitude
    match = _TOO_LATE.search(reading.content, reading.words)
    if match is None or (cue is not None and (cue.sign or cue.attitude.stance)):
        return None
    if not (direction_before(match, reading) or reading.pointing):
        return None
    return open_side(match.group(), "says when it comes, which is no side yet")
