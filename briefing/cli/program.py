"""Arguments in, exit code out: the frame around every command.

Errors become one line on standard error and an exit code (`exit_codes`). A closed pipe is quiet. What nobody foresaw
is written to a log file and becomes one line as well: no traceback reaches a reader.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType
from typing import Literal, NoReturn, TextIO

import click

from briefing.cli.commands import COMPLETION_VARIABLE, NAME, program
from briefing.cli.exit_codes import CLOSED_PIPE, INTERRUPTED, TERMINATED
from briefing.cli.group import DEFAULT_COMMAND
from briefing.cli.reporting import log_unexpected, say
from briefing.errors import UNFORESEEN, BriefingError

_READING = f"{NAME} {DEFAULT_COMMAND}"
"""What the reader is called inside."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: without the name of the program; None takes those of the process.
    """
    signal.signal(signal.SIGTERM, _terminate)
    _open_missing_streams()
    try:
        if instruction := os.environ.get(COMPLETION_VARIABLE):
            from click.shell_completion import shell_complete

            return shell_complete(program, {}, NAME, COMPLETION_VARIABLE, instruction)
        # Not `program.main`: it has exit codes and words of its own for Ctrl-C and closed pipes.
        with program.make_context(NAME, list(sys.argv[1:] if arguments is None else arguments)) as context:
            outcome = program.invoke(context)
        sys.stdout.flush()
    except BaseException as error:
        return _exit_code(error)
    return outcome if isinstance(outcome, int) else 0


def _exit_code(error: BaseException) -> int:
    """Say what there is to say about an error, and give its exit code."""
    match error:
        case BriefingError():
            say(str(error))
            return error.exit_code
        case click.UsageError():
            # The reader is a command only inside: nobody types its name.
            usage = error.ctx.get_usage().replace(f"{_READING} ", f"{NAME} ", 1) if error.ctx is not None else ""
            path = error.ctx.command_path if error.ctx is not None else NAME
            asked = NAME if path == _READING else path
            with suppress(OSError, ValueError):
                print(usage, file=sys.stderr)
            say(f"{error.format_message()} (try '{asked} --help')")
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
            place = f"{error.filename}: " if error.filename else ""
            say(f"{place}input or output failed ({error.strerror or error}); choose another place, or free some space")
            return 74
        case RecursionError() | MemoryError():
            say("this text is too large or too deeply nested for the memory of this machine; try a part of it")
            return 1
        case _:
            say(f"something unforeseen happened ({type(error).__name__}); {log_unexpected(error)}")
            return UNFORESEEN


def _open_missing_streams() -> None:
    """Put something in the place of standard streams that were closed before the start (`>&-`).

    Python has None there, and the next file that is opened would take their place. Reading gives nothing, writing to
    standard output fails as it does in other programs, and nobody hears what is said on standard error.
    """
    if sys.stdin is None:
        sys.stdin = _nowhere(os.O_RDONLY, "r")
    if sys.stdout is None:
        sys.stdout = _nowhere(os.O_RDONLY, "w")
    if sys.stderr is None:
        sys.stderr = _nowhere(os.O_WRONLY, "w")


def _nowhere(flags: int, mode: Literal["r", "w"]) -> TextIO:
    return os.fdopen(os.open(os.devnull, flags), mode, encoding="utf-8")


def _terminate(_signal: int, _frame: FrameType | None) -> NoReturn:
    """Let SIGTERM unwind the stack, so that half-written files are removed."""
    raise SystemExit(TERMINATED)


def _forget_output() -> None:
    """Keep Python from flushing to a dead pipe at its end, which would print a complaint."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
