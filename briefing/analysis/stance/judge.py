"""One attribution with its issue in; its `Judgement` out: reading, rules, model and abstention put together."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc

from briefing.analysis.layers import Attribution, Judgement
from briefing.analysis.stance.classifier import StanceClassifier
from briefing.analysis.stance.condition import find_condition
from briefing.analysis.stance.features import features_of
from briefing.analysis.stance.lexicon import StanceLexicon
from briefing.analysis.stance.reading import Reader, Reading
from briefing.analysis.stance.rules import Decision, decide
from briefing.analysis.stance.status import read_status
from briefing.model import Issue, Span, Stance

EXPLICIT = 0.84
"""How often an explicit decision of the rules is right, measured on the corpus."""


def judge(
    doc: Doc,
    attribution: Attribution,
    issue: Issue | None,
    reader: Reader,
    lexicon: StanceLexicon,
    classifier: StanceClassifier,
) -> Judgement:
    """Judge one attribution; without an issue there is nothing to be for or against, so the stance is unclear."""
    reading = reader.read(attribution, issue)
    status, status_words = read_status(reading, lexicon)
    reasons = [f"{status}: “{status_words}”"] if status_words else []
    if issue is None:
        return Judgement(status=status, reasons=tuple(reasons))
    decision = decide(reading)
    probabilities = classifier.probabilities(features_of(reading, decision, lexicon))
    if decision and decision.explicit:
        probabilities = {**probabilities, decision.stance: max(EXPLICIT, probabilities[decision.stance])}
        stance = decision.stance
    else:
        stance = classifier.choose(probabilities)
    condition = None
    if stance == "conditional":
        condition = find_condition(reader.text, attribution.content, _sentence(reader, attribution))
        if condition is None and not (decision and decision.stance == "conditional"):
            stance = "unclear"
    if stance == "mixed" and not (decision and decision.stance == "mixed"):
        stance = "unclear"
    if status == "expected":
        stance = "unclear"
    why, because = _explain(stance, decision, reading, probabilities, condition, reader.text)
    return Judgement(
        stance=stance,
        status=status,
        condition=condition,
        confidence=probabilities[stance],
        why=why,
        reasons=(*because, *reasons),
    )


def _sentence(reader: Reader, attribution: Attribution) -> Span:
    tokens = reader.tokens(attribution.content[0])
    if not tokens:
        return attribution.content[0]
    return reader.span(*reader.sentence(tokens[0].i))


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
        if probabilities[likeliest] > 0.4 and decision is not None and decision.stance != "unclear":
            reasons.append(f"not sure enough of “{likeliest}” ({probabilities[likeliest]:.0%})")
    return why, tuple(reasons)
