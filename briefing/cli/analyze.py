"""`briefing analyze`: articles in; the analysis as JSON, JSON Lines, Markdown or tables out."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import click
import msgspec

from briefing.cli.analyses import Analyses, Outcome, expanded, number_of_jobs
from briefing.cli.group import analysis_options, jobs_option, settings_of
from briefing.cli.output import write_bytes
from briefing.cli.progress import ProgressBar
from briefing.cli.reporting import say
from briefing.cli.rows import position_matrix, who_rows
from briefing.cli.tables import render_rows
from briefing.errors import BriefingError
from briefing.exports import EvidenceError, render
from briefing.exports.choices import Choices
from briefing.exports.digest import Digest
from briefing.exports.evidence import verify
from briefing.exports.formats.table import letters
from briefing.json_text import encode
from briefing.model import Briefing

FORMATS = ("json", "jsonl", "markdown", "table")
NOTHING_FOUND = 3
WARNINGS = 4


@click.command(short_help="Print the analysis as JSON, Markdown or tables.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "format_name", type=click.Choice(FORMATS), default="json", show_default=True)
@click.option("--fail-empty", is_flag=True, help="Exit with 3 if an article has no stakeholder or no position.")
@click.option("--strict", is_flag=True, help="Exit with 4 if there are warnings, such as a guessed encoding.")
@jobs_option
@analysis_options
@click.pass_context
def analyze(
    ctx: click.Context,
    /,
    files: tuple[str, ...],
    format_name: str,
    fail_empty: bool,
    strict: bool,
    jobs: int | None,
    config: Path | None,
    **flags: Any,
) -> int:
    """Print the analysis of each FILE (or address, or - for standard input).

    The JSON is described by 'briefing schema'; --format json prints one indented object for each article, --format
    jsonl one line for each, in the order of the FILEs. In jsonl an input that fails is an object with "path" and
    "error".
    """
    analyses = Analyses(settings_of(ctx, config, **flags))
    sources = expanded(files)
    verdicts = []
    with (
        ProgressBar(len(sources), is_wanted=True) as bar,
        closing(analyses.of_sources(sources, bar.step, number_of_jobs(jobs, sources))) as outcomes,
    ):
        for number, outcome in enumerate(outcomes):
            bar.article_done()
            error = print_outcome(outcome, format_name, is_first=number == 0)
            verdicts.append(_Verdict.of(outcome, error))
    return _exit_code(verdicts, fail_empty=fail_empty, strict=strict)


def print_outcome(outcome: Outcome, format_name: str, *, is_first: bool) -> BriefingError | None:
    """One article on standard output, or its error on standard error (in jsonl: on standard output).

    Returns the error, be it that the article could not be read or that its analysis may not be shown.
    """
    error = outcome.error
    if outcome.briefing is not None:
        try:
            write_bytes(_rendered(outcome.briefing, outcome.reviewed, format_name, is_first=is_first))
        except EvidenceError as stopped:
            error = stopped
    if error is None:
        return None
    if format_name == "jsonl":
        write_bytes(encode({"path": outcome.source, "error": str(error)}) + b"\n")
    else:
        say(str(error) if error is outcome.error else f"{outcome.source}: {error}")
    return error


def _rendered(briefing: Briefing, reviewed: frozenset[str], format_name: str, *, is_first: bool) -> bytes:
    if format_name == "table":
        verify(briefing)
        return _tables(Digest(briefing, Choices(reviewed=reviewed)))
    output = render(briefing, format_name, reviewed=reviewed)
    return output if is_first or format_name != "markdown" else b"\n" + output


def _tables(digest: Digest) -> bytes:
    title = digest.article.title or digest.article.path or "Article"
    columns = ("name", "kind", "role", "affiliation", "mentions")
    people = [{column: row[column] for column in columns} for row in who_rows(digest)]
    positions = render_rows(position_matrix(digest), "table", "Positions", narrow=list(letters(digest)))
    return render_rows(people, "table", title) + positions


class _Verdict(msgspec.Struct, frozen=True):
    """What the exit code needs to know of an outcome; the briefing itself is let go."""

    error: BriefingError | None
    is_empty: bool
    has_warnings: bool

    @classmethod
    def of(cls, outcome: Outcome, error: BriefingError | None) -> _Verdict:
        briefing = outcome.briefing
        if error is not None or briefing is None:
            return cls(error, False, False)
        return cls(None, not (briefing.stakeholders and briefing.positions), bool(briefing.article.notes))


def _exit_code(outcomes: list[_Verdict], *, fail_empty: bool, strict: bool) -> int:
    errors = [outcome.error for outcome in outcomes if outcome.error is not None]
    if errors:
        return errors[0].exit_code if len(outcomes) == 1 else 1
    if fail_empty and (not outcomes or any(outcome.is_empty for outcome in outcomes)):
        return NOTHING_FOUND
    return WARNINGS if strict and any(outcome.has_warnings for outcome in outcomes) else 0
