"""Handing a briefing over: the dialog of exports, an export in one line, and Markdown for the clipboard."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.errors import BriefingError, NoOutputError, UsageError
from briefing.files import write_atomically
from briefing.model import Issue, Stakeholder
from briefing.reader.action import Action
from briefing.reader.actions.opened import analysed
from briefing.reader.desk import OpenArticle
from briefing.reader.draft import Draft, LastExport
from briefing.reader.lookup import Lookup
from briefing.reader.pages import choices
from briefing.reader.pages.exporting import (
    BINARY,
    ExportLine,
    Layout,
    OwnWords,
    Part,
    formats,
    markings,
    overview,
    preview_of,
    scopes,
)
from briefing.reader.panes.path_suggester import PathSuggester

if TYPE_CHECKING:
    from briefing.reader.protocols import Reading

EXPORT_MODE = 0o644


async def export(screen: Reading) -> None:
    """Choose format, scope, marking and destination of an export, see how it begins, and write it.

    The last choice is proposed again. A file that exists is replaced only after asking.
    """
    opened, lookup = analysed(screen)
    draft = LastExport(screen.reader_app.collaborators.last_export).get()
    part: Part = "write"
    while True:
        page = overview(
            draft, _scope(draft, lookup), str(_path(draft, lookup)), await _preview(screen, draft, lookup), part
        )
        chosen = await screen.choose_from(page)
        if chosen == "write":
            LastExport(screen.reader_app.collaborators.last_export).put(draft)
            await _write(screen, opened, lookup, draft, _path(draft, lookup))
            return
        if chosen == "format":
            part, draft = "format", await _with_format(screen, draft)
        elif chosen == "scope":
            part, draft = "scope", await _with_scope(screen, draft, lookup)
        elif chosen == "marking":
            part, draft = "marking", await _with_marking(screen, draft)
        elif chosen == "destination":
            part, draft = "destination", await _with_destination(screen, draft, lookup)
        else:
            return


async def export_as(screen: Reading, line: ExportLine) -> None:
    """Write the whole briefing in a format to a file; what a line such as `:export csv table.csv` does.

    Without a file it goes where the last export went, under the usual name.
    """
    from briefing.exports.formats.registry import format_called

    opened, lookup = analysed(screen)
    draft = Draft(format=format_called(line.format) or line.format)
    if not line.path:
        draft = replace(draft, folder=LastExport(screen.reader_app.collaborators.last_export).get().folder)
    path = Path(line.path).expanduser() if line.path else _path(draft, lookup)
    await _write(screen, opened, lookup, draft, path)


def copy_markdown(screen: Reading) -> None:
    """Copy as Markdown: in the positions their table, elsewhere the whole briefing."""
    _, lookup = analysed(screen)
    if screen.place == "positions":
        from briefing.exports.formats.markdown import positions_table

        what, text = "Table", positions_table(lookup.briefing)
    else:
        what, given = "Briefing", {"front_matter": "none", "reviewed": lookup.reviewed}
        text = screen.reader_app.collaborators.render(lookup.briefing, "markdown", **given).decode()
    screen.say(f"{what} {screen.reader_app.copy_text(text)}")


async def confirm(screen: Reading, question: str) -> bool:
    """Ask a question that one key answers; only y means yes."""
    return await screen.ask_letter(question, {"y": "yes", "n": "no"}) == "y"


async def _write(screen: Reading, opened: OpenArticle, lookup: Lookup, draft: Draft, path: Path) -> None:
    render = screen.reader_app.collaborators.render
    data = await asyncio.to_thread(render, lookup.briefing, draft.format, **draft.choices(), reviewed=lookup.reviewed)
    if path.is_dir():
        raise NoOutputError(f"{path}: is a folder; name a file in it")
    source = Path(opened.article.path or opened.source)
    if path.exists() and source.exists() and path.samefile(source):
        raise NoOutputError(f"{path}: is the article itself; choose another name for the briefing")
    replaces = path.exists()
    if replaces and not await confirm(screen, f"{path} exists. Replace it?"):
        screen.say("Nothing was written.")
        return
    write_atomically(path, data, overwrite=replaces, mode=EXPORT_MODE)
    screen.say(f"Written to {path}")


async def _preview(screen: Reading, draft: Draft, lookup: Lookup) -> list[str]:
    """The first lines of what would be written, or why it cannot be."""
    if draft.format in BINARY:
        return ["This format can only be shown by another program."]
    render = screen.reader_app.collaborators.render
    try:
        data = await asyncio.to_thread(
            render, lookup.briefing, draft.format, **draft.choices(), reviewed=lookup.reviewed
        )
    except BriefingError as error:
        return [str(error)]
    return preview_of(data)


async def _with_format(screen: Reading, draft: Draft) -> Draft:
    chosen = await screen.choose_from(formats(draft, screen.reader_app.collaborators.templates()))
    if not isinstance(chosen, Layout):
        return draft
    name = draft.name if chosen.format == draft.format else ""
    return replace(draft, format=chosen.format, front_matter=chosen.front_matter, template=chosen.template, name=name)


async def _with_scope(screen: Reading, draft: Draft, lookup: Lookup) -> Draft:
    opened, _ = analysed(screen)
    key = screen.positions_pane.key
    issue = key[1] if key is not None and screen.place == "positions" else None
    name = lookup.name(opened.stakeholder) if opened.stakeholder else None
    chosen = await screen.choose_from(
        scopes(name, lookup.label(issue) if issue else None, reviewed_only=draft.reviewed_only)
    )
    whole = replace(draft, stakeholder=None, issue=None, compare=None, name="")
    if chosen == "whole":
        return whole
    if chosen == "stakeholder":
        who = opened.stakeholder or await _stakeholder(screen, "Only this stakeholder", lookup)
        return replace(whole, stakeholder=who) if who else draft
    if chosen == "issue":
        if issue is None:
            page = choices.issues("Only this issue", lookup.briefing.issues, frozenset())
            picked = await screen.choose_from(page)
            issue = picked.id if isinstance(picked, Issue) else None
        return replace(whole, issue=issue) if issue else draft
    if chosen == "reviewed":
        return replace(draft, reviewed_only=not draft.reviewed_only)
    if chosen == "comparison":
        one = opened.stakeholder or await _stakeholder(screen, "The first of two", lookup)
        other = await _stakeholder(screen, f"Compare {lookup.name(one)} with", lookup, without=one) if one else None
        return replace(whole, compare=(one, other)) if one and other else draft
    return draft


async def _stakeholder(screen: Reading, title: str, lookup: Lookup, without: str | None = None) -> str | None:
    offered = [one for one in lookup.briefing.stakeholders if one.id != without]
    chosen = await screen.choose_from(choices.stakeholders(title, offered, lookup))
    return chosen.id if isinstance(chosen, Stakeholder) else None


async def _with_marking(screen: Reading, draft: Draft) -> Draft:
    chosen = await screen.choose_from(markings())
    if isinstance(chosen, OwnWords):
        words = await screen.ask("Marking in words:", draft.handling, enter="keep")
        return draft if words is None else replace(draft, handling=" ".join(words.split()))
    if chosen == "":
        return replace(draft, tlp=None, handling="", name="")
    return replace(draft, tlp=chosen, name="") if isinstance(chosen, str) else draft


async def _with_destination(screen: Reading, draft: Draft, lookup: Lookup) -> Draft:
    answer = await screen.ask("Export to:", str(_path(draft, lookup)), enter="keep", suggester=PathSuggester(Path()))
    if answer is None or not answer.strip():
        return draft
    path = Path(answer.strip()).expanduser()
    if path.is_dir():
        return replace(draft, folder=str(path), name="")
    return replace(draft, folder="" if path.parent == Path() else str(path.parent), name=path.name)


def _path(draft: Draft, lookup: Lookup) -> Path:
    """Where a draft goes: its name, or the one that date, title, scope and marking make."""
    from briefing.exports import FORMATS, file_name

    if draft.format not in FORMATS:
        raise UsageError(f"no format {draft.format!r}; the dialog of exports offers those there are")
    return Path(draft.folder) / (draft.name or file_name(lookup.briefing, draft.format, **draft.choices()))


def _scope(draft: Draft, lookup: Lookup) -> str:
    """The scope in words."""
    scope = "the whole briefing"
    if draft.stakeholder:
        scope = f"only {lookup.name(draft.stakeholder)}"
    elif draft.issue:
        scope = f"only {lookup.label(draft.issue)}"
    elif draft.compare:
        scope = " and ".join(lookup.name(one) for one in draft.compare) + " compared"
    return f"{scope}, reviewed statements only" if draft.reviewed_only else scope


ACTIONS = (
    Action("export", "e", "export", export, is_shown=True, reaches_out=True),
    Action("copy-markdown", "M", "copy as Markdown", copy_markdown, group="Copying"),
)
