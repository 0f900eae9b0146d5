"""Given a deed told in its own words, a threat, a No or a label that ends something: this side, or none.

The cue stands in <…>, the content in {…}; where there is no cue, the content is all that is known of the statement.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.analysis.layers import Judgement
from briefing.analysis.stance.direction.labels import read_label
from briefing.analysis.stance.words.lexicon import load_stance_lexicon

Judge = Callable[[str, str], Judgement]


@pytest.mark.parametrize(
    ("label", "sentence", "stance"),
    [
        ("A ban on lanterns", "The bakers {lobbied against such a ban}.", "opposes"),
        ("A ban on lanterns", "The beekeepers {campaigned for a ban on lanterns}.", "supports"),
        ("A boycott of the regatta", "The rowers {signed the boycott letter}.", "supports"),
        ("A public inquiry", "The widows {want a public inquiry}.", "supports"),
        ("A public inquiry", "The widows {asked in writing for a public inquiry}.", "supports"),
        ("The tram depot", "The board {voted 14 to 6 to reject the tram depot}.", "opposes"),
        ("The tram depot", "The board {voted 14 to 6 to build the tram depot}.", "supports"),
    ],
)
def test_the_verb_of_a_deed_tells_its_side_and_not_what_its_object_is_called(
    judge: Judge, label: str, sentence: str, stance: str
) -> None:
    assert judge(sentence, label).stance == stance


@pytest.mark.parametrize(
    "sentence",
    [
        "The grocers <said> {their party would scrap it within a year}.",
        "The grocers <want> to {do away with the parking fee altogether}.",
        "The grocers <want> {the parking fee set aside}.",
        "The grocers <would not hear of> {the parking fee}.",
        "The grocers <urged> {councillors to vote no on the parking fee}.",
        "The grocers <called for> {a no vote}.",
        "The grocers <said> {nobody should charge a parking fee there}.",
    ],
)
def test_who_wants_it_gone_or_asks_for_a_no_is_against_it(judge: Judge, sentence: str) -> None:
    assert judge(sentence, "The parking fee").stance == "opposes"


@pytest.mark.parametrize(
    "sentence",
    [
        "The grocers <told> the committee {that a parking fee would follow}.",
        "The grocers <threatened> {to sue}.",
        "The grocers <would prefer> {a shuttle bus}.",
        "The grocers <asked> {the mayor not to punish small shops}.",
        "The grocers <asked> {the mayor to stop the parking fee}.",
    ],
)
def test_what_does_not_speak_for_a_matter_is_no_support(judge: Judge, sentence: str) -> None:
    assert judge(sentence, "The parking fee").stance != "supports"


@pytest.mark.parametrize(
    ("label", "sentence", "wrong"),
    [
        ("Delaying the harbour tax", "Skippers <are against> {any postponement}.", "supports"),
        ("The old quay", "Skippers <protested> {against it}.", "supports"),
        ("Ending the milk subsidy", "Dairies <demanded> {that the decision be reversed}.", "supports"),
        ("Closing the night clinic", "Midwives <want> {to keep the doors open}.", "supports"),
        ("A blockade of the pass", "Drivers {kept the pass closed}.", "opposes"),
        ("Jabs for ferry crews", "The doctor <wants> {every ferry crew vaccinated against mumps}.", "opposes"),
        ("The two-lane rule", "Cyclists <want> {the two-lane rule left in place}.", "opposes"),
        ("A city orchestra", "The choir <backed> {an opposition motion for a city orchestra}.", "opposes"),
        ("The new curfew", "Students <voted without exception> {for the new curfew}.", "opposes"),
    ],
)
def test_what_only_looks_turned_round_or_straight_is_not_flipped(
    judge: Judge, label: str, sentence: str, wrong: str
) -> None:
    assert judge(sentence, label).stance != wrong


@pytest.mark.parametrize(
    ("label", "sign", "operator"),
    [
        ("Phasing out night trains", -1, "phase"),
        ("Barring scooters from parks", -1, "bar"),
        ("Higher water prices", 1, None),
        ("Paid family leave", 1, None),
        ("A new fire station", 1, None),
        ("Leaving the customs union", -1, "leave"),
        ("Lower fares", -1, "lower"),
    ],
)
def test_a_label_ends_something_only_by_a_verb_or_a_noun_of_ending(label: str, sign: int, operator: str | None) -> None:
    reading = read_label(label, load_stance_lexicon().operators)
    assert (reading.sign, reading.operator) == (sign, operator)
