"""A table of concepts in; features of pairs of concepts out, which tell whether two concepts belong to one issue.

Two concepts are kin if they share statements, sentences and blocks more than their frequency explains, stand side by
side or in one phrase, or begin alike. Shares and logarithms of ratios only: the size of the article must not matter.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.issues.concepts import ConceptTable, Matrix

Vector = NDArray[np.float64]

FEATURES = (
    "share of contents", "share of statements' sentences", "share of sentences", "share of blocks",
    "sentences against chance", "side by side", "ever side by side", "one governs the other", "ever one governs",
    "begin alike (5)", "begin alike (4)", "occurrences (log)", "occurrences of the other (log)", "share a sentence",
)  # fmt: skip
_OFTEN = 3


def kinship_features(table: ConceptTable, rows: list[int]) -> Vector:
    """For each concept in `rows` (first axis) and each of the table (second), one value for each of `FEATURES`."""
    size = len(table)
    sentences, blocks = _shared(table.in_sentences, rows), _shared(table.in_blocks, rows)
    in_sentences = table.in_sentences.sum(1).astype(np.float64)
    expected = np.outer(in_sentences[rows] + 0.5, in_sentences + 0.5)
    chance = np.log((sentences + 0.3) * max(table.in_sentences.shape[1], 1) / expected)
    beside, governed = _neighbours(table, rows)
    occurrences = np.log1p(np.bincount(table.concept[table.concept >= 0], minlength=size))
    alike = [_begin_alike(table.stems, rows, letters) for letters in (5, 4)]
    columns = [
        _share(_shared(table.in_content, rows), table.in_content, rows),
        _share(_shared(table.in_sentence, rows), table.in_sentence, rows),
        _share(sentences, table.in_sentences, rows),
        _share(blocks, table.in_blocks, rows),
        chance,
        np.minimum(beside, _OFTEN) / _OFTEN,
        beside > 0,
        np.minimum(governed, _OFTEN) / _OFTEN,
        governed > 0,
        *alike,
        np.repeat(occurrences[rows][:, None], size, 1),
        np.repeat(occurrences[None, :], len(rows), 0),
        sentences > 0,
    ]
    return np.stack([np.asarray(column, np.float64) for column in columns], axis=2)


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
    size, concept = len(table), table.concept
    together = np.zeros((2, size, size), np.float32)
    head = np.array(table.columns.head, np.int64)
    for layer, (left, right) in enumerate(
        ((concept[:-1], concept[1:]), (concept, concept[head] if len(head) else concept))
    ):
        both = (left >= 0) & (right >= 0) & (left != right)
        np.add.at(together[layer], (left[both], right[both]), 1)
    beside, governed = (layer[rows] + layer[:, rows].T for layer in together)
    return beside.astype(np.float64), governed.astype(np.float64)
