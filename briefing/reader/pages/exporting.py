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

_LINE = re.compile(r"\s*export\s+(\S+)(?:\s+(\S.*?))?\s*")


class ExportLine(Struct, frozen=True):
    """An export in one line: `export csv table.csv`, or `export csv` for a file with the usual name."""

    format: str
    path: str
    """Empty for the usual name."""


class Layout(Struct, frozen=True):
    """A format, with what there is to choose about its layout."""

    format: str
    front_matter: str = ""
    template: str = ""


MARKDOWN_LAYOUTS = {
    Layout("markdown", front_matter="flat"): "Markdown with flat front matter, for the properties of Obsidian",
    Layout("markdown", front_matter="none"): "Markdown without front matter",
}


class OwnWords(Struct, frozen=True):
    """She wants to type a marking."""


def export_line(text: str) -> ExportLine | None:
    """The export that a typed line asks for; None if it asks for something else."""
    found = _LINE.fullmatch(text)
    return ExportLine(found[1], found[2] or "") if found else None


def overview(draft: Draft, scope: str, destination: str, preview: Sequence[str], first: Part) -> Page:
    """Everything that is chosen, each to be changed, and the beginning of what would be written."""
    marking = " · ".join(filter(None, (f"TLP:{draft.tlp.upper()}" if draft.tlp else "", draft.handling)))
    entries: dict[Part, str] = {
        "write": destination,
        "format": _layout_words(draft),
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
            writer.verbatim(line)
        return writer.rows

    return Page("Export", rows, enter="change it, or write", first=PARTS.index(first))


def formats(draft: Draft, templates: Sequence[str]) -> Page:
    """All formats, then the other layouts of Markdown, her own templates among them."""
    from briefing.exports import FORMATS

    entries = {Layout(one.id): (one.id, one.description) for one in FORMATS.values()}
    entries |= {layout: (layout.format, words) for layout, words in MARKDOWN_LAYOUTS.items()}
    entries |= {Layout("markdown", template=name): ("markdown", f"Your template {name}") for name in templates}

    def rows(width: int) -> list[Row]:
        writer = PageWriter(width)
        for layout, (name, words) in entries.items():
            writer.entry([(f"{name:<15}", "title"), (words, "quiet")], layout, hang=15)
        return writer.rows

    chosen, layouts = layout_of(draft), list(entries)
    return Page("Format", rows, enter="choose", first=layouts.index(chosen) if chosen in layouts else 0)


def layout_of(draft: Draft) -> Layout:
    """The format of a draft with its layout."""
    return Layout(draft.format, draft.front_matter, draft.template)


def _layout_words(draft: Draft) -> str:
    """Format and layout in words."""
    from briefing.exports import FORMATS

    if draft.template:
        return f"{draft.format}  Your template {draft.template}"
    words = MARKDOWN_LAYOUTS.get(layout_of(draft))
    if words is None and draft.format in FORMATS:
        words = FORMATS[draft.format].description
    return f"{draft.format}  {words}" if words else draft.format


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

    return Page(title, rows, enter="choose")
