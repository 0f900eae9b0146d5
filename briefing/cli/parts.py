"""`briefing who`, `quotes` and `positions`: articles in; one part of the analysis as a table or as data out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from msgspec import Struct

from briefing.cli.analyses import Analyses, Outcome
from briefing.cli.group import analysis_options, settings_of
from briefing.cli.output import write_bytes
from briefing.cli.progress import ProgressBar
from briefing.cli.reporting import say
from briefing.cli.rows import (
    POSITION_COLUMNS,
    QUOTE_COLUMNS,
    WHO_COLUMNS,
    Row,
    in_words,
    position_entries,
    position_matrix,
    position_rows,
    quote_rows,
    who_rows,
)
from briefing.cli.tables import FORMATS, render_rows
from briefing.errors import BriefingError
from briefing.exports.choices import Choices
from briefing.exports.digest import Digest
from briefing.exports.evidence import EvidenceError, verify
from briefing.exports.formats.table import letters

Command = TypeVar("Command", bound=Callable[..., Any])
RowsOf = Callable[[Digest], list[Row]]


class Part(Struct, frozen=True):
    """What a command shows of an article, as data and for people."""

    columns: tuple[str, ...]
    """Of the data, before that of the file."""
    data: RowsOf
    entries: RowsOf
    """For --reasons."""
    table: RowsOf
    narrow: Callable[[Digest], list[str]] | None = None
    """Lines instead of a table that does not fit."""


def _letters(digest: Digest) -> list[str]:
    return list(letters(digest))


WHO = Part(WHO_COLUMNS, who_rows, who_rows, who_rows)
QUOTES = Part(QUOTE_COLUMNS, quote_rows, quote_rows, quote_rows)
POSITIONS = Part(POSITION_COLUMNS, position_rows, position_entries, position_matrix, _letters)

reasons_option = click.option("--reasons", is_flag=True, help="Show in tables why; data always has it.")

ONLY_FOR_DATA = ("id", "aliases", "statements")
"""Columns that tables for people leave out."""


def part_options(command: Command) -> Command:
    """FILE..., --format and the options of the analysis."""
    command = analysis_options(command)
    command = click.option("--format", "format_name", type=click.Choice(FORMATS), default="table", show_default=True)(
        command
    )
    return click.argument("files", nargs=-1, required=True, metavar="FILE...")(command)


@click.command(short_help="List the stakeholders, and why.")
@part_options
@click.option("--reasons/--no-reasons", default=True, help="Whether tables show why; data always does.")
@click.pass_context
def who(ctx: click.Context, /, **options: Any) -> int:
    """List the stakeholders of each FILE: kind, role, affiliation, mentions, and why."""
    return print_part(ctx, WHO, **options)


@click.command(short_help="List who said what.")
@part_options
@reasons_option
@click.pass_context
def quotes(ctx: click.Context, /, **options: Any) -> int:
    """List what each stakeholder said: words, form, paragraph, issue, stance, and why."""
    return print_part(ctx, QUOTES, **options)


@click.command(short_help="Compare where they stand.")
@part_options
@reasons_option
@click.pass_context
def positions(ctx: click.Context, /, **options: Any) -> int:
    """Compare where the stakeholders stand; with --reasons, or as data, each position with its evidence.

    Where the table is too wide for the terminal, letters take the place of words and numbers that of the issues.
    """
    return print_part(ctx, POSITIONS, **options)


def print_part(
    ctx: click.Context,
    part: Part,
    files: tuple[str, ...],
    format_name: str,
    reasons: bool,
    config: Path | None,
    **flags: Any,
) -> int:
    """Print one part of each article; returns the exit code.

    Args:
        ctx: of the command.
        part: what is shown of each article.
        files: the sources.
        format_name: one of FORMATS.
        reasons: whether tables show reasons.
        config: another configuration file.
        flags: settings from the command line.
    """
    analyses = Analyses(settings_of(ctx, config, **flags))
    errors: list[BriefingError] = []
    needs_header, is_first = format_name == "csv", True
    with ProgressBar(len(files), is_wanted=True) as bar:
        for outcome in analyses.of_sources(files, bar.step):
            bar.article_done()
            if outcome.briefing is None:
                if outcome.error is not None:
                    say(str(outcome.error))
                    errors.append(outcome.error)
                continue
            try:
                verify(outcome.briefing)
            except EvidenceError as stopped:
                say(f"{outcome.source}: {stopped}")
                errors.append(stopped)
                continue
            digest = Digest(outcome.briefing, Choices(reviewed=outcome.reviewed))
            if format_name in ("csv", "jsonl"):
                rows = [{"file": outcome.source, **row} for row in part.data(digest)]
                write_bytes(render_rows(rows, format_name, columns=("file", *part.columns) if needs_header else ()))
                needs_header = False
            else:
                table = _for_people(part, digest, outcome, format_name, reasons=reasons)
                write_bytes(table if is_first else b"\n" + table)
                is_first = False
    if not errors:
        return 0
    return errors[0].exit_code if len(files) == 1 else 1


def _for_people(part: Part, digest: Digest, outcome: Outcome, format_name: str, *, reasons: bool) -> bytes:
    """A table, or entries with reasons, under the title of the article."""
    heading = digest.article.title or ("standard input" if outcome.source == "-" else outcome.source)
    rows = without_what_programs_need(part.entries(digest) if reasons else part.table(digest), reasons=reasons)
    narrow = part.narrow(digest) if part.narrow is not None and rows and not reasons else ()
    return render_rows(rows, format_name, heading, narrow=narrow)


def without_what_programs_need(rows: list[Row], *, reasons: bool) -> list[Row]:
    """The rows without the columns that only programs need, and without reasons unless asked for."""
    left_out = ONLY_FOR_DATA if reasons else (*ONLY_FOR_DATA, "reasons")
    return [{column: _in_words(value) for column, value in row.items() if column not in left_out} for row in rows]


def _in_words(value: Any) -> Any:
    return [in_words(one) for one in value] if isinstance(value, list) else value
