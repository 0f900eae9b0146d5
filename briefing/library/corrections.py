"""An article in; the decisions that its reader made about it out, and the other way round.

One private file for each text of each source, named by hashes of both: a journal that only grows (see `journal`), so
that it is its own record of who changed what when, two readers in two terminals can tell their decisions apart, and a
line that drops costs at most the line being written. Where a source has changed, the decisions about its last known
text are carried over to the new one. Most articles have no journal; what reads one is imported when there is one.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.model import Article
from briefing.settings.places import make_private_folder

if TYPE_CHECKING:
    from briefing.corrections.correction import Correction
    from briefing.library.journal import Decided, Entry, Journal, Redone, Step, Undone

SUFFIX = ".jsonl"
DIGITS = 16
"""Hexadecimal digits of a hash in a file name; 64 bits are enough to tell the articles of a life apart."""

READER = 8
"""Bytes of the number by which a running reader knows its own decisions."""


class Corrections:
    """Journals in a folder.

    Args:
        folder: where the files are; made with the first decision.
        now: the clock.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime] = lambda: datetime.now(timezone.utc)) -> None:
        self.folder = folder
        self._now = now
        self._reader = os.urandom(READER).hex()

    def journal(self, article: Article) -> Journal:
        """The decisions about an article; those about its last known text if this one has none of its own.

        Raises:
            UndecodableError: a file is damaged; it is left as it is, and nothing is added to it.
        """
        from briefing.library import journal

        file = self._file_with_decisions(article)
        return journal.Journal() if file is None else journal.add_up(journal.read(file))

    def of(self, article: Article) -> tuple[Correction, ...]:
        """The decisions that count; raises as `journal` does."""
        return () if self._file_with_decisions(article) is None else self.journal(article).corrections

    def add(self, article: Article, correction: Correction) -> None:
        """Keep a decision; what was undone before can no longer be redone.

        Raises:
            UndecodableError: the file is damaged.
            NoOutputError: it cannot be written; nothing has changed.
        """
        from briefing.library.journal import Decided

        self._append(article, Decided(at=self._time(), by=self._reader, correction=correction))

    def to_undo(self, article: Article) -> Step | None:
        """The last decision of this reader that counts, else the last one of all; raises as `journal` does."""
        return self._last_of(self.journal(article).decided)

    def to_redo(self, article: Article) -> Step | None:
        """What this reader took back last, else what anybody did; raises as `journal` does."""
        return self._last_of(self.journal(article).undone)

    def is_own(self, step: Step) -> bool:
        """Whether this reader did it; otherwise one that ran before, or runs elsewhere."""
        return step.by == self._reader

    def undo(self, article: Article, step: Step) -> None:
        """Take a decision back; nothing happens if that was done meanwhile. Raises as `add` does."""
        from briefing.library.journal import Undone

        self._append(article, Undone(at=self._time(), by=self._reader, decision=step.decision))

    def redo(self, article: Article, step: Step) -> None:
        """Bring a decision back; nothing happens if that was done meanwhile. Raises as `add` does."""
        from briefing.library.journal import Redone

        self._append(article, Redone(at=self._time(), by=self._reader, decision=step.decision))

    def _last_of(self, steps: Sequence[Step]) -> Step | None:
        own = (step for step in reversed(steps) if self.is_own(step))
        return next(own, steps[-1] if steps else None)

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
        from briefing.library.journal import Head, append, read

        file = self.path(article)
        before: list[Entry] = []
        if not file.exists():
            head = Head(title=article.title, path=article.path, url=article.url, sha256=article.sha256)
            former = self._file_with_decisions(article)
            carried = [] if former is None else [one for one in read(former) if not isinstance(one, Head)]
            before = [head, *carried]
        else:
            # A damaged file raises here, before anything is added to it.
            read(file)
        make_private_folder(self.folder)
        append(file, [*before, entry])

    def _time(self) -> str:
        return self._now().astimezone(timezone.utc).isoformat(timespec="seconds")


def _hash_of_source(article: Article) -> str:
    """A hash of where the article is from; of nothing for standard input."""
    if article.url:
        return _hash(article.url)
    return _hash(str(Path(article.path).absolute())) if article.path else "0" * DIGITS


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
