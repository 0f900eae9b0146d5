"""Stances of several statements in; the position they add up to out (the rule of the JSON contract)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefing.model import Position, Stance, Statement


def combine(stances: Iterable[Stance]) -> Stance:
    """The position that several statements on one issue add up to.

    `unclear` gives way to anything else. Both sides, or one statement that is mixed, make `mixed`. A side next to
    `conditional` is decided by number, at par for `conditional`.
    """
    count: Counter[Stance] = Counter(stance for stance in stances if stance != "unclear")
    if not count:
        return "unclear"
    if count["mixed"] or (count["supports"] and count["opposes"]):
        return "mixed"
    side: Stance = "supports" if count["supports"] else "opposes"
    return side if count[side] > count["conditional"] else "conditional"


def positions_from(statements: Iterable[Statement]) -> tuple[Position, ...]:
    """One position for each holder and issue with at least one current statement, in the order of the text."""
    cells: dict[tuple[str, str], list[Statement]] = {}
    for statement in statements:
        if statement.stakeholder is not None and statement.issue is not None and statement.status == "current":
            cells.setdefault((statement.stakeholder, statement.issue), []).append(statement)
    return tuple(
        Position(
            stakeholder=holder,
            issue=issue,
            stance=combine(statement.stance for statement in several),
            statements=tuple(statement.id for statement in several),
        )
        for (holder, issue), several in cells.items()
    )
