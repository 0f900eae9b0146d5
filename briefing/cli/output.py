"""Bytes or text in; standard output out, complete or not at all noisy about it."""

from __future__ import annotations

import errno
import os
import sys

STANDARD_OUTPUT = "standard output"
"""What an error of writing calls the place."""


def write_bytes(data: bytes) -> None:
    """Write all of the data to standard output at once, so that a consumer sees each result when it is ready.

    Raises:
        BrokenPipeError: the consumer has gone away.
        OSError: the disk is full, or writing broke off in another way; the file it names is `STANDARD_OUTPUT`.
    """
    try:
        _write_all(memoryview(data))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), STANDARD_OUTPUT) from error


def _write_all(left: memoryview) -> None:
    sys.stdout.flush()
    while left:
        # Without a buffer (PYTHONUNBUFFERED) one write takes as much as there is room for, and says no more than that.
        taken = sys.stdout.buffer.write(left)
        if not taken:
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        left = left[taken:]
    sys.stdout.buffer.flush()


def write_text(text: str) -> None:
    """Write text in UTF-8, whatever the locale; one line end at its end."""
    write_bytes((text.rstrip("\n") + "\n").encode("utf-8"))
