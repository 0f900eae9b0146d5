"""Named features in; probabilities of a few classes out: multinomial logistic regression with numpy alone.

The weights are made by `briefing.analysis.training` and read from a file of plain arrays.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from briefing.errors import AnalysisError

Class = TypeVar("Class", bound=str)


@dataclass(frozen=True, slots=True)
class LinearClassifier(Generic[Class]):
    """Multinomial logistic regression over named features."""

    classes: tuple[Class, ...]
    column: Mapping[str, int]
    weights: NDArray[np.float64]
    """One row for each class, one column for each feature."""

    def probabilities(self, features: Mapping[str, float]) -> dict[Class, float]:
        """Probability of each class; unknown features do not count."""
        places = list(map(self.column.get, features))
        columns = [place for place in places if place is not None]
        values = [value for place, value in zip(places, features.values(), strict=True) if place is not None]
        scores = self.weights.take(columns, axis=1).dot(values).tolist()
        highest = max(scores)
        odds = [math.exp(score - highest) for score in scores]  # for a handful of numbers quicker than numpy
        total = sum(odds)
        return {name: odd / total for name, odd in zip(self.classes, odds, strict=True)}

    def reasons(self, features: Mapping[str, float], wanted: Class, instead: Class) -> list[str]:
        """The features that speak for one class instead of another, the strongest first."""
        difference = self.weights[self.classes.index(wanted)] - self.weights[self.classes.index(instead)]
        known = [(self.column[name], value, name) for name, value in features.items() if name in self.column]
        strengths = [(difference[column] * value, name) for column, value, name in known]
        return [name for strength, name in sorted(strengths, reverse=True) if strength > 0]

    def save(self, path: Path, number: float) -> None:
        """Write the weights and the number that the choice depends on, the same bytes for the same weights."""
        names = np.array(sorted(self.column, key=lambda name: self.column[name]))
        with path.open("wb") as file:
            np.savez(file, names=names, weights=self.weights.astype(np.float32), number=np.array(number))


def load_linear(path: Path, classes: tuple[Class, ...]) -> tuple[LinearClassifier[Class], float]:
    """Read the weights, and the number that was saved beside them.

    Raises:
        AnalysisError: the file is missing or damaged.
    """
    try:
        with np.load(path, allow_pickle=False) as data:
            column = {str(name): place for place, name in enumerate(data["names"])}
            weights, number = data["weights"].astype(np.float64), float(data["number"])
        if weights.shape != (len(classes), len(column)):
            raise ValueError(f"{weights.shape} weights for {len(classes)} classes and {len(column)} features")
        return LinearClassifier(classes, column, weights), number
    except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
        raise AnalysisError(f"{path}: the weights cannot be read ({error}); install briefing again") from error
