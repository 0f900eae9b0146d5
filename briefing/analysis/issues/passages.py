"""Log odds that two statements speak about one matter in; passages out: statements that belong together by them.

Passages are clusters of statements by average linkage (`linkage`). A text with many statements is cut into stretches
first, so that the work grows with its length and not with the square of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.issues.concepts import ConceptTable
from briefing.analysis.issues.linkage import clusters_of
from briefing.analysis.issues.model import IssuesModel

Vector = NDArray[np.float64]

MOST = 10
"""Passages at most in a stretch."""
NEAR = 0.4
"""Mean log odds above which two passages become one however few there are."""
STRETCH = 150
"""Statements that are compared with each other; an article of a thousand words has about fifty."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Statements of the text that follow each other, and how near they are."""

    first: int
    """Place of the first one in the table."""
    near: Vector
    """For each two of them the log odds that they speak about one matter."""


def stretches_of(
    table: ConceptTable, model: IssuesModel, salience: Vector, evidence: Vector, none: float
) -> tuple[Stretch, ...]:
    """How near the statements of the table are to each other, stretch by stretch.

    Args:
        salience: for each concept the probability that an issue is named with it.
        evidence: what speaks for each issue (column) in each statement (row), log odds.
        none: log odds that a statement must reach to belong to an issue at all.
    """
    number = len(table.statements)
    parts = [np.arange(first, min(first + STRETCH, number)) for first in range(0, number, STRETCH)]
    return tuple(Stretch(int(part[0]), model.nearness_of(table, salience, evidence, none, part)) for part in parts)


def passages_of(stretches: Iterable[Stretch]) -> tuple[tuple[int, ...], ...]:
    """The passages, each with the places of its statements in the table, in the order of the text."""
    return tuple(
        tuple(stretch.first + place for place in passage) for stretch in stretches for passage in joined(stretch.near)
    )


def joined(near: Vector) -> list[list[int]]:
    """The passages of some statements, each with their places.

    Args:
        near: for each two of them the log odds that they speak about one matter, the same both ways.
    """
    return clusters_of(near, np.ones_like(near), MOST, NEAR)
