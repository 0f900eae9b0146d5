"""Given a turn of phrase that shows a side, this stance; given one that only looks like it, never that side."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.analysis.layers import Judgement
from briefing.model import Stance

Judge = Callable[[str, str], Judgement]


@pytest.mark.parametrize(
    ("label", "sentence", "stance"),
    [
        ("The canal toll", "The skippers <sent back> {their toll badges}.", "opposes"),
        ("The canal toll", "The lock keepers <turned back> {the inspectors}.", "opposes"),
        ("The canal toll", "The skippers <tore up> {the forms for the toll}.", "opposes"),
        ("The canal toll", "The mayor <stayed away from> {the opening of the toll}.", "opposes"),
        ("The canal toll", "The skippers <are not persuaded of> {the toll}.", "opposes"),
        ("The canal toll", "The council <saw little point in> {a canal toll}.", "opposes"),
        ("The canal toll", "The guild <has no time for> {the toll}.", "opposes"),
        ("The canal toll", "The skippers <laughed at> {the toll}.", "opposes"),
        ("The canal toll", "The port <can hardly wait for> {the toll}.", "supports"),
        ("The canal toll", "The mayor <sang the praises of> {the toll}.", "supports"),
        ("The canal toll", "The mayor <staked his post on> {the toll}.", "supports"),
        ("The canal toll", "The guild <has no quarrel with> {the toll}.", "supports"),
        ("The canal toll", "The guild <has nothing against> {a canal toll}.", "supports"),
        ("Release of the lock records", "The skippers <sued for> {release of the records}.", "supports"),
        ("The canal toll", "The skippers <vowed never to pay> {the toll}.", "opposes"),
        ("The canal toll", "The skippers <won't> {pay the toll}.", "opposes"),
        ("The canal toll", "The skippers <won't budge on> {the toll}.", "supports"),
        ("The canal toll", "The clerk <resigned> {rather than collect the toll}.", "opposes"),
        ("The canal toll", "The guild {does not favor raising the toll}.", "opposes"),
        ("The canal toll", "The port <insists> {on the canal toll}.", "supports"),
        ("The canal toll", "The mayor <was> {for the toll}.", "supports"),
        ("The canal toll", "The guild <called> {the toll a white elephant}.", "opposes"),
        ("The canal toll", "The guild <said> {the toll was out of all proportion}.", "opposes"),
        ("A waiver for small boats", "The skippers <asked> {to extend it}.", "supports"),
        ("The canal toll", "The mayor <congratulated> {the port on the toll}.", "supports"),
        ("The canal toll", "The port <reaffirmed> {the canal toll}.", "supports"),
        ("The canal toll", "The port <drafted> {the canal toll}.", "supports"),
        ("A berth for the ferry", "The guild <requested> {a berth}.", "supports"),
        ("A berth for the ferry", "The guild <applied for> {a berth}.", "supports"),
        ("The canal toll", "The council <struck out> {the canal toll}.", "opposes"),
        ("An inquiry into the lock", "The skippers <blocked the quay to force> {an inquiry}.", "supports"),
    ],
)
def test_a_deed_or_idiom_shows_the_side(judge: Judge, label: str, sentence: str, stance: Stance) -> None:
    assert judge(sentence, label).stance == stance


@pytest.mark.parametrize(
    ("label", "sentence", "never"),
    [
        ("The canal toll", "The skippers <came back to> {the question of the toll}.", "supports"),
        ("The canal toll", "The mayor <said> {the toll was as good as dead}.", "supports"),
        ("The canal toll", "The mayor <said> {the toll was “as good as dead.”}", "supports"),
        ("The canal toll", "The guild <has no quarrel with> {the toll if pensioners pay half}.", "opposes"),
        ("Release of the lock records", "The skippers <sued> {over the release of the records}.", "supports"),
        ("A judicial review of the toll", "The guild <vowed> {to take the toll to court}.", "opposes"),
        ("The canal toll", "The guild {took the mayor to court for it}.", "supports"),
        ("The canal toll", "The guild <vowed not to> {scrap the toll}.", "opposes"),
        ("The canal toll", "The guild {has taken the toll to the administrative court}.", "supports"),
        ("The night ferry", "The guild <begged> {that nothing be scrapped}.", "opposes"),
        ("The canal toll", "The port <is said to be unwilling> {to back the toll}.", "supports"),
        ("The canal toll", "The guild <regretted> {that the toll had come so late}.", "opposes"),
    ],
)
def test_what_looks_like_it_does_not(judge: Judge, label: str, sentence: str, never: Stance) -> None:
    assert judge(sentence, label).stance != never


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The guild <is said> {to oppose the canal toll}.", "opposes"),
        ("The port <is understood> {to favor the canal toll}.", "supports"),
    ],
)
def test_what_is_told_by_hearsay_keeps_its_side(judge: Judge, sentence: str, stance: Stance) -> None:
    judgement = judge(sentence, "The canal toll")
    assert (judgement.stance, judgement.status) == (stance, "hearsay")


def test_what_does_something_to_others_is_not_what_ends(judge: Judge) -> None:
    assert judge("The guild <objects> {that the ferry would kill the trade}.", "The night ferry").stance != "supports"
    assert judge("The guild <wants> {the ferry stopped}.", "The night ferry").stance == "opposes"
