"""How near things are to each other in; clusters of things that belong together out.

Agglomerative clustering with average linkage (Sokal & Michener 1958): the two clusters with the best mean over all
pairs of their things become one, as long as it is good enough or there are too many. Deterministic: ties go to the
earlier.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]

_DIGITS = 9
"""Means that differ later are equal: sums in another order differ in their last digits."""
_NOWHERE = -1e30
"""The mean of two clusters of which no pair was compared: they become one last."""


def clusters_of(sums: Vector, pairs: Vector, most: int, near: float = math.inf) -> list[list[int]]:
    """Cluster by average linkage.

    Args:
        sums: for each two things how near they are, the same both ways, summed up over the pairs of their parts.
        pairs: how many pairs of parts of both were compared.
        most: clusters at most.
        near: mean that two clusters must reach to become one where there are not too many.

    Returns:
        The places of the things in each cluster, in their order.
    """
    number = len(sums)
    both = np.stack([sums, pairs], axis=2)
    gone = np.zeros(number)
    mean = np.where(np.triu(np.ones((number, number), np.bool_), 1), _means(both), -math.inf)
    members = {place: [place] for place in range(number)}
    while len(members) > 1:
        one, other = divmod(int(mean.argmax()), number)
        if mean[one, other] < near and len(members) <= most:
            break
        both[one] += both[other]
        both[:, one] = both[one]
        gone[other] = -math.inf
        means = _means(both[one]) + gone
        mean[:one, one], mean[one, one + 1 :] = means[:one], means[one + 1 :]
        mean[other] = mean[:, other] = -math.inf
        members[one] += members.pop(other)
    return sorted(sorted(several) for several in members.values())


def _means(both: Vector) -> Vector:
    """The mean of each pair of clusters.

    Args:
        both: sums and numbers of pairs, in the last axis.
    """
    sums, pairs = both[..., 0], both[..., 1]
    means: Vector = np.divide(sums, pairs, out=np.full(sums.shape, _NOWHERE), where=pairs > 0).round(_DIGITS)
    return means
