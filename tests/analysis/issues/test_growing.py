"""Given issues and targets, which targets become issues of their own."""

from __future__ import annotations

import pytest
from spacy.language import Language

from briefing.analysis.issues.concepts import ConceptTable, read_concepts
from briefing.analysis.issues.growing import grow_issues
from briefing.analysis.issues.targets import explicit_targets
from briefing.analysis.issues.words import stem

TEXT = (
    "The mayor backed the tram line. Shopkeepers called for an exemption for bakeries. "
    "The baker said an exemption would cost the city little. Cyclists demanded a second bridge."
)


@pytest.fixture
def table(nlp: Language) -> ConceptTable:
    return read_concepts(nlp(TEXT))


def grown_labels(table: ConceptTable, room: int, labels: tuple[str, ...] = ("Tram line",)) -> list[str]:
    issue = (0,) * len(table.statements)
    return [t.label for t in grow_issues(table, labels, issue, explicit_targets(table, ()), (), room).targets]


def test_a_target_that_no_label_names_becomes_an_issue(table: ConceptTable) -> None:
    assert grown_labels(table, 8) == ["Exemption for bakeries", "Second bridge"]


def test_statements_that_name_it_come_along(table: ConceptTable) -> None:
    grown = grow_issues(table, ("Tram line",), (0, 0, 0, 0), explicit_targets(table, ()), (), 8)
    assert grown.issue == (0, 1, 1, 2)


def test_the_most_spoken_of_come_first_while_there_is_room(table: ConceptTable) -> None:
    assert grown_labels(table, 1) == ["Exemption for bakeries"]
    assert grown_labels(table, 0) == grown_labels(table, -1) == []


def test_a_target_that_a_label_names_stays_there(table: ConceptTable) -> None:
    assert grown_labels(table, 8, ("Tram line", "Bridge")) == ["Exemption for bakeries"]


def test_the_name_of_an_actor_makes_two_matters_no_one_matter(nlp: Language) -> None:
    table = read_concepts(nlp("Norway called for a Norway fund."))
    targets = explicit_targets(table, ())
    assert grow_issues(table, ("Norway patrols",), (0,), targets, {stem("Norway")}, 8).targets == tuple(targets)
