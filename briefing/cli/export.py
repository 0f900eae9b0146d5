"""`briefing export`: articles and a place in; files in one of the export formats out."""

from __future__ import annotations

import os
import re
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from briefing.cli.analyses import Analyses, Outcome, expanded, number_of_jobs
from briefing.cli.group import export_options, jobs_option, settings_of
from briefing.cli.output import write_bytes
from briefing.cli.progress import ProgressBar
from briefing.cli.reporting import say
from briefing.errors import BriefingError, NoOutputError, UsageError
from briefing.files import write_atomically
from briefing.json_text import encode
from briefing.model import Briefing

STDOUT = "-"
DEFAULT_FORMAT = "markdown"
FOREIGN_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}")
"""What ends a name on purpose: ".pdf", and not the ".2" of a version."""
PUBLIC = 0o644
DISTINCT_PATTERN = "{date}-{slug}-{sha}"
"""Name in a folder of an article whose date and title another article has as well."""


@click.command(short_help="Write the briefing to a file.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="OUT",
    help="File, folder, - for standard output, or a name with fields such as {date} and {slug}.",
)
@click.option("--format", "format_name", metavar="FORMAT", help="By default what the ending of OUT says, or markdown.")
@click.option("--force", is_flag=True, help="Replace files that exist.")
@click.option("--report", is_flag=True, help="Print a line of JSON for each article: where it went, or what failed.")
@click.option("--stakeholder", metavar="WHO", help="Only this stakeholder.")
@click.option("--issue", metavar="ISSUE", help="Only this issue.")
@click.option("--compare", nargs=2, metavar="WHO WHO", help="Only these two stakeholders.")
@click.option("--tlp", metavar="LABEL", help="Traffic Light Protocol marking: red, amber+strict, amber, green, clear.")
@click.option("--handling", metavar="TEXT", help="Handling marking in words.")
@click.option("--front-matter", metavar="FORM", help="Front matter of the Markdown: nested, flat or none.")
@click.option("--reviewed-only", is_flag=True, help="Leave out what you have not confirmed or corrected.")
@click.option("--template", metavar="NAME", help="One of your own templates (Markdown).")
@jobs_option
@export_options
@click.pass_context
def export(
    ctx: click.Context,
    /,
    files: tuple[str, ...],
    output: str,
    format_name: str | None,
    force: bool,
    report: bool,
    jobs: int | None,
    config: Path | None,
    model: str | None,
    cache: bool | None,
    mend: bool | None,
    any_language: bool | None,
    timings: bool | None,
    corrections: bool | None,
    **choices: Any,
) -> int:
    """Write the briefing of each FILE to OUT, whole or not at all; a file that exists is kept unless --force.

    Several articles need a folder or a name with fields: {date}, {slug} (of the title), {publisher}, {scope}, {tlp},
    {handling}, {format}, {sha}. SOURCE_DATE_EPOCH dates the export; without it there is no date, and equal articles
    give equal bytes.

    \b
    briefing export talks.md -o talks.briefing.md
    briefing export inbox/*.txt -o 'out/{date}-{slug}.md' --report
    """
    from briefing.exports import created_from

    wanted = known_format(format_name or format_of_name(output))
    sources = expanded(files)
    if output != STDOUT and len(sources) > 1 and not is_pattern(output):
        raise UsageError(f"{output}: several articles need a folder, or a name with {{slug}} or {{sha}} in it")
    if report and output == STDOUT:
        raise UsageError("--report and the briefings cannot both go to standard output; choose a file with -o")
    settings = settings_of(
        ctx,
        config,
        model=model,
        cache=cache,
        mend=mend,
        any_language=any_language,
        timings=timings,
        corrections=corrections,
    )
    given = {name: value for name, value in choices.items() if value}
    given |= {"created": created_from(os.environ), "template_folder": settings.templates_folder}
    errors: list[BriefingError] = []
    written: set[Path] = set()
    make_folder(output)
    analyses = Analyses(settings)
    with (
        ProgressBar(len(sources), is_wanted=True) as bar,
        closing(analyses.of_sources(sources, bar.step, number_of_jobs(jobs, sources))) as outcomes,
    ):
        for outcome in outcomes:
            bar.article_done()
            try:
                target = write_outcome(outcome, output, wanted, given, written, force=force)
                line = {"path": outcome.source, "output": target}
            except BriefingError as error:
                errors.append(error)
                line = {"path": outcome.source, "error": str(error)}
                if not report:
                    say(str(error))
            if report:
                write_bytes(encode(line) + b"\n")
    if not errors:
        return 0
    return errors[0].exit_code if len(sources) == 1 else 1


