"""What the reader needs from the rest of the program, as protocols, so that it can be tried without any of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from msgspec import Struct, field

from briefing.errors import UsageError
from briefing.library.positions import ReadingPosition
from briefing.model import Article, Briefing
from briefing.worker.events import Event

if TYPE_CHECKING:
    from briefing.corrections.correction import Correction
    from briefing.library.journal import Step

MOST_FROM_ONE_SOURCE = 500
"""Articles that are taken from one source, such as a mailbox or a database dump."""


class Worker(Protocol):
    """Whoever analyses articles; see `briefing.worker.client.AnalysisWorker`."""

    async def start(self) -> None:
        """Begin."""

    def submit(self, article: Article) -> int:
        """Ask for an analysis; its events carry the number that is returned."""
        ...

    def cancel(self, request: int) -> None:
        """Give up a request."""

    async def close(self) -> None:
        """End."""


class Results(Protocol):
    """Results of earlier analyses."""

    def get(self, article: Article) -> Briefing | None:
        """The stored result for an article."""
        ...

    def put(self, briefing: Briefing) -> None:
        """Store a result; raises NoOutputError."""


class Positions(Protocol):
    """Where reading stopped; see `briefing.library.positions.ReadingPositions`."""

    def get(self, sha256: str) -> ReadingPosition | None:
        """The place in an article."""
        ...

    def put(self, sha256: str, position: ReadingPosition) -> None:
        """Remember the place; raises NoOutputError."""


class Corrections(Protocol):
    """What was corrected; see `briefing.library.corrections.Corrections`."""

    def of(self, article: Article) -> tuple[Correction, ...]:
        """The decisions about an article that count; raises BriefingError where they cannot be read."""
        ...

    def add(self, article: Article, correction: Correction) -> None:
        """Keep a decision; raises BriefingError."""

    def to_undo(self, article: Article) -> Step | None:
        """The decision to take back next: one of this reader if there is any; raises BriefingError."""
        ...

    def to_redo(self, article: Article) -> Step | None:
        """The decision to bring back next: one that this reader took back if there is any; raises BriefingError."""
        ...

    def is_own(self, step: Step) -> bool:
        """Whether this reader made it, or took it back."""
        ...

    def undo(self, article: Article, step: Step) -> None:
        """Take a decision back; raises BriefingError."""

    def redo(self, article: Article, step: Step) -> None:
        """Bring a decision back; raises BriefingError."""


class Recent(Protocol):
    """Articles that were opened before; see `briefing.reader.recent.RecentArticles`."""

    def all(self) -> list[tuple[str, str]]:
        """Source and title of each, the last one first."""
        ...

    def add(self, source: str, title: str) -> None:
        """Remember one."""


class NoRecent:
    """Remembers nothing."""

    def all(self) -> list[tuple[str, str]]:
        """Nothing is remembered."""
        return []

    def add(self, source: str, title: str) -> None:
        """Nothing is remembered."""


class NoResults:
    """Keeps nothing."""

    def get(self, article: Article) -> Briefing | None:
        """Nothing is stored."""
        return None

    def put(self, briefing: Briefing) -> None:
        """Nothing is stored."""


class NoPositions:
    """Remembers nothing."""

    def get(self, sha256: str) -> ReadingPosition | None:
        """Nothing is remembered."""
        return None

    def put(self, sha256: str, position: ReadingPosition) -> None:
        """Nothing is remembered."""


class NoCorrections:
    """Keeps nothing."""

    def of(self, article: Article) -> tuple[Correction, ...]:
        """Nothing was decided."""
        return ()

    def add(self, article: Article, correction: Correction) -> None:
        """Refuse; raises UsageError."""
        raise UsageError("Corrections are switched off; the setting is called corrections.")

    def to_undo(self, article: Article) -> Step | None:
        """Nothing was decided."""
        return None

    def to_redo(self, article: Article) -> Step | None:
        """Nothing was taken back."""
        return None

    def is_own(self, step: Step) -> bool:
        """Nothing was done."""
        return False

    def undo(self, article: Article, step: Step) -> None:
        """Nothing was decided."""

    def redo(self, article: Article, step: Step) -> None:
        """Nothing was taken back."""


class Collaborators(Struct, frozen=True, kw_only=True):
    """Everything outside the screen."""

    read: Callable[[str], Iterable[Article]]
    """The articles of a source; raises BriefingError."""
    read_anew: Callable[[str], Iterable[Article]] | None = None
    """The same, fetching anew what is kept of the web; None where nothing is kept."""
    refusal: Callable[[Article], str | None] = lambda article: None
    """Why an article is not to be analysed, in one line; None if it may be."""
    start_worker: Callable[[Callable[[Event], object]], Worker]
    """Makes the worker that tells its events to the given function; called when the first analysis is needed."""
    copy: Callable[[str, Callable[[str], object]], str]
    """Copies a text, given a way to write to the terminal; returns how, in words for the status row."""
    render: Callable[..., bytes]
    """The briefing in a format: `briefing.exports.render`; raises BriefingError, as where a quotation is not right."""
    templates: Callable[[], Sequence[str]] = list
    """The names of her own templates of exports."""
    results: Results = field(default_factory=NoResults)
    positions: Positions = field(default_factory=NoPositions)
    corrections: Corrections = field(default_factory=NoCorrections)
    recent: Recent = field(default_factory=NoRecent)
    environment: Mapping[str, str] = field(default_factory=dict)
    """Variables such as VISUAL and EDITOR."""
    after_first_paint: Callable[[], object] = lambda: None
    """Called once, when the first screen has been drawn."""
    log: Path | None = None
    """Where an unexpected error is written."""
    last_export: Path | None = None
    """Where the last choice about an export is kept."""
    samples: Path | None = None
    """Folder of articles to try."""
    restricted: bool = False
    """Whether only the articles named at the start may be read, and nothing be run or written elsewhere."""


class Appearance(Struct, frozen=True, kw_only=True):
    """How the screen is to look and behave: settings and what the terminal can do, in the reader's own terms."""

    theme: str | None = None
    theme_folders: tuple[Path, ...] = ()
    colours: str = "truecolor"
    """What the terminal shows: "none", "16", "256" or "truecolor"."""
    unicode: bool = True
    scroll: Literal["auto", "line", "page"] = "auto"
    """Whether `j` scrolls the text or moves a mark in it; "auto" decides by the line and by the terminal."""
    spares_bandwidth: bool = False
    """Whether the line is slow: nothing is animated, and nothing is drawn that need not be."""
    text_width: int = 84
    unsure_below: float = 0.5
    keys: Mapping[str, str] = field(default_factory=dict)
    keys_written: str = ""
    """The file and line where `keys` stand; empty where none are set."""
