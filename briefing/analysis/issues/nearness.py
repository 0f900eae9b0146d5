"""Statements in; features of pairs of them out, which tell whether two speak about one matter.

Mostly because of where they stand: statements of one paragraph and of neighbouring ones share their matter more often
than any words tell. What the words add is small: a telling word that both paragraphs have, rare words in both
contents, and how much less speaks for each one's issue in the other.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.issues.concepts import ConceptTable
from briefing.analysis.issues.features import Feature

Vector = NDArray[np.float64]

FEATURES = (
    "in one block", "blocks between (log)", "statements between (log)", "a heading between", "evidence lost",
    "telling word in both blocks", "a holder in common", "rare words in both contents", "a content without concepts",
)  # fmt: skip
_MOST_LOST, _MOST_RARE = 4.0, 2.0
_SCALE = 3.0
"""About the weight of a word that stands in one sentence of twenty (logarithm of the inverse share)."""
_SMOOTH = 0.5


def nearness_features(
    table: ConceptTable, salience: Vector, evidence: Vector, none: float, numbers: NDArray[np.int64]
) -> list[Feature]:
    """For each statement (row) and each other one (column) a matrix for each of `FEATURES`.

    Args:
        salience: for each concept the probability that an issue is named with it.
        evidence: what speaks for each issue (column) in each statement of the table (row), log odds.
        none: log odds that a statement must reach to belong to an issue at all.
        numbers: places of the statements in the table.
    """
    block = np.array(table.block, np.int64)[numbers]
    place = np.arange(len(numbers))
    section = np.cumsum([each.kind == "heading" for each in table.columns.blocks])[block]
    rarity = np.log((table.in_sentences.shape[1] + 1) / (table.in_sentences.sum(1) + _SMOOTH))
    content = table.in_content[:, numbers].T.astype(np.float64)
    bare = np.logical_not(content.any(1))
    return [
        block[:, None] == block[None, :],
        np.log1p(_apart(block)),
        np.log1p(_apart(place)),
        section[:, None] != section[None, :],
        _lost(evidence[numbers], none),
        _telling(table, block, salience * rarity / _SCALE),
        table.with_common_holder()[np.ix_(numbers, numbers)],
        np.minimum(content * rarity @ content.T / _SCALE, _MOST_RARE),
        bare[:, None] | bare[None, :],
    ]


def _apart(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    distance: NDArray[np.int64] = np.abs(numbers[:, None] - numbers[None, :])
    return distance


def _lost(evidence: Vector, none: float) -> Vector:
    """How much less speaks for the best issue of one statement in the other; of both ways the smaller loss."""
    if not evidence.shape[1]:
        return np.zeros((len(evidence), len(evidence)))
    best = np.column_stack([evidence, np.full(len(evidence), none)]).argmax(1)
    own = np.minimum(best, evidence.shape[1] - 1)
    lost = evidence.max(1)[:, None] - evidence[:, own]
    smaller: Vector = np.minimum(np.minimum(lost, lost.T), _MOST_LOST)
    return smaller


def _telling(table: ConceptTable, block: NDArray[np.int64], weight: Vector) -> Vector:
    """The weight of the most telling concept that two statements' blocks have in common."""
    several = sorted(set(block.tolist()))
    place = np.searchsorted(several, block)
    words = table.in_blocks[:, several]
    best_first = np.argsort(-weight, kind="stable")
    best_first = best_first[np.isin(best_first, words.any(1).nonzero()[0])]
    words = np.ascontiguousarray(words[best_first].T)
    shared = words[:, None, :] & words[None, :, :]
    if not shared.size:
        return np.zeros((len(place), len(place)))
    telling: Vector = np.where(shared.any(2), weight[best_first][shared.argmax(2)], 0.0)
    return telling[np.ix_(place, place)]
