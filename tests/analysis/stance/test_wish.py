"""Given a sentence that makes the matter the condition of something else, the side of whoever sets that condition."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.analysis.layers import Judgement
from briefing.model import Stance

Judge = Callable[[str, str], Judgement]


@pytest.mark.parametrize(
    ("label", "sentence", "stance"),
    [
        ("A dredger for the canal", "The skippers will stay in port unless {the council buys a dredger}.", "supports"),
        (
            "A dredger for the canal",
            "The skippers <said> {they would go to court unless a dredger was bought}.",
            "supports",
        ),
        ("The canal toll", "The skippers <said> {they would stay in port unless the toll was scrapped}.", "opposes"),
        (
            "The canal toll",
            "The guild <said> it would think about mooring fees {unless the toll was dropped}.",
            "opposes",
        ),
        (
            "An exemption for rowing boats",
            "The clubs could live with the fee as long as {rowing boats are exempt}.",
            "supports",
        ),
        ("Early repair of the locks", "The guild would drop its objection if {repair began in spring}.", "supports"),
        (
            "The night closure of the lock",
            "The guild would put up with the fee provided {the closure was lifted}.",
            "opposes",
        ),
    ],
)
def test_whoever_binds_something_else_to_the_matter_wants_what_the_condition_says(
    judge: Judge, label: str, sentence: str, stance: Stance
) -> None:
    assert judge(sentence, label).stance == stance


@pytest.mark.parametrize(
    "sentence",
    [
        "The guild <said> {it would accept the canal toll only if the canal is dredged}.",
        "The guild <said> {there would be no canal toll unless the locks were repaired}.",
        "The guild <would accept> {the canal toll provided that rowing boats are exempt}.",
        "The guild <could accept> {a charge provided that the canal toll money goes into the locks}.",
    ],
)
def test_a_condition_on_the_matter_itself_still_binds(judge: Judge, sentence: str) -> None:
    assert judge(sentence, "The canal toll").stance == "conditional"


@pytest.mark.parametrize(
    ("label", "sentence", "stance"),
    [
        ("The canal toll", "Without it, the harbor master said, {the locks would fall apart}.", "supports"),
        ("The canal toll", "The harbor master <said> {without the toll, the locks would fall apart}.", "supports"),
        ("The canal toll", "The harbor master <said> {without the toll the locks would fall apart}.", "supports"),
        ("A ban on motor boats", "Without the ban, the wardens said, {the reeds would be gone in a year}.", "supports"),
    ],
)
def test_whoever_tells_what_goes_wrong_without_the_matter_wants_it(
    judge: Judge, label: str, sentence: str, stance: Stance
) -> None:
    assert judge(sentence, label).stance == stance


def test_whoever_praises_what_comes_without_the_matter_does_not_want_it(judge: Judge) -> None:
    assert (
        judge("Without it, the skippers said, {everybody would be better off}.", "The canal toll").stance != "supports"
    )
