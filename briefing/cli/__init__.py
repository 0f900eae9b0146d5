"""The command line: arguments in; a screen, or data on standard output and messages on standard error, out.

`program` is the frame (exit codes, signals, nothing unexpected reaches the reader), `group` how arguments become a
command, and each other module one command or a few that belong together.
"""

from __future__ import annotations

import gc


def main() -> int:
    """Run the command line; returns the exit code."""
    # A start makes many objects that stay and next to no garbage; looking for it would take a tenth of the time. It is
    # looked for as soon as there is work: see `Analyses` and `briefing.reader.start`.
    gc.disable()
    from briefing.cli.program import run

    return run()
