"""A briefing in; rows of one of its parts out: who is in it, what they said, where they stand.

Each row is a mapping of column to value with the same columns in the same order, so that one printer serves the
terminal, Markdown, CSV and JSON Lines alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from briefing.exports.passages import Passages
from briefing.model import Briefing, Span, Statement

Row = dict[str, Any]

UNKNOWN = "unknown"


def who_rows(briefing: Briefing) -> list[Row]:
    """The stakeholders, with the reasons why each is one."""
    names = {stakeholder.id: stakeholder.name for stakeholder in briefing.stakeholders}
    return [
        {
            "name": stakeholder.name,
            "kind": stakeholder.kind,
            "role": stakeholder.role,
            "affiliation": names.get(stakeholder.affiliation or ""),
            "mentions": len(stakeholder.mentions),
            "aliases": list(stakeholder.aliases),
            "reasons": list(stakeholder.reasons),
            "id": stakeholder.id,
        }
        for stakeholder in briefing.stakeholders
    ]


def quote_rows(briefing: Briefing) -> list[Row]:
    """The statements in the order of the text, with the reasons behind holder and stance."""
    names, labels = _names(briefing)
    passages = Passages(briefing.article)
    return [
        {
            "who": names.get(statement.stakeholder or "", UNKNOWN),
            "form": statement.form,
            "cue": statement.cue.of(briefing.article.text) if statement.cue else None,
            "words": words_of(briefing, statement.content),
            "paragraph": passages.paragraph(statement.content[0].start),
            "issue": labels.get(statement.issue or ""),
            "stance": statement.stance,
            "status": statement.status,
            "condition": statement.condition.of(briefing.article.text) if statement.condition else None,
            "confidence": statement.confidence,
            "reasons": list(statement.reasons),
            "id": statement.id,
        }
        for statement in briefing.statements
    ]


def position_rows(briefing: Briefing) -> list[Row]:
    """The positions, each with its evidence and the words that decided it."""
    names, labels = _names(briefing)
    statements = {statement.id: statement for statement in briefing.statements}
    rows = []
    for position in briefing.positions:
        evidence = [statements[number] for number in position.statements if number in statements]
        rows.append(
            {
                "who": names.get(position.stakeholder, position.stakeholder),
                "issue": labels.get(position.issue, position.issue),
                "stance": position.stance,
                "evidence": [words_of(briefing, statement.content) for statement in evidence],
                "reasons": _distinct(reason for statement in evidence for reason in _reasons(statement)),
                "statements": list(position.statements),
            }
        )
    return rows


def position_matrix(briefing: Briefing) -> list[Row]:
    """The table that compares: a row for each stakeholder, a column for each issue; None is no position."""
    names, labels = _names(briefing)
    stances = {(position.stakeholder, position.issue): position.stance for position in briefing.positions}
    holders = [who for who in names if any(holder == who for holder, _ in stances)]
    issues = [issue for issue in labels if any(matter == issue for _, matter in stances)]
    return [{"who": names[who], **{labels[issue]: stances.get((who, issue)) for issue in issues}} for who in holders]


def words_of(briefing: Briefing, spans: tuple[Span, ...]) -> str:
    """The words of one or more spans on one line, with a mark where something between them is left out."""
    return " … ".join(" ".join(span.of(briefing.article.text).split()) for span in spans)


def _names(briefing: Briefing) -> tuple[dict[str, str], dict[str, str]]:
    return (
        {stakeholder.id: stakeholder.name for stakeholder in briefing.stakeholders},
        {issue.id: issue.label for issue in briefing.issues},
    )


def _reasons(statement: Statement) -> tuple[str, ...]:
    return statement.reasons or ((statement.why,) if statement.why else ())


def _distinct(reasons: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(reasons))
