"""Log odds that two statements speak about one matter in; passages out: statements that belong together by them.

Agglomerative clustering with average linkage (Sokal & Michener 1958): the two passages with the best mean become one,
as long as it is good enough or there are too many. A text with many statements is cut into stretches first, so that
the work grows with its length and not with the square of it. Deterministic: ties go to the earlier.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.issues.concepts import ConceptTable
from briefing.analysis.issues.model import IssuesModel

Vector = NDArray[np.float64]

MOST = 10
"""Passages at most in a stretch."""
NEAR = 0.4
"""Mean log odds above which two passages become one however few there are."""
STRETCH = 150
"""Statements that are compared with each other; an article of a thousand words has about fifty."""


def passages_of(
    table: ConceptTable, model: IssuesModel, salience: Vector, evidence: Vector, none: float
) -> tuple[tuple[int, ...], ...]:
    """The passages, each with the places of its statements in the table, in the order of the text.

    Args:
        salience: for each concept the probability that an issue is named with it.
        evidence: what speaks for each issue (column) in each statement (row), log odds.
        none: log odds that a statement must reach to belong to an issue at all.
    """
    number = len(table.statements)
    found: list[tuple[int, ...]] = []
    for first in range(0, number, STRETCH):
        numbers = np.arange(first, min(first + STRETCH, number))
        together = model.nearness_of(table, salience, evidence, none, numbers)
        found += [tuple(first + place for place in passage) for passage in joined(together)]
    return tuple(found)


def joined(together: Vector, most: int = MOST, near: float = NEAR) -> list[list[int]]:
    """Cluster by average linkage.

    Args:
        together: log odds that two things belong together, the same both ways.
        most: clusters at most.
        near: mean log odds that two clusters must reach to become one where there are not too many.
    """
    sums = together.astype(np.float64).copy()
    members = [[place] for place in range(len(together))]
    alive = list(range(len(together)))
    while len(alive) > 1:
        sizes = np.array([len(members[place]) for place in alive])
        mean = sums[np.ix_(alive, alive)] / np.outer(sizes, sizes)
        np.fill_diagonal(mean, -np.inf)
        one, other = sorted(alive[n] for n in divmod(int(mean.argmax()), len(alive)))
        if mean.max() < near and len(alive) <= most:
            break
        sums[one] += sums[other]
        sums[:, one] += sums[:, other]
        members[one] += members[other]
        alive.remove(other)
    return sorted(sorted(members[place]) for place in alive)
