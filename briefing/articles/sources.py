"""A path or standard input in; bytes out, or one clear sentence why not.

Devices, sockets and folders are never read, links are followed, and no more is read than the limit. A pipe is read
(a shell gives one for `<(command)`, and /dev/stdin may be one), but it is not waited for without end.
"""

from __future__ import annotations

import os
import select
import stat
import time
from collections.abc import Callable
from io import FileIO
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from briefing.errors import InputOutputError, NoInputError

MAXIMUM_BYTES = 64 * 1024 * 1024
"""Largest document that is read."""

SECONDS_OF_SILENCE = 10.0
"""Longest wait for a pipe to give something."""

SECONDS_IN_ALL = 30.0
"""Longest time that a pipe may take to give everything."""

_CHUNK = 1024 * 1024

_Wait = Callable[[], None]


class Source(Struct, frozen=True, kw_only=True):
    """The bytes of one document, and where they came from."""

    data: bytes
    name: str
    """What to call it in messages: a path, an address, or "standard input"."""
    path: str | None = None
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
    notes: tuple[str, ...] = ()


def read_file(path: str | Path, limit: int = MAXIMUM_BYTES) -> Source:
    """Read a regular file or a pipe whole. What came through a pipe has no path: it cannot be read a second time.

    Raises:
        NoInputError: it does not exist, may not be read, is a folder, a device or a socket, or is too large.
        InputOutputError: reading failed half way, or a pipe gave nothing for too long.
    """
    name = str(path)
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError as error:
        raise NoInputError(f"{name}: no such file; check the name") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NoInputError(f"{name}: cannot be opened ({reason}); check the name and your rights") from error
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        before = os.fstat(file.fileno())
        _refuse_unreadable(before, name, limit)
        is_pipe = stat.S_ISFIFO(before.st_mode)
        try:
            data = _read(file, limit, name, _patience(descriptor, name) if is_pipe else None)
        except OSError as error:
            raise InputOutputError(f"{name}: reading failed ({error.strerror or error}); try again") from error
        if is_pipe:
            return Source(data=data, name=name)
        after = os.fstat(file.fileno())
    changed = (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(data) != after.st_size
    notes = ("the file changed while it was read",) if changed and after.st_size else ()
    return Source(data=data, name=name, path=name, notes=notes)


def read_stream(stream: BinaryIO, limit: int = MAXIMUM_BYTES) -> Source:
    """Read standard input whole.

    Raises:
        NoInputError: there is more than the limit.
        InputOutputError: reading failed.
    """
    name = "standard input"
    try:
        return Source(data=_read(stream, limit, name), name=name)
    except OSError as error:
        raise InputOutputError(f"{name}: reading failed ({error.strerror or error}); try again") from error


def _refuse_unreadable(status: os.stat_result, name: str, limit: int) -> None:
    mode = status.st_mode
    if stat.S_ISDIR(mode):
        raise NoInputError(f"{name}: is a folder; give a file in it")
    if stat.S_ISFIFO(mode):
        return
    if not stat.S_ISREG(mode):
        raise NoInputError(f"{name}: is a device, not a file; give a file")
    if status.st_size > limit:
        raise _too_large(name, limit)


def _patience(descriptor: int, name: str) -> _Wait:
    """What waits for a pipe that is opened without blocking, until it has bytes or its writers are gone."""
    end = time.monotonic() + SECONDS_IN_ALL
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)

    def wait() -> None:
        left = end - time.monotonic()
        if left <= 0:
            raise InputOutputError(f"{name}: is a pipe that gives no end within {SECONDS_IN_ALL:g} seconds, given up")
        if not poll.poll(1000 * min(left, SECONDS_OF_SILENCE)):
            waited = min(left, SECONDS_OF_SILENCE)
            raise InputOutputError(f"{name}: is a pipe, and nothing came through it for {waited:.0f} seconds, given up")

    return wait


def _read(file: BinaryIO | FileIO, limit: int, name: str, wait: _Wait | None = None) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while True:
        if wait is not None:
            wait()
        piece = file.read(_CHUNK)
        if not piece:
            break
        size += len(piece)
        if size > limit:
            raise _too_large(name, limit)
        pieces.append(piece)
    return b"".join(pieces)


def _too_large(name: str, limit: int) -> NoInputError:
    return NoInputError(f"{name}: is larger than {limit // 2**20} MiB; split it into smaller files")
