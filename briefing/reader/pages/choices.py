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
from briefing.reader.text.display import shorten

MOST_KEYS = 2
"""Keys of an action that the palette names."""


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

    return Page("Outline", rows, "This text has no headings.", "go there")


def stakeholders(title: str, choices: Sequence[Stakeholder], lookup: Lookup) -> Page:
    """Stakeholders to choose one from."""

    def rows(width: int) -> list[Row]:
        writer = PageWriter(width)
        writer.choices([(one.name, lookup.description(one), one) for one in choices])
        return writer.rows

    return Page(title, rows, "No stakeholder fits.", "choose", filters=True)


def issues(title: str, choices: Sequence[Issue], hidden: frozenset[str]) -> Page:
    """Issues to choose one from; those that are hidden say so."""

    def rows(width: int) -> list[Row]:
        writer = PageWriter(width)
        writer.choices([(one.label, "hidden" if one.id in hidden else "", one) for one in choices])
        return writer.rows

    return Page(title, rows, "There are no issues.", "choose", filters=True)


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
    return Page("Articles", rows, "No article is open.", "show it", first=first)


def palette(keymap: Keymap, place: Where) -> Page:
    """Every action that works here, found by typing a part of its name, of its id, or of its help."""
    by_deed = {action.run: action for action in reversed(keymap.of(place, "everywhere"))}
    actions = [action for action in reversed(by_deed.values()) if action.id != "palette"]
    # Whoever looks for an action by name knows how to move.
    actions.sort(key=lambda action: (action.group == "Moving", action.where != "everywhere"))
    exports = any(action.id == "export" for action in actions)

    def rows(width: int) -> list[Row]:
        names = {action.id: action.name or action.title for action in actions}
        keys = {action.id: " ".join(map(key_name, action.keys.split(",")[:MOST_KEYS])) for action in actions}
        columns = max(map(len, names.values())) + 2, max(map(len, keys.values())) + 2
        writer = PageWriter(width)
        for action in actions:
            # One row for each: what does not fit stands in the help, and the filter finds it.
            pieces = [
                (f"{names[action.id]:<{columns[0]}}", "title"),
                (f"{keys[action.id]:<{columns[1]}}", "heading"),
                (shorten(action.help, max(1, width - sum(columns) - 4)), "quiet"),
            ]
            writer.entry(pieces, action, words=f"{action.id.replace('-', ' ')} {action.id} {action.help}")
        return writer.rows

    return Page(
        "Actions",
        rows,
        "No action has such a name" + ("; export FORMAT FILE writes a file." if exports else "."),
        "do it",
        filters=True,
        typed=export_line if exports else lambda line: None,
    )


def welcome(recent: Sequence[tuple[str, str]], samples: Sequence[Path], *, is_reading: bool, trouble: str = "") -> Page:
    """What can be opened.

    Args:
        recent: source and title of what was read before.
        samples: articles to try.
        is_reading: whether something is open, to which Escape returns.
        trouble: why what she chose before could not be opened.
    """

    def rows(width: int) -> list[Row]:
        writer = PageWriter(width)
        writer.gap()
        writer.paragraph([("Who has a stake in an article, what each of them said, and where they stand.", "")])
        if trouble:
            writer.gap()
            writer.paragraph([(trouble, "error")])
        writer.heading("Open")
        writer.entry([("A file or an address …", "title")], AskForPath())
        if recent:
            writer.heading("Read before")
        for source, title in recent:
            writer.entry([(title, "title"), (f"  {_place(source)}", "quiet")], Source(source), hang=2)
        if samples:
            writer.heading("Samples")
        writer.choices([(path.stem.replace("-", " "), path.name, Source(str(path))) for path in samples])
        return writer.rows

    return Page("briefing", rows, enter="open", close="close" if is_reading else "quit")


def _place(source: str) -> str:
    """A path as one would type it here: from the present folder or from one's home."""
    path = Path(source)
    for folder, beginning in ((Path.cwd(), ""), (Path.home(), "~/")):
        if path.is_relative_to(folder):
            return beginning + str(path.relative_to(folder))
    return source
