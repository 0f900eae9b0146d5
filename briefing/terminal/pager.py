"""Texts in; the texts on the terminal out, a page at a time where they are long and the terminal can do that."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from typing import TextIO

from briefing.terminal import terminfo
from briefing.terminal.capabilities import is_utf8
from briefing.terminal.grid import cells_of

FALLBACK = ("less", "more")
LESS_OPTIONS = "-FX"
"""Leave at once if the text fits on one page; leave the text on the screen."""
LONGER = str.maketrans({"…": "...", "—": "--"})
"""Signs that are clearer in several ASCII characters, where nothing stands beside the text."""


def show(text: str, environment: Mapping[str, str], output: TextIO) -> None:
    """Print a text; a long one goes through PAGER, `less` or `more` when the output is a terminal that can page.

    Raises:
        BrokenPipeError: nobody reads the output any more.
    """
    show_all([text], environment, output)


def show_all(texts: Iterable[str], environment: Mapping[str, str], output: TextIO) -> None:
    """Print texts as they come; from the first page that is full on they go through one pager, see `show`.

    No further text is asked for once she has left the pager. A terminal whose locale is not UTF-8 gets ASCII alone.

    Raises:
        BrokenPipeError: nobody reads the output any more.
    """
    rows = _rows(environment, output)
    held = ""
    pager: subprocess.Popen[bytes] | None = None
    try:
        for text in texts:
            held += text if is_utf8(environment) or not output.isatty() else ascii_only(text)
            if pager is None and rows and held.count("\n") >= rows:
                pager = _start(environment, output)
                rows = rows if pager else 0
            if pager is not None and pager.stdin is not None:
                pager.stdin.write(held.encode("utf-8"))
                pager.stdin.flush()
                held = ""
            elif not rows:
                _print(held, output)
                held = ""
    except BrokenPipeError:
        if pager is None:
            raise
    finally:
        if pager is not None:
            _wait_for(pager)
    if pager is None:
        _print(held, output)


def without_shell(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment for a reader who is to get no shell: `less` in its secure mode, or no pager at all."""
    return {**environment, "PAGER": shutil.which("less") or "cat", "LESS": LESS_OPTIONS}


def ascii_only(text: str) -> str:
    """A text without any character beyond ASCII."""
    return "\n".join("".join(cells_of(line, unicode=False)) for line in text.translate(LONGER).split("\n"))


def _start(environment: Mapping[str, str], output: TextIO) -> subprocess.Popen[bytes] | None:
    """A running pager, or None where there is none."""
    command = _command(environment)
    if not command:
        return None
    # `-R` is not given, so that a pager shows control characters instead of sending them.
    options = {**environment, "LESS": environment.get("LESS", LESS_OPTIONS), "LESSSECURE": "1"}
    try:
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=output, env=options)
    except OSError:
        return None


def _wait_for(pager: subprocess.Popen[bytes]) -> None:
    """Wait until she has left the pager. Ctrl-C belongs to the pager, which is ended with its own key."""
    if pager.stdin is not None:
        with contextlib.suppress(BrokenPipeError):
            pager.stdin.close()
    while pager.poll() is None:
        with contextlib.suppress(KeyboardInterrupt):
            pager.wait()


def _print(text: str, output: TextIO) -> None:
    """Write a text in UTF-8, whatever the locale."""
    buffer = getattr(output, "buffer", None)
    if buffer is None:
        output.write(text)
    else:
        output.flush()
        buffer.write(text.encode("utf-8"))
    output.flush()


def _rows(environment: Mapping[str, str], output: TextIO) -> int:
    """The rows of the terminal if it is one that can page, else 0."""
    entry = terminfo.find(environment.get("TERM", ""), environment)
    if entry is None or not entry.moves_cursor:
        return 0
    try:
        return os.get_terminal_size(output.fileno()).lines if output.isatty() else 0
    except (OSError, ValueError):
        return 0


def _command(environment: Mapping[str, str]) -> list[str]:
    """The command that pages; empty where she wants none, none is installed, or nobody can tell which she wants."""
    own = environment.get("PAGER")
    if own is not None:
        try:
            command = shlex.split(own)
        except ValueError:
            return []
        return command if command and command != ["cat"] else []
    return next(([path] for name in FALLBACK if (path := shutil.which(name))), [])
