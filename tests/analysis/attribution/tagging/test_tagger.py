"""Decoding against the definition: every sequence of tags tried out."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from briefing.analysis.attribution.tagging.features import Features
from briefing.analysis.attribution.tagging.tagger import COUNT, FORBIDDEN, Tagger
from briefing.analysis.attribution.tagging.tags import TAGS


def tagger_and_features(seed: int, size: int) -> tuple[Tagger, Features]:
    """One feature a token with random weights, and random transitions of which those into I-S and I-Q are limited."""
    random = np.random.default_rng(seed)
    weights = random.normal(size=(size, COUNT)).astype(np.float32)
    transitions = random.normal(size=(COUNT, COUNT)).astype(np.float32)
    for a, before in enumerate(TAGS):
        for b, after in enumerate(TAGS):
            if after in ("I-S", "I-Q") and before[1:] != after[1:]:
                transitions[a, b] = FORBIDDEN
    keys = np.arange(10, 10 + size, dtype=np.uint32)
    return Tagger(keys, weights, transitions), Features(size, np.arange(size), keys)


def score(tagger: Tagger, tags: tuple[int, ...], first: int) -> float:
    total = float(tagger.start[tags[0]])
    total += sum(float(tagger.weights[first + n][tag]) for n, tag in enumerate(tags))
    return total + sum(float(tagger.transitions[a, b]) for a, b in pairwise(tags))


@pytest.mark.parametrize("seed", range(5))
def test_the_best_tags_and_their_probabilities(seed: int) -> None:
    tagger, features = tagger_and_features(seed, 7)
    sequences = [[0, 1, 2], [3, 4, 5, 6]]
    tagging = tagger.tag(features, sequences)
    for sequence in sequences:
        every = list(product(range(COUNT), repeat=len(sequence)))
        scores = np.array([score(tagger, tags, sequence[0]) for tags in every])
        assert tuple(tagging.tags[i] for i in sequence) == every[int(scores.argmax())]
        likely = np.exp(scores - scores.max())
        likely /= likely.sum()
        expected = np.zeros((len(sequence), COUNT))
        for tags, probability in zip(every, likely, strict=True):
            expected[np.arange(len(sequence)), tags] += probability
        assert np.allclose(tagging.probabilities[sequence], expected, atol=1e-4)


def test_the_weights_file_holds_what_the_tagger_needs() -> None:
    tagger, features = tagger_and_features(0, 6)
    again = Tagger.from_arrays(tagger.to_arrays())
    assert np.allclose(again.emissions(features), tagger.emissions(features), atol=0.05)


def test_unknown_features_weigh_nothing() -> None:
    tagger, _ = tagger_and_features(0, 3)
    unknown = Features(2, np.array([0, 1]), np.array([1, 4_000_000_000], np.uint32))
    assert not tagger.emissions(unknown).any()


def test_features_whose_keys_begin_alike_keep_their_own_weights() -> None:
    known = np.array([5, 6, 9, 4_294_967_295], np.uint32)
    tagger = Tagger(known, np.eye(4, COUNT, dtype=np.float32), np.zeros((COUNT, COUNT), np.float32))
    asked = np.array([4, 9, 7, 4_294_967_295, 5, 10, 6, 4_294_967_294], np.uint32)
    emissions = tagger.emissions(Features(len(asked), np.arange(len(asked)), asked))
    weights = dict(zip(known.tolist(), tagger.weights, strict=True))
    assert all(
        np.array_equal(row, weights.get(key, np.zeros(COUNT)))
        for key, row in zip(asked.tolist(), emissions, strict=True)
    )
