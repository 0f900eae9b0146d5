"""The command line: arguments in; a screen, or data on standard output and messages on standard error, out.

`program` is the frame (exit codes, signals, nothing unexpected reaches the reader), `group` how arguments become a
command, and each other module one command or a few that belong together.
"""

from __future__ import annotations


def main() -> int:
    """Run the command line; returns the exit code."""
    from briefing.cli.program import run

    return run()
