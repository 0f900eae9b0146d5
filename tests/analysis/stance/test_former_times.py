"""Given words of time that belong to a deed or an attitude but stand outside its cue, this status."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.analysis.layers import Judgement

Judge = Callable[[str, str], Judgement]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland, which previously <sponsored> {the merger}, has left the room.",
        "The firm once <backed> {the merger}.",
        "Formerly a <supporter of> {the merger}, the mayor kept silent.",
        "Ms Orr, a former <champion of> {the merger}, kept silent.",
        "The union, once a <champion of> {the merger}, has gone quiet.",
        "Until 2019 the union <opposed> {the merger}.",
        "Until recently the union <opposed> {the merger}.",
        "In the past the union <rejected> {the merger}.",
    ],
)
def test_what_was_held_in_former_times_is_past(judge: Judge, sentence: str) -> None:
    assert judge(sentence, "The merger").status == "past"


def test_what_somebody_says_of_now_holds_today(judge: Judge) -> None:
    sentence = "Mr Orr, who had initially opposed the merger, made an about-turn and <said> {he now backs the merger}."
    judged = judge(sentence, "The merger")
    assert (judged.stance, judged.status) == ("supports", "current")


@pytest.mark.parametrize(
    "sentence",
    [
        "The union once again <backed> {the merger}.",
        "The union <backed> {the merger} once its price was known.",
        "Once it had read the draft, the union <backed> {the merger}.",
        "The union has previously <backed> {the merger}.",
        "Last week the union <backed> {the merger}.",
        "The mayor, formerly a baker, <backed> {the merger}.",
        "The former mayor <backed> {the merger}.",
        "Until the draft is changed, the union <opposes> {the merger}.",
        "The union previously <said> {the merger was unfair}.",
        "The union will <oppose> {the merger}.",
        "The union plans to <oppose> {the merger}.",
    ],
)
def test_other_words_of_time_leave_it_current(judge: Judge, sentence: str) -> None:
    assert judge(sentence, "The merger").status == "current"


@pytest.mark.parametrize(
    "sentence",
    [
        "The council is set to <oppose> {the merger}.",
        "The council is likely to <reject> {the merger}.",
        "The council is expected to <back> {the merger}.",
    ],
)
def test_what_somebody_is_said_to_do_next_is_expected_and_no_side(judge: Judge, sentence: str) -> None:
    judgement = judge(sentence, "The merger")
    assert (judgement.status, judgement.stance) == ("expected", "unclear")
