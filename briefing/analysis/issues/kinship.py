"""A table of concepts in; features of pairs of concepts out, which tell whether two concepts belong to one issue.

Two concepts are kin if they share statements, sentences and blocks more than their frequency explains, stand side by
side or in one phrase, or begin alike. Shares and logarithms of ratios only: the size of the article must not matter.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.issues.concepts import ConceptTable, Matrix
from briefing.analysis.issues.features import Feature

Vector = NDArray[np.float64]

FEATURES = (
    "share of contents", "share of statements' sentences", "share of sentences", "share of blocks",
    "sentences against chance", "side by side", "ever side by side", "one governs the other", "ever one governs",
    "begin alike (5)", "begin alike (4)", "occurrences (log)", "occurrences of the other (log)", "share a sentence",
)  # fmt: skip
_OFTEN = 3


def kinship_features(table: ConceptTable, rows: list[int]) -> list[Feature]:
    """For each concept in `rows` (row) and each of the table (column) a matrix for each of `FEATURES`."""
    size = len(table)
    sentences, blocks = _shared(table.in_sentences, rows), _shared(table.in_blocks, rows)
    in_sentences = table.in_sentences.sum(1).astype(np.float64)
    expected = np.outer(in_sentences[rows] + 0.5, in_sentences + 0.5)
    chance = np.log((sentences + 0.3) * max(table.in_sentences.shape[1], 1) / expected)
    beside, governed = _neighbours(table, rows)
    occurrences = np.log1p(np.bincount(table.concept[table.concept >= 0], minlength=size))
    return [
        _share(_shared(table.in_content, rows), table.in_content, rows),
        _share(_shared(table.in_sentence, rows), table.in_sentence, rows),
        _share(sentences, table.in_sentences, rows),
        _share(blocks, table.in_blocks, rows),
        chance,
        np.minimum(beside, _OFTEN) / _OFTEN,
        beside > 0,
        np.minimum(governed, _OFTEN) / _OFTEN,
        governed > 0,
        *(_begin_alike(table.stems, rows, letters) for letters in (5, 4)),
        occurrences[rows][:, None],
        occurrences[None, :],
        sentences > 0,
    ]


def _begin_alike(stems: Sequence[str], rows: list[int], letters: int) -> Matrix:
    """Whether two stems have their first letters in common."""
    number: dict[str, int] = {}
    beginnings = np.array([number.setdefault(stem[:letters], len(number)) for stem in stems], np.int64)
    alike: Matrix = beginnings[rows][:, None] == beginnings[None, :]
    return alike


def _shared(matrix: Matrix, rows: list[int]) -> Vector:
    """In how many columns two concepts stand together."""
    numbers = matrix.astype(np.float32)
    shared: Vector = (numbers[rows] @ numbers.T).astype(np.float64)
    return shared


def _share(shared: Vector, matrix: Matrix, rows: list[int]) -> Vector:
    """The same as a share of the columns of the rarer one."""
    total = matrix.sum(1)
    share: Vector = shared / np.maximum(np.minimum(total[rows][:, None], total[None, :]), 1)
    return share


def _neighbours(table: ConceptTable, rows: list[int]) -> tuple[Vector, Vector]:
    """How often two concepts stand side by side, and how often one governs the other in the parse."""
    concept = table.concept
    head = np.array(table.columns.head, np.int64)
    return _together(concept[:-1], concept[1:], rows, len(table)), _together(concept, concept[head], rows, len(table))


def _together(left: NDArray[np.int64], right: NDArray[np.int64], rows: list[int], size: int) -> Vector:
    """How often each concept in `rows` (row) and each of all (column) are one pair, in either order.

    Args:
        left: one concept of each pair; -1 for none.
        right: the other.
    """
    row = np.full(size + 1, -1, np.int64)  # the last one is that of no concept
    row[rows] = range(len(rows))
    counts = np.zeros(len(rows) * size, np.int64)
    for one, other in ((left, right), (right, left)):
        pairs = (row[one] >= 0) & (other >= 0) & (one != other)
        counts += np.bincount(row[one[pairs]] * size + other[pairs], minlength=len(counts))
    together: Vector = counts.reshape(len(rows), size).astype(np.float64)
    return together
