"""The list of export formats: id, file suffix, media type, a line for menus, and where the renderer lives.

A format is one module with `render(briefing, choices) -> str | bytes` and `passages(output) -> Iterator[Passage]`,
which reads back what the output shows of the article. Modules are imported when their format is first used.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Protocol, cast

from msgspec import Struct

from briefing.exports.choices import Choices
from briefing.exports.evidence import Passage
from briefing.model import Briefing


class Renderer(Protocol):
    """What every format module offers."""

    def render(self, briefing: Briefing, choices: Choices) -> str | bytes:
        """The output for a briefing that has been narrowed and verified."""
        ...

    def passages(self, output: bytes) -> Iterator[Passage]:
        """What an output shows of the article."""
        ...


class Format(Struct, frozen=True):
    """One way to hand over a briefing."""

    id: str
    suffix: str
    media_type: str
    description: str
    module: str

    def renderer(self) -> Renderer:
        """The module of this format, imported now if it has not been yet."""
        return cast(Renderer, importlib.import_module(f"briefing.exports.formats.{self.module}"))


_TEXT = "text/plain; charset=utf-8"

FORMATS: dict[str, Format] = {
    one.id: one
    for one in (
        Format("markdown", ".md", "text/markdown; charset=utf-8", "Briefing as Markdown, with notes", "markdown"),
        Format("html", ".html", "text/html; charset=utf-8", "One page with article and table, no script", "html"),
        Format("json", ".json", "application/json", "Everything, as one indented JSON object", "json_object"),
        Format("jsonl", ".jsonl", "application/jsonl", "Everything, as one line of JSON", "json_line"),
        Format("table", ".txt", _TEXT, "Positions as columns of plain text", "table"),
        Format("plain", ".txt", _TEXT, "Text to be read from top to bottom, for screen readers", "linear"),
        Format("csv", ".csv", "text/csv; charset=utf-8", "Statements as a spreadsheet", "csv_statements"),
        Format("csv-positions", ".csv", "text/csv; charset=utf-8", "Positions as a spreadsheet", "csv_positions"),
        Format("dna", ".dna", "application/vnd.sqlite3", "Database of Discourse Network Analyzer", "dna"),
        Format("dna-events", ".csv", "text/csv; charset=utf-8", "Event list as DNA exports it", "dna_events"),
        Format("graphml", ".graphml", "application/xml", "Network of stakeholders and issues", "graphml"),
        Format("annotations", ".jsonld", "application/ld+json", "Statements as W3C Web Annotations", "annotations"),
        Format("csl", ".json", "application/json", "Citation of the article as CSL-JSON", "citation"),
        Format(
            "docx",
            ".docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "Word document (needs pandoc)",
            "docx",
        ),
        Format("svg", ".svg", "image/svg+xml", "Picture of the positions table for a slide", "svg"),
    )
}
"""Every format by its id, in the order of menus."""

OTHER_ENDINGS = {".markdown": "markdown", ".htm": "html"}
"""Endings of files that a format has besides its own."""


def format_with(ending: str) -> str | None:
    """The id of the first format with an ending of files, such as `.md`."""
    ending = ending.lower()
    return next((one.id for one in FORMATS.values() if one.suffix == ending), OTHER_ENDINGS.get(ending))


def endings() -> list[str]:
    """The endings by which a file name chooses a format, in the order of menus."""
    return list(dict.fromkeys(one.suffix for one in FORMATS.values()))


def format_called(name: str) -> str | None:
    """The id of the format that somebody means: its id, or the ending of its files with or without the dot."""
    return name if name in FORMATS else format_with(f".{name.removeprefix('.')}")
