"""A `Reading` in whose content the matter is only denied or compared with something in; the stance out.

Who wants "a levy, *not a ban*" wants no ban; who opposes one thing and not another, names what something is not about,
or calls it worse than another thing, takes no side on that other thing.
"""

from __future__ import annotations

from briefing.analysis.stance.rules.cue_side import EXPLICIT_ATTITUDES
from briefing.analysis.stance.rules.decision import Decision
from briefing.analysis.stance.statement.own_part import Aside
from briefing.analysis.stance.statement.reading import Reading

_WANTING = EXPLICIT_ATTITUDES | {"commitment"}
"""Attitudes by which nothing is wanted of what is denied beside what is wanted."""


def set_aside(reading: Reading) -> Decision | None:
    """What is said where only a denied or compared part names the matter."""
    aside, cue = reading.aside, reading.cue_attitude
    if aside is None:
        return None
    if aside.how == "compared":
        return Decision("unclear", aside.words, f"“{aside.words}” only compares", explicit=True, construction=True)
    if aside.how == "clause":
        return _opposes_not(reading, aside)
    wanted = cue is not None and cue.sign > 0 and not cue.negated and cue.attitude.name in _WANTING
    if aside.how == "spurned" and (cue is None or cue.sign >= 0):
        return None  # what is set back behind something else is turned round with its direction
    if wanted and aside.sign > 0:
        return Decision("opposes", aside.words, f"“{aside.words}” is not wanted", explicit=True, construction=True)
    if aside.alone and (cue is None or not cue.sign):
        return None
    return Decision("unclear", aside.words, f"“{aside.words}” only tells what is not meant", True, True)


def _opposes_not(reading: Reading, aside: Aside) -> Decision | None:
    """ "We do not oppose the dam, we oppose its site": who is not against the matter need not be for it."""
    if not any(own.found.name == "not-opposition" for own in reading.own):
        return None
    return Decision(
        "unclear", aside.words, f"“{aside.words}” takes no side by itself", explicit=True, construction=True
    )
