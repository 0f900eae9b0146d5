"""A Briefing in; its positions as CSV out, one row for each stakeholder and issue with a position."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.exports.choices import Choices
from briefing.exports.digest import Digest
from briefing.exports.evidence import Passage
from briefing.exports.formats.csv_text import write_csv
from briefing.model import Briefing

HEADER = (
    "stakeholder", "stakeholder_id", "kind", "issue", "issue_id", "stance", "sureness", "statements", "reviewed",
    "title", "publisher", "published", "article_sha256", "marking",
)  # fmt: skip


def render(briefing: Briefing, choices: Choices) -> str:
    """The table; a pair without a position has no row, because silence is not a stance."""
    digest = Digest(briefing, choices)
    article = briefing.article
    rows = [
        [
            digest.stakeholders[one.stakeholder].name,
            one.stakeholder,
            digest.stakeholders[one.stakeholder].kind,
            digest.issues[one.issue].label,
            one.issue,
            one.stance,
            digest.cell_weight(one),
            " ".join(one.statements),
            "yes" if digest.cell_reviewed(one) else "no",
            article.title,
            article.publisher,
            article.published,
            article.sha256,
            choices.marking,
        ]
        for one in briefing.positions
    ]
    return write_csv(HEADER, rows)


def passages(output: bytes) -> Iterator[Passage]:
    """Nothing: the table holds no passage of the article."""
    return iter(())
