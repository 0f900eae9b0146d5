"""Given how near things are to each other, which belong together."""

from __future__ import annotations

from itertools import combinations
from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from briefing.analysis.issues.linkage import clusters_of

NEAR = 0.4


def clusters(together: NDArray[np.float64], most: int = 10) -> list[list[int]]:
    """The clusters of things each two of which were compared once."""
    return clusters_of(together, np.ones_like(together), most, NEAR)


@given(st.integers(2, 9), st.integers(1, 4), st.randoms(use_true_random=False))
def test_the_next_to_become_one_are_the_two_with_the_best_mean(size: int, most: int, random: Random) -> None:
    together = np.array([[float(random.randrange(-8, 8)) for _ in range(size)] for _ in range(size)])
    together += together.T
    expected = [[place] for place in range(size)]
    while len(expected) > 1:
        pairs = list(combinations(range(len(expected)), 2))
        means = [together[np.ix_(expected[one], expected[other])].mean().round(9) for one, other in pairs]
        one, other = pairs[int(np.argmax(means))]
        if max(means) < NEAR and len(expected) <= most:
            break
        expected[one] = sorted(expected[one] + expected.pop(other))
    assert clusters(together, most) == sorted(expected)


def test_two_groups_that_hang_together_are_two_clusters() -> None:
    together = np.full((5, 5), -2.0)
    together[:3, :3] = together[3:, 3:] = 2.0
    assert clusters(together) == [[0, 1, 2], [3, 4]]


def test_there_are_never_too_many_clusters() -> None:
    assert len(clusters(np.full((6, 6), -5.0), most=4)) == 4


@given(st.integers(0, 12), st.integers(1, 6), st.randoms(use_true_random=False))
def test_everything_is_in_one_cluster(number: int, most: int, random: np.random.RandomState) -> None:
    together = np.array([[random.uniform(-3, 3) for _ in range(number)] for _ in range(number)]).reshape(number, number)
    found = clusters((together + together.T) / 2, most)
    assert sorted(place for cluster in found for place in cluster) == list(range(number))
    assert len(found) <= most
    assert found == sorted(found)


def test_the_mean_over_all_pairs_of_parts_counts() -> None:
    sums, pairs = np.zeros((3, 3)), np.ones((3, 3))
    sums[0, 1] = sums[1, 0] = 6.0
    pairs[0, 1] = pairs[1, 0] = 6.0
    sums[1, 2] = sums[2, 1] = 2.0
    assert clusters_of(sums, pairs, most=2) == [[0], [1, 2]]


def test_means_that_differ_only_by_rounding_are_equal() -> None:
    sums = np.array([[0.0, 0.3, -1.0], [0.3, 0.0, 0.1 + 0.2], [-1.0, 0.1 + 0.2, 0.0]])
    assert sums[1, 2] > sums[0, 1]
    assert clusters_of(sums, np.ones((3, 3)), most=2) == [[0, 1], [2]]


def test_what_was_never_compared_is_joined_last() -> None:
    sums, pairs = np.full((3, 3), -9.0), np.ones((3, 3))
    pairs[0, 1] = pairs[1, 0] = pairs[0, 2] = pairs[2, 0] = 0
    assert clusters_of(sums, pairs, most=2) == [[0], [1, 2]]
    assert clusters_of(sums, pairs, most=1) == [[0, 1, 2]]
