"""A Briefing and her choices in; stakeholders in the order and groups of the list and of the table out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from msgspec import Struct

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

Grouping = Literal["none", "affiliation", "bloc"]
"""By whom a stakeholder belongs to, or by the largest body at the end of that line: minister, government, country."""

GROUPINGS: tuple[Grouping, ...] = ("none", "affiliation", "bloc")


class Group(Struct, frozen=True):
    """Stakeholders under one heading; without grouping there is one group without a title."""

    title: str | None
    stakeholders: tuple[Stakeholder, ...]


def arrange(lookup: Lookup, sort: str, query: Query, grouping: Grouping = "none") -> list[Group]:
    """The stakeholders that a query allows, sorted, and grouped if asked for."""
    chosen = [one for one in lookup.briefing.stakeholders if query.allows_stakeholder(one, lookup)]
    chosen.sort(key=lambda one: SORTS[sort](one, lookup))
    if grouping == "none":
        return [Group(None, tuple(chosen))] if chosen else []
    groups: dict[str, list[Stakeholder]] = {}
    for one in chosen:
        groups.setdefault(group_of(one, chosen, lookup, grouping), []).append(one)
    ordered = sorted(groups.items(), key=lambda item: (item[0] == UNAFFILIATED, -len(item[1]), item[0]))
    return [Group(title, tuple(members)) for title, members in ordered]


def group_of(stakeholder: Stakeholder, others: list[Stakeholder], lookup: Lookup, grouping: Grouping) -> str:
    """The heading under which a stakeholder stands: whom they belong to, or themselves if others belong to them."""
    if stakeholder.affiliation is not None:
        above = stakeholder.affiliation if grouping == "affiliation" else _largest_body(stakeholder, lookup)
        return lookup.name(above)
    if any(other.affiliation == stakeholder.id for other in others):
        return stakeholder.name
    return UNAFFILIATED


def _largest_body(stakeholder: Stakeholder, lookup: Lookup) -> str:
    """The id at the end of the line of affiliations, or the last one before the line turns back on itself."""
    seen = [stakeholder.id]
    above = stakeholder.affiliation
    while above is not None and above not in seen:
        seen.append(above)
        found = lookup.stakeholders.get(above)
        above = found.affiliation if found else None
    return seen[-1]


def issues_in_order(lookup: Lookup, query: Query, hidden: frozenset[str], first: tuple[str, ...]) -> list[Issue]:
    """The issues to show: hers first, then those with most positions."""
    allowed = [one for one in lookup.briefing.issues if one.id not in hidden and query.allows_issue(one)]
    filled = {issue.id: 0 for issue in allowed}
    for position in lookup.briefing.positions:
        if position.issue in filled:
            filled[position.issue] += 1
    ranks = {issue: rank for rank, issue in enumerate(first)}
    return sorted(allowed, key=lambda one: (ranks.get(one.id, len(ranks)), -filled[one.id], one.label))
