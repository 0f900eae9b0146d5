"""The SHA-256 of an article in; the place where its reading stopped out, and the other way round.

One small private file for each article, written atomically, so that two readers in two terminals do not undo each
other's work and a line that drops loses nothing.
"""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from briefing.files import write_atomically
from briefing.settings.places import make_private_folder

MOST = 5000
"""Positions that are kept; beyond, the oldest go first."""

_SHA256 = re.compile(r"[0-9a-f]{64}")


class ReadingPosition(Struct, frozen=True, kw_only=True):
    """Where the reading of one article stopped."""

    offset: int = 0
    """Character of the text at the top of the article pane."""
    pane: str | None = None
    stakeholder: str | None = None
    """Id of the selected stakeholder."""
    statement: str | None = None
    """Id of the evidence that was shown."""


class ReadingPositions:
    """Reading positions in a folder."""

    def __init__(self, folder: Path, *, most: int = MOST) -> None:
        self.folder = folder
        self.most = most

    def get(self, sha256: str) -> ReadingPosition | None:
        """Where the reading of this article stopped; None if it was never read or the file is damaged."""
        path = self._path(sha256)
        if path is None:
            return None
        try:
            return msgspec.json.decode(path.read_bytes(), type=ReadingPosition)
        except (OSError, msgspec.DecodeError):
            return None

    def put(self, sha256: str, position: ReadingPosition) -> None:
        """Remember the place; without a proper SHA-256 nothing is remembered.

        Raises:
            NoOutputError: the folder cannot be made or the file not written.
        """
        path = self._path(sha256)
        if path is None:
            return
        make_private_folder(self.folder)
        is_new = not path.exists()
        write_atomically(path, msgspec.json.encode(position))
        if is_new:
            self._forget_oldest()

    def _path(self, sha256: str) -> Path | None:
        return self.folder / f"{sha256}.json" if _SHA256.fullmatch(sha256) else None

    def _forget_oldest(self) -> None:
        with suppress(OSError):
            files = sorted(self.folder.glob("*.json"), key=lambda file: file.stat().st_mtime_ns)
            for file in files[: -self.most]:
                file.unlink(missing_ok=True)
