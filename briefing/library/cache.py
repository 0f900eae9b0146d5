"""An article and the name of a model in; the result of an earlier analysis out, if there is one.

One file for each result, named by a hash of everything that decides it: text and blocks, model and its version,
version of the analysis, the user's dictionaries. Nothing about the file that was read is in the key: the same text
under another name has the same result, which is given back with the article as it was asked for.

A file that is damaged, of another version, or not about this text is as good as none, and is written anew.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec

from briefing import ANALYSIS_VERSION
from briefing.errors import ConfigurationError, UndecodableError
from briefing.files import write_atomically
from briefing.model import Article, Briefing
from briefing.schema import from_json, to_json
from briefing.settings.places import make_private_folder

LARGEST = 200 * 1024 * 1024
"""Bytes that the cache may take by default; beyond, what was unused longest goes first."""

SUFFIX = ".json"


class AnalysisCache:
    """Results of the analysis in a folder, private to its owner; reading it needs no spaCy.

    Args:
        folder: where the files are; made when the first result is put.
        dictionaries: gives the fingerprint of the user's dictionaries as they are now
            (`Settings.dictionaries_fingerprint`); raises ConfigurationError where one cannot be read.
        analysis: fingerprint of the analysis that is installed (`briefing.analysis.models.analysis_fingerprint()`).
        largest: bytes that all files together may take.
    """

    def __init__(
        self,
        folder: Path,
        *,
        dictionaries: Callable[[], str] = lambda: "",
        analysis: str = ANALYSIS_VERSION,
        largest: int = LARGEST,
    ) -> None:
        self.folder = folder
        self._dictionaries_now = dictionaries
        self.dictionaries = dictionaries()
        self.analysis = analysis
        self.largest = largest

    def get(self, article: Article, model: str, model_version: str) -> Briefing | None:
        """The stored result for a text, or None; the briefing's article is the given one.

        Args:
            article: what was read; only text and blocks matter.
            model: name of the spaCy pipeline as its meta.json gives it (see `briefing.analysis.models.identity`).
            model_version: its version.
        """
        path = self.path(article, model, model_version)
        try:
            briefing = from_json(path.read_bytes())
        except (OSError, UndecodableError):
            return None
        if not _is_about(briefing, article, model, model_version):
            return None
        with suppress(OSError):
            os.utime(path)
        return msgspec.structs.replace(briefing, article=article)

    def put(self, briefing: Briefing) -> None:
        """Store a result, then make room if the cache has grown too large. A recorded running time is not stored.

        Nothing is stored once the dictionaries are others than when the cache was opened: whoever analyses reads them
        in between, and nobody could tell which ones the result was made with.

        Raises:
            NoOutputError: the folder cannot be made or the file not written. The result itself is not affected.
        """
        if not self._dictionaries_are_the_same():
            return
        make_private_folder(self.folder)
        analysis = msgspec.structs.replace(briefing.analysis, seconds=None)
        path = self.path(briefing.article, analysis.model, analysis.model_version)
        write_atomically(path, to_json(msgspec.structs.replace(briefing, analysis=analysis)))
        self._make_room(keep=path)

    def path(self, article: Article, model: str, model_version: str) -> Path:
        """The file that holds (or would hold) the result."""
        decisive = (self.analysis, self.dictionaries, model, model_version, article.text, article.blocks)
        return self.folder / f"{hashlib.sha256(msgspec.msgpack.encode(decisive)).hexdigest()}{SUFFIX}"

    def _dictionaries_are_the_same(self) -> bool:
        try:
            return self._dictionaries_now() == self.dictionaries
        except ConfigurationError:
            return False

    def _make_room(self, keep: Path) -> None:
        """Delete what was unused longest until all files fit; never the one just written."""
        files = []
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    status = entry.stat(follow_symlinks=False)
                    files.append((status.st_mtime_ns, status.st_size, Path(entry.path)))
        total = sum(size for _, size, _ in files)
        for _, size, path in sorted(files):
            if total <= self.largest:
                return
            if path != keep:
                with suppress(OSError):
                    path.unlink()
                    total -= size


def _is_about(briefing: Briefing, article: Article, model: str, model_version: str) -> bool:
    """Whether a decoded file is what its name promises."""
    return (
        briefing.article.text == article.text
        and briefing.article.blocks == article.blocks
        and (briefing.analysis.model, briefing.analysis.model_version) == (model, model_version)
    )
