"""Bytes and a format in, Documents out, parsed in a process that has little time, little memory and nothing to lose.

Parsers of marked-up, compressed and binary formats are where hostile documents do harm. They run in a child process
whose address space and processor time the system limits; if it crashes, hangs or swells, the reader sees one line.

Run as `python -m briefing.articles.sandbox` it is the child: a request on standard input, an answer on standard output.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress

import msgspec

from briefing.articles.document import MAXIMUM_CHARACTERS, Document
from briefing.articles.request import Request
from briefing.errors import UndecodableError

SECONDS = 10
"""Longest time that a document may take, in seconds of the clock and of the processor."""

MEMORY = 500 * 1024 * 1024
"""Most address space of the child, in bytes."""

_MAXIMUM_ANSWER = 200 * 1024 * 1024


class Answer(msgspec.Struct, frozen=True):
    """What the child found, or why it found nothing."""

    documents: list[Document] = []
    error: str | None = None


def parse_apart(request: Request, seconds: float = SECONDS) -> list[Document]:
    """Parse a document in a child process.

    Raises:
        UndecodableError: the parser refused it, crashed, or needed more time or memory than is allowed.
    """
    command = [sys.executable, "-m", "briefing.articles.sandbox"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        start_new_session=True,
    ) as child:
        try:
            output, _ = child.communicate(msgspec.msgpack.encode(request), timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise UndecodableError(f"{request.name}: takes more than {seconds:g} seconds to read, given up") from error
        finally:
            child.kill()
    try:
        answer = msgspec.msgpack.decode(output, type=Answer)
    except msgspec.DecodeError as error:
        raise UndecodableError(
            f"{request.name}: cannot be read; it is damaged, or needs more memory or time than a document should"
        ) from error
    if answer.error is not None:
        raise UndecodableError(answer.error)
    return answer.documents


def _environment() -> dict[str, str]:
    """The parent's environment, so that the same packages are found, with one thread for numerical libraries."""
    return {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def main() -> None:
    """The child: limit itself, read a request, parse, answer."""
    limit_resources()
    answers, sys.stdout = sys.stdout.buffer, sys.stderr  # Libraries may print; only the answer may go to the parent.
    request = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Request)
    output = msgspec.msgpack.encode(answer_to(request))
    answers.write(output)
    answers.flush()


def answer_to(request: Request) -> Answer:
    """Parse what was asked for; whatever goes wrong becomes one line."""
    from briefing.articles.formats.registry import PARSERS

    try:
        documents = PARSERS[request.form](request)
        size = sum(len(document.text) for document in documents)
        if size > _MAXIMUM_ANSWER // 4 or any(len(d.text) > 2 * MAXIMUM_CHARACTERS for d in documents):
            return Answer(error=f"{request.name}: holds more text than can be read at once; split it")
        return Answer(documents=documents)
    except UndecodableError as error:
        return Answer(error=str(error))
    except ImportError as error:
        library = error.name or "a library"
        return Answer(error=f"{request.name}: needs {library}, which is not installed: pip install {library}")
    except (MemoryError, RecursionError):
        return Answer(error=f"{request.name}: is nested too deeply or too large to be read")
    except Exception as error:
        # A parser's own errors have many types and speak to programmers; the reader needs to know that it is damaged.
        return Answer(error=f"{request.name}: is damaged and cannot be read ({type(error).__name__})")


def limit_resources() -> None:
    """Set the limits of this process; where the system knows none, the parent's clock remains."""
    try:
        import resource
    except ImportError:
        return
    for kind, limit in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(OSError, ValueError):
            resource.setrlimit(kind, (limit, limit))


if __name__ == "__main__":
    main()
