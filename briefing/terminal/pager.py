"""A text in; the text on the terminal out, a page at a time where it is long and the terminal can do that."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from typing import TextIO

from briefing.terminal import terminfo

FALLBACK = ("less", "more")
LESS_OPTIONS = "-FX"
"""Leave at once if the text fits on one page; leave the text on the screen."""


def show(text: str, environment: Mapping[str, str], output: TextIO) -> None:
    """Print a text; a long one goes through PAGER, `less` or `more` when the output is a terminal that can page.

    Raises:
        BrokenPipeError: nobody reads the output any more.
    """
    command = _pager(text, environment, output)
    if command:
        # `-R` is not given, so that a pager shows control characters instead of sending them.
        options = {**environment, "LESS": environment.get("LESS", LESS_OPTIONS), "LESSSECURE": "1"}
        try:
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=output, env=options)
        except OSError:
            process = None
        if process is not None:
            try:
                process.communicate(text.encode("utf-8"))
            except BrokenPipeError:
                process.wait()
            except KeyboardInterrupt:
                # Ctrl-C belongs to the pager, which is ended with its own key.
                process.wait()
            return
    output.write(text)
    output.flush()


def _pager(text: str, environment: Mapping[str, str], output: TextIO) -> list[str]:
    """The command that pages; empty where the text is to be printed as it is."""
    try:
        rows = os.get_terminal_size(output.fileno()).lines if output.isatty() else 0
    except (OSError, ValueError):
        rows = 0
    entry = terminfo.find(environment.get("TERM", ""), environment)
    if not rows or entry is None or not entry.moves_cursor or text.count("\n") < rows:
        return []
    own = environment.get("PAGER")
    if own is not None:
        command = shlex.split(own)
        return command if command and command != ["cat"] else []
    return next(([path] for name in FALLBACK if (path := shutil.which(name))), [])
