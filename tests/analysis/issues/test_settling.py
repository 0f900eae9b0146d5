"""Given issues and passages, which issue each statement has in the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from spacy.language import Language

from briefing.analysis.issues.candidates import candidates_of
from briefing.analysis.issues.concepts import ConceptTable, read_concepts
from briefing.analysis.issues.label_table import table_of
from briefing.analysis.issues.model import load_model
from briefing.analysis.issues.passage_names import FEATURES, PassageNamer
from briefing.analysis.issues.settling import Matter, Settled, settle
from briefing.analysis.issues.targets import explicit_targets

TEXT = (
    "The mayor backed the tram line. Shopkeepers said the line would drive customers away. "
    "The baker said nobody could park.\n\n"
    "Cyclists demanded a second bridge. The council said the river was too wide. "
    "A ferryman said he would lose his living."
)


@pytest.fixture
def table(nlp: Language) -> ConceptTable:
    return read_concepts(nlp(TEXT))


def named(label: str = "", known: int | None = None) -> Callable[[Sequence[int], Sequence[str]], Matter | None]:
    return lambda passage, labels: Matter(label, known) if label else None


def settled(table: ConceptTable, issue: Sequence[int], name: Callable[..., Matter | None], room: int = 8) -> Settled:
    return settle(table, ["Tram line", "Ferry"], issue, [(0, 1, 2), (3, 4, 5)], name, room)


def test_statements_that_name_nothing_follow_those_that_do(table: ConceptTable) -> None:
    assert settled(table, (0, 1, -1, -1, -1, -1), named()).issue[:3] == (0, 0, 0)


def test_what_is_left_goes_to_the_one_issue_that_it_names(table: ConceptTable) -> None:
    without = (-1,) * 6
    assert settle(table, ["Tram line", "Ferry"], without, [], named(), 8).issue == (0, 0, -1, -1, -1, -1)
    assert settle(table, ["Tram line", "Tram"], without, [], named(), 8).issue == (-1, 0, -1, -1, -1, -1)


def test_a_statement_that_names_its_issue_stays(table: ConceptTable) -> None:
    found = settle(table, ["Tram line", "Second bridge"], (0, 0, 0, 1, 0, 0), [(0, 1, 2, 3, 4, 5)], named(), 8)
    assert found.issue == (0, 0, 0, 1, 0, 0)


def test_a_passage_about_something_else_is_an_issue_of_its_own(table: ConceptTable) -> None:
    found = settled(table, (0, 0, 0, 0, 0, 0), named("Second bridge"))
    assert found.labels == ("Second bridge",)
    assert found.issue == (0, 0, 0, 2, 2, 2)


def test_or_belongs_to_the_issue_whose_label_suits_it(table: ConceptTable) -> None:
    found = settled(table, (0, 0, 0, 0, 0, 0), named("Ferry", known=1))
    assert found.labels == ()
    assert found.issue == (0, 0, 0, 1, 1, 1)


@pytest.mark.parametrize(("name", "room"), [(named(), 8), (named("Second bridge"), 0)])
def test_without_a_label_or_without_room_all_stays(
    table: ConceptTable, name: Callable[..., Matter | None], room: int
) -> None:
    found = settled(table, (0, 0, 0, 1, 1, 1), name, room)
    assert found == Settled((0, 0, 0, 1, 1, 1), ())


@pytest.fixture
def namer(nlp: Language) -> PassageNamer:
    doc = nlp(TEXT)
    table = read_concepts(doc)
    labels = table_of(table, candidates_of(doc, table, np.full(len(table), 0.2)))
    return PassageNamer(table, labels, explicit_targets(table, ()), load_model().passage_naming)


def test_a_label_stands_in_the_passage(namer: PassageNamer) -> None:
    words = {candidate.words for candidate, _ in namer.candidates((3, 4, 5))}
    assert "second bridge" in words
    assert "tram line" not in words


def test_there_is_one_value_for_each_feature(namer: PassageNamer) -> None:
    assert all(features.shape == (len(FEATURES),) for _, features in namer.candidates((0, 1, 2)))


def test_what_is_asked_for_is_seen(namer: PassageNamer) -> None:
    target = {
        candidate.words: features[FEATURES.index("target of a statement")]
        for candidate, features in namer.candidates((3, 4, 5))
    }
    assert target["second bridge"] == 1
    assert target["river"] == 0


def weighed(nlp: Language, constant: float) -> PassageNamer:
    """A namer that thinks best of what somebody asks for."""
    doc = nlp(TEXT)
    table = read_concepts(doc)
    weights = np.zeros(len(FEATURES) + 1)
    weights[FEATURES.index("target of a statement")] = 1.0
    weights[-1] = constant
    labels = table_of(table, candidates_of(doc, table, np.full(len(table), 0.2)))
    return PassageNamer(table, labels, explicit_targets(table, ()), weights)


def test_the_best_new_label_is_taken(nlp: Language) -> None:
    namer = weighed(nlp, 0.0)
    assert namer.matter((3, 4, 5), ["Tram line"]) == Matter("Second bridge")
    assert namer.terms("Second bridge") == ("bridge",)


def test_a_label_that_there_is_already_is_no_new_one(nlp: Language) -> None:
    assert weighed(nlp, 0.0).matter((3, 4, 5), ["Tram line", "Second bridge"]) == Matter("Second bridge", 1)


def test_a_poor_label_is_none(nlp: Language) -> None:
    assert weighed(nlp, -5.0).matter((3, 4, 5), []) is None
