"""A Briefing in; its statements as CSV out, one row a statement and a piece of its content."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.exports.choices import Choices
from briefing.exports.digest import Digest
from briefing.exports.evidence import Passage
from briefing.exports.formats.csv_text import read_csv, write_csv
from briefing.model import Briefing, Span, Statement

HEADER = (
    "statement", "piece", "stakeholder", "stakeholder_id", "kind", "role", "affiliation", "issue", "issue_id", "stance",
    "status", "form", "text", "start", "end", "paragraph", "condition", "source", "cue", "why", "confidence", "within",
    "reviewed", "title", "publisher", "published", "article_sha256", "marking",
)  # fmt: skip


def render(briefing: Briefing, choices: Choices) -> str:
    """The table; `text` is the article's words from `start` to `end`, as they stand there."""
    digest = Digest(briefing, choices)
    rows = (
        _row(digest, statement, number, span)
        for statement in briefing.statements
        for number, span in enumerate(statement.content, start=1)
    )
    return write_csv(HEADER, rows)


def passages(output: bytes) -> Iterator[Passage]:
    """The words of every row with their place."""
    for row in read_csv(output.decode()):
        yield Passage(int(row["start"]), int(row["end"]), row["text"])


def _row(digest: Digest, statement: Statement, number: int, span: Span) -> list[str | int | float | None]:
    evidence = digest.evidence[statement.id]
    holder, text, article = evidence.holder, digest.article.text, digest.article
    group = digest.stakeholders.get(holder.affiliation or "") if holder else None
    issue = digest.issues.get(statement.issue or "")
    return [
        statement.id,
        number,
        holder.name if holder else None,
        statement.stakeholder,
        holder.kind if holder else None,
        holder.role if holder else None,
        group.name if group else None,
        issue.label if issue else None,
        statement.issue,
        statement.stance,
        statement.status,
        statement.form,
        span.of(text),
        span.start,
        span.end,
        digest.passages.paragraph(span.start),
        statement.condition.of(text) if statement.condition else None,
        statement.source.of(text) if statement.source else None,
        statement.cue.of(text) if statement.cue else None,
        statement.why,
        round(statement.confidence, 3),
        statement.within,
        "yes" if evidence.reviewed else "no",
        article.title,
        article.publisher,
        article.published,
        article.sha256,
        digest.choices.marking,
    ]
