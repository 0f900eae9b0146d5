"""A small briefing made by hand, and ways to decide about it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.corrections.anchoring import anchor_of, passage_of
from briefing.corrections.correction import StatementCorrection
from briefing.corrections.stakeholders import actor_of
from briefing.model import (
    Analysis,
    Article,
    Briefing,
    Issue,
    Mention,
    Position,
    Span,
    Stakeholder,
    Statement,
)

TEXT = (
    "The miller, Ada Quill, said the new weir would help the valley. Boat owners warned that the weir would ruin them. "
    "Quill once opposed the plan. The ferryman said nothing."
)


def span(words, text=TEXT):
    start = text.index(words)
    return Span(start, start + len(words))


def mention(words, form="name"):
    place = span(words)
    return Mention(place.start, place.end, form)


@pytest.fixture
def weir():
    """Ada Quill supports the new weir, boat owners oppose it; her former view is listed and not counted."""
    return Briefing(
        article=Article(title="The weir", path="weir.txt", text=TEXT, sha256="ab" * 32),
        analysis=Analysis(version="1", model="m", model_version="1"),
        stakeholders=(
            Stakeholder(id="ada-quill", name="Ada Quill", kind="person", mentions=(mention("Ada Quill"),)),
            Stakeholder(id="boat-owners", name="Boat owners", kind="group", mentions=(mention("Boat owners"),)),
            Stakeholder(id="quill", name="Quill", kind="organization", affiliation="ada-quill"),
        ),
        issues=(Issue(id="new-weir", label="new weir"), Issue(id="plan", label="plan")),
        statements=(
            Statement(
                id="s1",
                stakeholder="ada-quill",
                form="indirect",
                source=span("The miller, Ada Quill"),
                cue=span("said"),
                content=(span("the new weir would help the valley"),),
                issue="new-weir",
                stance="supports",
                confidence=0.6,
                why="help",
                reasons=("“help” speaks for it",),
            ),
            Statement(
                id="s2",
                stakeholder="boat-owners",
                form="indirect",
                cue=span("warned"),
                content=(span("that the weir would ruin them"),),
                issue="new-weir",
                stance="opposes",
                confidence=0.7,
                why="ruin",
            ),
            Statement(
                id="s3",
                stakeholder="quill",
                form="action",
                content=(span("opposed the plan"),),
                issue="plan",
                stance="opposes",
                status="past",
                within="s1",
            ),
        ),
        positions=(
            Position(stakeholder="ada-quill", issue="new-weir", stance="supports", statements=("s1",)),
            Position(stakeholder="boat-owners", issue="new-weir", stance="opposes", statements=("s2",)),
        ),
    )


def decision(briefing, statement_id, verdict="changed", **changes):
    """A decision about a statement of a briefing, as the reader's screen makes it."""
    statement = next(one for one in briefing.statements if one.id == statement_id)
    decided = replace(statement, **changes)
    holder = next((one for one in briefing.stakeholders if one.id == decided.stakeholder), None)
    return StatementCorrection(
        verdict=verdict,
        anchor=anchor_of(briefing.article.text, passage_of(statement)),
        statement=decided,
        fields=tuple(changes),
        holder=actor_of(holder) if holder else None,
        issue=next((one for one in briefing.issues if one.id == decided.issue), None),
    )
