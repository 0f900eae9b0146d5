"""A draft of an export in; the pages of its dialog out: overview with preview, formats, scopes, markings.

The exports are imported when the dialog opens; the reader starts without them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, get_args

from msgspec import Struct

from briefing.reader.draft import Draft
from briefing.reader.pages.page import Page, PageWriter, Row

Part = Literal["write", "format", "scope", "marking", "destination"]
"""What an entry of the overview leads to."""

PARTS: tuple[Part, ...] = get_args(Part)
PREVIEW = 60
"""Lines of the export that are shown."""
BINARY = frozenset({"dna", "docx"})
"""Formats of which nothing can be shown on a text screen."""

_LINE = re.compile(r"\s*export\s+(\S+)\s+(\S.*?)\s*")


class ExportLine(Struct, frozen=True):
    """An export in one line: `export csv table.csv`."""

    format: str
    path: str


class OwnWords(Struct, frozen=True):
    """She wants to type a marking."""


def export_line(text: str) -> ExportLine | None:
    """The export that a typed line asks for; None if it asks for something else."""
    found = _LINE.fullmatch(text)
    return ExportLine(found[1], found[2]) if found else None


def overview(draft: Draft, scope: str, destination: str, preview: Sequence[str], first: Part) -> Page:
    """Everything that is chosen, each to be changed, and the beginning of what would be written."""
    from briefing.exports import FORMATS

    marking = " · ".join(filter(None, (f"TLP:{draft.tlp.upper()}" if draft.tlp else "", draft.handling)))
    entries: dict[Part, str] = {
        "write": destination,
        "format": f"{draft.format}  {FORMATS[draft.format].description}" if draft.format in FORMATS else draft.format,
        "scope": scope,
        "marking": marking or "none",
        "destination": destination,
    }

    def rows(width: int) -> list[Row]:
        writer = PageWriter(width)
        for part in PARTS:
            words = "Write it" if part == "write" else part.capitalize()
            note = "" if part == "write" else entries[part]
            writer.entry([(f"{words:<14}", "title"), (note, "quiet")], part, hang=14)
        writer.heading("Preview")
        for line in preview:
            writer.paragraph([(line, "")], indent=1)
        return writer.rows

    return Page("Export", rows, hint="Enter on Write it writes, on a line changes it", first=PARTS.index(first))


def formats(chosen: str) -> Page:
    """All formats."""
    from briefing.exports import FORMATS

    def rows(width: int) -> list[Row]:
        writer = PageWriter(width)
        for one in FORMATS.values():
            writer.entry([(f"{one.id:<15}", "title"), (one.description, "quiet")], one.id, hang=15)
        return writer.rows

    names = list(FORMATS)
    return Page("Format", rows, hint="Enter chooses", first=names.index(chosen) if chosen in names else 0)


def scopes(stakeholder: str | None, issue: str | None, *, reviewed_only: bool) -> Page:
    """What can be exported; a selected stakeholder and issue are named."""
    words = {
        "whole": "The whole briefing",
        "stakeholder": f"Only {stakeholder}" if stakeholder else "Only one stakeholder …",
        "issue": f"Only {issue}" if issue else "Only one issue …",
        "comparison": "Two stakeholders compared …",
        "reviewed": "Also what nobody has reviewed" if reviewed_only else "Of this only what you have reviewed",
    }
    return _plain_list("Scope", words.items())


def markings() -> Page:
    """The labels of the Traffic Light Protocol, none, and words of her own."""
    from briefing.exports.choices import TLP

    labels: list[tuple[object, str]] = [(label, f"TLP:{label.upper()}") for label in get_args(TLP)]
    return _plain_list("Marking", [("", "No marking"), *labels, (OwnWords(), "Words of your own …")])


def preview_of(data: bytes) -> list[str]:
    """The first lines of an export."""
    return data.decode("utf-8", "replace").splitlines()[:PREVIEW]


def _plain_list(title: str, entries: Iterable[tuple[object, str]]) -> Page:
    listed = list(entries)

    def rows(width: int) -> list[Row]:
        writer = PageWriter(width)
        for target, words in listed:
            writer.entry([(words, "title")], target, hang=2)
        return writer.rows

    return Page(title, rows, hint="Enter chooses")
