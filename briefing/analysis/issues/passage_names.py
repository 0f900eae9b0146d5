"""A passage and the labels that there are in; what the passage is about out: one of them, or a new label.

A passage has no founder, as the issues of `grouping` have: its label is the phrase whose noun stands in it and not
elsewhere, often where the matter comes up first or as what somebody asks for. A ridge regression learned from the
annotators' labels weighs these (`weights/issues.md`).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.issues import candidates
from briefing.analysis.issues.candidates import Candidate
from briefing.analysis.issues.concepts import ConceptTable
from briefing.analysis.issues.features import Feature, scores_of, stacked
from briefing.analysis.issues.growing import says_the_same
from briefing.analysis.issues.label_table import LabelTable
from briefing.analysis.issues.settling import Matter
from briefing.analysis.issues.targets import Target

Vector = NDArray[np.float64]

FEATURES = (
    "noun in the sentences", "words in the sentences", "noun only here", "noun more than elsewhere",
    "words more than elsewhere", "in a content", "target of a statement", "noun in the first sentence",
    "occurrences (log)", "occurrences here",
    *candidates.FEATURES,
)  # fmt: skip
WORTH = 0.1
"""What a label must be worth at least; the worth of the annotators' own is above one."""
NEARLY = 0.08
"""How much less a new label may be worth than one that there is already."""
_SMOOTH = 0.08


class PassageNamer:
    """Names the passages of one article."""

    def __init__(self, table: ConceptTable, labels: LabelTable, targets: Sequence[Target], weights: Vector) -> None:
        """Take what is known of the article.

        Args:
            labels: the possible ones.
            targets: what single statements are explicitly for or against.
            weights: one for each of `FEATURES`, and the constant.
        """
        self._table = table
        self._labels = labels
        self._targets = targets
        self._weights = weights
        self._own = labels.worth(weights)
        self._words = [label.words.casefold() for label in labels.labels]
        self._terms: dict[str, frozenset[int]] = {}
        self._in_all: NDArray[np.int64] = table.in_sentence.sum(1)
        """In the sentences of how many statements each concept stands."""

    def matter(self, passage: Sequence[int], labels: Sequence[str]) -> Matter | None:
        """What a passage is about: a new label, or one that there is already if no other is nearly as good.

        Args:
            passage: places of its statements in the table, in the order of the text.
            labels: those that there are.

        Returns:
            None if no label is good enough.
        """
        rows, features = self._features(passage)
        scores = scores_of(features, np.append(self._weights[: len(features)], self._weights[-1])) + self._own[rows]
        options = sorted(
            zip((-scores).tolist(), (self._labels.labels[row] for row in rows.tolist()), strict=True),
            key=lambda option: (option[0], option[1].words),
        )
        known: tuple[int, float] | None = None
        for place, (loss, candidate) in enumerate(options):
            if -loss < WORTH or (known is not None and loss > known[1] + NEARLY):
                break
            same = next((number for number, label in enumerate(labels) if says_the_same(candidate.words, label)), None)
            if same is None:
                label = candidate.words[:1].upper() + candidate.words[1:]
                self._terms[label] = candidate.concepts
                return Matter(label)
            if not place:
                known = same, loss
        return Matter(labels[known[0]], known[0]) if known is not None else None

    def terms(self, label: str) -> tuple[str, ...]:
        """The words of a label that was given which point to its matter."""
        return tuple(self._table.forms[concept] for concept in sorted(self._terms[label]))

    def candidates(self, passage: Sequence[int]) -> list[tuple[Candidate, Vector]]:
        """The phrases that stand in the blocks of a passage, with one value for each of `FEATURES`."""
        rows, features = self._features(passage)
        found = [self._labels.labels[row] for row in rows.tolist()]
        return list(zip(found, stacked([*features, *self._labels.own[rows].T]), strict=True))

    def _features(self, passage: Sequence[int]) -> tuple[NDArray[np.int64], list[Feature]]:
        """The rows of the same phrases, with one array for each of `FEATURES` but those of the phrase itself."""
        table, labels, numbers = self._table, self._labels, list(passage)
        blocks = sorted({table.block[number] for number in numbers})
        occurrences = labels.in_blocks[:, blocks].sum(1)
        rows = np.flatnonzero((labels.noun >= 0) & (occurrences > 0))
        noun, places = labels.noun[rows], labels.places[rows]
        inside = table.in_sentence[:, numbers]
        here, in_all = inside.sum(1), self._in_all
        others = max(1, table.in_sentence.shape[1] - len(numbers))
        more = np.log((here / len(numbers) + _SMOOTH) / ((in_all - here) / others + _SMOOTH))
        mean_of_words = labels.over_concepts(np.add, more) / labels.over_concepts(np.add, np.ones(len(more)))
        members = frozenset(numbers)
        wanted = [target.label.casefold() for target in self._targets if target.statement in members]
        return rows, [
            here[noun] / len(numbers),
            labels.in_sentence[:, numbers].sum(1)[rows] / len(numbers),
            here[noun] / np.maximum(1, in_all[noun]),
            more[noun],
            mean_of_words[rows],
            np.asarray(labels.in_content[:, numbers].any(1))[rows],
            np.array([any(self._words[row] in target for target in wanted) for row in rows.tolist()], np.bool_),
            inside[noun, 0],
            np.log1p(places),
            occurrences[rows] / places,
        ]
