"""Things to read in; the reader, or without a screen the briefing as text, out."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.cli.group import screen_options, settings_of
from briefing.cli.output import write_text
from briefing.cli.reporting import say
from briefing.errors import BriefingError, NoInputError, UsageError
from briefing.settings import Settings

if TYPE_CHECKING:
    from briefing.model import Article, Briefing

STDIN = "-"
WIDTH, WIDEST = 80, 100
"""Columns of linear text where there is no terminal, and at most where there is one."""


@click.command(hidden=True)
@click.argument("things", nargs=-1, metavar="[THING ...]")
@screen_options
@click.pass_context
def read(ctx: click.Context, /, things: tuple[str, ...], config: Path | None, **flags: Any) -> int:
    """Open the reader; this is what happens without a command."""
    settings = settings_of(ctx, config, **flags)
    if not things and not sys.stdin.isatty():
        things = (STDIN,)
    if settings.restricted and not set(things) - {STDIN}:
        raise UsageError("restricted: name the files that may be read")
    if settings.plain or not _may_start():
        _check_theme(settings)
        return print_briefings(things, settings)
    article = _from_stdin(settings) if STDIN in things else None
    # From here on the screen ends in order by itself.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    from briefing.reader import run

    return run([thing for thing in things if thing != STDIN], settings, stdin_article=article)


def print_briefings(things: tuple[str, ...], settings: Settings) -> int:
    """Print the briefing of each article; returns the exit code."""
    if not things:
        raise UsageError("nothing to read: name a file, an address, or - for standard input")
    errors: list[BriefingError] = []
    if sys.stdout.isatty():
        from briefing.terminal import pager

        # What went wrong is said afterwards: a pager has the screen.
        complaints: list[str] = []
        environment = pager.without_shell(os.environ) if settings.restricted else os.environ
        pager.show_all(_texts(things, settings, errors, complaints.append), environment, sys.stdout)
        for complaint in complaints:
            say(complaint)
    else:
        for text in _texts(things, settings, errors, say):
            write_text(text)
    if not errors:
        return 0
    return errors[0].exit_code if len(things) == 1 else 1


def _texts(
    things: tuple[str, ...], settings: Settings, errors: list[BriefingError], complain: Callable[[str], object]
) -> Iterator[str]:
    """The briefing of each article as it is ready; what goes wrong is added to the errors, and said by `complain`."""
    from briefing.cli.analyses import Analyses
    from briefing.cli.progress import ProgressBar

    analyses = Analyses(settings)
    with ProgressBar(len(things), is_wanted=not sys.stdout.isatty()) as bar:
        for number, outcome in enumerate(analyses.of_sources(things, bar.step)):
            bar.article_done()
            if outcome.error is not None:
                complain(str(outcome.error))
                errors.append(outcome.error)
            elif outcome.briefing is not None:
                try:
                    text = as_text(outcome.briefing, outcome.reviewed, plain=settings.plain or sys.stdout.isatty())
                except BriefingError as error:
                    complain(f"{outcome.source}: {error}")
                    errors.append(error)
                else:
                    yield f"\n{text}" if number else text


def as_text(briefing: Briefing, reviewed: frozenset[str], *, plain: bool) -> str:
    """A briefing as Markdown, or as linear text for a screen reader; raises EvidenceError as every export does."""
    from briefing.exports import render

    if not plain:
        return render(briefing, "markdown", reviewed=reviewed).decode()
    return render(briefing, "plain", reviewed=reviewed, columns=_columns()).decode()


def _columns() -> int:
    """Columns of a line of linear text: those of the terminal, as far as a line is easy to read."""
    return min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout.isatty() else WIDTH


def _check_theme(settings: Settings) -> None:
    """Refuse a theme that the screen would refuse, so that what is wrong is not first seen on another terminal.

    Raises:
        ConfigurationError: there is no such theme, or its file is wrong.
    """
    if settings.theme is not None:
        from briefing.reader.themes import choose_theme, load_themes

        where = settings.origins.get("theme", "")
        choose_theme(load_themes((settings.themes_folder,)), settings.theme, "truecolor", where)


def _may_start() -> bool:
    """Whether the screen may be drawn; says why not, unless the output was sent elsewhere on purpose."""
    from briefing.terminal.capabilities import detect

    terminal = detect(os.environ, sys.stdin, sys.stdout)
    if not terminal.may_start and sys.stdout.isatty():
        say(f"{terminal.reason}; printing the briefing instead of opening the screen")
    return terminal.may_start


def _from_stdin(settings: Settings) -> Article:
    from briefing.cli.analyses import articles_of

    for article in articles_of(STDIN, settings):
        return article
    raise NoInputError("standard input: there is no article in it")
