"""Given statements, which stand together in one passage."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.language import Language

from briefing.analysis.issues import passages
from briefing.analysis.issues.concepts import ConceptTable, read_concepts
from briefing.analysis.issues.features import stacked
from briefing.analysis.issues.model import load_model
from briefing.analysis.issues.nearness import FEATURES, nearness_features
from briefing.analysis.issues.passages import passages_of, stretches_of

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


def test_a_long_text_is_cut_into_stretches(table: ConceptTable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passages, "STRETCH", 3)
    found = passages_of(stretches_of(table, load_model(), np.full(len(table), 0.5), np.zeros((4, 0)), -0.5))
    assert found[-1] == (3,)
    assert sorted(place for passage in found for place in passage) == [0, 1, 2, 3]


def test_no_statements_no_passages(nlp: Language) -> None:
    empty = read_concepts(nlp("It rained."))
    assert passages_of(stretches_of(empty, load_model(), np.zeros(len(empty)), np.zeros((0, 0)), -0.5)) == ()
