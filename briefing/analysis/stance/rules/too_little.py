"""A `Reading` in; whether its holder finds that there is too little of the matter, which is no side yet, out.

"The fine *was too low*", "the ban *was too narrow*": who wants more of a matter may still want this much of it. Where
the label names a rise of what is called too low, the holder is for that rise.
"""

from __future__ import annotations

from briefing.analysis.issues.words import stem
from briefing.analysis.stance.direction.labels import WORD, names_operator
from briefing.analysis.stance.rules.decision import Decision
from briefing.analysis.stance.rules.framed import open_side, sided
from briefing.analysis.stance.rules.rule import looking_for
from briefing.analysis.stance.statement.reading import Reading
from briefing.analysis.stance.words.screened import Screened

_LITTLE = Screened(
    r"\b(?:is|are|was|were|be|been|remain\w*|seem\w*|looks?|looked|go(?:es)?|went)\b(?: [\w’'-]+){0,2}? "
    r"(?P<words>too (?P<how>low|little|small|weak|narrow|timid|modest|lenient|soft|mild|slow|short|few|light)"
    r"|not (?:nearly )?(?:\w+ )?enough|nowhere near (?:\w+ )?enough)\b",
    "too enough",
)
_BURDENS = frozenset(
    stem(word)
    for word in (
        "tax", "taxes", "levy", "levies", "duty", "tariff", "tariffs", "fine", "fines", "penalty", "penalties",
        "surcharge", "sentence", "sentences", "sanction", "sanctions", "target", "targets", "phase-out", "punishment",
    )
)  # fmt: skip
"""What is laid on somebody: who finds little of it wants more of it."""
_MEASURED = frozenset({"limit", "cap", "ceiling", "quota", "threshold", "freeze", "cut", "reduction"})
"""Operators whose being low or small may be what is complained of."""
_RISES = frozenset({"raise", "rais", "increase", "expand", "extend", "widen", "lengthen", "lift", "higher"})


@looking_for(_LITTLE)
def falls_short(reading: Reading) -> Decision | None:
    """ "The fine was too low"."""
    cue, label = reading.cue_attitude, reading.label
    match = _LITTLE.search(reading.content, reading.words)
    if match is None or (cue is not None and (cue.sign or cue.attitude.stance)):
        return None
    subject = WORD.findall(reading.content[: match.start()])
    if label.operator in _RISES and any(stem(word) in label.matter for word in subject):
        if any(names_operator(label, word) for word in subject):
            return open_side(match["words"], "wants more of it, which is no side yet")
        return sided(1, match["words"], "says that there is too little of it as it is")
    restricts = label.sign < 0 and label.operator not in _MEASURED
    laid_on = restricts and any(names_operator(label, word) for word in subject)
    if laid_on or any(stem(word) in label.matter & _BURDENS for word in subject):
        return open_side(match["words"], "wants more of it, which is no side yet")
    return None
