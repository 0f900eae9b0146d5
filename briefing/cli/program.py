"""Arguments in, exit code out: the frame around every command.

Errors become one line on standard error and an exit code (`EXIT_CODES`). A closed pipe is quiet. What nobody foresaw
is written to a log file and becomes one line as well: no traceback reaches a reader.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType
from typing import NoReturn

import click
from click.shell_completion import shell_complete

from briefing import __version__
from briefing.errors import BriefingError
from briefing.settings.places import Places, make_private_folder

NAME = "briefing"
COMPLETION_VARIABLE = "_BRIEFING_COMPLETE"
"""Set by the completion scripts of shells when they ask what could follow."""

UNFORESEEN = 70
INTERRUPTED = 130
CLOSED_PIPE = 141
TERMINATED = 143

EXIT_CODES = (
    (0, "done"),
    (1, "something failed, or a text is not in English; with several inputs, at least one of them"),
    (2, "wrong usage"),
    (3, "nothing found (only with --fail-empty)"),
    (4, "done, but with warnings (only with --strict)"),
    (65, "the input is not text, or not of the format it claims"),
    (66, "no such input"),
    (UNFORESEEN, "something went wrong inside the program: a check failed, or nobody foresaw it"),
    (73, "the output cannot be created, or exists"),
    (74, "reading or writing broke off"),
    (75, "something is locked by another process; try again"),
    (78, "the configuration is wrong, or the model is missing"),
    (INTERRUPTED, "interrupted (Ctrl-C)"),
    (CLOSED_PIPE, "whoever read the output went away"),
    (TERMINATED, "terminated"),
)
"""Exit codes and what they mean; after sysexits.h where it has one."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: without the name of the program; None takes those of the process.
    """
    from briefing.cli.commands import program

    signal.signal(signal.SIGTERM, _terminate)
    try:
        if instruction := os.environ.get(COMPLETION_VARIABLE):
            return shell_complete(program, {}, NAME, COMPLETION_VARIABLE, instruction)
        # Not `program.main`: it has exit codes and words of its own for Ctrl-C and closed pipes.
        with program.make_context(NAME, list(sys.argv[1:] if arguments is None else arguments)) as context:
            outcome = program.invoke(context)
        sys.stdout.flush()
    except BaseException as error:
        return _exit_code(error)
    return outcome if isinstance(outcome, int) else 0


def say(message: str) -> None:
    """Write one line for the reader to standard error; if that is gone, there is nobody to tell."""
    with suppress(OSError, ValueError):
        print(f"briefing: {message}", file=sys.stderr, flush=True)


def log_unexpected(error: BaseException) -> str:
    """Write the traceback of an unforeseen error to the log; returns where it is, for the reader."""
    places = Places.from_environment(os.environ)
    report = f"briefing {__version__}\n{''.join(traceback.format_exception(error))}\n"
    try:
        make_private_folder(places.log.parent)
        descriptor = os.open(places.log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(report)
    except (OSError, BriefingError):
        return "the details could not be written to a log"
    return f"details are in {places.log}"


def _exit_code(error: BaseException) -> int:
    """Say what there is to say about an error, and give its exit code."""
    match error:
        case BriefingError():
            say(str(error))
            return error.exit_code
        case click.UsageError():
            usage = error.ctx.get_usage() if error.ctx is not None else ""
            with suppress(OSError, ValueError):
                print(usage, file=sys.stderr)
            say(f"{error.format_message()} (try 'briefing --help')")
            return error.exit_code
        case click.exceptions.Exit():
            return error.exit_code
        case SystemExit():
            return error.code if isinstance(error.code, int) else 1
        case KeyboardInterrupt() | click.Abort():
            return INTERRUPTED
        case BrokenPipeError():
            _forget_output()
            return CLOSED_PIPE
        case OSError():
            _forget_output()
            say(f"input or output failed ({error.strerror or error})")
            return 74
        case RecursionError() | MemoryError():
            say("this text is too large or too deeply nested for the memory of this machine; try a part of it")
            return 1
        case _:
            say(f"something unforeseen happened ({type(error).__name__}); {log_unexpected(error)}")
            return UNFORESEEN


def _terminate(_signal: int, _frame: FrameType | None) -> NoReturn:
    """Let SIGTERM unwind the stack, so that half-written files are removed."""
    raise SystemExit(TERMINATED)


def _forget_output() -> None:
    """Keep Python from flushing to a dead pipe at its end, which would print a complaint."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
