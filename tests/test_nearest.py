"""A slip in a name finds the name that was meant, in the same way wherever names are asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.nearest import MOST_NAMED, hint, nearest_name


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("theem", "theme"),
        ("Durte", "Helena Duarte"),
        ("duarte", "Helena Duarte"),
        ("next-stakholder", "next-stakeholder"),
        ("zzz", None),
        ("report", None),
    ],
)
def test_a_slip_is_near_and_another_word_is_not(slip: str, meant: str | None) -> None:
    assert nearest_name(slip, ["theme", "Helena Duarte", "next-stakeholder", "model"]) == meant


def test_a_hint_names_the_nearest_or_all_where_they_are_few() -> None:
    assert hint("Durte", ["Helena Duarte", "Chile"]) == "; did you mean 'Helena Duarte'?"
    assert hint("zzz", ["Helena Duarte", "Chile"]) == "; choose one of Chile, Helena Duarte"
    assert hint("zzz", []) == ""
    assert hint("zzz", [f"name {number}" for number in range(MOST_NAMED + 1)]) == ""


@given(st.text(max_size=20), st.lists(st.text(max_size=20), max_size=10))
def test_what_is_named_is_always_one_of_the_known(name: str, known: list[str]) -> None:
    assert nearest_name(name, known) in {None, *known}
