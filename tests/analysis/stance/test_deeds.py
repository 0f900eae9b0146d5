"""Given a content without a cue, which is itself the deed or names its own subject, this stance."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.analysis.layers import Judgement
from briefing.analysis.stance.learned.classifier import choose
from briefing.model import Stance

Judge = Callable[[str, str], Judgement]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The guild {backs it}.", "supports"),
        ("The guild {begged for it}.", "supports"),
        ("The guild {is pressing for it}.", "supports"),
        ("The guild {has long opposed the whole plan}.", "opposes"),
        ("The guild {does not want it}.", "opposes"),
    ],
)
def test_a_deed_done_to_what_was_named_before_takes_the_side_of_its_verb(
    judge: Judge, sentence: str, stance: Stance
) -> None:
    judgement = judge(sentence, "The canal toll")
    assert judgement.stance == stance
    assert judgement.confidence > 0.8


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The guild {turned the proposal down}.", "opposes"),
        ("The guild {turned down the proposal}.", "opposes"),
        ("The guild {voted the proposal down}.", "opposes"),
    ],
)
def test_a_particle_belongs_to_its_verb_wherever_it_stands(judge: Judge, sentence: str, stance: Stance) -> None:
    assert judge(sentence, "The canal toll").stance == stance


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The guild {quietly backs the canal toll}.", "supports"),
        ("The guild {has so far rejected the canal toll}.", "opposes"),
        ("The guild {has now twice rejected the canal toll}.", "opposes"),
    ],
)
def test_adverbs_before_the_verb_hide_no_deed_and_no_attitude(judge: Judge, sentence: str, stance: Stance) -> None:
    assert judge(sentence, "The canal toll").stance == stance


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ('The clerk <said> {"I cannot close my eyes and vote for this plan."}', "opposes"),
        ("The clerk <said> {she could not look the skippers in the eye and back the canal toll}.", "opposes"),
        ("The clerk <said> {she could wait and back the canal toll}.", "supports"),
    ],
)
def test_a_denial_reaches_the_second_of_two_verbs_under_it(judge: Judge, sentence: str, stance: Stance) -> None:
    opposite = {"supports": "opposes", "opposes": "supports"}[stance]
    assert judge(sentence, "The canal toll").stance != opposite


def test_sides_that_cancel_each_other_out_set_no_condition() -> None:
    """They leave the statement unclear: a probability of a few per cent is no reading of a condition."""
    even = {"supports": 0.46, "opposes": 0.46, "conditional": 0.05, "mixed": 0.01, "unclear": 0.02}
    assert choose(even, caution=2.0) == "unclear"
    assert choose({**even, "supports": 0.2, "opposes": 0.2, "conditional": 0.57}, caution=2.0) == "conditional"


@pytest.mark.parametrize(
    "sentence",
    [
        "The skippers' agent <said> {he would turn against the canal toll the day it costs him a trip}.",
        "The clerk <said> {she would have backed the canal toll if the locks had been ready}.",
    ],
)
def test_a_side_that_is_bound_to_a_condition_is_not_certain(judge: Judge, sentence: str) -> None:
    judgement = judge(sentence, "The canal toll")
    assert judgement.stance not in {"supports", "opposes"} or judgement.confidence < 0.88


@pytest.mark.parametrize(
    "sentence",
    [
        "The clerk <thinks> {that no toll should be raised while the locks are closed}.",
        "The clerk <thinks> {that the toll should be raised whenever the locks are open}.",
    ],
)
def test_a_demand_for_a_while_is_no_demand_for_good(judge: Judge, sentence: str) -> None:
    judgement = judge(sentence, "The canal toll")
    assert judgement.stance not in {"supports", "opposes"} or judgement.confidence < 0.88


@pytest.mark.parametrize(
    "sentence",
    [
        "The skippers <said> {they would disregard the canal toll even if it were doubled}.",
        "The guild <would prefer> {the canal toll to end at once}.",
    ],
)
def test_even_if_and_at_once_set_no_condition(judge: Judge, sentence: str) -> None:
    assert judge(sentence, "The canal toll").stance != "conditional"
