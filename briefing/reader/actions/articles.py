"""Several articles: stepping, opening, reading again; handing the text to an editor or to a command."""

from __future__ import annotations

import asyncio
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import json_text
from briefing.errors import BriefingError, InputOutputError, UsageError
from briefing.reader.action import Action
from briefing.reader.actions.opened import open_article, way_to
from briefing.reader.desk import OpenArticle
from briefing.reader.pages import choices
from briefing.reader.pages.choices import AskForPath, Source
from briefing.reader.pages.page import Page, PageWriter, Row
from briefing.reader.panes.path_suggester import PathSuggester

if TYPE_CHECKING:
    from briefing.reader.protocols import Reading

DEFAULT_EDITOR = "vi"
LONGEST_OUTPUT = 5000
"""Rows of a command's output that are shown."""


async def next_article(screen: Reading) -> None:
    """Show the next article."""
    if not await screen.reader_app.step(1):
        raise UsageError("This is the last article.")


async def previous_article(screen: Reading) -> None:
    """Show the article before."""
    if not await screen.reader_app.step(-1):
        raise UsageError("This is the first article.")


async def list_articles(screen: Reading) -> None:
    """The open articles, to choose one."""
    app = screen.reader_app
    chosen = await screen.choose_from(choices.open_articles(app.desk, app.shelf()))
    if isinstance(chosen, int):
        await app.show_article(chosen)
    elif isinstance(chosen, Source):
        await app.open_source(chosen.source)


async def open_path(screen: Reading) -> None:
    """Open a file or an address; Tab completes."""
    folder = Path(screen.opened.source).parent if screen.opened and screen.opened.source != "-" else Path()
    answer = await screen.ask("Open:", "", enter="open", suggester=PathSuggester(folder))
    if answer and answer.strip():
        await screen.reader_app.open_source(_in_folder(answer.strip(), folder))


async def open_address(screen: Reading) -> None:
    """Fetch and open the address of this article: the page behind an entry of a feed, the feed in a list of feeds."""
    opened = open_article(screen)
    if not opened.article.url:
        raise UsageError("This article gives no address.")
    if opened.article.url == opened.source:
        raise UsageError(f"This is the page at its address; {way_to(screen, 'read-again')} fetches it again.")
    await screen.reader_app.open_source(opened.article.url)


async def start_screen(screen: Reading) -> None:
    """Articles read before and samples, to open one."""
    app = screen.reader_app
    trouble = ""
    while True:
        is_reading = bool(app.desk.articles)
        page = choices.welcome(app.collaborators.recent.all(), app.samples(), is_reading=is_reading, trouble=trouble)
        chosen = await screen.choose_from(page)
        try:
            if isinstance(chosen, AskForPath):
                await open_path(screen)
            elif isinstance(chosen, Source):
                await app.open_source(chosen.source)
        except BriefingError as error:
            if is_reading:
                raise
            trouble = str(error)
        if chosen is None and not is_reading:
            app.leave()
        if chosen is None or app.desk.articles:
            return


async def read_again(screen: Reading) -> None:
    """Read the file again and analyse it again, after it changed or after the analysis failed."""
    await screen.reader_app.read_again(open_article(screen))


async def edit(screen: Reading) -> None:
    """Open the file in $VISUAL or $EDITOR, and read it again if it was changed there."""
    opened = open_article(screen)
    path = Path(opened.article.path or opened.source)
    if opened.came_through_pipe or "://" in opened.source:
        raise UsageError(f"{opened.title}: this article is not a file that could be edited")
    if not path.is_file():
        raise UsageError(f"{path}: this file is no longer there")
    editor = _editor(screen.reader_app.collaborators.environment)
    before = path.stat().st_mtime_ns
    await screen.reader_app.run_in_foreground([*editor, str(path)])
    if path.is_file() and path.stat().st_mtime_ns != before:
        await screen.reader_app.read_again(opened)


