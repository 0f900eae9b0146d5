"""Given more issues than anybody compares and how near their statements are, these are joined."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.issues.joining import join_nearest
from briefing.analysis.issues.passages import Stretch


def near(*pairs: tuple[int, int], number: int, first: int = 0) -> Stretch:
    """Statements of which only these pairs are near."""
    matrix = np.full((number, number), -2.0)
    for one, other in pairs:
        matrix[one, other] = matrix[other, one] = 2.0
    return Stretch(first, matrix)


def test_few_enough_issues_stay_as_they_are() -> None:
    assert join_nearest([0, 1, -1, 2], [near((0, 1), number=4)], fixed=0, most=3) == (0, 1, -1, 2)


def test_the_issues_whose_statements_are_nearest_become_the_earlier_one() -> None:
    assert join_nearest([0, 1, 2], [near((1, 2), number=3)], fixed=0, most=2) == (0, 1, 1)


def test_the_mean_over_all_pairs_counts_and_not_the_nearest_pair() -> None:
    stretch = near((0, 1), (2, 4), (3, 4), number=5)
    assert join_nearest([0, 1, 0, 0, 2], [stretch], fixed=0, most=2) == (0, 1, 0, 0, 0)


def test_a_persons_own_issues_are_never_joined() -> None:
    assert join_nearest([0, 1, 2], [near((0, 1), (0, 2), number=3)], fixed=1, most=1) == (0, 1, 1)


def test_statements_without_an_issue_stay_without_one() -> None:
    assert join_nearest([0, -1, 1], [near((0, 1), (1, 2), number=3)], fixed=0, most=1) == (0, -1, 0)


def test_issues_that_are_nowhere_compared_are_joined_last() -> None:
    stretches = [near(number=2), near(number=1, first=2)]
    assert join_nearest([0, 1, 2], stretches, fixed=0, most=2) == (0, 0, 2)
    assert join_nearest([0, 1, 2], stretches, fixed=0, most=1) == (0, 0, 0)


@given(st.lists(st.integers(-1, 12), max_size=30), st.integers(0, 3), st.integers(1, 8))
def test_there_are_never_more_than_wanted(issue: list[int], fixed: int, most: int) -> None:
    found = join_nearest(issue, [near(number=len(issue))], fixed, most)
    assert len({n for n in found if n >= fixed}) <= most
    assert all((before < fixed) == (after < fixed) for before, after in zip(issue, found, strict=True))
    assert all(after == before for before, after in zip(issue, found, strict=True) if before < fixed)
