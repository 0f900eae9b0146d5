"""The articles that were opened last: kept in one small private file, newest first."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec

from briefing.errors import NoOutputError
from briefing.files import write_atomically
from briefing.settings.places import make_private_folder

MOST = 12
"""Articles that are remembered."""


class RecentArticles:
    """Sources and titles in a file; a damaged file counts as empty."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def all(self) -> list[tuple[str, str]]:
        """Source and title of each article, the last one first."""
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=list[tuple[str, str]])
        except (OSError, msgspec.DecodeError):
            return []

    def add(self, source: str, title: str) -> None:
        """Put an article at the beginning; that it cannot be written is not worth a message."""
        source = str(Path(source).absolute()) if "://" not in source else source
        others = [entry for entry in self.all() if entry[0] != source]
        with suppress(NoOutputError):
            make_private_folder(self._file.parent)
            write_atomically(self._file, msgspec.json.encode([(source, title), *others][:MOST]))
