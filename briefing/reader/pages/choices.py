"""Things to choose from in; list screens out: headings, stakeholders, issues, open articles, actions, what to open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from briefing.model import Block, Issue, Stakeholder
from briefing.reader.action import Where
from briefing.reader.desk import Desk
from briefing.reader.keymap import Keymap, key_name
from briefing.reader.lookup import Lookup
from briefing.reader.pages.exporting import export_line
from briefing.reader.pages.page import Page, PageWriter, Row


class Source(Struct, frozen=True):
    """Something that can be opened."""

    source: str


class AskForPath(Struct, frozen=True):
    """She wants to type a path."""


def outline(blocks: Sequence[Block], text: str) -> Page:
    """The headings of a text."""

    def rows(width: int) -> list[Row]:
        writer = PageWriter(width)
        for block in blocks:
            if block.kind == "heading":
                words = " ".join(text[block.start : block.end].split())
                writer.entry([(words, "heading")], block.span, indent=1 + 2 * max(1, block.level), hang=2)
        return writer.rows

    return Page("Outline", rows, "This text has no headings.", "Enter goes there")


def stakeholders(title: str, choices: Sequence[Stakeholder], lookup: Lookup) -> Page:
    """Stakeholders to choose one from."""

    def rows(width: int) -> list[Row]:
        writer = PageWriter(width)
        for one in choices:
            note = " · ".join(filter(None, (one.role or one.kind, one.affiliation and lookup.name(one.affiliation))))
            writer.entry([(one.name, "title"), (f"  {note}", "quiet")], one, hang=2)
        return writer.rows

    return Page(title, rows, "No stakeholder fits.", "Enter chooses", filters=True)


def issues(title: str, choices: Sequence[Issue], hidden: frozenset[str]) -> Page:
    """Issues to choose one from; those that are hidden say so."""

    def rows(width: int) -> list[Row]:
        writer = PageWriter(width)
        for one in choices:
            writer.entry([(one.label, "title"), ("  hidden" if one.id in hidden else "", "quiet")], one, hang=2)
        return writer.rows

    return Page(title, rows, "There are no issues.", "Enter chooses", filters=True)


def open_articles(desk: Desk, shelf: Sequence[int | str]) -> Page:
    """The open articles and the sources that are not read yet, as `ReaderApp.shelf` orders them."""

    def rows(width: int) -> list[Row]:
        writer = PageWriter(width)
        for entry in shelf:
            if isinstance(entry, str):
                writer.entry([(entry, ""), ("  not read yet", "quiet")], Source(entry), hang=2)
                continue
            opened = desk.articles[entry]
            state = opened.progress or (
                "" if opened.lookup is None else f"{len(opened.lookup.stakeholders)} stakeholders"
            )
            about = " · ".join(filter(None, (opened.article.publisher, opened.article.published, state)))
            writer.entry([(opened.title, "title"), (f"  {about}", "quiet")], entry, hang=2)
        return writer.rows

    first = shelf.index(desk.current) if desk.articles else 0
    return Page("Articles", rows, "No article is open.", "Enter shows it", first=first)


def palette(keymap: Keymap, place: Where) -> Page:
    """Every action that works here, found by typing a part of its name, which is the one used in the configuration."""
    actions = [action for action in keymap.of(place, "everywhere") if action.id != "palette"]
    exports = any(action.id == "export" for action in actions)

    def rows(width: int) -> list[Row]:
        writer = PageWriter(width)
        for action in actions:
            keys = " ".join(map(key_name, filter(None, action.keys.split(","))))
            pieces = [
                (f"{action.id.replace('-', ' '):<24}", "title"),
                (f"{keys:<20}", "heading"),
                (action.help, "quiet"),
            ]
            writer.entry(pieces, action, hang=24)
        return writer.rows

    return Page(
        "Actions",
        rows,
        "No action has such a name" + ("; export FORMAT FILE writes a file." if exports else "."),
        "Enter does it",
        filters=True,
        typed=export_line if exports else lambda line: None,
    )


def welcome(recent: Sequence[tuple[str, str]], samples: Sequence[Path]) -> Page:
    """What can be opened when nothing is."""

    def rows(width: int) -> list[Row]:
        writer = PageWriter(width)
        writer.gap()
        writer.paragraph([("briefing", "title"), (" shows who has a stake in an article, and where they stand.", "")])
        writer.heading("Open")
        writer.entry([("A file or an address …", "title")], AskForPath())
        if recent:
            writer.heading("Read before")
        for source, title in recent:
            writer.entry([(title, "title"), (f"  {source}", "quiet")], Source(source), hang=2)
        if samples:
            writer.heading("Samples")
        for path in samples:
            writer.entry(
                [(path.stem.replace("-", " "), "title"), (f"  {path.name}", "quiet")], Source(str(path)), hang=2
            )
        return writer.rows

    return Page("briefing", rows, hint="Enter opens, ? helps, q quits")
