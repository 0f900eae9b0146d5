"""`briefing corrections`: articles in; what their reader decided about them, as a table or as data, out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from briefing.cli.analyses import Analyses
from briefing.cli.group import analysis_options, settings_of
from briefing.cli.output import write_bytes
from briefing.cli.progress import ProgressBar
from briefing.cli.reporting import say
from briefing.cli.rows import Row
from briefing.cli.tables import FORMATS, render_rows
from briefing.corrections.correction import Correction
from briefing.corrections.words import describe
from briefing.errors import BriefingError
from briefing.library.journal import Journal

COLUMNS = ("when", "what", "applies")


@click.command(short_help="List what you corrected.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "format_name", type=click.Choice(FORMATS), default="table", show_default=True)
@analysis_options
@click.pass_context
def corrections(
    ctx: click.Context, /, files: tuple[str, ...], format_name: str, config: Path | None, **flags: Any
) -> int:
    """List what was corrected in the reader, for each FILE: when, what, and whether its words are still there."""
    analyses = Analyses(settings_of(ctx, config, **flags))
    errors: list[BriefingError] = []
    header: tuple[str, ...] = ("file", *COLUMNS)
    is_first = True
    with ProgressBar(len(files), is_wanted=True) as bar:
        for outcome in analyses.of_sources(files, bar.step):
            bar.article_done()
            if outcome.error is not None:
                say(str(outcome.error))
                errors.append(outcome.error)
            elif outcome.briefing is not None:
                rows = correction_rows(analyses.corrections.journal(outcome.briefing.article), outcome.orphans)
                is_data = format_name in ("csv", "jsonl")
                if is_data:
                    rows = [{"file": outcome.source, **row} for row in rows]
                heading = outcome.briefing.article.title or outcome.source
                data = render_rows(rows, format_name, heading, "Nothing was corrected.", columns=header)
                write_bytes(data if is_data or is_first else b"\n" + data)
                header, is_first = (), False
    if not errors:
        return 0
    return errors[0].exit_code if len(files) == 1 else 1


def correction_rows(journal: Journal, orphans: tuple[Correction, ...]) -> list[Row]:
    """One row for each decision that counts, in the order in which they were made."""
    return [
        {
            "when": one.at,
            "what": describe(one.correction),
            "applies": "no: its words are gone" if one.correction in orphans else "yes",
        }
        for one in journal.decided
    ]
