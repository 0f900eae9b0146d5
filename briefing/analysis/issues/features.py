"""Features of pairs, one matrix each, in; the score of each pair, or all features of each pair in one array, out.

A matrix may have one row or one column only, if its feature depends on one of the two alone. The scores are summed up
matrix by matrix: pairs with the same features then have the same score to the last digit, wherever they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Feature = NDArray[Any]


def scores_of(features: Sequence[Feature], weights: Vector) -> Vector:
    """The sum of the features of each pair, each with its weight.

    Args:
        weights: one for each feature, and the constant.
    """
    *factors, constant = weights.tolist()
    scores: Vector = np.array(constant)
    for feature, factor in zip(features, factors, strict=True):
        scores = scores + feature * factor
    return scores


def stacked(features: Sequence[Feature]) -> Vector:
    """The features of each pair behind each other (last axis)."""
    return np.stack([np.asarray(feature, np.float64) for feature in np.broadcast_arrays(*features)], axis=-1)