async def pipe(screen: Reading) -> None:
    """Give the statement that is shown, or the selected stakeholder, or the whole briefing to a command as JSON."""
    opened = open_article(screen)
    what, data = _json(opened)
    command = await screen.ask(f"Pipe the {what} to:", enter="run it")
    if not command or not command.strip():
        return
    output = await _run(command, data, dict(screen.reader_app.collaborators.environment))
    await screen.choose_from(_output_page(command, output))


def _editor(environment: Mapping[str, str]) -> list[str]:
    """Her editor and its arguments.

    Raises:
        UsageError: the variable that names it cannot be read.
    """
    for name in ("VISUAL", "EDITOR"):
        try:
            words = shlex.split(environment.get(name, ""))
        except ValueError as error:
            raise UsageError(f"{name}: a quotation mark is missing in it") from error
        if words:
            return words
    return [DEFAULT_EDITOR]


def _in_folder(answer: str, folder: Path) -> str:
    """A path as she means it: from the present folder, else from the folder of the article."""
    if "://" in answer:
        return answer
    path = Path(answer).expanduser()
    beside = folder / path
    return str(beside if not path.exists() and beside.exists() else path)


def _json(opened: OpenArticle) -> tuple[str, bytes]:
    """What is piped: the smallest thing that she has chosen."""
    lookup, statement = opened.lookup, opened.shown_statement
    article = opened.article
    about = {"title": article.title, "url": article.url, "path": article.path, "sha256": article.sha256}
    if lookup is not None and statement is not None:
        holder = lookup.stakeholders.get(statement.stakeholder or "")
        text = [span.of(article.text) for span in statement.content]
        return "statement", _encode({"article": about, "statement": statement, "text": text, "stakeholder": holder})
    if lookup is not None and opened.stakeholder is not None:
        statements = lookup.statements_of(opened.stakeholder)
        positions = [one for one in lookup.briefing.positions if one.stakeholder == opened.stakeholder]
        holder = lookup.stakeholders[opened.stakeholder]
        return "dossier", _encode(
            {"article": about, "stakeholder": holder, "statements": statements, "positions": positions}
        )
    if lookup is not None:
        return "briefing", _encode(lookup.briefing)
    return "article", _encode(article)


def _encode(value: object) -> bytes:
    return json_text.encode(value) + b"\n"


async def _run(command: str, data: bytes, environment: dict[str, str]) -> str:
    """Run a shell command away from the terminal; what it writes to either stream is shown."""
    try:
        process = await asyncio.create_subprocess_shell(
            command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            env=environment or None,
            start_new_session=True,
        )
        output, _ = await process.communicate(data)
    except OSError as error:
        raise InputOutputError(f"{command}: cannot be run ({error.strerror or error})") from error
    text = output.decode("utf-8", "replace")
    if process.returncode:
        first = text.strip().splitlines()[:1]
        raise InputOutputError(f"{command}: ended with exit code {process.returncode} {' '.join(first)}".rstrip())
    return text


def _output_page(command: str, output: str) -> Page:
    def rows(width: int) -> list[Row]:
        writer = PageWriter(width)
        for line in output.splitlines()[:LONGEST_OUTPUT]:
            writer.verbatim(line)
        return writer.rows

    return Page(command, rows, "The command wrote nothing.", enter="")


ACTIONS = (
    Action("next-article", ".", "next article", next_article, group="Articles"),
    Action("previous-article", ",", "previous article", previous_article, group="Articles"),
    Action("articles", "L", "list of articles", list_articles, group="Articles"),
    Action("open", "o", "open", open_path, group="Articles", reaches_out=True),
    Action("open-address", "U", "open its address", open_address, group="Articles", reaches_out=True),
    Action("start-screen", "W", "recent and samples", start_screen, group="Articles", reaches_out=True),
    Action("read-again", "R", "read again", read_again, group="Articles"),
    Action("edit", "v", "edit the file", edit, group="Articles", reaches_out=True),
    Action("pipe", "|", "pipe to a command", pipe, group="Articles", reaches_out=True),
)
