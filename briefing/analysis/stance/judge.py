"""One attribution with its issue in; its `Judgement` out, in two steps: what its own words say, then the decision.

Between the two steps the probabilities of all statements are drawn together (`siblings.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.analysis.layers import Attribution, Judgement
from briefing.analysis.stance.disagreement import EXPLICIT
from briefing.analysis.stance.learned.classifier import StanceClassifier, choose
from briefing.analysis.stance.learned.features import features_of
from briefing.analysis.stance.rules.condition import find_condition
from briefing.analysis.stance.rules.deciding import decide, denies_opposition
from briefing.analysis.stance.rules.decision import Decision
from briefing.analysis.stance.statement.reader import Reader
from briefing.analysis.stance.statement.reading import Reading
from briefing.analysis.stance.status import StatusClassifier
from briefing.analysis.stance.words.lexicon import StanceLexicon
from briefing.analysis.stance.words.passages import Passages
from briefing.model import Issue, Span, Stance, Status

DOUBT = 0.2
"""A side that the rules call explicit is in doubt where the model gives it less: there it is right in 5 of 100."""
AGAINST_NONE = 1.8
"""How much more caution a side needs where the rules explicitly see none: they are right in 6 of 100, it in 85."""
SECONDED = 0.6
"""Share of the caution that is left for a side that the rules infer, too."""
OPPOSITE: Mapping[Stance, Stance] = {"supports": "opposes", "opposes": "supports"}


@dataclass(frozen=True, slots=True)
class Look:
    """What the words of one statement alone say."""

    attribution: Attribution
    reading: Reading
    status: Status
    status_words: str
    decision: Decision | None
    probabilities: dict[Stance, float]
    """Empty where the statement has no issue: then there is nothing to be for or against."""


def look(
    attribution: Attribution,
    issue: Issue | None,
    reader: Reader,
    lexicon: StanceLexicon,
    classifier: StanceClassifier,
    status_classifier: StatusClassifier,
) -> Look:
    """Read one attribution against its issue."""
    reading = reader.read(attribution, issue)
    status, words = status_classifier.judge(reading, lexicon)
    if attribution.hearsay and status != "past":
        status, words = "hearsay", ""
    if issue is None:
        return Look(attribution, reading, status, words, None, {})
    decision = decide(reading)
    probabilities = classifier.probabilities(features_of(reading, decision, lexicon))
    return Look(attribution, reading, status, words, decision, probabilities)


def judge(
    seen: Look,
    probabilities: Mapping[Stance, float],
    passages: Passages,
    classifier: StanceClassifier,
) -> Judgement:
    """Judge one statement by its own words and by probabilities that know the holder's other statements."""
    content, decision, status = seen.attribution.content, seen.decision, seen.status
    reasons = [f"{status}: “{seen.status_words}”"] if seen.status_words else []
    if not probabilities:
        return Judgement(status=status, reasons=tuple(reasons))
    stance = weigh(decision, probabilities, classifier.caution)
    if decision and decision.explicit and stance == decision.stance:
        probabilities = {**probabilities, stance: confidence_in(stance, decision, probabilities)}
    elif (
        not (decision and decision.explicit) and stance in OPPOSITE and classifier.choose(seen.probabilities) != stance
    ):
        reasons.append("other statements of the same holder or affiliation on this issue point the same way")
    condition = None
    if stance == "conditional":
        condition = find_condition(passages.text, content, passages.sentence_of(content[0]))
    if not _can_be(stance, seen, condition):
        stance = "unclear"
    why, because = _explain(stance, decision, seen.reading, probabilities, condition, passages.text)
    return Judgement(
        stance=stance,
        status=status,
        condition=condition,
        confidence=probabilities[stance],
        why=why,
        reasons=(*because, *reasons),
    )


def _can_be(stance: Stance, seen: Look, condition: Span | None) -> bool:
    """Whether a stance may be told: a prediction is none, and none is told whose words are not found."""
    said = seen.decision is not None and seen.decision.stance == stance
    if seen.status == "expected" or (stance == "mixed" and not said):
        return False
    if stance == "conditional" and condition is None and not said:
        return False
    return stance != "opposes" or not denies_opposition(seen.reading)


def weigh(decision: Decision | None, probabilities: Mapping[Stance, float], caution: float) -> Stance:
    """What rules and model name together: an explicit decision stands, unless the model doubts it.

    Where it doubts a side, the model decides, but not for the opposite side: one of the two is wrong. Where the rules
    explicitly name none, a side needs more caution. A side that the rules infer, too, is named with less caution than
    one that the model is alone with; where they infer the opposite one, none is named.
    """
    chosen = choose(probabilities, caution)
    if decision is None:
        return chosen
    if not decision.explicit:
        inferred = decision.stance in OPPOSITE and choose(probabilities, SECONDED * caution) == decision.stance
        if inferred:
            return decision.stance
        return "unclear" if chosen == OPPOSITE.get(decision.stance) else chosen
    side = decision.stance
    if side == "unclear" and not decision.construction:
        sure = choose(probabilities, AGAINST_NONE * caution)
        return sure if sure in OPPOSITE else side
    if side not in OPPOSITE or decision.construction or probabilities[side] >= DOUBT:
        return side
    return "unclear" if chosen == OPPOSITE[side] else chosen


def confidence_in(stance: Stance, decision: Decision | None, probabilities: Mapping[Stance, float]) -> float:
    """The probability of a stance; that of an explicit decision is measured, whatever the model says."""
    explicit = decision is not None and decision.explicit and decision.stance == stance
    return max(EXPLICIT, probabilities[stance]) if explicit else probabilities[stance]


def _explain(
    stance: Stance,
    decision: Decision | None,
    reading: Reading,
    probabilities: Mapping[Stance, float],
    condition: Span | None,
    text: str,
) -> tuple[str, tuple[str, ...]]:
    """The words that decided, and the reasons as sentences."""
    reasons: list[str] = []
    why = ""
    if decision is not None:
        reasons.append(decision.rule)
        why = decision.why if decision.stance == stance else ""
    if condition is not None:
        why = why or condition.of(text)
        reasons.append(f"condition: “{condition.of(text)}”")
    if stance in {"supports", "opposes"}:
        if not why:
            found = reading.cue_attitude or reading.opening_attitude
            why = found.words if found else ", ".join((*reading.value_words, *reading.norm_words))
        if reading.source_words:
            reasons.append(f"the source is called “{reading.source_words}”")
    elif stance == "unclear":
        sides: tuple[Stance, ...] = ("supports", "opposes", "conditional", "mixed")
        likeliest = max(sides, key=lambda side: probabilities[side])
        if decision is not None and decision.explicit and decision.stance in OPPOSITE:
            reasons.append("the other words of the statement point elsewhere, so no side is named")
        elif probabilities[likeliest] > 0.4 and decision is not None and decision.stance != "unclear":
            reasons.append(f"not sure enough of “{likeliest}” ({probabilities[likeliest]:.0%})")
    return why, tuple(reasons)
