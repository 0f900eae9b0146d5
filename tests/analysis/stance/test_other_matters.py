"""Given a statement about another matter than the label, no side; given one that points to the label's, its side.

An issue that was found in an article may gather statements about something else.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.analysis.layers import Judgement
from briefing.model import Stance

Judge = Callable[[str, str], Judgement]


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("The river toll", "The bakers <warned> {that flour would run out by May unless a second mill was opened}."),
        ("The river toll", "The bakers <warned> {that ovens would go cold without the coal}."),
        ("The river toll", "The auditor <warned> {that any budget must include a reserve of two million}."),
        ("The river toll", "The bakers <want> {the mill closed for a year}."),
        ("The river toll", "The agency <wants> {to relocate 300 families from the flood plain}."),
        ("The river toll", "The bakers <signed> {the petition}."),
        ("The river toll", "The bakers <signed> {an open letter on Tuesday}."),
    ],
)
def test_a_warning_or_demand_about_something_else_takes_no_side(judge: Judge, label: str, sentence: str) -> None:
    assert judge(sentence, label).stance == "unclear"


@pytest.mark.parametrize(
    ("label", "sentence", "stance"),
    [
        ("The river toll", "The bakers <warned> {that the toll would close every second shop}.", "opposes"),
        ("The river toll", "The bakers <want> {the plan stopped}.", "opposes"),
        ("The river toll", "The bakers <want> {the toll scrapped}.", "opposes"),
        ("The river toll", "The council <voted> {to oppose the scheme}.", "opposes"),
    ],
)
def test_what_names_the_matter_or_points_to_it_still_does(
    judge: Judge, label: str, sentence: str, stance: Stance
) -> None:
    assert judge(sentence, label).stance == stance


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The doctors <said> {the air on River Street was bad for children}.", "unclear"),
        ("The doctors <said> {the toll on the river was bad for children}.", "opposes"),
    ],
)
def test_a_word_of_the_label_in_another_name_is_not_the_matter(judge: Judge, sentence: str, stance: Stance) -> None:
    assert judge(sentence, "A toll on the river").stance == stance


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The skippers <said> {this was unacceptable}.", "opposes"),
        ("The skippers <said> {this would be a mistake}.", "opposes"),
        ("The skippers <said> {this must stop}.", "opposes"),
        ("The skippers <said> {this goes too far}.", "opposes"),
        ("The skippers <said> {that this must go ahead}.", "supports"),
    ],
)
def test_a_bare_this_or_that_is_the_matter(judge: Judge, sentence: str, stance: Stance) -> None:
    assert judge(sentence, "The river toll").stance == stance


@pytest.mark.parametrize(
    ("label", "sentence", "stance"),
    [
        ("The herring gulls", 'The grocer <said> {"Those gulls have got to go."}', "opposes"),
        ("The river toll", "The skippers <will not hear> of {the toll}.", "opposes"),
        ("The river toll", "The harbour board <sees no case for> {the toll}.", "opposes"),
        ("The river toll", "The council <would disregard> {the toll}.", "opposes"),
        ("The river toll", "The skippers <would sooner leave> {the river than pay the toll}.", "opposes"),
        ("The river toll", "The skippers <said> {they would rather strike than pay}.", "opposes"),
        ("A ban on barges", "The skippers <said> {they would rather go to jail than obey the ban}.", "opposes"),
        ("The river toll", "The treasurer <ruled out> {any delay in her spring budget}.", "supports"),
        ("The river toll", 'The skipper <said>: {"Over my dead body."}', "opposes"),
        ("The river toll", 'The skipper <said> {"Not on my watch, and not on this river,"}', "opposes"),
        ("The river toll", "The skippers <called> {the toll indefensible}.", "opposes"),
        ("The river toll", "The port <called> {the toll a model for other rivers}.", "supports"),
        ("A decision by June", "The county <sued> {in April to force a decision}.", "supports"),
    ],
)
def test_more_plain_words_for_a_side(judge: Judge, label: str, sentence: str, stance: Stance) -> None:
    assert judge(sentence, label).stance == stance


@pytest.mark.parametrize(
    "sentence",
    [
        "The skippers <said> {they would rather leave the ban as it is}.",
        'The skippers <asked> {"What good is a toll to anyone here?"}',
        "The skippers <said> {the town could not afford another toll}.",
        "The skippers <said> {the toll was no longer available}.",
    ],
)
def test_words_that_look_like_praise_are_no_support(judge: Judge, sentence: str) -> None:
    assert judge(sentence, "The river toll").stance != "supports"
