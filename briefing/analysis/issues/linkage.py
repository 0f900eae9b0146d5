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

_EQUAL = 1e-9
"""Means that differ by less are equal: sums in another order differ in their last digits."""
_FAR, _LITTLE = 1e-12, 1e-18
"""As if every two had also been compared in the least part of a pair, and found to be far from each other (a mean of
minus a million): changes no mean, but clusters that were nowhere compared become one last."""


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
    sums, pairs = sums - _FAR, pairs + _LITTLE
    mean = sums / pairs
    mean[np.arange(number)[:, None] >= np.arange(number)] = -math.inf
    members = {place: [place] for place in range(number)}
    while len(members) > 1:
        best = mean.item(mean.argmax())
        if best < near and len(members) <= most:
            break
        one, other = divmod(int((mean >= best - _EQUAL).argmax()), number)
        members[one] += members.pop(other)
        sums[one] += sums[other]
        pairs[one] += pairs[other]
        sums[:, one], pairs[:, one] = sums[one], pairs[one]
        means = sums[one] / pairs[one]
        mean[:one, one], mean[one, one + 1 :] = means[:one], means[one + 1 :]
        sums[:, other] = mean[:, other] = mean[other] = -math.inf  # and so is every mean with it from now on
    return sorted(sorted(several) for several in members.values())
