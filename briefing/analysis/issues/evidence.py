"""A table of concepts and the concepts that stand for each issue in; what speaks for each issue in each statement out.

The words of an issue are looked for in the content, its sentence, the sentence before, the block, the block before and
the heading above; the other words of the content count by how often they keep company with the issue's founder.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.issues.concepts import ConceptTable, Matrix

Vector = NDArray[np.float64]

FEATURES = (
    "in the content", "in the sentence", "in the sentence before", "in the block", "in the block before",
    "in the heading above", "company of the content", "best company of the content", "company of the sentence",
    "near a statement that names it", "nearest such statement is before", "share of statements", "main issue",
    "named by the same holder", "content without concepts", "founder in the content",
)  # fmt: skip
NAMED = 0.3
"""A concept that stands for an issue so much names it."""


def evidence_features(table: ConceptTable, founders: tuple[int, ...], weight: Vector, kinship: Vector) -> Vector:
    """For each statement (first axis) and each issue (second), one value for each of `FEATURES`.

    Args:
        weight: how much each concept (row) stands for each issue (column), 0 to 1.
        kinship: log odds that each concept (row) is kin to the founder of each issue (column).
    """
    block = np.array(table.block, np.int64)
    above, before = _blocks_around(table)
    shape = (len(table.statements), len(founders))
    in_content = _best(table.in_content, weight)
    in_blocks = np.vstack([_best(table.in_blocks, weight), np.zeros((1, shape[1]))])
    company = np.clip(kinship, -3.0, 3.0)
    named: Matrix = np.asarray(in_content >= NAMED)
    near, earlier = _nearest(named)
    main = np.zeros(shape)
    main[:, :1] = 1.0
    columns = [
        in_content,
        _best(table.in_sentence, weight),
        _best(table.in_before, weight),
        in_blocks[block],
        in_blocks[before[block]],
        in_blocks[above[block]],
        _mean(table.in_content, company),
        _best(table.in_content, company, -3.0),
        _mean(table.in_sentence, company),
        near,
        earlier,
        np.tile(named.mean(0), (shape[0], 1)),
        main,
        _same_holder(table, named),
        np.tile(1.0 - np.max(table.in_content, 0, initial=False)[:, None], (1, shape[1])),
        table.in_content[list(founders)].T,
    ]
    return np.stack([np.asarray(column, np.float64) for column in columns], axis=2)


def _best(matrix: Matrix, weight: Vector, lowest: float = 0.0) -> Vector:
    """For each column of the matrix and each issue the greatest weight of its concepts."""
    found: Vector = np.full((matrix.shape[1], weight.shape[1]), lowest)
    column, concept = np.nonzero(matrix.T)
    if len(column):
        first = np.flatnonzero(np.diff(column, prepend=-1))
        found[column[first]] = np.maximum(np.maximum.reduceat(weight[concept], first), lowest)
    return found


def _mean(matrix: Matrix, weight: Vector) -> Vector:
    """The same with the mean; 0 where there is no concept."""
    numbers = matrix.astype(np.float64)
    mean: Vector = numbers.T @ weight / np.maximum(numbers.sum(0), 1.0)[:, None]
    return mean


def _blocks_around(table: ConceptTable) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each block the heading above it (not the title) and the block before it; the last number stands for none."""
    blocks = table.columns.blocks
    none = len(blocks)
    above, before, heading = [], [], none
    for number, block in enumerate(blocks):
        if block.kind == "heading":
            heading = number if number else none
        above.append(heading)
        before.append(number - 1 if number and blocks[number - 1].kind != "heading" else none)
    return np.array([*above, none], np.int64), np.array([*before, none], np.int64)


def _nearest(named: Matrix) -> tuple[Vector, Vector]:
    """How near the nearest other statement is that names an issue (1 / distance), and whether one before is as near."""
    number = len(named)
    place = np.arange(number)
    distance = np.abs(place[:, None] - place[None, :]).astype(np.float64)
    np.fill_diagonal(distance, np.inf)
    other = np.where(named[None, :, :], distance[:, :, None], np.inf)
    earlier = np.where((place[:, None] > place[None, :])[:, :, None], other, np.inf)
    near, back = other.min(1, initial=np.inf), earlier.min(1, initial=np.inf)
    return 1.0 / near, ((near < np.inf) & (back <= near)).astype(np.float64)


def _same_holder(table: ConceptTable, named: Matrix) -> Vector:
    """The share of the other statements of the holder that name an issue."""
    same = table.with_common_holder().astype(np.float64)
    np.fill_diagonal(same, 0.0)
    share: Vector = same @ named / np.maximum(same.sum(1), 1.0)[:, None]
    return share
