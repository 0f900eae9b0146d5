"""Stances of one holder on one issue that contradict each other in; the statements whose side is in doubt out.

People are seldom on both sides: of 84 cells of the table in which the program saw both, one was annotated as mixed.
Either one of the statements is read wrongly, or it is about another matter than the issue that it was given. In both
cases a "mixed" position would be invented, so the side for which less is said is left open. Where the words of both
sides are explicit, both stand.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from briefing.analysis.stance.siblings import Cell, Place
from briefing.model import Stance

EXPLICIT = 0.88
"""Confidence from which on a side is explicit: how often the explicit decisions of the rules are right."""
_LEAST, _MOST = 0.1, 4.0
"""Bounds of the log odds that one statement adds to its side."""


def doubtful_sides(places: Sequence[Place], stances: Sequence[Stance], confidences: Sequence[float]) -> frozenset[int]:
    """Numbers of the statements whose side gives way to the opposite side of the same holder on the same issue.

    Args:
        places: the cells of each statement.
        stances: what each statement was found to say.
        confidences: the probability of each stance.
    """
    cells: dict[Cell, dict[Stance, list[int]]] = defaultdict(lambda: {"supports": [], "opposes": []})
    for number, (place, stance) in enumerate(zip(places, stances, strict=True)):
        if stance in {"supports", "opposes"}:
            for cell in place.own:
                cells[cell][stance].append(number)
    doubtful: set[int] = set()
    for sides in cells.values():
        surest = [max((confidences[n] for n in side), default=0.0) for side in sides.values()]
        if 0.0 < min(surest) < EXPLICIT:
            doubtful.update(min(sides.values(), key=lambda side: _weight([confidences[n] for n in side])))
    return frozenset(doubtful)


def _weight(confidences: Sequence[float]) -> float:
    """What several statements together say for their side."""
    return math.fsum(min(max(math.log(c / max(1 - c, 1e-9)), _LEAST), _MOST) for c in confidences)
