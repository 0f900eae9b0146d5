"""Bytes or text in; standard output out, complete or not at all noisy about it."""

from __future__ import annotations

import sys


def write_bytes(data: bytes) -> None:
    """Write data to standard output at once, so that a consumer sees each result when it is ready.

    Raises:
        BrokenPipeError: the consumer has gone away.
    """
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def write_text(text: str) -> None:
    """Write text in UTF-8, whatever the locale; one line end at its end."""
    write_bytes((text.rstrip("\n") + "\n").encode("utf-8"))
