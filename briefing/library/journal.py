"""The entries of a journal of decisions in; its file out, and the other way round.

A journal is a file of JSON Lines to which every decision, undo and redo is added as one line. Nothing in it is ever
rewritten; a line without its line break was never finished and counts for nothing.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from briefing.corrections.correction import Correction
from briefing.errors import InputOutputError, NoOutputError, UndecodableError
from briefing.files import PRIVATE

SCHEMA = "briefing-corrections/1"


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
    by: str = ""
    """Which running reader it was made in; each has a number of its own."""
    correction: Correction


class Undone(Struct, frozen=True, kw_only=True, tag="undone"):
    """A decision that counted no longer does."""

    at: str
    by: str = ""
    decision: int | None = None
    """Its place among all decisions of the file, the first being 0; None is the last one that still counted."""


class Redone(Struct, frozen=True, kw_only=True, tag="redone"):
    """A decision that was undone counts again."""

    at: str
    by: str = ""
    decision: int | None = None
    """As in `Undone`; None is the one that was undone last."""


Entry = Head | Decided | Undone | Redone


class Step(Struct, frozen=True):
    """A decision that can be taken back or made again."""

    decision: int
    """Its place among all decisions of the file."""
    at: str
    """When it was made, or taken back."""
    by: str
    """In which running reader that was done."""
    correction: Correction


class Journal(Struct, frozen=True, kw_only=True):
    """What a file holds, added up."""

    decided: tuple[Step, ...] = ()
    """Decisions that count, in the order in which they were made."""
    undone: tuple[Step, ...] = ()
    """Decisions that redo brings back, the next one last."""

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """The decisions without their times."""
        return tuple(one.correction for one in self.decided)


def read(file: Path) -> list[Entry]:
    """The entries of a file that were finished.

    Raises:
        InputOutputError: it cannot be read.
        UndecodableError: a line in it is no entry.
    """
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


def add_up(entries: Iterable[Entry]) -> Journal:
    """What counts after all decisions, undos and redos."""
    made: list[Step] = []
    counting: dict[int, Step] = {}
    undone: dict[int, Step] = {}
    for entry in entries:
        match entry:
            case Decided():
                made.append(Step(len(made), entry.at, entry.by, entry.correction))
                counting[len(made) - 1] = made[-1]
                # Whoever decides anew has nothing to make again; what others took back remains theirs.
                undone = {number: step for number, step in undone.items() if step.by != entry.by}
            case Undone():
                number = max(counting, default=-1) if entry.decision is None else entry.decision
                if (step := counting.pop(number, None)) is not None:
                    undone[number] = Step(number, entry.at, entry.by, step.correction)
            case Redone():
                number = next(reversed(undone), -1) if entry.decision is None else entry.decision
                if undone.pop(number, None) is not None:
                    counting[number] = made[number]
            case _:
                pass
    return Journal(decided=tuple(counting[number] for number in sorted(counting)), undone=tuple(undone.values()))


def append(file: Path, entries: Iterable[Entry]) -> None:
    """Add entries to a file and wait until the disk has them; on any error the file is as it was.

    Raises:
        NoOutputError: it cannot be written.
    """
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
