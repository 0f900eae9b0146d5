"""What the rules say and what the model thinks in; the stance that is named out."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.analysis.stance.judge import weigh
from briefing.analysis.stance.learned.classifier import choose
from briefing.analysis.stance.learned.linear import LinearClassifier
from briefing.analysis.stance.rules.decision import Decision
from briefing.analysis.stance.status import CLASSES, StatusClassifier
from briefing.model import Stance, Status

FOR = Decision("supports", "backed", "", explicit=True)
HINT = Decision("supports", "good", "")


def probabilities(supports: float, opposes: float, mixed: float = 0.0) -> dict[Stance, float]:
    return {
        "supports": supports,
        "opposes": opposes,
        "conditional": 0.0,
        "mixed": mixed,
        "unclear": 1.0 - supports - opposes - mixed,
    }


@pytest.mark.parametrize(
    ("decision", "supports", "opposes", "stance"),
    [
        (FOR, 0.3, 0.5, "supports"),  # an explicit side stands
        (FOR, 0.1, 0.8, "unclear"),  # unless the model doubts it; then neither side is named
        (FOR, 0.1, 0.1, "unclear"),
        (HINT, 0.3, 0.5, "unclear"),  # a hint is one feature among others
        (HINT, 0.1, 0.8, "unclear"),  # where it and the model name opposite sides, one of them is wrong
        (None, 0.8, 0.1, "supports"),
    ],
)
def test_an_explicit_side_stands_unless_the_model_doubts_it(
    decision: Decision | None, supports: float, opposes: float, stance: Stance
) -> None:
    assert weigh(decision, probabilities(supports, opposes), 1.5) == stance


def test_a_construction_is_not_doubted() -> None:
    decision = Decision("supports", "unless", "", explicit=True, construction=True)
    assert weigh(decision, probabilities(0.05, 0.9), 1.5) == "supports"


def test_a_side_that_the_rules_infer_too_is_named_with_less_caution() -> None:
    faint = probabilities(0.6, 0.28)
    assert weigh(None, faint, 2.0) == "unclear"
    assert weigh(HINT, faint, 2.0) == "supports"
    assert weigh(HINT, probabilities(0.28, 0.6), 2.0) == "unclear"


def test_where_the_rules_explicitly_see_no_side_one_needs_more_caution() -> None:
    nothing = Decision("unclear", "signed", "", explicit=True)
    assert weigh(nothing, probabilities(0.7, 0.25), 1.5) == "unclear"
    assert weigh(nothing, probabilities(0.85, 0.05), 1.5) == "supports"
    assert weigh(Decision("unclear", "unless", "", True, True), probabilities(0.85, 0.05), 1.5) == "unclear"


@pytest.mark.parametrize("decision", [FOR, HINT, None])
@pytest.mark.parametrize("caution", [0.0, 1.0, 3.0])
def test_more_caution_never_names_the_other_side(decision: Decision | None, caution: float) -> None:
    careless = weigh(decision, probabilities(0.5, 0.3), 0.0)
    assert weigh(decision, probabilities(0.5, 0.3), caution) in {careless, "unclear"}


def test_mixed_does_not_win_because_both_sides_lose() -> None:
    assert choose(probabilities(0.35, 0.35, mixed=0.2), 2.0) == "unclear"
    assert choose(probabilities(0.2, 0.2, mixed=0.5), 2.0) == "mixed"


@pytest.mark.parametrize(
    ("said", "current", "status"),
    [
        ("current", 0.9, "current"),
        ("current", 0.5, "past"),  # no expression speaks: the model decides
        ("hearsay", 0.95, "hearsay"),  # an expression decides
    ],
)
def test_the_model_decides_the_status_where_no_expression_does(said: Status, current: float, status: Status) -> None:
    classifier = StatusClassifier(LinearClassifier(CLASSES, {}, np.zeros((4, 0))), least=0.4)
    rest = 1.0 - current
    likely: dict[Status, float] = {
        "current": current,
        "past": 0.8 * rest,
        "expected": 0.1 * rest,
        "hearsay": 0.1 * rest,
    }
    assert classifier.choose(said, likely) == status
