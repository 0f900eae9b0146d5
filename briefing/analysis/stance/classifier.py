"""Features of a statement in; calibrated probabilities of the five stances out (a linear model, numpy alone).

The weights are made by `python -m briefing.analysis.training.stance`; `weights/stance.md` tells how and how good.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from briefing.errors import AnalysisError
from briefing.model import Stance

STANCES: tuple[Stance, ...] = ("supports", "opposes", "conditional", "mixed", "unclear")
WEIGHTS = Path(__file__).parents[1] / "weights" / "stance.npz"


@dataclass(frozen=True, slots=True)
class StanceClassifier:
    """Multinomial logistic regression over named features."""

    column: Mapping[str, int]
    weights: NDArray[np.float64]
    """One row for each stance of `STANCES`, one column for each feature."""
    caution: float
    """How many right sides one wrong side is worth: the price of a flip when a side is named."""

    def probabilities(self, features: Mapping[str, float]) -> dict[Stance, float]:
        """Probability of each stance; unknown features do not count."""
        known = [(column, value) for name, value in features.items() if (column := self.column.get(name)) is not None]
        columns, values = zip(*known, strict=True) if known else ((), ())
        scores = (np.array(values, np.float64) @ self.weights.T[list(columns)]).tolist()
        highest = max(scores)
        odds = [math.exp(score - highest) for score in scores]  # for five numbers quicker than numpy
        total = sum(odds)
        return {stance: odd / total for stance, odd in zip(STANCES, odds, strict=True)}

    def choose(self, probabilities: Mapping[Stance, float]) -> Stance:
        """The stance with the best balance: its probability, less `caution` times that of the opposite side."""
        balance = {
            **probabilities,
            "supports": probabilities["supports"] - self.caution * probabilities["opposes"],
            "opposes": probabilities["opposes"] - self.caution * probabilities["supports"],
        }
        return max(STANCES, key=lambda stance: balance[stance])

    def save(self, path: Path) -> None:
        """Write the weights, the same bytes for the same weights."""
        names = np.array(sorted(self.column, key=lambda name: self.column[name]))
        with path.open("wb") as file:
            np.savez(file, names=names, weights=self.weights.astype(np.float32), caution=np.array(self.caution))


@lru_cache(maxsize=2)
def load_classifier(path: Path = WEIGHTS) -> StanceClassifier:
    """Read the weights.

    Raises:
        AnalysisError: they are missing or damaged.
    """
    try:
        with np.load(path, allow_pickle=False) as data:
            return StanceClassifier(
                column={str(name): number for number, name in enumerate(data["names"])},
                weights=data["weights"].astype(np.float64),
                caution=float(data["caution"]),
            )
    except (OSError, ValueError, KeyError) as error:
        raise AnalysisError(f"{path}: the stance weights cannot be read ({error}); install briefing again") from error
