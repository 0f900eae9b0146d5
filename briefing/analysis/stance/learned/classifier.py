"""Features of a statement in; calibrated probabilities of the five stances out, and the one that is named.

The weights are made by `python -m briefing.analysis.training.stance`; `weights/stance.md` tells how and how good.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from briefing.analysis.stance.learned.linear import LinearClassifier, load_linear
from briefing.model import Stance

STANCES: tuple[Stance, ...] = ("supports", "opposes", "conditional", "mixed", "unclear")
WEIGHTS = Path(__file__).parents[2] / "weights" / "stance.npz"
LEAST_MIXED = 0.4
"""A statement is called mixed from this probability on: it is rare, and must not win because both sides lose."""
LEAST_CONDITIONAL = 0.25
"""The same for conditional: where the sides cancel each other out the words are unclear, and set no condition."""


@dataclass(frozen=True, slots=True)
class StanceClassifier:
    """A linear model, and the caution with which a side is named."""

    model: LinearClassifier[Stance]
    caution: float
    """How many right sides one wrong side is worth: the price of a flip when a side is named."""

    def probabilities(self, features: Mapping[str, float]) -> dict[Stance, float]:
        """Probability of each stance; unknown features do not count."""
        return self.model.probabilities(features)

    def choose(self, probabilities: Mapping[Stance, float]) -> Stance:
        """The stance with the best balance."""
        return choose(probabilities, self.caution)

    def save(self, path: Path) -> None:
        """Write the weights, the same bytes for the same weights."""
        self.model.save(path, self.caution)


def choose(probabilities: Mapping[Stance, float], caution: float) -> Stance:
    """The stance with the best balance: its probability, less `caution` times that of the opposite side."""
    balance = {
        **probabilities,
        "supports": probabilities["supports"] - caution * probabilities["opposes"],
        "opposes": probabilities["opposes"] - caution * probabilities["supports"],
        "mixed": probabilities["mixed"] if probabilities["mixed"] >= LEAST_MIXED else -1.0,
    }
    best = max(STANCES, key=lambda stance: balance[stance])
    if best == "conditional" and probabilities[best] < LEAST_CONDITIONAL:
        return "unclear"
    return best


@lru_cache(maxsize=2)
def load_classifier(path: Path = WEIGHTS) -> StanceClassifier:
    """Read the weights.

    Raises:
        AnalysisError: they are missing or damaged.
    """
    return StanceClassifier(*load_linear(path, STANCES))
