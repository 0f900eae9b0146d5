"""Given issues and targets, which targets become issues of their own."""

from __future__ import annotations

import pytest
from spacy.language import Language

from briefing.analysis.issues.concepts import ConceptTable, read_concepts
from briefing.analysis.issues.growing import grow_issues, says_the_same
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


def test_a_statement_that_is_explicit_about_an_issue_belongs_to_it(table: ConceptTable) -> None:
    grown = grow_issues(table, ("Tram line", "An exemption"), (0, 0, 0, 0), explicit_targets(table, ()), (), 8)
    assert grown.issue[1] == 1
    assert [target.label for target in grown.targets] == ["Second bridge"]


def test_other_complements_are_other_matters(nlp: Language) -> None:
    table = read_concepts(nlp("Bakers oppose a tax on sugar. Brewers oppose a tax on imported beer."))
    grown = grow_issues(table, (), (-1, -1), explicit_targets(table, ()), (), 8)
    assert (grown.issue, [target.label for target in grown.targets]) == (
        (0, 1),
        ["Tax on sugar", "Tax on imported beer"],
    )


def test_an_issue_keeps_the_statement_that_it_grew_out_of(nlp: Language) -> None:
    table = read_concepts(nlp("Miners demanded an inquiry for bridges. Sailors demanded a second bridge."))
    targets = explicit_targets(table, ())
    grown = grow_issues(table, (), (-1, -1), targets, (), 8)
    assert [grown.targets[place].label for place in grown.issue] == [target.label for target in targets]


def test_a_label_without_content_says_the_same_as_none() -> None:
    assert not says_the_same("Other", "Ban on nets")
    assert says_the_same("Nets", "Ban on nets")


def test_what_finds_no_room_and_fits_nothing_has_no_issue(table: ConceptTable) -> None:
    grown = grow_issues(table, ("Tram line",), (0, 0, 0, 0), explicit_targets(table, ()), (), 1)
    assert grown.issue == (0, 1, 1, -1)
    assert grow_issues(table, (), (-1,) * 4, explicit_targets(table, ()), (), 0).issue == (-1,) * 4
