"""The commands, put together; `program` is the whole command line."""

from __future__ import annotations

from typing import Any

import click

from briefing import __version__
from briefing.cli.analyze import analyze
from briefing.cli.corrections import corrections
from briefing.cli.export import export
from briefing.cli.group import BriefingGroup, screen_options
from briefing.cli.parts import positions, quotes, who
from briefing.cli.program import EXIT_CODES
from briefing.cli.read import read
from briefing.cli.tools import completion, paths, schema

EXAMPLES = """\
\b
Examples:
  briefing article.txt                   read it: text, stakeholders, positions
  briefing https://example.org/story     the same for a page of the web
  pdftotext brief.pdf - | briefing       the same for what comes through a pipe
  briefing talks.md | less               no screen: the briefing as Markdown
  briefing analyze *.txt --format jsonl  one line of JSON for each article
  briefing export talks.md -o talks.briefing.md
  briefing positions talks.md            the table that compares
  briefing -- analyze                    a file whose name is that of a command

\b
Exit codes:
"""


@click.group(
    cls=BriefingGroup,
    epilog=EXAMPLES + "\n".join(f"  {code:<4} {meaning}" for code, meaning in EXIT_CODES),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    subcommand_metavar="[THING ...] | COMMAND ...",
)
@click.version_option(__version__, "-V", "--version", message="briefing %(version)s")
@screen_options
def program(**_flags: Any) -> None:
    """Read news articles and policy briefings: who said what, and where they stand.

    THING is a file, an address (https://…), or - for standard input. Without a terminal on standard output the
    briefing is printed as Markdown. Settings come from flags, then from variables such as BRIEFING_THEME, then from
    the configuration file ('briefing paths' says where).
    """


for command in (read, analyze, export, who, quotes, positions, corrections, schema, paths, completion):
    program.add_command(command)
