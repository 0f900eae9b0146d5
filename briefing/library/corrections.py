"""An article in; the decisions that its reader made about it out, and the other way round.

One private file for each text of each source, named by hashes of both: a journal in JSON Lines to which every decision,
undo and redo is added as one line. Nothing in it is ever rewritten, so it is its own record of who changed what when,
two readers in two terminals do not undo each other's work, and a line that drops costs at most the line being written.

Where a source has changed, the decisions about its last known text are carried over to the new one.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Callable, Iterable
from datetime import datetime, timezone
from pathlib import Path

import msgspec
from msgspec import Struct

from briefing.corrections.correction import Correction
from briefing.errors import InputOutputError, NoOutputError, UndecodableError
from briefing.files import PRIVATE
from briefing.model import Article
from briefing.settings.places import make_private_folder

SCHEMA = "briefing-corrections/1"
SUFFIX = ".jsonl"
DIGITS = 16
"""Hexadecimal digits of a hash in a file name; 64 bits are enough to tell the articles of a life apart."""


class Head(Struct, frozen=True, kw_only=True, tag="article"):
    """The first line: which article this is about, for whoever opens the file."""

    schema: str = SCHEMA
    title: str | None = None
    path: str | None = None
    url: str | None = None
    sha256: str = ""


class Decided(Struct, frozen=True, kw_only=True, tag="decided"):
    """A decision."""

    at: str
    """Moment in UTC, as ISO 8601."""
    correction: Correction


class Undone(Struct, frozen=True, kw_only=True, tag="undone"):
    """The last decision that still counted no longer does."""

    at: str


class Redone(Struct, frozen=True, kw_only=True, tag="redone"):
    """The decision that was undone last counts again."""

    at: str


Entry = Head | Decided | Undone | Redone


class Journal(Struct, frozen=True, kw_only=True):
    """What a file holds, added up."""

    decided: tuple[Decided, ...] = ()
    """Decisions that count, in the order in which they were made."""
    undone: tuple[Decided, ...] = ()
    """Decisions that redo brings back, the next one last."""

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """The decisions without their times."""
        return tuple(one.correction for one in self.decided)


class Corrections:
    """Journals in a folder.

    Args:
        folder: where the files are; made with the first decision.
        now: the clock.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime] = lambda: datetime.now(timezone.utc)) -> None:
        self.folder = folder
        self._now = now

    def journal(self, article: Article) -> Journal:
        """The decisions about an article; those about its last known text if this one has none of its own.

        Raises:
            UndecodableError: a file is damaged; it is left as it is, and nothing is added to it.
        """
        file = self._file_with_decisions(article)
        return Journal() if file is None else _add_up(_read(file))

    def of(self, article: Article) -> tuple[Correction, ...]:
        """The decisions that count; raises as `journal` does."""
        return self.journal(article).corrections

    def add(self, article: Article, correction: Correction) -> None:
        """Keep a decision; what was undone before can no longer be redone.

        Raises:
            UndecodableError: the file is damaged.
            NoOutputError: it cannot be written; nothing has changed.
        """
        self._append(article, Decided(at=self._time(), correction=correction))

    def undo(self, article: Article) -> Correction | None:
        """Take the last decision back and return it; None if there is none. Raises as `add` does."""
        decided = self.journal(article).decided
        if not decided:
            return None
        self._append(article, Undone(at=self._time()))
        return decided[-1].correction

    def redo(self, article: Article) -> Correction | None:
        """Bring the decision back that was undone last; None if there is none. Raises as `add` does."""
        undone = self.journal(article).undone
        if not undone:
            return None
        self._append(article, Redone(at=self._time()))
        return undone[-1].correction

    def path(self, article: Article) -> Path:
        """The file for the decisions about this text of this source."""
        return self.folder / f"{_hash_of_source(article)}-{_hash(article.text)}{SUFFIX}"

    def _file_with_decisions(self, article: Article) -> Path | None:
        """Of this text of this source; else of this text elsewhere; else of the last known text of this source."""
        own = self.path(article)
        if own.exists():
            return own
        same_text = self._newest(f"*-{_hash(article.text)}{SUFFIX}")
        if same_text is not None or not (article.url or article.path):
            return same_text
        return self._newest(f"{_hash_of_source(article)}-*{SUFFIX}")

    def _newest(self, pattern: str) -> Path | None:
        try:
            files = [(file.stat().st_mtime_ns, file) for file in self.folder.glob(pattern)]
        except OSError:
            return None
        return max(files)[1] if files else None

    def _append(self, article: Article, entry: Decided | Undone | Redone) -> None:
        file = self.path(article)
        before: list[Entry] = []
        if not file.exists():
            head = Head(title=article.title, path=article.path, url=article.url, sha256=article.sha256)
            former = self._file_with_decisions(article)
            carried = [] if former is None else [one for one in _read(former) if not isinstance(one, Head)]
            before = [head, *carried]
        else:
            # A damaged file raises here, before anything is added to it.
            _read(file)
        make_private_folder(self.folder)
        _append_lines(file, [*before, entry])

    def _time(self) -> str:
        return self._now().astimezone(timezone.utc).isoformat(timespec="seconds")


def _read(file: Path) -> list[Entry]:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise InputOutputError(
            f"{file}: cannot be read ({error.strerror or error}); corrections are not shown"
        ) from error
    lines = data.split(b"\n")
    # Without its line break the last line was never finished: the machine stopped while it was written.
    lines.pop()
    entries = []
    for number, line in enumerate(lines, 1):
        if not line:
            continue
        try:
            entries.append(msgspec.json.decode(line, type=Entry))
        except msgspec.DecodeError as error:
            raise UndecodableError(
                f"{file}, line {number}: not a correction that can be read; mend the line, or move the file away"
            ) from error
    return entries


def _add_up(entries: Iterable[Entry]) -> Journal:
    decided: list[Decided] = []
    undone: list[Decided] = []
    for entry in entries:
        match entry:
            case Decided():
                decided.append(entry)
                undone.clear()
            case Undone() if decided:
                undone.append(decided.pop())
            case Redone() if undone:
                decided.append(undone.pop())
            case _:
                pass
    return Journal(decided=tuple(decided), undone=tuple(undone))


def _append_lines(file: Path, entries: Iterable[Entry]) -> None:
    """Add lines to a file and wait until the disk has them; on any error the file is as it was."""
    data = b"".join(msgspec.json.encode(entry) + b"\n" for entry in entries)
    try:
        descriptor = os.open(file, os.O_RDWR | os.O_APPEND | os.O_CREAT, PRIVATE)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            size = os.fstat(descriptor).st_size
            kept = _end_of_last_line(descriptor, size)
            if kept < size:
                os.ftruncate(descriptor, kept)
            try:
                written = os.write(descriptor, data)
                if written < len(data):
                    raise OSError(None, "the disk is full")
                os.fsync(descriptor)
            except OSError:
                os.ftruncate(descriptor, kept)
                raise
        finally:
            os.close(descriptor)
    except OSError as error:
        raise NoOutputError(
            f"{file}: cannot be written ({error.strerror or error}); the correction is not kept"
        ) from error


def _end_of_last_line(descriptor: int, size: int) -> int:
    """Bytes up to the last line break; what follows was never finished."""
    position = size
    while position:
        start = max(0, position - 65536)
        found = os.pread(descriptor, position - start, start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        position = start
    return 0


def _hash_of_source(article: Article) -> str:
    """A hash of where the article is from; of nothing for standard input."""
    if article.url:
        return _hash(article.url)
    return _hash(str(Path(article.path).absolute())) if article.path else "0" * DIGITS


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
