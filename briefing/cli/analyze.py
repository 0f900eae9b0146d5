"""`briefing analyze`: articles in; the analysis as JSON, JSON Lines, Markdown or tables out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import msgspec

from briefing.cli.analyses import Analyses, Outcome
from briefing.cli.group import analysis_options, settings_of
from briefing.cli.output import write_bytes, write_text
from briefing.cli.program import say
from briefing.cli.progress import ProgressBar
from briefing.cli.read import as_text
from briefing.cli.rows import position_matrix, who_rows
from briefing.cli.tables import render_rows
from briefing.errors import BriefingError
from briefing.model import Briefing
from briefing.schema import to_json

FORMATS = ("json", "jsonl", "markdown", "table")
NOTHING_FOUND = 3
WARNINGS = 4


@click.command(short_help="Print the analysis as JSON, Markdown or tables.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "format_name", type=click.Choice(FORMATS), default="json", show_default=True)
@click.option("--fail-empty", is_flag=True, help="Exit with 3 if an article has no stakeholder or no position.")
@click.option("--strict", is_flag=True, help="Exit with 4 if there are warnings, such as a guessed encoding.")
@analysis_options
@click.pass_context
def analyze(
    ctx: click.Context,
    /,
    files: tuple[str, ...],
    format_name: str,
    fail_empty: bool,
    strict: bool,
    config: Path | None,
    **flags: Any,
) -> int:
    """Print the analysis of each FILE (or address, or - for standard input).

    The JSON is described by 'briefing schema'; --format json prints one indented object for each article, --format
    jsonl one line for each. In jsonl an input that fails is an object with "path" and "error".
    """
    analyses = Analyses(settings_of(ctx, config, **flags))
    outcomes = []
    with ProgressBar(len(files), is_wanted=True) as bar:
        for number, outcome in enumerate(analyses.of_sources(files, bar.step)):
            bar.article_done()
            print_outcome(outcome, format_name, is_first=number == 0)
            outcomes.append(_Verdict.of(outcome))
    return _exit_code(outcomes, fail_empty=fail_empty, strict=strict)


def print_outcome(outcome: Outcome, format_name: str, *, is_first: bool) -> None:
    """One article on standard output, or its error on standard error (in jsonl: on standard output)."""
    if outcome.error is not None:
        if format_name == "jsonl":
            write_bytes(msgspec.json.encode({"path": outcome.source, "error": str(outcome.error)}) + b"\n")
        else:
            say(str(outcome.error))
        return
    briefing = outcome.briefing
    assert briefing is not None
    match format_name:
        case "json":
            write_bytes(to_json(briefing, indent=2) + b"\n")
        case "jsonl":
            write_bytes(to_json(briefing) + b"\n")
        case "markdown":
            text = as_text(briefing, plain=False)
            write_text(text if is_first else f"\n{text}")
        case _:
            write_bytes(_tables(briefing))


def _tables(briefing: Briefing) -> bytes:
    title = briefing.article.title or briefing.article.path or "Article"
    columns = ("name", "kind", "role", "affiliation", "mentions")
    people = [{column: row[column] for column in columns} for row in who_rows(briefing)]
    return render_rows(people, "table", title) + render_rows(position_matrix(briefing), "table", "Positions")


class _Verdict(msgspec.Struct, frozen=True):
    """What the exit code needs to know of an outcome; the briefing itself is let go."""

    error: BriefingError | None
    is_empty: bool
    has_warnings: bool

    @classmethod
    def of(cls, outcome: Outcome) -> _Verdict:
        briefing = outcome.briefing
        if briefing is None:
            return cls(outcome.error, False, False)
        return cls(None, not (briefing.stakeholders and briefing.positions), bool(briefing.article.notes))


def _exit_code(outcomes: list[_Verdict], *, fail_empty: bool, strict: bool) -> int:
    errors = [outcome.error for outcome in outcomes if outcome.error is not None]
    if errors:
        return errors[0].exit_code if len(outcomes) == 1 else 1
    if fail_empty and (not outcomes or any(outcome.is_empty for outcome in outcomes)):
        return NOTHING_FOUND
    return WARNINGS if strict and any(outcome.has_warnings for outcome in outcomes) else 0
