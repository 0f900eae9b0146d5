"""`briefing export`: articles and a place in; files in one of the export formats out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
import msgspec

from briefing.cli.analyses import Analyses, Outcome
from briefing.cli.group import analysis_options, settings_of
from briefing.cli.output import write_bytes
from briefing.cli.program import say
from briefing.cli.progress import ProgressBar
from briefing.errors import BriefingError, UsageError
from briefing.files import write_atomically
from briefing.model import Article, Briefing
from briefing.settings.toml_file import nearest

STDOUT = "-"
DEFAULT_FORMAT = "markdown"
ENDINGS = {".md": "markdown", ".markdown": "markdown", ".json": "json", ".jsonl": "jsonl", ".csv": "csv"}
"""Endings of file names that say which format is meant."""
LONGEST_SLUG = 60
_FIELD = re.compile(r"\{(\w*)\}")


@click.command(short_help="Write the briefing to a file.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="OUT",
    help="File, folder, - for standard output, or a name with {date}, {slug} (from the title) or {stem} (of FILE).",
)
@click.option("--format", "format_name", metavar="FORMAT", help="By default what the ending of OUT says, or markdown.")
@click.option("--force", is_flag=True, help="Replace files that exist.")
@click.option("--report", is_flag=True, help="Print a line of JSON for each article: where it went, or what failed.")
@analysis_options
@click.pass_context
def export(
    ctx: click.Context,
    /,
    files: tuple[str, ...],
    output: str,
    format_name: str | None,
    force: bool,
    report: bool,
    config: Path | None,
    **flags: Any,
) -> int:
    """Write the briefing of each FILE to OUT, whole or not at all; a file that exists is kept unless --force.

    \b
    briefing export talks.md -o talks.briefing.md
    briefing export inbox/*.txt -o 'out/{date}-{slug}.md' --report
    """
    wanted = known_format(format_name or format_of_name(output))
    if output != STDOUT and len(files) > 1 and not is_pattern(output):
        raise UsageError(f"{output}: several articles need a folder, or a name with {{slug}} or {{stem}} in it")
    if report and output == STDOUT:
        raise UsageError("--report and the briefings cannot both go to standard output; choose a file with -o")
    analyses = Analyses(settings_of(ctx, config, **flags))
    errors: list[BriefingError] = []
    with ProgressBar(len(files), is_wanted=True) as bar:
        for outcome in analyses.of_sources(files, bar.step):
            bar.article_done()
            try:
                target = write_outcome(outcome, output, wanted, force=force)
                line = {"path": outcome.source, "output": target}
            except BriefingError as error:
                errors.append(error)
                line = {"path": outcome.source, "error": str(error)}
                if not report:
                    say(str(error))
            if report:
                write_bytes(msgspec.json.encode(line) + b"\n")
    if not errors:
        return 0
    return errors[0].exit_code if len(files) == 1 else 1


def write_outcome(outcome: Outcome, output: str, format_name: str, *, force: bool) -> str:
    """Write one briefing; returns where it went. Raises the outcome's own error, or NoOutputError."""
    if outcome.error is not None:
        raise outcome.error
    assert outcome.briefing is not None
    data = _rendered(outcome.briefing, format_name)
    if output == STDOUT:
        write_bytes(data)
        return STDOUT
    target = target_of(output, outcome.source, outcome.briefing.article, format_name)
    write_atomically(target, data, overwrite=force, mode=0o644)
    return str(target)


def target_of(output: str, source: str, article: Article, format_name: str) -> Path:
    """The file for one article: OUT itself, a file in the folder OUT, or the pattern filled in."""
    stem = slug(Path(source).stem) if source != STDOUT else "standard-input"
    if output.endswith("/") or Path(output).is_dir():
        return Path(output) / f"{stem}{ending_of(format_name)}"
    fields: Mapping[str, str] = {
        "date": article.published or "undated",
        "slug": slug(article.title or stem),
        "stem": stem,
    }

    def fill(field: re.Match[str]) -> str:
        if field[1] not in fields:
            raise UsageError(f"{output}: unknown field {field[0]}; {nearest(field[1], fields)}")
        return slug(fields[field[1]])

    return Path(_FIELD.sub(fill, output))


def slug(text: str) -> str:
    """Text as a part of a file name: letters, digits and hyphens, cut at a word; never empty, never a path."""
    words = re.findall(r"\w+", text.casefold().replace("_", "-").replace("'", "").replace("’", ""))
    short = ""
    for word in words:
        if short and len(short) + len(word) >= LONGEST_SLUG:
            break
        short = f"{short}-{word[:LONGEST_SLUG]}" if short else word[:LONGEST_SLUG]
    return short or "article"


def is_pattern(output: str) -> bool:
    """Whether OUT names a different file for each article."""
    return bool(_FIELD.search(output)) or output.endswith("/") or Path(output).is_dir()


def known_format(name: str) -> str:
    """The name, if it is that of an export format; raises UsageError with the nearest one otherwise."""
    from briefing.exports import FORMATS

    if name not in FORMATS:
        raise UsageError(f"unknown format {name!r}; {nearest(name, FORMATS)}")
    return name


def format_of_name(output: str) -> str:
    """The format that the ending of a file name stands for; Markdown where it says nothing."""
    return ENDINGS.get(Path(output).suffix.lower(), DEFAULT_FORMAT)


def ending_of(format_name: str) -> str:
    """The ending of the files of a format."""
    return next((ending for ending, name in ENDINGS.items() if name == format_name), f".{format_name}")


def _rendered(briefing: Briefing, format_name: str) -> bytes:
    from briefing.exports import render

    return render(briefing, format_name)
