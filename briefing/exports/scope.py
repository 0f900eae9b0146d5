"""A Briefing and Choices in; the Briefing out that holds only what was chosen.

Statements inside which a chosen one lies ("A says that B wants …") stay, because without A the words of B would look
like B's own. Stakeholders to whom a kept one belongs stay, so that every id in the result can be looked up.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from briefing.errors import UsageError
from briefing.exports.choices import Choices
from briefing.exports.words import listing
from briefing.model import Briefing, Issue, Position, Stakeholder, Statement
from briefing.nearest import hint


def narrow(briefing: Briefing, choices: Choices) -> Briefing:
    """The part of the briefing that was chosen; the briefing itself where everything was.

    Raises:
        UsageError: the chosen stakeholder or issue is not in the briefing.
    """
    if choices.stakeholder:
        briefing = _only(briefing, stakeholders={find_stakeholder(briefing, choices.stakeholder).id})
    elif choices.compare:
        briefing = _only(briefing, stakeholders={find_stakeholder(briefing, one).id for one in choices.compare})
    elif choices.issue:
        briefing = _only(briefing, issue=find_issue(briefing, choices.issue).id)
    if choices.reviewed_only:
        briefing = _only_reviewed(briefing, choices)
    return briefing


def marked(briefing: Briefing, choices: Choices) -> Briefing:
    """The briefing with its handling marking as the first of its notes; the contract has no field for one."""
    if not choices.marking:
        return briefing
    return replace(briefing, notes=(f"Handling: {choices.marking}", *briefing.notes))


def scope_sentence(briefing: Briefing, choices: Choices) -> str:
    """What a page says of being a part of the whole; empty where it is the whole."""
    parts = []
    if choices.stakeholder:
        parts.append(find_stakeholder(briefing, choices.stakeholder).name)
    elif choices.compare:
        parts.append(listing([find_stakeholder(briefing, one).name for one in choices.compare]))
    elif choices.issue:
        parts.append(find_issue(briefing, choices.issue).label)
    if choices.reviewed_only:
        parts.append("statements that a reader has confirmed")
    return f"A part of the briefing, only: {'; '.join(parts)}." if parts else ""


def find_stakeholder(briefing: Briefing, wanted: str) -> Stakeholder:
    """The stakeholder with this id, name or alias.

    Raises:
        UsageError: there is none, or several share the name.
    """
    for one in briefing.stakeholders:
        if one.id == wanted:
            return one
    folded = wanted.casefold()
    found = [one for one in briefing.stakeholders if folded in {n.casefold() for n in (one.name, *one.aliases)}]
    if len(found) > 1:
        raise UsageError(f"several stakeholders are called {wanted!r}; choose one of {_ids(found)}")
    if not found:
        raise UsageError(f"no stakeholder {wanted!r} in this article{hint(wanted, _names(briefing.stakeholders))}")
    return found[0]


def find_issue(briefing: Briefing, wanted: str) -> Issue:
    """The issue with this id or label.

    Raises:
        UsageError: there is none.
    """
    for one in briefing.issues:
        if wanted == one.id or wanted.casefold() == one.label.casefold():
            return one
    labels = [one.label for one in briefing.issues]
    raise UsageError(f"no issue {wanted!r} in this article{hint(wanted, labels)}")


def _ids(found: Iterable[Stakeholder]) -> str:
    return ", ".join(one.id for one in found)


def _names(stakeholders: Iterable[Stakeholder]) -> list[str]:
    return [one.name for one in stakeholders]


def _only(briefing: Briefing, *, stakeholders: set[str] | None = None, issue: str | None = None) -> Briefing:
    def chosen(one: Statement | Position) -> bool:
        return one.issue == issue if issue is not None else one.stakeholder in (stakeholders or ())

    statements = _with_outer(briefing, [one for one in briefing.statements if chosen(one)])
    positions = tuple(one for one in briefing.positions if chosen(one))
    kept = {one.stakeholder for one in statements} | {one.stakeholder for one in positions} | (stakeholders or set())
    about = {one.issue for one in statements} | {one.issue for one in positions} | {issue}
    return replace(
        briefing,
        stakeholders=_with_affiliations(briefing, kept),
        issues=tuple(one for one in briefing.issues if one.id in about),
        statements=statements,
        positions=positions,
    )


def _only_reviewed(briefing: Briefing, choices: Choices) -> Briefing:
    """Without what nobody has confirmed: a statement needs all around it confirmed, a position all its statements.

    Stakeholders and issues that are left without a statement go as well, unless they were chosen by name.
    """
    kept = {
        one.id
        for one in briefing.statements
        if choices.reviewed.issuperset(outer.id for outer in _with_outer(briefing, [one]))
    }
    statements = tuple(one for one in briefing.statements if one.id in kept)
    wanted = [choices.stakeholder] if choices.stakeholder else choices.compare or ()
    holders = {one.stakeholder for one in statements} | {find_stakeholder(briefing, one).id for one in wanted}
    issues = {one.issue for one in statements}
    issues |= {find_issue(briefing, choices.issue).id} if choices.issue else set()
    return replace(
        briefing,
        stakeholders=_with_affiliations(briefing, holders),
        issues=tuple(one for one in briefing.issues if one.id in issues),
        statements=statements,
        positions=tuple(one for one in briefing.positions if kept.issuperset(one.statements)),
    )


def _with_outer(briefing: Briefing, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements and all inside which they lie, in the order of the briefing."""
    every = {one.id: one for one in briefing.statements}
    kept: set[str] = set()
    for one in statements:
        outer: str | None = one.id
        while outer in every and outer not in kept:
            kept.add(outer)
            outer = every[outer].within
    return tuple(one for one in briefing.statements if one.id in kept)


def _with_affiliations(briefing: Briefing, kept: set[str | None]) -> tuple[Stakeholder, ...]:
    """The stakeholders and all to whom they belong, in the order of the briefing."""
    every = {one.id: one for one in briefing.stakeholders}
    closed: set[str] = set()
    for one in kept:
        while one in every and one not in closed:
            closed.add(one)
            one = every[one].affiliation
    return tuple(one for one in briefing.stakeholders if one.id in closed)
