"""Statements and a decision about one of them in; the statements as they stand after it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from briefing.corrections.anchoring import find, moved
from briefing.corrections.correction import StatementCorrection
from briefing.model import Span, Statement

SAME_FROM = 0.5
"""Share of the characters of two contents that are common to both, from which they are one statement."""


def place(text: str, correction: StatementCorrection) -> Statement | None:
    """The decided statement with its offsets in this text; None if its words are gone."""
    span = find(text, correction.anchor)
    if span is None:
        return None
    return shifted(correction.statement, span.start - correction.anchor.start)


def shifted(statement: Statement, distance: int) -> Statement:
    """The statement with all its places so many characters further on."""
    if not distance:
        return statement

    def move(span: Span | None) -> Span | None:
        return None if span is None else moved(span, distance)

    return replace(
        statement,
        source=move(statement.source),
        cue=move(statement.cue),
        condition=move(statement.condition),
        content=tuple(moved(span, distance) for span in statement.content),
        hedges=tuple(moved(span, distance) for span in statement.hedges),
    )


def counterpart(decided: Statement, statements: Sequence[Statement]) -> Statement | None:
    """The statement that a decision is about: the one with most of its words; None if none has half of them.

    Two who say the same have one content between them; then source, and at last id, tell which one is meant.
    """

    def likeness(one: Statement) -> tuple[float, bool, bool]:
        return _common_share(decided.content, one.content), one.source == decided.source, one.id == decided.id

    best = max(statements, key=likeness, default=None)
    return best if best is not None and likeness(best)[0] >= SAME_FROM else None


def decide(
    machine: Statement, decided: Statement, correction: StatementCorrection, names: Mapping[str, str]
) -> Statement:
    """The machine's statement with what was decided; the reasons say what the machine had said.

    Args:
        machine: the statement as the analysis, and earlier decisions, made it.
        decided: the statement as it was decided, with ids and offsets of the same briefing.
        correction: says what of it was decided.
        names: what stakeholders and issues are called, by id.
    """
    changes: dict[str, object] = {}
    reasons = []
    for name in correction.fields:
        before, after = getattr(machine, name), getattr(decided, name)
        changes[name] = after
        if name == "content":
            changes["form"] = decided.form
            reasons.append("words marked by hand")
        elif before != after:
            said = "unknown" if before is None else names.get(before, before)
            reasons.append(f"{name} set by hand; the analysis said {said}")
    if "stance" in correction.fields:
        changes["condition"] = decided.condition if decided.stance == "conditional" else None
        if machine.stance != decided.stance:
            changes["why"] = ""
    return replace(machine, **changes, confidence=1.0, reasons=(*reasons, *machine.reasons) or ("found right by hand",))


def added(decided: Statement, statements: Sequence[Statement]) -> Statement:
    """A statement that only the reader sees, with an id that no other has."""
    taken = {one.id for one in statements}
    number = next(number for number in range(1, len(taken) + 2) if f"h{number}" not in taken)
    known = {one.id for one in statements}
    return replace(
        decided,
        id=f"h{number}",
        within=decided.within if decided.within in known else None,
        confidence=1.0,
        reasons=("marked by hand",),
    )


def without(removed: Statement, statements: Sequence[Statement]) -> list[Statement]:
    """All others; what lay inside the removed one now lies in whatever that lay in."""
    return [
        replace(one, within=removed.within) if one.within == removed.id else one
        for one in statements
        if one.id != removed.id
    ]


def _common_share(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Common characters of two contents as a share of the characters of both (Jaccard)."""
    common = sum(
        max(0, min(first.end, second.end) - max(first.start, second.start)) for first in one for second in other
    )
    both = sum(span.end - span.start for span in (*one, *other)) - common
    return common / both if both else 0.0
