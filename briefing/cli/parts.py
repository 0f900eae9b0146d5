"""`briefing who`, `quotes` and `positions`: articles in; one part of the analysis as a table or as data out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from briefing.cli.analyses import Analyses
from briefing.cli.group import analysis_options, settings_of
from briefing.cli.output import write_bytes
from briefing.cli.progress import ProgressBar
from briefing.cli.reporting import say
from briefing.cli.rows import Row, position_matrix, position_rows, quote_rows, who_rows
from briefing.cli.tables import FORMATS, render_rows
from briefing.errors import BriefingError
from briefing.model import Briefing

Command = TypeVar("Command", bound=Callable[..., Any])
RowsOf = Callable[[Briefing], list[Row]]

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
    return print_part(ctx, who_rows, who_rows, **options)


@click.command(short_help="List who said what.")
@part_options
@reasons_option
@click.pass_context
def quotes(ctx: click.Context, /, **options: Any) -> int:
    """List what each stakeholder said: words, form, paragraph, issue, stance, and why."""
    return print_part(ctx, quote_rows, quote_rows, **options)


@click.command(short_help="Compare where they stand.")
@part_options
@reasons_option
@click.pass_context
def positions(ctx: click.Context, /, **options: Any) -> int:
    """Compare where the stakeholders stand; with --reasons, or as data, each position with its evidence."""
    return print_part(ctx, position_rows, position_matrix, **options)


def print_part(
    ctx: click.Context,
    data_of: RowsOf,
    table_of: RowsOf,
    files: tuple[str, ...],
    format_name: str,
    reasons: bool,
    config: Path | None,
    **flags: Any,
) -> int:
    """Print one part of each article; returns the exit code.

    Args:
        ctx: of the command.
        data_of: the rows of an article for data and for --reasons.
        table_of: the rows of an article for tables.
        files: the sources.
        format_name: one of FORMATS.
        reasons: whether tables show reasons.
        config: another configuration file.
        flags: settings from the command line.
    """
    analyses = Analyses(settings_of(ctx, config, **flags))
    is_data = format_name in ("csv", "jsonl")
    errors: list[BriefingError] = []
    header_is_written = False
    with ProgressBar(len(files), is_wanted=True) as bar:
        for outcome in analyses.of_sources(files, bar.step):
            bar.article_done()
            if outcome.briefing is None:
                if outcome.error is not None:
                    say(str(outcome.error))
                    errors.append(outcome.error)
                continue
            if is_data:
                rows = [{"file": outcome.source, **row} for row in data_of(outcome.briefing)]
                data = render_rows(rows, format_name)
                if format_name == "csv" and header_is_written:
                    data = data.partition(b"\r\n")[2]
                header_is_written = header_is_written or bool(rows)
            else:
                rows = data_of(outcome.briefing) if reasons else table_of(outcome.briefing)
                heading = outcome.briefing.article.title or outcome.source
                data = render_rows(for_people(rows, reasons=reasons), format_name, heading)
            write_bytes(data)
    if not errors:
        return 0
    return errors[0].exit_code if len(files) == 1 else 1


def for_people(rows: list[Row], *, reasons: bool) -> list[Row]:
    """The rows without the columns that only programs need, and without reasons unless asked for."""
    left_out = ONLY_FOR_DATA if reasons else (*ONLY_FOR_DATA, "reasons")
    return [{column: value for column, value in row.items() if column not in left_out} for row in rows]
