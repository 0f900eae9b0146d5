"""The names of the commands and where each stands; `program` is the whole command line.

A command's module is imported when it is called, so that opening an article does not wait for the others.
"""

from __future__ import annotations

from typing import Any

import click

from briefing import __version__
from briefing.cli.exit_codes import EXIT_CODES
from briefing.cli.group import BriefingGroup, screen_options

NAME = "briefing"
COMPLETION_VARIABLE = "_BRIEFING_COMPLETE"
"""Set by the completion scripts of shells when they ask what could follow."""

HOMES = {
    "read": "briefing.cli.read",
    "analyze": "briefing.cli.analyze",
    "export": "briefing.cli.export",
    "who": "briefing.cli.parts",
    "quotes": "briefing.cli.parts",
    "positions": "briefing.cli.parts",
    "corrections": "briefing.cli.corrections",
    "schema": "briefing.cli.tools",
    "paths": "briefing.cli.tools",
    "completion": "briefing.cli.tools",
}
"""The module of each command; the command has the same name there."""

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
    homes=HOMES,
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
