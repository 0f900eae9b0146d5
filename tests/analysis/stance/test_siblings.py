"""Given what single statements say, what they say beside the holder's and its allies' other statements."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.stance.siblings import Place, draw_together
from briefing.model import Stance

CLEAR: dict[Stance, float] = {"supports": 0.9, "opposes": 0.02, "conditional": 0.02, "mixed": 0.02, "unclear": 0.04}
FAINT: dict[Stance, float] = {"supports": 0.3, "opposes": 0.35, "conditional": 0.05, "mixed": 0.05, "unclear": 0.25}


def place(holder: str, affiliation: str, issue: str = "toll") -> Place:
    return Place(frozenset({(holder, issue)}), frozenset({(affiliation, issue)}))


def test_a_clear_statement_decides_a_faint_one_of_the_same_holder() -> None:
    _, faint = draw_together([place("ana", "ana"), place("ana", "ana")], [CLEAR, FAINT])
    assert faint["supports"] > FAINT["opposes"] > faint["opposes"]
    assert faint["unclear"] == FAINT["unclear"]


def test_one_other_statement_however_clear_does_not_decide_between_sides_far_apart() -> None:
    sure: dict[Stance, float] = {"supports": 1.0, "opposes": 0.0, "conditional": 0.0, "mixed": 0.0, "unclear": 0.0}
    doubtful: dict[Stance, float] = {
        "supports": 0.1, "opposes": 0.45, "conditional": 0.05, "mixed": 0.05, "unclear": 0.35,
    }  # fmt: skip
    _, one = draw_together([place("ana", "ana")] * 2, [sure, doubtful])
    *_, three = draw_together([place("ana", "ana")] * 4, [sure, sure, sure, doubtful])
    assert one["supports"] < one["opposes"]
    assert three["supports"] > three["opposes"]


def test_an_ally_counts_less_than_the_holder_and_a_stranger_not_at_all() -> None:
    def faint_beside(other: Place) -> float:
        return draw_together([other, place("ana", "port")], [CLEAR, FAINT])[1]["supports"]

    own, ally = faint_beside(place("ana", "port")), faint_beside(place("ben", "port"))
    assert own > ally > FAINT["supports"]
    assert faint_beside(place("cem", "union")) == FAINT["supports"]
    assert faint_beside(place("ana", "port", "quota")) == FAINT["supports"]


def test_what_no_word_ties_to_the_issue_is_drawn_less_far() -> None:
    loose = replace(place("ana", "ana"), anchored=False)
    _, tied = draw_together([place("ana", "ana")] * 2, [CLEAR, FAINT])
    _, untied = draw_together([place("ana", "ana"), loose], [CLEAR, FAINT])
    assert FAINT["supports"] < untied["supports"] < tied["supports"]


def test_a_side_that_the_own_words_make_likely_is_left_open_but_never_turned_round() -> None:
    own: dict[Stance, float] = {"supports": 0.2, "opposes": 0.6, "conditional": 0.05, "mixed": 0.05, "unclear": 0.1}
    *_, drawn = draw_together([place("ana", "ana")] * 3, [CLEAR, CLEAR, own])
    assert drawn["supports"] == drawn["opposes"] == pytest.approx(0.4)


rows = st.lists(st.floats(0.01, 1), min_size=5, max_size=5).map(
    lambda parts: dict(
        zip(("supports", "opposes", "conditional", "mixed", "unclear"), (p / sum(parts) for p in parts), strict=True)
    )
)


@given(st.lists(st.tuples(st.sampled_from("ab"), rows), max_size=8))
def test_probabilities_stay_probabilities(statements: list[tuple[str, dict[Stance, float]]]) -> None:
    drawn = draw_together([place(holder, "all") for holder, _ in statements], [row for _, row in statements])
    for row in drawn:
        assert sum(row.values()) == pytest.approx(1)
        assert all(0 <= value <= 1 for value in row.values())
