"""Given the stances of several statements, this position."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.positions.combine import combine, positions_from
from briefing.model import Span, Stance, Statement, Status

STANCES: tuple[Stance, ...] = ("supports", "opposes", "conditional", "mixed", "unclear")


@pytest.mark.parametrize(
    ("stances", "position"),
    [
        (["unclear"], "unclear"),
        (["unclear", "opposes"], "opposes"),
        (["supports", "opposes"], "mixed"),
        (["supports", "supports", "mixed"], "mixed"),
        (["supports", "conditional"], "conditional"),
        (["supports", "supports", "conditional"], "supports"),
        (["opposes", "conditional", "conditional"], "conditional"),
    ],
)
def test_combines(stances: list[Stance], position: Stance) -> None:
    assert combine(stances) == position


@given(st.lists(st.sampled_from(STANCES), min_size=1))
def test_order_and_unclear_statements_do_not_count(stances: list[Stance]) -> None:
    assert combine(stances) == combine(reversed(stances)) == combine([*stances, "unclear"])


def statement(identity: str, stance: Stance, status: Status = "current", issue: str | None = "dam") -> Statement:
    return Statement(
        id=identity,
        stakeholder="union",
        form="indirect",
        content=(Span(0, 1),),
        issue=issue,
        stance=stance,
        status=status,
    )


def test_only_current_statements_with_an_issue_make_positions() -> None:
    found = positions_from(
        [statement("s1", "supports", "past"), statement("s2", "opposes"), statement("s3", "supports", issue=None)]
    )
    assert [(p.stakeholder, p.issue, p.stance, p.statements) for p in found] == [("union", "dam", "opposes", ("s2",))]
