"""Possible labels in; arrays out that hold what each of them has to do with the statements and blocks of the article.

Which label suits an issue or a passage best is asked of all labels at once, with a few products of matrices.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.issues.candidates import FEATURES, Candidate
from briefing.analysis.issues.concepts import ConceptTable, Matrix
from briefing.analysis.issues.words import stem

Vector = NDArray[np.float64]
Numbers = NDArray[np.int64]

UNLIKELY = 0.2
"""How much worse than a bare noun that names hardly any issue elsewhere ("council", "names") another label may be to be
chosen. Where such a noun was the label it said what the annotators' label says once in four times, others every second
time."""
_DEED = FEATURES.index("deed")


@dataclass(frozen=True, slots=True)
class LabelTable:
    """Possible labels with at least one concept; every array has one entry or row for each."""

    labels: tuple[Candidate, ...]
    noun: Numbers
    """Concept of the noun, or -1."""
    own: Vector
    """One column for each of `candidates.FEATURES`."""
    places: Numbers
    """How often the label occurs."""
    in_blocks: Numbers
    """How often it occurs in each block of the article (column)."""
    in_content: Matrix
    """Whether it ends in the content of a statement (column)."""
    in_sentence: Matrix
    """Whether all its concepts stand in a sentence of the statement."""
    unlikely: NDArray[np.bool_]
    """Whether it is a bare noun that tells against an issue wherever it stands."""
    concepts: Numbers
    """The concepts of all labels, one label after the other."""
    first: Numbers
    """Where those of each label begin."""

    def worth(self, weights: Vector) -> Vector:
        """What the own features of each label add to its scores; an unlikely one loses `UNLIKELY`.

        Args:
            weights: of other features, then one for each of the own, and the constant, which is left out.
        """
        worth: Vector = (self.own * weights[-1 - self.own.shape[1] : -1]).sum(1) - UNLIKELY * self.unlikely
        return worth

    def over_concepts(self, combine: np.ufunc, values: NDArray[Any]) -> NDArray[Any]:
        """What values of all concepts (first axis) give for the concepts of each label, combined by a function."""
        combined: NDArray[Any] = combine.reduceat(values[self.concepts], self.first)
        return combined


def table_of(
    table: ConceptTable, candidates: Sequence[Candidate], words: Mapping[str, float] = MappingProxyType({})
) -> LabelTable:
    """The table of those candidates that have a concept.

    Args:
        words: what a stem adds to the log odds that an issue is named with it, whatever the article.
    """
    labels = tuple(candidate for candidate in candidates if candidate.concepts)
    concepts, first, _ = _flat([sorted(label.concepts) for label in labels])
    places, begin, count = _flat([label.places for label in labels])
    block = np.array(table.columns.block, np.int64)[places]
    blocks = len(table.columns.blocks) + 1  # the last one is no block
    cell = np.repeat(np.arange(len(labels)) * blocks, count) + block % blocks
    return LabelTable(
        labels=labels,
        noun=np.array([label.noun for label in labels], np.int64),
        own=np.array([label.own for label in labels], np.float64).reshape(len(labels), len(FEATURES)),
        places=count,
        in_blocks=np.bincount(cell, minlength=len(labels) * blocks).reshape(len(labels), blocks),
        in_content=np.logical_or.reduceat(_in_contents(table, places), begin),
        in_sentence=np.logical_and.reduceat(table.in_sentence[concepts], first),
        unlikely=np.array([_is_unlikely(label, words) for label in labels], np.bool_),
        concepts=concepts,
        first=first,
    )


def _is_unlikely(label: Candidate, words: Mapping[str, float]) -> bool:
    bare = " " not in label.words and not label.own[_DEED]
    return bare and words.get(stem(label.words), 0.0) < 0


def _flat(groups: Sequence[Sequence[int]]) -> tuple[Numbers, Numbers, Numbers]:
    """The members of all groups, one group after the other, where each begins, and how many each has."""
    sizes = np.array([len(group) for group in groups], np.int64)
    return np.fromiter(chain.from_iterable(groups), np.int64), sizes.cumsum() - sizes, sizes


def _in_contents(table: ConceptTable, tokens: Numbers) -> Matrix:
    """Which of some tokens (row) stand in the content of which statement (column)."""
    known = np.zeros(len(table.columns), np.bool_)
    known[tokens] = True
    row = known.cumsum() - 1
    content, first, sizes = _flat(table.contents)
    statement = np.repeat(np.arange(len(first)), sizes)
    wanted = known[content]
    inside = np.zeros((int(known.sum()), len(first)), np.bool_)
    inside[row[content[wanted]], statement[wanted]] = True
    found: Matrix = inside[row[tokens]]
    return found
