"""Given a cue or a deed that shows a side, this stance; given a minimal pair that only looks like it, not that side."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.analysis.layers import Judgement
from briefing.model import Stance

Judge = Callable[[str, str], Judgement]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The port <poured scorn on> {the canal toll}.", "opposes"),
        ("The skippers <are up in arms over> {the canal toll}.", "opposes"),
        ("The mayor <put his foot down over> {the canal toll}.", "opposes"),
        ("The guild <cried foul over> {the canal toll}.", "opposes"),
        ("The port <took umbrage at> {the canal toll}.", "opposes"),
        ("The council <gave up on> {the canal toll}.", "opposes"),
        ("The council <mothballed> {the canal toll}.", "opposes"),
        ("The council <passed up> {the canal toll}.", "opposes"),
        ("The guild <disagrees with> {the canal toll}.", "opposes"),
        ("The guild <is having second thoughts about> {the canal toll}.", "opposes"),
        ("The council <decided not to> {raise the toll}.", "opposes"),
        ("The guild <went to bat for> {the canal toll}.", "supports"),
        ("The council <waved through> {the canal toll}.", "supports"),
        ("The port <is rooting for> {the canal toll}.", "supports"),
        ("The port <jumped at> {the canal toll}.", "supports"),
        ("The guild <swears by> {the canal toll}.", "supports"),
        ("The member <moved> {that the toll be dropped}.", "opposes"),
        ("The guild <is gunning for> {a canal toll}.", "supports"),
        ("The skippers <beseeched> {the council to keep the toll}.", "supports"),
    ],
)
def test_an_idiom_shows_the_side(judge: Judge, sentence: str, stance: Stance) -> None:
    assert judge(sentence, "The canal toll").stance == stance


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The guild <voiced> {deep regret at the toll}.", "opposes"),
        ("The guild <expressed> {its firm opposition to the toll}.", "opposes"),
        ("The guild <raised> {objections to the toll}.", "opposes"),
        ("The guild <filed> {a complaint against the toll}.", "opposes"),
        ("The guild <voiced> {its support for the toll}.", "supports"),
        ("The council <gave> {its approval to the toll}.", "supports"),
        ("The council <decided> {to raise the toll}.", "supports"),
    ],
)
def test_a_phrase_reaches_from_the_cue_into_the_content(judge: Judge, sentence: str, stance: Stance) -> None:
    assert judge(sentence, "The canal toll").stance == stance


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        ("The guild <raised> {no objection to the toll}.", "opposes"),
        ("The guild <voiced> {no opposition to the toll}.", "opposes"),
        ("The guild <was unable to support> {the canal toll}.", "supports"),
        ("The council <fell two votes short of adopting> {the canal toll}.", "supports"),
        ("The guild <agrees with> {him}.", "supports"),
        ("The guild <disagreed>: {“A toll would pay for the locks.”}", "opposes"),
    ],
)
def test_what_is_denied_or_aims_at_somebody_is_not_that_side(judge: Judge, sentence: str, never: Stance) -> None:
    assert judge(sentence, "The canal toll").stance != never


@pytest.mark.parametrize(
    ("label", "sentence", "stance"),
    [
        ("Renewal of the ferry licence", "The council <renewed> {the ferry licence}.", "supports"),
        ("The ferry licence", "The council <extended> {the ferry licence}.", "supports"),
        ("A ban on night sailings", "The council <banned> {night sailings}.", "supports"),
        ("Closing the lock", "The council <closed> {the lock}.", "supports"),
        ("The skippers' lawsuit", "The skippers <sued> {the port}.", "supports"),
        ("The canal toll", "The skippers <sued> {the port over the toll}.", "opposes"),
        ("The lock keepers' strike", "The lock keepers <walked out for> {ten days}.", "supports"),
        ("The canal toll", "The lock keepers <walked out over> {the toll}.", "opposes"),
    ],
)
def test_who_does_it_is_for_it(judge: Judge, label: str, sentence: str, stance: Stance) -> None:
    assert judge(sentence, label).stance == stance


@pytest.mark.parametrize(
    ("label", "sentence", "never"),
    [
        ("The canal toll", "The council <put> {the cost of the toll at a million}.", "supports"),
        ("Night sailings", "The council <banned> {night sailings}.", "supports"),
        ("The skippers' lawsuit", "The port <did not sue> {the skippers}.", "supports"),
    ],
)
def test_what_only_looks_like_doing_it_does_not(judge: Judge, label: str, sentence: str, never: Stance) -> None:
    assert judge(sentence, label).stance != never
