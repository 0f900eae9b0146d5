"""The facts of a briefing in; rows of one of its parts out: who is in it, what they said, where they stand.

Each row is a mapping of column to value with the same columns in the same order, so that one printer serves the
terminal, Markdown, CSV and JSON Lines alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from briefing.exports.digest import Digest
from briefing.exports.words import FOUND_BY, REVIEWED_SIGN
from briefing.model import Briefing, Position, Span, Statement

Row = dict[str, Any]

UNKNOWN = "unknown"
WHO = "who"

FOUND = "found by "

WHO_COLUMNS = ("name", "kind", "role", "affiliation", "mentions", "aliases", "reasons", "id")
QUOTE_COLUMNS = (
    WHO, "form", "cue", "words", "paragraph", "issue", "stance", "status", "condition", "confidence", "reviewed",
    "reasons", "id",
)  # fmt: skip
POSITION_COLUMNS = (
    WHO, "issue", "stance", "sureness", "evidence", "conditions", "reviewed", "reasons", "statements",
)  # fmt: skip
"""The columns of the data, which are the same where nothing was found."""


def who_rows(digest: Digest) -> list[Row]:
    """The stakeholders, with the reasons why each is one."""
    return [
        {
            "name": stakeholder.name,
            "kind": stakeholder.kind,
            "role": stakeholder.role,
            "affiliation": _name(digest, stakeholder.affiliation, None),
            "mentions": len(stakeholder.mentions),
            "aliases": list(stakeholder.aliases),
            "reasons": list(stakeholder.reasons),
            "id": stakeholder.id,
        }
        for stakeholder in digest.briefing.stakeholders
    ]


def quote_rows(digest: Digest) -> list[Row]:
    """The statements in the order of the text, with the reasons behind holder and stance."""
    text = digest.article.text
    return [
        {
            "who": _name(digest, statement.stakeholder, UNKNOWN),
            "form": statement.form,
            "cue": statement.cue.of(text) if statement.cue else None,
            "words": words_of(digest.briefing, statement.content),
            "paragraph": digest.passages.paragraph(statement.content[0].start),
            "issue": _label(digest, statement.issue),
            "stance": statement.stance,
            "status": statement.status,
            "condition": statement.condition.of(text) if statement.condition else None,
            "confidence": statement.confidence,
            "reviewed": digest.evidence[statement.id].reviewed,
            "reasons": list(statement.reasons),
            "id": statement.id,
        }
        for statement in digest.briefing.statements
    ]


def position_rows(digest: Digest) -> list[Row]:
    """The positions, each with how sure it is, its evidence, its conditions and the words that decided it."""
    return [
        {
            **_position(digest, position),
            "evidence": [words_of(digest.briefing, one.content) for one in behind],
            "conditions": _conditions(digest, behind),
            "reviewed": digest.cell_reviewed(position),
            "reasons": _distinct(reason for one in behind for reason in _reasons(one)),
            "statements": list(position.statements),
        }
        for position, behind in _held(digest)
    ]


def position_entries(digest: Digest) -> list[Row]:
    """The positions as a person reads them: of several statements each has a number, before its words and its reasons.

    A statement that says something else than the position has its own stance beside its words.
    """
    return [
        {
            **_position(digest, position),
            "evidence": _numbered([_told(digest, one, position) for one in behind]),
            "conditions": _conditions(digest, behind),
            "reviewed": REVIEWED_SIGN if digest.cell_reviewed(position) else None,
            "reasons": _numbered(["; ".join(map(in_words, _reasons(one))) for one in behind]),
        }
        for position, behind in _held(digest)
    ]


def position_matrix(digest: Digest) -> list[Row]:
    """The table that compares: a row for each stakeholder, a column for each issue; None is no position.

    A cell says where the program is unsure of a side, and what a reader has confirmed.
    """
    columns = dict(zip(_distinct_columns([issue.label for issue in digest.columns]), digest.columns, strict=True))
    return [
        {
            WHO: stakeholder.name,
            **{column: _cell(digest, digest.position(stakeholder.id, issue.id)) for column, issue in columns.items()},
        }
        for stakeholder in digest.rows
    ]


def words_of(briefing: Briefing, spans: tuple[Span, ...]) -> str:
    """The words of one or more spans on one line, with a mark where something between them is left out."""
    return " … ".join(" ".join(span.of(briefing.article.text).split()) for span in spans)


def in_words(reason: str) -> str:
    """A reason as a person reads it: who found a statement, in words."""
    finder = reason.removeprefix(FOUND)
    return f"{FOUND}{FOUND_BY.get(finder, finder)}" if finder != reason else reason


def _position(digest: Digest, position: Position) -> Row:
    return {
        WHO: _name(digest, position.stakeholder, position.stakeholder),
        "issue": _label(digest, position.issue),
        "stance": position.stance,
        "sureness": digest.cell_weight(position),
    }


def _held(digest: Digest) -> list[tuple[Position, list[Statement]]]:
    """Every position with the statements behind it."""
    return [(one, [digest.evidence[id_].statement for id_ in one.statements]) for one in digest.briefing.positions]


def _told(digest: Digest, statement: Statement, position: Position) -> str:
    """The words of a statement behind a position, with its stance where that is another."""
    words = words_of(digest.briefing, statement.content)
    return words if statement.stance == position.stance else f"{words} [{statement.stance}]"


def _conditions(digest: Digest, statements: list[Statement]) -> list[str]:
    return _distinct(words_of(digest.briefing, (one.condition,)) for one in statements if one.condition is not None)


def _cell(digest: Digest, position: Position | None) -> str | None:
    if position is None:
        return None
    doubt = ", unsure" if digest.is_doubtful(position) else ""
    return f"{position.stance}{doubt}{f' {REVIEWED_SIGN}' if digest.cell_reviewed(position) else ''}"


def _distinct_columns(labels: list[str]) -> list[str]:
    """The labels as names of columns: one that another column has already gets a number."""
    names: list[str] = []
    for label in labels:
        name, number = label, 2
        while name in (WHO, *names):
            name, number = f"{label} ({number})", number + 1
        names.append(name)
    return names


def _numbered(several: list[str]) -> list[str]:
    return [f"({number}) {one}" for number, one in enumerate(several, start=1)] if len(several) > 1 else several


def _name(digest: Digest, stakeholder: str | None, otherwise: str | None) -> str | None:
    found = digest.stakeholders.get(stakeholder or "")
    return found.name if found else otherwise


def _label(digest: Digest, issue: str | None) -> str | None:
    found = digest.issues.get(issue or "")
    return found.label if found else issue


def _reasons(statement: Statement) -> tuple[str, ...]:
    return statement.reasons or ((statement.why,) if statement.why else ())


def _distinct(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
