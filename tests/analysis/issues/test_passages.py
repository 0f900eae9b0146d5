"""Given statements, which stand together in one passage."""

from __future__ import annotations

from itertools import combinations
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from briefing.analysis.issues import passages
from briefing.analysis.issues.concepts import ConceptTable, read_concepts
from briefing.analysis.issues.features import stacked
from briefing.analysis.issues.model import load_model
from briefing.analysis.issues.nearness import FEATURES, nearness_features
from briefing.analysis.issues.passages import joined, passages_of, stretches_of

TEXT = (
    "The mayor backed the tram line. Shopkeepers rejected the tram line.\n\n"
    "Cyclists demanded a second bridge. The mayor ruled out a bridge."
)


@pytest.fixture
def table(nlp: Language) -> ConceptTable:
    return read_concepts(nlp(TEXT))


def near(table: ConceptTable, one: int, other: int, name: str) -> float:
    salience = np.full(len(table), 0.5)
    evidence = np.array([[2.0, -2.0], [2.0, -2.0], [-2.0, 2.0], [-2.0, 2.0]])
    features = stacked(nearness_features(table, salience, evidence, -0.5, np.arange(len(table.statements))))
    return float(features[one, other, FEATURES.index(name)])


def test_statements_of_one_paragraph_share_a_block(table: ConceptTable) -> None:
    assert near(table, 0, 1, "in one block") == near(table, 2, 3, "in one block") == 1
    assert near(table, 1, 2, "in one block") == 0


def test_a_holder_in_common_is_seen(table: ConceptTable) -> None:
    assert near(table, 0, 3, "a holder in common") == 1
    assert near(table, 0, 1, "a holder in common") == 0


def test_what_speaks_for_another_issue_is_lost(table: ConceptTable) -> None:
    assert near(table, 0, 1, "evidence lost") == 0
    assert near(table, 1, 2, "evidence lost") == 4


def test_nearness_is_the_same_both_ways(table: ConceptTable) -> None:
    features = stacked(nearness_features(table, np.full(len(table), 0.5), np.zeros((4, 0)), -0.5, np.arange(4)))
    assert np.array_equal(features, features.transpose(1, 0, 2))


@given(st.integers(2, 9), st.integers(1, 4), st.randoms(use_true_random=False))
def test_the_next_to_become_one_are_the_two_with_the_best_mean(size: int, most: int, random: Random) -> None:
    together = np.array([[float(random.randrange(-8, 8)) for _ in range(size)] for _ in range(size)])
    together += together.T
    clusters = [[place] for place in range(size)]
    while len(clusters) > 1:
        pairs = list(combinations(range(len(clusters)), 2))
        means = [together[np.ix_(clusters[one], clusters[other])].mean() for one, other in pairs]
        one, other = pairs[int(np.argmax(means))]
        if max(means) < passages.NEAR and len(clusters) <= most:
            break
        clusters[one] = sorted(clusters[one] + clusters.pop(other))
    assert joined(together, most) == sorted(clusters)


def test_two_groups_that_hang_together_are_two_clusters() -> None:
    together = np.full((5, 5), -2.0)
    together[:3, :3] = together[3:, 3:] = 2.0
    assert joined(together) == [[0, 1, 2], [3, 4]]


def test_there_are_never_too_many_clusters() -> None:
    assert len(joined(np.full((6, 6), -5.0), most=4)) == 4


@given(st.integers(0, 12), st.integers(1, 6), st.randoms(use_true_random=False))
def test_everything_is_in_one_cluster(number: int, most: int, random: np.random.RandomState) -> None:
    together = np.array([[random.uniform(-3, 3) for _ in range(number)] for _ in range(number)]).reshape(number, number)
    clusters = joined((together + together.T) / 2, most)
    assert sorted(place for cluster in clusters for place in cluster) == list(range(number))
    assert len(clusters) <= most
    assert clusters == sorted(clusters)


def test_a_long_text_is_cut_into_stretches(table: ConceptTable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passages, "STRETCH", 3)
    found = passages_of(stretches_of(table, load_model(), np.full(len(table), 0.5), np.zeros((4, 0)), -0.5))
    assert found[-1] == (3,)
    assert sorted(place for passage in found for place in passage) == [0, 1, 2, 3]


def test_no_statements_no_passages(nlp: Language) -> None:
    empty = read_concepts(nlp("It rained."))
    assert passages_of(stretches_of(empty, load_model(), np.zeros(len(empty)), np.zeros((0, 0)), -0.5)) == ()
