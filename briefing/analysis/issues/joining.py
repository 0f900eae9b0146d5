"""More issues than anybody compares, and how near their statements are, in; no more than wanted out.

The matter that most of an article is about is often found several times, by different words of it, and would take the
places of what only a few statements are about. So more issues are looked for than are wanted, and the two whose
statements are most likely about one matter, on average over the pairs, become one until there are few enough.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.issues.linkage import clusters_of
from briefing.analysis.issues.passages import Stretch


def join_nearest(issue: Sequence[int], stretches: Sequence[Stretch], fixed: int, most: int) -> tuple[int, ...]:
    """The issue of each statement after issues were joined.

    Args:
        issue: place of each statement's issue; -1 for none. The later of two issues takes the place of the earlier.
        stretches: how near the statements are to each other.
        fixed: so many first issues are a person's own and stay as they are.
        most: issues with statements at most, beside these.
    """
    left = sorted({n for n in issue if n >= fixed})
    if len(left) <= most:
        return tuple(issue)
    member = (np.array(issue)[:, None] == np.array(left)[None, :]).astype(np.float64)
    clusters = clusters_of(*_between(member, stretches), most)
    joined = {left[n]: left[cluster[0]] for cluster in clusters for n in cluster}
    return tuple(joined.get(n, n) for n in issue)


def _between(
    member: NDArray[np.float64], stretches: Sequence[Stretch]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """For each two issues the sum of the log odds over the pairs of their statements, and how many pairs there are."""
    number = member.shape[1]
    near, pairs = np.zeros((number, number)), np.zeros((number, number))
    for stretch in stretches:
        inside = member[stretch.first : stretch.first + len(stretch.near)]
        near += inside.T @ stretch.near @ inside
        pairs += np.outer(inside.sum(0), inside.sum(0))
    return near, pairs
