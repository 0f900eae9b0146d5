"""Cells, queries, orders and groups: what the table and the list are made of."""

from __future__ import annotations

import msgspec
import pytest
from fixtures import ARTICLE, BRIEFING, STATEMENTS
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import UsageError
from briefing.reader import roster
from briefing.reader.desk import OpenArticle, TableView
from briefing.reader.lookup import Lookup
from briefing.reader.panes.positions_pane import cell_pieces
from briefing.reader.query import parse_query
from briefing.reader.signs import letter, style_of, weight_of
from briefing.reader.table import build
from briefing.reader.themes import load_themes

LOOKUP = Lookup(BRIEFING)


def shown(stakeholder: str, issue: str) -> str:
    return "".join(text for text, _ in cell_pieces(LOOKUP.cell(stakeholder, issue)))


def opened(**choices: object) -> OpenArticle:
    found = OpenArticle(ARTICLE, "x", lookup=LOOKUP)
    for name, value in choices.items():
        setattr(found, name, value)
    return found


@pytest.mark.parametrize(
    ("stakeholder", "issue", "cell"),
    [
        ("odile-brandt", "night-ferry", "S 2"),
        ("fishermen-s-union", "night-ferry", "O 1"),
        ("petr-havel-lund", "night-ferry", "C 1"),
        ("amalie-roth", "night-ferry", "o 1"),
        ("senior-official", "state-subsidy", "? 1"),
        ("norrland", "night-ferry", "–"),
        ("transport-ministry", "state-subsidy", "– +p"),
        ("petr-havel-lund", "pier-cafe", "– +e"),
    ],
)
def test_a_cell_says_stance_number_doubt_and_what_is_not_counted(stakeholder: str, issue: str, cell: str) -> None:
    assert shown(stakeholder, issue) == cell


def test_past_and_expected_statements_never_make_a_stance() -> None:
    cell = LOOKUP.cell("transport-ministry", "state-subsidy")
    assert cell.stance is None and cell.counted == () and [one.id for one in cell.others] == ["s6"]


def test_the_leading_evidence_is_the_surest_of_the_cells_own_side() -> None:
    assert [one.id for one in LOOKUP.cell("odile-brandt", "night-ferry").statements] == ["s1", "s2"]


def test_doubt_is_seen_without_colour() -> None:
    assert letter("supports", "clear") == letter("supports", "likely") == "S"
    assert letter("supports", "unsure") == "s"
    assert [weight_of(figure, 0.5) for figure in (0.9, 0.75, 0.6, 0.49)] == ["clear", "clear", "likely", "unsure"]


def test_agreement_needs_a_side() -> None:
    assert LOOKUP.agreement("fishermen-s-union", "amalie-roth") == (["night-ferry"], [])
    assert LOOKUP.agreement("odile-brandt", "fishermen-s-union") == ([], ["night-ferry"])
    assert LOOKUP.agreement("odile-brandt", "petr-havel-lund") == ([], [])


def test_the_table_holds_those_with_statements_and_can_be_transposed() -> None:
    table = build(opened())
    assert [label.id for label in table.columns] == ["night-ferry", "state-subsidy", "pier-cafe"]
    assert "norrland" not in [label.id for label in table.rows]
    transposed = build(opened(table=TableView(transposed=True)))
    assert (transposed.rows, transposed.columns) == (table.columns, table.rows)
    assert transposed.key(0, 0) == table.key(0, 0) == ("odile-brandt", "night-ferry")


def test_hidden_issues_are_gone_and_her_order_comes_first() -> None:
    table = build(opened(table=TableView(hidden=frozenset({"night-ferry"}), first=("pier-cafe",))))
    assert [label.id for label in table.columns] == ["pier-cafe", "state-subsidy"]


def test_groups_are_headings_that_have_no_cells() -> None:
    table = build(opened(grouping="affiliation"))
    headings = [row for row, label in enumerate(table.rows) if label.id is None]
    assert headings and all(table.key(row, 0) is None for row in headings)


