"""Names of features in; a probability out: the small logistic regressions that join, link and judge spans."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]

FACTOR_SIZE = 30_000
"""Sums that a factor remembers."""


@dataclass(frozen=True, slots=True)
class Regression:
    """A trained logistic regression over features that are either there or not."""

    weights: Mapping[str, float]
    bias: float

    def logit(self, names: Iterable[str]) -> float:
        """The sum of the weights; above 0 means yes."""
        return self.bias + self.total(names)

    def total(self, names: Iterable[str]) -> float:
        """The sum of the weights without the bias."""
        # An exact sum, because the order of a set of strings differs from one process to the next.
        return math.fsum(map(self.weights.get, names, repeat(0.0)))

    def factor(self, names_of: Callable[..., Iterable[str]]) -> Callable[..., float]:
        """The sum of the weights of a group of features as a function of the values that their names are made of.

        The same values come again and again, and to make the names takes longer than to add their weights, so that
        the sums are remembered.

        Args:
            names_of: makes the names of the group from its values.
        """

        @lru_cache(maxsize=FACTOR_SIZE)
        def factor(*values: Hashable) -> float:
            return self.total(names_of(*values))

        return factor

    def probability(self, names: Iterable[str]) -> float:
        """The same between 0 and 1."""
        return sigmoid(self.logit(names))

    def to_arrays(self, name: str) -> dict[str, Array]:
        """The arrays of the weights file: names, one a line, and their weights; the bias stands at the end."""
        names = sorted(self.weights)
        values = [*(self.weights[n] for n in names), self.bias]
        return {
            f"{name}_names": np.frombuffer("\n".join(names).encode(), np.uint8),
            f"{name}_values": np.array(values, np.float32),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Array], name: str) -> Regression:
        """A regression from the arrays of the weights file."""
        names = arrays[f"{name}_names"].tobytes().decode().split("\n")
        values = arrays[f"{name}_values"].tolist()
        return cls(dict(zip(names, values[:-1], strict=False)), values[-1])


def sigmoid(logit: float) -> float:
    """A logit as a probability."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


STEPS = (0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.65, 0.75, 0.85, 0.92, 0.96, 0.98, 0.99)
"""Borders between the classes of a probability."""


def over(name: str, probability: float) -> frozenset[str]:
    """A probability as the names of all borders that it reaches."""
    return _reached(name, bisect_right(STEPS, probability))


@lru_cache(maxsize=1024)
def _reached(name: str, count: int) -> frozenset[str]:
    """The names of the first borders."""
    return frozenset(f"{name} over {border}" for border in STEPS[:count])


def bucket(number: int) -> str:
    """A length or distance as one of a few names."""
    if number < 4:
        return str(number)
    return "4-7" if number < 8 else "8-15" if number < 16 else "16-31" if number < 32 else "32+"
