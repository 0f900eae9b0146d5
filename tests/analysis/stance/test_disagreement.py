"""Given what one holder says on one issue, these sides are in doubt."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.stance.disagreement import EXPLICIT, doubtful_sides
from briefing.analysis.stance.siblings import Place
from briefing.model import Stance

STANCES: tuple[Stance, ...] = ("supports", "opposes", "conditional", "mixed", "unclear")


def at(*cells: tuple[str, str]) -> Place:
    return Place(own=frozenset(cells), allied=frozenset())


TOLL = ("mayor", "toll")
FAINT, SURE = 0.6, 0.8


def test_the_fainter_of_two_sides_is_in_doubt() -> None:
    assert doubtful_sides([at(TOLL), at(TOLL)], ["supports", "opposes"], [FAINT, SURE]) == {0}


def test_two_statements_weigh_more_than_one_that_is_as_sure() -> None:
    places, stances = [at(TOLL)] * 3, ["opposes", "supports", "opposes"]
    assert doubtful_sides(places, stances, [FAINT, FAINT, FAINT]) == {1}  # type: ignore[arg-type]


def test_both_sides_stand_where_both_are_explicit() -> None:
    assert not doubtful_sides([at(TOLL), at(TOLL)], ["supports", "opposes"], [EXPLICIT, 0.95])


def test_other_holders_and_other_issues_contradict_nobody() -> None:
    places = [at(TOLL), at(("council", "toll")), at(("mayor", "bridge"))]
    assert not doubtful_sides(places, ["supports", "opposes", "opposes"], [SURE, SURE, SURE])


def test_what_is_not_held_today_contradicts_nothing() -> None:
    assert not doubtful_sides([at(TOLL), at()], ["supports", "opposes"], [SURE, SURE])


def test_only_the_two_sides_contradict_each_other() -> None:
    assert not doubtful_sides([at(TOLL)] * 3, ["supports", "conditional", "unclear"], [FAINT, SURE, SURE])


def test_a_statement_of_two_holders_gives_way_to_the_words_of_one() -> None:
    both = at(TOLL, ("council", "toll"))
    assert doubtful_sides([both, at(TOLL)], ["supports", "opposes"], [FAINT, SURE]) == {0}


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(STANCES), st.floats(0.01, EXPLICIT - 0.01))))
def test_afterwards_no_holder_is_on_both_sides(told: list[tuple[str, Stance, float]]) -> None:
    places = [at((holder, "toll")) for holder, _, _ in told]
    doubtful = doubtful_sides(places, [stance for _, stance, _ in told], [c for _, _, c in told])
    for holder in "ab":
        left = {stance for n, (who, stance, _) in enumerate(told) if who == holder and n not in doubtful}
        assert not {"supports", "opposes"} <= left
    assert all(told[n][1] in {"supports", "opposes"} for n in doubtful)
