"""A Briefing and her choices in; stakeholders in the order and groups of the list and of the table out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from briefing.model import Issue, Stakeholder
from briefing.reader.lookup import Lookup
from briefing.reader.query import Query

SORTS: dict[str, Callable[[Stakeholder, Lookup], Any]] = {
    "salience": lambda one, lookup: (-sum(lookup.salience[one.id]) - 2 * lookup.salience[one.id][0], one.name),
    "name": lambda one, lookup: (one.name.casefold(),),
    "affiliation": lambda one, lookup: (one.affiliation is None, lookup.name(one.affiliation).casefold(), one.name),
    "statements": lambda one, lookup: (-lookup.salience[one.id][0], one.name),
}
"""Orders of the stakeholders by the name she reads."""

UNAFFILIATED = "No affiliation given"


@dataclass(frozen=True, slots=True)
class Group:
    """Stakeholders under one heading; without grouping there is one group without a title."""

    title: str | None
    stakeholders: tuple[Stakeholder, ...]


def arrange(lookup: Lookup, sort: str, query: Query, *, grouped: bool) -> list[Group]:
    """The stakeholders that a query allows, sorted, and grouped by affiliation if asked for."""
    chosen = [one for one in lookup.briefing.stakeholders if query.allows_stakeholder(one, lookup)]
    chosen.sort(key=lambda one: SORTS[sort](one, lookup))
    if not grouped:
        return [Group(None, tuple(chosen))] if chosen else []
    groups: dict[str, list[Stakeholder]] = {}
    for one in chosen:
        groups.setdefault(group_of(one, chosen, lookup), []).append(one)
    ordered = sorted(groups.items(), key=lambda item: (item[0] == UNAFFILIATED, -len(item[1]), item[0]))
    return [Group(title, tuple(members)) for title, members in ordered]


def group_of(stakeholder: Stakeholder, others: list[Stakeholder], lookup: Lookup) -> str:
    """The heading under which a stakeholder stands: whom they belong to, or themselves if others belong to them."""
    if stakeholder.affiliation is not None:
        return lookup.name(stakeholder.affiliation)
    if any(other.affiliation == stakeholder.id for other in others):
        return stakeholder.name
    return UNAFFILIATED


def issues_in_order(lookup: Lookup, query: Query, hidden: frozenset[str], first: tuple[str, ...]) -> list[Issue]:
    """The issues to show: hers first, then those with most positions."""
    allowed = [one for one in lookup.briefing.issues if one.id not in hidden and query.allows_issue(one)]
    filled = {issue.id: 0 for issue in allowed}
    for position in lookup.briefing.positions:
        if position.issue in filled:
            filled[position.issue] += 1
    ranks = {issue: rank for rank, issue in enumerate(first)}
    return sorted(allowed, key=lambda one: (ranks.get(one.id, len(ranks)), -filled[one.id], one.label))
