"""Given something wanted, planned or threatened that the label does not name, the side it shows; minimal pairs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.analysis.layers import Judgement
from briefing.model import Stance

Judge = Callable[[str, str], Judgement]


@pytest.mark.parametrize(
    ("label", "sentence", "stance"),
    [
        ("The canal toll", "The guild <asked for> {more time}.", "opposes"),
        ("A delay of the canal toll", "The guild <asked for> {more time}.", "supports"),
        ("The canal toll", "The guild <urged> {patience}.", "opposes"),
        ("The lock keepers' strike", "The mayor <ordered> {everyone back by noon}.", "opposes"),
        ("The lock keepers' strike", "The mayor <appealed to them> {to return to their posts}.", "opposes"),
        ("The canal toll", "The guild <plans> {a demonstration on Friday}.", "opposes"),
        ("A demonstration against the toll", "The guild <plans> {a demonstration on Friday}.", "supports"),
        ("The canal toll", "The guild <voted> {to ask for a judicial review}.", "opposes"),
    ],
)
def test_what_is_wanted_beside_the_matter(judge: Judge, label: str, sentence: str, stance: Stance) -> None:
    assert judge(sentence, label).stance == stance


@pytest.mark.parametrize(
    ("label", "sentence", "stance"),
    [
        ("The canal toll", "The guild <voted> {to object}.", "opposes"),
        ("The canal toll", "The guild <vowed> {to challenge the toll in court}.", "opposes"),
        ("The mayor's departure", "The guild <vowed> {to oppose it}.", "opposes"),
        ("The mayor's departure", "The guild <wants> {the mayor gone}.", "supports"),
        ("The loss of 90 jobs", "The guild <called a strike against> {the 90 job cuts}.", "opposes"),
        ("An exemption for small boats", "The guild <wanted> {no exceptions}.", "opposes"),
        ("An exemption for small boats", "The guild <wanted> {an exception}.", "supports"),
        ("Closing two locks", "The mayor <promised> {that no lock would close}.", "opposes"),
        ("The canal toll", "The guild <prefers> {a tax on fuel to a canal toll}.", "opposes"),
        ("The canal toll", "The guild <prefers> {a canal toll to a tax on fuel}.", "supports"),
        ("The night ferry", "The council <voted to forbid> {the night ferry}.", "opposes"),
        ("The night ferry", "The guild <has sued to stop> {the night ferry}.", "opposes"),
        ("The night ferry", "The guild <tabled a motion to halve> {it}.", "opposes"),
    ],
)
def test_the_direction_to_the_label(judge: Judge, label: str, sentence: str, stance: Stance) -> None:
    assert judge(sentence, label).stance == stance


@pytest.mark.parametrize(
    ("label", "sentence", "never"),
    [
        ("Data on shipping", "The guild <wants> {loss data}.", "opposes"),
        ("The canal toll", "The council <plans to> {close the lock}.", "supports"),
        ("The canal toll", "The clerk <threatened> {to resign over the toll}.", "supports"),
        ("The emergency powers", "The guild <urged the council> {to let the powers expire}.", "supports"),
        ("Closing the lock", "The guild <asked> {for the gates to be opened}.", "supports"),
        ("Closing the lock", "The guild <begged> {the council not to close it}.", "supports"),
    ],
)
def test_what_looks_like_that_direction(judge: Judge, label: str, sentence: str, never: Stance) -> None:
    assert judge(sentence, label).stance != never
