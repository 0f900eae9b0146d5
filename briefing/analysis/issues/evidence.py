"""A table of concepts and the concepts that stand for each issue in; what speaks for each issue in each statement out.

The words of an issue are looked for in the content, its sentence, the sentence before, the block, the block before and
the heading above; the other words of the content count by how often they keep company with the issue's founder.
"""

from __future__ import annotations

from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.issues.concepts import ConceptTable, Matrix
from briefing.analysis.issues.features import Feature

Vector = NDArray[np.float64]

FEATURES = (
    "in the content", "in the sentence", "in the sentence before", "in the block", "in the block before",
    "in the heading above", "company of the content", "best company of the content", "company of the sentence",
    "near a statement that names it", "nearest such statement is before", "share of statements", "main issue",
    "named by the same holder", "content without concepts", "founder in the content",
)  # fmt: skip
NAMED = 0.3
"""A concept that stands for an issue so much names it."""
_KIN = 3.0
"""Log odds of kinship that count at most, and at least."""


def evidence_features(table: ConceptTable, founders: tuple[int, ...], weight: Vector, kinship: Vector) -> list[Feature]:
    """For each statement (row) and each issue (column) a matrix for each of `FEATURES`.

    Args:
        weight: how much each concept (row) stands for each issue (column), 0 to 1.
        kinship: log odds that each concept (row) is kin to the founder of each issue (column).
    """
    block = np.array(table.block, np.int64)
    above, before = _blocks_around(table)
    issues = len(founders)
    company = np.minimum(np.maximum(kinship, -_KIN), _KIN)
    best = _best(
        [table.in_content, table.in_sentence, table.in_before, table.in_blocks], np.concatenate([weight, company], 1)
    )
    in_content, in_sentence, in_before, in_blocks = (np.maximum(values[:, :issues], 0.0) for values in best)
    in_blocks = np.concatenate([in_blocks, np.zeros((1, issues))])
    named: Matrix = np.asarray(in_content >= NAMED)
    near, earlier = _nearest(named)
    return [
        in_content,
        in_sentence,
        in_before,
        in_blocks[block],
        in_blocks[before[block]],
        in_blocks[above[block]],
        _mean(table.in_content, company),
        best[0][:, issues:],
        _mean(table.in_sentence, company),
        near,
        earlier,
        named.mean(0)[None, :],
        np.arange(issues)[None, :] == 0,
        _same_holder(table, named),
        np.logical_not(table.in_content.any(0, keepdims=True)).T,
        table.in_content[list(founders)].T,
    ]


def _best(areas: list[Matrix], weight: Vector) -> list[Vector]:
    """For each kind of area and each column of the weights the greatest weight of the concepts in each area.

    Args:
        areas: whether each concept (row) stands in each area (column) of a kind.
        weight: no less than `-_KIN`, which stands for areas without a concept.
    """
    inside = np.concatenate([kind.T for kind in areas])
    found = np.full((len(inside), weight.shape[1]), -_KIN)
    area, concept = inside.nonzero()
    if len(area):
        first = np.concatenate([[0], np.flatnonzero(area[1:] != area[:-1]) + 1])
        found[area[first]] = np.maximum.reduceat(weight[concept], first)
    ends = list(accumulate(kind.shape[1] for kind in areas))
    return [found[end - kind.shape[1] : end] for kind, end in zip(areas, ends, strict=True)]


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


def _nearest(named: Matrix) -> tuple[Vector, Matrix]:
    """How near the nearest other statement is that names an issue (1 / distance), and whether one before is as near."""
    back, ahead = _since(named), _since(named[::-1])[::-1]
    near = np.minimum(back, ahead)
    return 1.0 / near, (back <= near) & (near < np.inf)


def _since(named: Matrix) -> Vector:
    """How many statements before the nearest earlier one is that names an issue."""
    place = np.arange(len(named), dtype=np.float64)[:, None]
    last = np.full(named.shape, -np.inf)
    last[1:] = np.maximum.accumulate(np.where(named, place, -np.inf))[:-1]
    since: Vector = place - last
    return since


def _same_holder(table: ConceptTable, named: Matrix) -> Vector:
    """The share of the other statements of the holder that name an issue."""
    same = table.with_common_holder().astype(np.float64)
    np.fill_diagonal(same, 0.0)
    share: Vector = same @ named / np.maximum(same.sum(1), 1.0)[:, None]
    return share
