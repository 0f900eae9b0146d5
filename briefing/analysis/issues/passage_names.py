"""A passage and the labels that there are in; what the passage is about out: one of them, or a new label.

A passage has no founder, as the issues of `grouping` have: its label is the phrase whose noun stands in it and not
elsewhere, often where the matter comes up first or as what somebody asks for. A ridge regression learned from the
annotators' labels weighs these (`weights/issues.md`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.issues import candidates
from briefing.analysis.issues.candidates import Candidate
from briefing.analysis.issues.concepts import ConceptTable
from briefing.analysis.issues.growing import says_the_same
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

    def __init__(
        self, table: ConceptTable, labels: Sequence[Candidate], targets: Sequence[Target], weights: Vector
    ) -> None:
        """Take what is known of the article.

        Args:
            labels: the possible ones.
            targets: what single statements are explicitly for or against.
            weights: one for each of `FEATURES`, and the constant.
        """
        self._table = table
        self._targets = targets
        self._weights = weights
        self._terms: dict[str, frozenset[int]] = {}
        self._in_all: NDArray[np.int64] = table.in_sentence.sum(1)
        """In the sentences of how many statements each concept stands."""
        block = table.columns.block
        self._placed = [(one, [block[place] for place in one.places]) for one in labels if one.noun >= 0]
        """The possible labels with the block of each occurrence."""

    def matter(self, passage: Sequence[int], labels: Sequence[str]) -> Matter | None:
        """What a passage is about: a new label, or one that there is already if no other is nearly as good.

        Args:
            passage: places of its statements in the table, in the order of the text.
            labels: those that there are.

        Returns:
            None if no label is good enough.
        """
        weights, constant = self._weights[:-1], self._weights[-1]
        options = sorted(
            (
                (-float(features @ weights + constant), candidate.words, candidate.concepts)
                for candidate, features in self.candidates(passage)
            ),
            key=lambda option: option[:2],
        )
        known: tuple[int, float] | None = None
        for place, (loss, words, concepts) in enumerate(options):
            if -loss < WORTH or (known is not None and loss > known[1] + NEARLY):
                break
            same = next((number for number, label in enumerate(labels) if says_the_same(words, label)), None)
            if same is None:
                label = words[:1].upper() + words[1:]
                self._terms[label] = concepts
                return Matter(label)
            if not place:
                known = same, loss
        return Matter(labels[known[0]], known[0]) if known is not None else None

    def terms(self, label: str) -> tuple[str, ...]:
        """The words of a label that was given which point to its matter."""
        return tuple(self._table.forms[concept] for concept in sorted(self._terms[label]))

    def candidates(self, passage: Sequence[int]) -> list[tuple[Candidate, Vector]]:
        """The phrases that stand in the blocks of a passage, with one value for each of `FEATURES`."""
        table = self._table
        inside = table.in_sentence[:, list(passage)]
        in_passage, in_all = inside.sum(1), self._in_all
        others = max(1, table.in_sentence.shape[1] - len(passage))
        more = np.log((in_passage / len(passage) + _SMOOTH) / ((in_all - in_passage) / others + _SMOOTH))
        here, all_of_it, first = in_passage.tolist(), in_all.tolist(), inside[:, 0].tolist()
        blocks = {table.block[number] for number in passage}
        contents = {token for number in passage for token in table.contents[number]}
        numbers = set(passage)
        wanted = [target.label.casefold() for target in self._targets if target.statement in numbers]
        found = []
        for candidate, placed in self._placed:
            if blocks.isdisjoint(placed):
                continue
            occurrences = sum(map(blocks.__contains__, placed))
            noun, concepts, words = candidate.noun, sorted(candidate.concepts), candidate.words.casefold()
            dynamic = [
                here[noun] / len(passage),
                np.count_nonzero(np.logical_and.reduce(inside[concepts])) / len(passage),
                here[noun] / max(1, all_of_it[noun]),
                more[noun],
                np.add.reduce(more[concepts]) / len(concepts),  # as `mean` does it, which takes several times as long
                not contents.isdisjoint(candidate.places),
                any(words in target for target in wanted),
                first[noun],
                math.log1p(len(candidate.places)),
                occurrences / len(candidate.places),
            ]
            found.append((candidate, np.array(dynamic + candidate.own, np.float64)))
        return found
