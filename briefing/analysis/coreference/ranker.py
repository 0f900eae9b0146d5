"""Vectors of candidates in, probabilities out: trained weights (`weights/coreference.npz`), or rules without them.

The trained ranker is a network with one hidden layer for each class of anaphor; it is trained by
`briefing.analysis.training.coreference` and run here with numpy alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from briefing.analysis.coreference.features import INDEX, NAMES

WEIGHTS = Path(__file__).parents[1] / "weights" / "coreference.npz"
Array = npt.NDArray[np.float64]

RULES: dict[str, float] = {
    "bias": -0.8,
    "same sentence": 0.9,
    "one sentence back": 0.7,
    "three or more back": -1.5,
    "most recent": 0.8,
    "log rank": -0.5,
    "last is subject": 0.6,
    "last is possessive": -0.2,
    "last is same pronoun": 0.9,
    "parallel role": 0.3,
    "both subjects of speech": 0.5,
    "gender agrees": 0.8,
    "is place": -1.5,
    "named": 0.2,
    "only compatible": 0.4,
    "head seen": 1.2,
    "head in name": 1.2,
    "modifier differs": -0.8,
}
"""Weights by hand: recency and grammatical role after Lappin and Leass (1994)."""


@dataclass(frozen=True, slots=True)
class Ranker:
    """Scores candidates; `layers` holds weights and biases of each class of anaphor."""

    layers: dict[str, tuple[Array, Array, Array, float]]
    thresholds: dict[str, float]

    def __call__(self, kind: str, vectors: list[list[float]]) -> Sequence[float]:
        """Probability of each candidate."""
        if kind not in self.layers:
            return rule_scores(kind, vectors)
        inner, inner_bias, outer, outer_bias = self.layers[kind]
        hidden = np.maximum(np.asarray(vectors) @ inner + inner_bias, 0.0)
        values: list[float] = (1.0 / (1.0 + np.exp(-(hidden @ outer + outer_bias)))).tolist()
        return values


def rule_scores(kind: str, vectors: list[list[float]]) -> list[float]:
    """The rules: a weighted sum through the logistic function."""
    weights = [RULES.get(name, 0.0) for name in NAMES]
    return [1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, vector, strict=True)))) for vector in vectors]


RULE_THRESHOLDS = {"person": 0.5, "it": 0.75, "they": 0.75, "nominal": 0.6}


@lru_cache(maxsize=2)
def load_ranker(path: Path = WEIGHTS) -> Ranker:
    """The trained ranker; rules if the file does not exist or belongs to other features."""
    if not path.is_file():
        return Ranker({}, RULE_THRESHOLDS)
    with np.load(path) as data:
        if list(data["features"]) != list(NAMES):
            return Ranker({}, RULE_THRESHOLDS)
        layers = {
            kind: (
                data[f"{kind}.inner"].astype(float),
                data[f"{kind}.inner_bias"].astype(float),
                data[f"{kind}.outer"].astype(float),
                float(data[f"{kind}.outer_bias"]),
            )
            for kind in data["classes"].tolist()
        }
        thresholds = dict(zip(data["classes"].tolist(), data["thresholds"].tolist(), strict=True))
    return Ranker(layers, thresholds)


def feature(name: str) -> int:
    """Column of a feature."""
    return INDEX[name]
