"""Bytes and a path in; a complete file or none at all.

Every file that the program writes (exports, cache, positions, corrections) goes through `write_atomically`.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

from briefing.errors import NoOutputError

PRIVATE = 0o600


def write_atomically(path: Path, data: bytes, *, overwrite: bool = True, mode: int = PRIVATE) -> None:
    """Write a file so that a reader sees the old one or the whole new one, also when the process is killed.

    The data goes to a hidden file in the same folder, is flushed to the disk, and is then put in place by a rename
    (or, where nothing may be replaced, by a hard link, which fails if the name is taken).

    Raises:
        NoOutputError: the folder does not exist or is not writable, the disk is full, or the file exists and
            `overwrite` is false.
    """
    temporary = path.parent / f".{path.name}.{os.urandom(4).hex()}.part"
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if overwrite:
                temporary.replace(path)
            else:
                _put_where_nothing_is(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    except FileExistsError as error:
        raise NoOutputError(f"{path}: exists already; choose another name, or replace it with --force") from error
    except OSError as error:
        raise NoOutputError(f"{path}: cannot be written ({error.strerror or error}); choose another place") from error


def _put_where_nothing_is(temporary: Path, path: Path) -> None:
    """Give a file its name, unless the name is taken.

    Raises:
        FileExistsError: the name is taken.
    """
    try:
        os.link(temporary, path)
    except OSError as error:
        # FAT, which is on most memory sticks, and some network folders have no hard links.
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.ENOSYS):
            raise
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        temporary.replace(path)
