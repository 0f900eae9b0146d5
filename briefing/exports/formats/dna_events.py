"""A Briefing in; the event list that DNA exports for its default statement type out: CSV with semicolons.

UTF-8, strings in double quotes, `;` and `"` inside strings become `,` and `'` as in DNA, no line break at the end.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator

from briefing.exports.choices import Choices
from briefing.exports.digest import Digest
from briefing.exports.evidence import Passage
from briefing.exports.formats.csv_text import harmless, original
from briefing.exports.formats.dna_statements import agreement, document_time, extent, person_and_organization, short
from briefing.exports.visible import one_line
from briefing.model import Briefing, Statement

HEADER = (
    "statement_id", "time", "person", "organization", "concept", "agreement", "start_position", "stop_position", "text",
    "coder", "document_id", "document_title", "document_author", "document_source", "document_section", "document_type",
)  # fmt: skip

_SUBSTITUTES = str.maketrans({";": ",", '"': "'"})


def render(briefing: Briefing, choices: Choices) -> str:
    """One line for each statement with an agreement, numbered as in the database export."""
    digest = Digest(briefing, choices)
    lines = [";".join(_string(name) for name in HEADER)]
    agreeing = [one for one in briefing.statements if agreement(one) is not None]
    lines += [_line(digest, number, statement) for number, statement in enumerate(agreeing, start=1)]
    return "\n".join(lines)


def passages(output: bytes) -> Iterator[Passage]:
    """The text of every line with its place."""
    for row in csv.DictReader(output.decode().split("\n"), delimiter=";"):
        words = original(row["text"])
        yield Passage(int(row["start_position"]), int(row["stop_position"]), words, substitutes=_SUBSTITUTES)


def _line(digest: Digest, number: int, statement: Statement) -> str:
    article, span = digest.article, extent(statement)
    person, organization = person_and_organization(digest.stakeholders.get(statement.stakeholder or ""), digest)
    concept = short(digest.issues[statement.issue].label) if statement.issue else ""
    cells = [
        str(number),
        document_time(digest),
        *(_string(name) for name in (person, organization, concept)),
        str(agreement(statement)),
        str(span.start),
        str(span.end),
        _string(one_line(span.of(article.text))),
        "1",
        "1",
        *(_string(short(fact)) for fact in (article.title, article.byline, article.publisher, "", "")),
    ]
    return ";".join(cells)


def _string(text: str) -> str:
    return f'"{harmless(text.translate(_SUBSTITUTES))}"'