def write_outcome(
    outcome: Outcome, output: str, format_name: str, choices: dict[str, Any], written: set[Path], *, force: bool
) -> str:
    """Write one briefing; returns where it went, and notes it in `written`, so that no article replaces another.

    Raises:
        BriefingError: the article's own error; no such stakeholder, issue or template; a quotation that is not in the
            source; or the file cannot be written.
    """
    from briefing.exports import render

    if outcome.error is not None:
        raise outcome.error
    assert outcome.briefing is not None
    data = render(outcome.briefing, format_name, **choices, reviewed=outcome.reviewed)
    if output == STDOUT:
        write_bytes(data)
        return STDOUT
    target = target_of(output, outcome.briefing, format_name, choices)
    if target in written and is_folder(output):
        target = target_of(output, outcome.briefing, format_name, choices, pattern=DISTINCT_PATTERN)
    source = outcome.briefing.article.path
    if source is not None and target.exists() and Path(source).exists() and target.samefile(source):
        raise NoOutputError(f"{target}: is the article itself; choose another name for the briefing")
    if target in written:
        raise NoOutputError(f"{outcome.source}: another article went to {target} just now; put {{sha}} into the name")
    write_atomically(target, data, overwrite=force, mode=PUBLIC)
    written.add(target)
    return str(target)


def target_of(
    output: str, briefing: Briefing, format_name: str, choices: dict[str, Any], pattern: str | None = None
) -> Path:
    """The file for one article: OUT itself, a file in the folder OUT, or OUT with its fields filled in."""
    from briefing.exports import FORMATS, file_name

    suffix = FORMATS[format_name].suffix
    if is_folder(output):
        return Path(output) / file_name(briefing, format_name, *([pattern] if pattern else []), **choices)
    if "{" not in output:
        return Path(output)
    folder, slash, name = output.rpartition("/")
    return Path(folder + slash) / file_name(briefing, format_name, name.removesuffix(suffix), **choices)


def known_format(name: str) -> str:
    """The id of the export format that is meant; raises UsageError with the nearest one if there is none."""
    from briefing.exports.formats.registry import FORMATS, format_called
    from briefing.nearest import hint

    found = format_called(name)
    if found is None:
        raise UsageError(f"unknown format {name!r}{hint(name, FORMATS)}")
    return found


def format_of_name(output: str) -> str:
    """The first format with the ending of a file name; Markdown where it has none.

    Raises:
        UsageError: the ending is that of something else ("brief.pdf"), which Markdown would only pretend to be.
    """
    from briefing.exports.formats.registry import endings, format_with

    ending = "" if is_folder(output) else Path(output).suffix
    found = format_with(ending)
    if found is None and FOREIGN_ENDING.fullmatch(ending):
        raise UsageError(
            f"{output}: no format has the ending {ending}; say which is meant with --format, or end the name in "
            f"one of {', '.join(endings())}"
        )
    return found or DEFAULT_FORMAT


def make_folder(output: str) -> None:
    """Create the folder OUT where it is named as one ("out/") and missing, before anything is analysed.

    Raises:
        NoOutputError: it cannot be created.
    """
    if not output.endswith("/"):
        return
    try:
        Path(output).mkdir(exist_ok=True)
    except OSError as error:
        raise NoOutputError(f"{output}: cannot be created ({error.strerror}); choose another place") from error


def is_pattern(output: str) -> bool:
    """Whether OUT names a different file for each article."""
    return "{" in output or is_folder(output)


def is_folder(output: str) -> bool:
    """Whether OUT is a folder, or is meant as one."""
    return output.endswith("/") or Path(output).is_dir()
