"""Features in; probabilities and scores out: the linear models of this step, and the file that holds their weights.

They are made by `python -m briefing.analysis.training.issues`; `weights/issues.md` tells how and how good.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from briefing.analysis.issues import evidence, kinship, nearness, salience
from briefing.analysis.issues.concepts import ConceptTable
from briefing.analysis.issues.features import scores_of
from briefing.errors import AnalysisError

WEIGHTS = Path(__file__).parents[1] / "weights" / "issues.npz"

NAME = 0.9
"""What a concept loses that the article only uses in names of places and bodies: an actor is no issue."""

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class IssuesModel:
    """Which concepts name issues, which belong together, which statement belongs where, which phrase is a label."""

    salience: Vector
    """One weight for each feature of `salience.FEATURES`, and the constant."""
    words: Mapping[str, float]
    """What a stem adds, whatever the article."""
    kinship: Vector
    """One weight for each feature of `kinship.FEATURES`, and the constant."""

    evidence: Vector
    """One weight for each feature of `evidence.FEATURES`, and the constant."""
    naming: Vector
    """One weight for each feature of `naming.FEATURES`, and the constant."""
    nearness: Vector
    """One weight for each feature of `nearness.FEATURES`, and the constant."""
    passage_naming: Vector
    """One weight for each feature of `passage_names.FEATURES`, and the constant."""

    def salience_of(self, doc: Doc, table: ConceptTable) -> Vector:
        """For each concept the probability that an issue is named with it."""
        features = salience.features_of(doc, table)
        own = np.array([self.words.get(key, 0.0) for key in table.stems])
        probability = sigmoid(features @ self.salience[:-1] + self.salience[-1] + own)
        return probability * (1.0 - NAME * salience.share_as_name(features))

    def kinship_of(self, table: ConceptTable, rows: list[int]) -> Vector:
        """For each concept in `rows`, the log odds that it belongs to one issue with each concept of the table."""
        return scores_of(kinship.kinship_features(table, rows), self.kinship)

    def evidence_of(self, table: ConceptTable, founders: tuple[int, ...], weight: Vector, kinship: Vector) -> Vector:
        """For each statement (row) the log odds that it belongs to each issue (column)."""
        return scores_of(evidence.evidence_features(table, founders, weight, kinship), self.evidence)

    def nearness_of(
        self, table: ConceptTable, salience: Vector, evidence: Vector, none: float, numbers: NDArray[np.int64]
    ) -> Vector:
        """For each two of some statements of the table the log odds that they speak about one matter.

        The arguments are those of `nearness.nearness_features`.
        """
        return scores_of(nearness.nearness_features(table, salience, evidence, none, numbers), self.nearness)

    def save(self, path: Path) -> None:
        """Write the weights, the same bytes for the same weights."""
        words = sorted(self.words)
        with path.open("wb") as file:
            np.savez(
                file,
                salience=self.salience.astype(np.float32),
                kinship=self.kinship.astype(np.float32),
                evidence=self.evidence.astype(np.float32),
                naming=self.naming.astype(np.float32),
                nearness=self.nearness.astype(np.float32),
                passage_naming=self.passage_naming.astype(np.float32),
                words=np.array("\n".join(words)),
                word_weights=np.array([self.words[word] for word in words], np.float32),
            )


@lru_cache(maxsize=2)
def load_model(path: Path = WEIGHTS) -> IssuesModel:
    """Read the weights.

    Raises:
        AnalysisError: they are missing or damaged.
    """
    try:
        with np.load(path, allow_pickle=False) as data:
            return IssuesModel(
                salience=data["salience"].astype(np.float64),
                words=dict(zip(str(data["words"]).split("\n"), data["word_weights"].tolist(), strict=True)),
                kinship=data["kinship"].astype(np.float64),
                evidence=data["evidence"].astype(np.float64),
                naming=data["naming"].astype(np.float64),
                nearness=data["nearness"].astype(np.float64),
                passage_naming=data["passage_naming"].astype(np.float64),
            )
    except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
        raise AnalysisError(
            f"{path}: the weights of the issues cannot be read ({error}); install briefing again"
        ) from error


def sigmoid(values: Vector) -> Vector:
    """The logistic function."""
    result: Vector = 1.0 / (1.0 + np.exp(-values))
    return result