def members(grouping: roster.Grouping) -> dict[str | None, list[str]]:
    groups = roster.arrange(LOOKUP, "name", parse_query(""), grouping)
    return {group.title: [one.id for one in group.stakeholders] for group in groups}


def test_a_bloc_is_the_largest_body_at_the_end_of_a_line_of_affiliations() -> None:
    assert members("affiliation")["transport ministry"] == ["senior-official"]
    assert members("affiliation")["Norrland"] == ["norrland", "transport-ministry"]
    assert members("bloc")["Norrland"] == ["norrland", "senior-official", "transport-ministry"]


def test_affiliations_that_go_round_in_a_circle_end() -> None:
    ministry = next(one for one in BRIEFING.stakeholders if one.id == "transport-ministry")
    country = next(one for one in BRIEFING.stakeholders if one.id == "norrland")
    circle = (ministry, msgspec.structs.replace(country, affiliation="transport-ministry"))
    lookup = Lookup(msgspec.structs.replace(BRIEFING, stakeholders=circle, statements=(), positions=()))
    assert roster.group_of(ministry, list(circle), lookup, "bloc") == "Norrland"


def names(query: str) -> list[str]:
    groups = roster.arrange(LOOKUP, "name", parse_query(query))
    return [one.id for group in groups for one in group.stakeholders]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("brandt", ["odile-brandt"]),
        ("kind:country", ["norrland"]),
        ("-kind:person -kind:organization", ["norrland", "senior-official"]),
        ("stance:opposes", ["amalie-roth", "fishermen-s-union"]),
        ("stance:opposes kind:person", ["amalie-roth"]),
        ('issue:"state subsidy"', ["odile-brandt", "senior-official", "transport-ministry"]),
        ("issue:cafe", ["petr-havel-lund"]),
        ("status:past", ["transport-ministry"]),
        ("affiliation:norrland", ["transport-ministry"]),
        ("role:mayor", ["odile-brandt"]),
        ("fishermen's", ["fishermen-s-union"]),
        ("who:amalie", ["amalie-roth"]),
        ("zzz", []),
    ],
)
def test_filters(query: str, found: list[str]) -> None:
    assert names(query) == found


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("stanc:opposes", "did you mean 'stance'"),
        ("stance:against", "there is no stance 'against'"),
        ('issue:"state', "a quotation mark is missing"),
    ],
)
def test_what_is_wrong_in_a_filter_is_said(query: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        parse_query(query)


@given(st.text(max_size=40))
def test_any_filter_is_understood_or_refused_with_a_sentence(query: str) -> None:
    try:
        names(query)
    except UsageError as error:
        assert str(error).startswith("filter: ")


@given(st.sampled_from(list(roster.SORTS)), st.sampled_from(roster.GROUPINGS))
def test_no_order_or_grouping_loses_or_doubles_anyone(sort: str, grouping: roster.Grouping) -> None:
    groups = roster.arrange(LOOKUP, sort, parse_query(""), grouping)
    ids = [one.id for group in groups for one in group.stakeholders]
    assert sorted(ids) == sorted(one.id for one in BRIEFING.stakeholders)


def test_the_passage_of_a_statement_holds_source_cue_and_content() -> None:
    assert LOOKUP.words(LOOKUP.passage(STATEMENTS[0])) == "Mayor Odile Brandt supports the night ferry"


def test_clear_likely_and_unsure_positions_look_different() -> None:
    roles = [style_of("supports", weight) for weight in ("clear", "likely", "unsure")]
    letters = [letter("supports", weight) for weight in ("clear", "likely", "unsure")]
    assert roles == ["supports", "supports+likely", "supports+quiet"] and letters == ["S", "S", "s"]
    for theme in load_themes().values():
        assert theme["supports"].bold and not theme["supports+likely"].bold
