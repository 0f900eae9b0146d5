"""Features in; the most probable tag of every token, and how probable it is, out: a linear-chain CRF in numpy.

Weights are int8 rows of one number a tag, with one scale a row, found by the feature's key. All blocks of a document
are decoded side by side (Viterbi, and forward-backward for the probabilities; Lafferty, McCallum and Pereira 2001).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from briefing.analysis.attribution.tagging.features import Features
from briefing.analysis.attribution.tagging.tags import BEGIN, TAGS

Array = np.ndarray[Any, Any]

FORBIDDEN = np.float32(-1e4)
COUNT = len(TAGS)
FIRST_BITS = 18
REST = np.uint32(32 - FIRST_BITS)


@dataclass(frozen=True, slots=True)
class Tagging:
    """The result for a document; white space has tag 0 and the probabilities of nothing."""

    tags: list[int]
    probabilities: Array
    """Tokens by tags: the posterior probability of each tag."""

    def certainty(self) -> dict[str, list[float]]:
        """For each token how probable it is that it lies in a source, in a cue, and in a content."""
        kinds = (("source", "S"), ("cue", "Q"), ("content", "C"))
        return {name: self.probabilities[:, BEGIN[tag] : BEGIN[tag] + 2].sum(1).tolist() for name, tag in kinds}


class Tagger:
    """A trained CRF."""

    def __init__(self, keys: Array, weights: Array, transitions: Array) -> None:
        """Take sorted keys (uint32), their rows of weights (float32), and the transitions from tag to tag."""
        self.keys = keys
        self.weights = weights
        self.transitions = transitions
        several = np.bincount(keys >> REST, minlength=1 << FIRST_BITS)
        self.first_row = np.where(several, np.cumsum(several) - several, -1).astype(np.int32)
        """Row of the first key that begins with these bits, or -1; so no key need be searched for among all."""
        self.most_alike = int(several.max())
        """How many keys begin alike at most."""
        self.start = np.array([FORBIDDEN if tag in ("I-S", "I-Q") else 0 for tag in TAGS], np.float32)

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Array]) -> Tagger:
        """A tagger from the arrays of the weights file."""
        scale = arrays["tagger_scale"].astype(np.float32)
        return cls(
            arrays["tagger_keys"],
            arrays["tagger_weights"].astype(np.float32) * scale[:, None],
            arrays["tagger_transitions"].astype(np.float32),
        )

    def to_arrays(self) -> dict[str, Array]:
        """The arrays of the weights file: rows as int8 with a scale each."""
        scale = np.abs(self.weights).max(axis=1) / 127 + 1e-7
        return {
            "tagger_keys": self.keys,
            "tagger_weights": np.round(self.weights / scale[:, None]).astype(np.int8),
            "tagger_scale": scale.astype(np.float16),
            "tagger_transitions": self.transitions.astype(np.float32),
        }

    def emissions(self, features: Features) -> Array:
        """The sum of the weights of each token's features: tokens by tags."""
        result = np.zeros((features.size, COUNT), np.float32)
        if not len(self.keys) or not len(features.keys):
            return result
        first = self.first_row[features.keys >> REST]
        likely = np.flatnonzero(first >= 0)
        keys, row = features.keys[likely], first[likely]
        for _ in range(self.most_alike - 1):
            row += self.keys.take(row, mode="clip") < keys
        known = self.keys.take(row, mode="clip") == keys
        token, found = features.tokens[likely[known]], self.weights[row[known]]
        for tag in range(COUNT):
            result[:, tag] = np.bincount(token, found[:, tag], features.size)
        return result

    def tag(self, features: Features, sequences: Sequence[Sequence[int]], caution: float = 0.0) -> Tagging:
        """Decode the sequences (tokens of one block each, in order).

        Args:
            features: of the whole document.
            sequences: token numbers of each block, white space left out.
            caution: added to the score of "outside"; more of it, fewer attributions.
        """
        emission = self.emissions(features)
        emission[:, 0] += caution
        tags = np.zeros(features.size, np.int64)
        probabilities = np.zeros((features.size, COUNT), np.float32)
        sequences = sorted((s for s in sequences if len(s)), key=len, reverse=True)
        if sequences:
            index, lengths = _pad(sequences)
            scores = emission[index]
            real = np.arange(index.shape[1]) < lengths[:, None]
            tags[index[real]] = self._viterbi(scores, lengths)[real]
            probabilities[index[real]] = self._posterior(scores, lengths)[real]
        return Tagging(tags.tolist(), probabilities)

    def _viterbi(self, scores: Array, lengths: Array) -> Array:
        """The best tags of sequences that are sorted by falling length: sequences by positions."""
        count, longest, _ = scores.shape
        back = np.zeros((longest, count, COUNT), np.intp)
        state = scores[:, 0] + self.start
        into = self.transitions.T[None]
        alive = _alive(lengths, longest)
        for position in range(1, longest):
            n = alive[position]
            table = into + state[:n, None, :]
            table.argmax(2, out=back[position, :n])
            state[:n] = table.max(2) + scores[:n, position]
        best = np.zeros((count, longest), np.int64)
        current = state.argmax(1)
        for position in range(longest - 1, -1, -1):
            n = alive[position]
            best[:n, position] = current[:n]
            if position:
                current[:n] = back[position, np.arange(n), current[:n]]
        return best

    def _posterior(self, scores: Array, lengths: Array) -> Array:
        """Probabilities of the tags by the forward-backward algorithm, scaled at each position."""
        longest = scores.shape[1]
        step = np.exp(self.transitions)
        likely = np.exp(scores - scores.max(2, keepdims=True))
        forward = np.zeros_like(likely)
        backward = np.ones_like(likely)
        alive = _alive(lengths, longest)
        forward[:, 0] = _normalized(likely[:, 0] * np.exp(self.start))
        for position in range(1, longest):
            n = alive[position]
            forward[:n, position] = _normalized((forward[:n, position - 1] @ step) * likely[:n, position])
        for position in range(longest - 2, -1, -1):
            n = alive[position + 1]
            backward[:n, position] = _normalized((likely[:n, position + 1] * backward[:n, position + 1]) @ step.T)
        return _normalized(forward * backward)


def _pad(sequences: Sequence[Sequence[int]]) -> tuple[Array, Array]:
    lengths = np.array([len(s) for s in sequences])
    index = np.zeros((len(sequences), int(lengths[0])), np.int64)
    for row, sequence in zip(index, sequences, strict=True):
        row[: len(sequence)] = sequence
    return index, lengths


def _alive(lengths: Array, longest: int) -> list[int]:
    """How many of the sequences, sorted by falling length, reach each position."""
    counts: list[int] = (lengths[None, :] > np.arange(longest)[:, None]).sum(1).tolist()
    return counts


def _normalized(values: Array) -> Array:
    total: Array = np.add.reduce(values, -1, keepdims=True)
    return values / np.maximum(total, 1e-30)
