"""The small regressions, and what of the rules' findings is left to them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.scoring import Regression, over
from briefing.analysis.attribution.tagging.linking import Link, LinkScorer
from briefing.analysis.attribution.tagging.rescuing import free_drafts

WEIGHTS = Regression({"gap <2": 1.5, "rules yes": 0.25, "last said": -0.5, "tag VBD": 2.0, "up 1": 0.125}, -1.0)


def names_of(word: str, tag: str) -> list[str]:
    return [f"last {word}", f"tag {tag}"]


def test_a_factor_is_the_sum_of_its_group() -> None:
    factor = WEIGHTS.factor(names_of)
    assert factor("said", "VBD") == 1.5
    assert factor("said", "VBD") == WEIGHTS.total(names_of("said", "VBD"))
    assert factor("went", "NN") == 0.0


def test_the_factors_of_a_link_add_up_to_its_logit() -> None:
    link = Link(
        order=("<", "2", 0, 0, 0, 1, "yes"),
        parse=(1, -1, "ccomp", "ROOT", False, False, False, -1, 1),
        words=("<", "said", "VBD", True, "ROOT"),
    )
    assert LinkScorer(WEIGHTS).logit(link) == pytest.approx(WEIGHTS.logit(link.features))
    assert WEIGHTS.logit(link.features) == pytest.approx(-1.0 + 1.5 + 0.25 - 0.5 + 2.0 + 0.125)


@given(st.floats(0, 1))
def test_a_higher_probability_reaches_all_borders_of_a_lower_one(probability: float) -> None:
    assert over("cue", probability) <= over("cue", math.nextafter(probability, 2))


def test_only_what_touches_no_draft_is_free() -> None:
    draft = Draft([0], [1], [2, 3])
    touching, free = Draft([4], [5], [3]), Draft([0], [6], [7, 8])
    assert free_drafts([draft], [touching, free]) == [free]
