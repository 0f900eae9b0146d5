"""The article and briefing that the reader's tests look at, and the stand-ins for worker, cache and files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from briefing.corrections.correction import Correction
from briefing.errors import BriefingError, NoInputError
from briefing.library.journal import Step
from briefing.library.positions import ReadingPosition
from briefing.model import (
    Analysis,
    Article,
    Block,
    Briefing,
    Issue,
    Mention,
    Position,
    Span,
    Stakeholder,
    Statement,
)
from briefing.reader.app import ReaderApp
from briefing.reader.collaborators import Appearance, Collaborators
from briefing.worker.events import Event

LINES: list[tuple[str, str, int]] = [
    ("heading", "Harbour Towns Split over the Night Ferry", 1),
    ("byline", "By Inga Lorentz", 0),
    (
        "paragraph",
        "PORT SELMA — The council of Port Selma will vote on Monday on a ferry that would cross the sound all night. "
        "Mayor Odile Brandt supports the night ferry. “Our nurses get home at four in the morning,” she said. "
        "“They need a boat.”",
        0,
    ),
    (
        "paragraph",
        "The fishermen’s union rejects it. Its chairman, Petr Havel-Lund, said that nets would be cut every night. "
        "He would accept a ferry until midnight, provided that the state pays for new buoys.",
        0,
    ),
    ("heading", "Who Pays", 2),
    (
        "paragraph",
        "The state of Norrland has not said whether it will pay. A senior official in the transport ministry, who "
        "asked not to be named, said a subsidy was “not off the table [yet].” Two years ago the ministry refused any "
        "subsidy for ferries.",
        0,
    ),
    ("item", "The ferry would cost four million a year.", 1),
    ("item", "Tickets would bring in one million.", 1),
    (
        "paragraph",
        "Brandt wants the state to pay half. Havel-Lund is expected to ask for a café on the pier, reportedly with "
        "the finance committee’s blessing.",
        0,
    ),
    ("heading", "What Comes Next", 2),
    (
        "paragraph",
        "Residents of the old quay fear the noise. “I have slept badly since the cranes came,” said Amalie Roth, a "
        "retired pilot. Brandt promised that engines would be off at the pier.",
        0,
    ),
    ("trailer", "Additional reporting by the Norrland bureau.", 0),
]


def _article() -> Article:
    text, blocks = "", []
    for kind, line, level in LINES:
        blocks.append(Block(len(text), len(text) + len(line), kind, level))  # type: ignore[arg-type]
        text += line + "\n"
    return Article(
        title=LINES[0][1],
        byline="Inga Lorentz",
        publisher="The Sound Courier",
        published="2025-03-02",
        path="/articles/night-ferry.txt",
        language="en",
        words=len(text.split()),
        sha256="ab" * 32,
        text=text,
        blocks=tuple(blocks),
    )


ARTICLE = _article()


def span(words: str, after: str = "") -> Span:
    """The place of some words in the article; `after` says which occurrence is meant."""
    start = ARTICLE.text.index(words, ARTICLE.text.index(after) if after else 0)
    return Span(start, start + len(words))


def mention(words: str, form: str = "name", after: str = "") -> Mention:
    found = span(words, after)
    return Mention(found.start, found.end, form)  # type: ignore[arg-type]


STAKEHOLDERS = (
    Stakeholder(
        id="odile-brandt",
        name="Odile Brandt",
        kind="person",
        role="Mayor",
        affiliation="port-selma",
        aliases=("Brandt", "Mayor Odile Brandt"),
        mentions=(
            mention("Odile Brandt"),
            mention("she", "pronoun", "morning"),
            mention("Brandt", after="Brandt wants"),
            mention("Brandt", after="Brandt promised"),
        ),
        reasons=("“Mayor” before the name makes it a person.",),
    ),
    Stakeholder(
        id="petr-havel-lund",
        name="Petr Havel-Lund",
        kind="person",
        role="chairman",
        affiliation="fishermen-s-union",
        aliases=("Havel-Lund",),
        mentions=(
            mention("Petr Havel-Lund"),
            mention("He", "pronoun", "He would accept"),
            mention("Havel-Lund", after="Havel-Lund is expected"),
        ),
    ),
    Stakeholder(
        id="fishermen-s-union",
        name="fishermen’s union",
        kind="organization",
        mentions=(mention("fishermen’s union"),),
    ),
    Stakeholder(
        id="port-selma", name="Port Selma", kind="organization", mentions=(mention("Port Selma", after="council of"),)
    ),
    Stakeholder(
        id="transport-ministry",
        name="transport ministry",
        kind="organization",
        affiliation="norrland",
        mentions=(mention("transport ministry"), mention("the ministry", "nominal", "Two years")),
    ),
    Stakeholder(
        id="senior-official",
        name="senior official in the transport ministry",
        kind="group",
        affiliation="transport-ministry",
        mentions=(mention("A senior official in the transport ministry", "nominal"),),
    ),
    Stakeholder(id="norrland", name="Norrland", kind="country", mentions=(mention("Norrland"),)),
    Stakeholder(
        id="amalie-roth", name="Amalie Roth", kind="person", role="retired pilot", mentions=(mention("Amalie Roth"),)
    ),
)

ISSUES = (
    Issue(id="night-ferry", label="the night ferry", terms=("night ferry", "ferry")),
    Issue(id="state-subsidy", label="a state subsidy for the ferry", terms=("subsidy", "pay")),
    Issue(id="pier-cafe", label="a café on the pier", terms=("café",)),
)

STATEMENTS = (
    Statement(
        id="s1",
        stakeholder="odile-brandt",
        form="indirect",
        source=span("Mayor Odile Brandt"),
        cue=span("supports"),
        content=(span("the night ferry"),),
        issue="night-ferry",
        stance="supports",
        confidence=0.91,
        why="supports",
        cue_class="support",
        reasons=("The cue “supports” is a cue of support.",),
    ),
    Statement(
        id="s2",
        stakeholder="odile-brandt",
        form="direct",
        source=span("she", "morning"),
        cue=span("said", "she said"),
        content=(span("“Our nurses get home at four in the morning,”"), span("“They need a boat.”")),
        issue="night-ferry",
        stance="supports",
        confidence=0.62,
        why="need",
        cue_class="speech",
    ),
    Statement(
        id="s3",
        stakeholder="fishermen-s-union",
        form="indirect",
        source=span("The fishermen’s union"),
        cue=span("rejects"),
        content=(span("it", "rejects"),),
        issue="night-ferry",
        stance="opposes",
        confidence=0.88,
        why="rejects",
        cue_class="refusal",
    ),
    Statement(
        id="s4",
        stakeholder="petr-havel-lund",
        form="indirect",
        source=span("He", "He would accept"),
        cue=span("would accept"),
        content=(span("a ferry until midnight, provided that the state pays for new buoys"),),
        issue="night-ferry",
        stance="conditional",
        condition=span("provided that the state pays for new buoys"),
        confidence=0.77,
        why="would accept … provided that",
        cue_class="commitment",
    ),
    Statement(
        id="s5",
        stakeholder="senior-official",
        form="mixed",
        source=span("A senior official in the transport ministry"),
        cue=span("said", "be named, said"),
        content=(span("a subsidy was “not off the table [yet].”"),),
        issue="state-subsidy",
        stance="unclear",
        confidence=0.4,
        why="not off the table",
        cue_class="speech",
        hedges=(span("not off the table"),),
    ),
    Statement(
        id="s6",
        stakeholder="transport-ministry",
        form="action",
        source=span("the ministry", "Two years"),
        cue=span("refused"),
        content=(span("any subsidy for ferries"),),
        issue="state-subsidy",
        stance="opposes",
        status="past",
        confidence=0.8,
        why="refused",
    ),
    Statement(
        id="s7",
        stakeholder="odile-brandt",
        form="indirect",
        source=span("Brandt", "Brandt wants"),
        cue=span("wants"),
        content=(span("the state to pay half"),),
        issue="state-subsidy",
        stance="supports",
        confidence=0.83,
        why="wants",
        cue_class="demand",
    ),
    Statement(
        id="s8",
        stakeholder="petr-havel-lund",
        form="indirect",
        source=span("Havel-Lund", "Havel-Lund is"),
        cue=span("is expected to ask for"),
        content=(span("a café on the pier"),),
        issue="pier-cafe",
        stance="supports",
        status="expected",
        confidence=0.7,
        why="is expected to ask for",
    ),
    Statement(
        id="s9",
        stakeholder="amalie-roth",
        form="direct",
        source=span("Amalie Roth"),
        cue=span("said", "came,”"),
        content=(span("“I have slept badly since the cranes came,”"),),
        issue="night-ferry",
        stance="opposes",
        confidence=0.45,
        why="slept badly",
        cue_class="speech",
    ),
    Statement(
        id="s10",
        stakeholder=None,
        form="indirect",
        source=span("Residents of the old quay"),
        cue=span("fear"),
        content=(span("the noise"),),
        confidence=0.5,
        why="fear",
    ),
)

POSITIONS = (
    Position(stakeholder="odile-brandt", issue="night-ferry", stance="supports", statements=("s1", "s2")),
    Position(stakeholder="odile-brandt", issue="state-subsidy", stance="supports", statements=("s7",)),
    Position(stakeholder="fishermen-s-union", issue="night-ferry", stance="opposes", statements=("s3",)),
    Position(stakeholder="petr-havel-lund", issue="night-ferry", stance="conditional", statements=("s4",)),
    Position(stakeholder="senior-official", issue="state-subsidy", stance="unclear", statements=("s5",)),
    Position(stakeholder="amalie-roth", issue="night-ferry", stance="opposes", statements=("s9",)),
)

BRIEFING = Briefing(
    article=ARTICLE,
    analysis=Analysis(version="0.1.0", model="by-hand", model_version="1"),
    stakeholders=STAKEHOLDERS,
    issues=ISSUES,
    statements=STATEMENTS,
    positions=POSITIONS,
)


@dataclass
class FakeWorker:
    """Analyses nothing; a test says what happens by calling `tell`."""

    tell: Callable[[Event], object]
    submitted: list[Article] = field(default_factory=list)
    cancelled: list[int] = field(default_factory=list)
    is_closed: bool = False

    async def start(self) -> None: ...

    def submit(self, article: Article) -> int:
        self.submitted.append(article)
        return len(self.submitted)

    def cancel(self, request: int) -> None:
        self.cancelled.append(request)

    async def close(self) -> None:
        self.is_closed = True


@dataclass
class StoredResults:
    """A cache in memory."""

    stored: dict[str, Briefing] = field(default_factory=dict)

    def get(self, article: Article) -> Briefing | None:
        return self.stored.get(article.text)

    def put(self, briefing: Briefing) -> None:
        self.stored[briefing.article.text] = briefing


@dataclass
class RememberedPositions:
    """Reading positions in memory."""

    kept: dict[str, ReadingPosition] = field(default_factory=dict)

    def get(self, sha256: str) -> ReadingPosition | None:
        return self.kept.get(sha256)

    def put(self, sha256: str, position: ReadingPosition) -> None:
        self.kept[sha256] = position


@dataclass
class RememberedCorrections:
    """Corrections in memory."""

    decided: list[Correction] = field(default_factory=list)
    undone: list[Correction] = field(default_factory=list)
    error: BriefingError | None = None
    by: str = "this reader"
    """Who is said to have decided."""

    def of(self, article: Article) -> tuple[Correction, ...]:
        if self.error is not None:
            raise self.error
        return tuple(self.decided)

    def add(self, article: Article, correction: Correction) -> None:
        if self.error is not None:
            raise self.error
        self.decided.append(correction)
        self.undone.clear()

    def to_undo(self, article: Article) -> Step | None:
        return self._last(self.decided)

    def to_redo(self, article: Article) -> Step | None:
        return self._last(self.undone)

    def is_own(self, step: Step) -> bool:
        return step.by == "this reader"

    def undo(self, article: Article, step: Step) -> None:
        self.undone.append(self.decided.pop(step.decision))

    def redo(self, article: Article, step: Step) -> None:
        self.decided.append(self.undone.pop(step.decision))

    def _last(self, corrections: list[Correction]) -> Step | None:
        if not corrections:
            return None
        return Step(len(corrections) - 1, "2025-03-02T10:00:00+00:00", self.by, corrections[-1])


@dataclass
class World:
    """Everything outside the screen, as tests see it."""

    results: StoredResults = field(default_factory=StoredResults)
    positions: RememberedPositions = field(default_factory=RememberedPositions)
    corrections: RememberedCorrections = field(default_factory=RememberedCorrections)
    workers: list[FakeWorker] = field(default_factory=list)
    copied: list[str] = field(default_factory=list)
    files: dict[str, Article] = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)

    def start_worker(self, tell: Callable[[Event], object]) -> FakeWorker:
        self.workers.append(FakeWorker(tell))
        return self.workers[-1]

    def copy(self, text: str, write: Callable[[str], object]) -> str:
        self.copied.append(text)
        return "copied to the terminal's clipboard"

    def read(self, source: str) -> list[Article]:
        if source not in self.files:
            raise NoInputError(f"{source}: no such file")
        return [self.files[source]]

    def collaborators(self, **changes: Any) -> Collaborators:
        values: dict[str, Any] = {
            "read": self.read,
            "start_worker": self.start_worker,
            "copy": self.copy,
            "render": lambda briefing, _format, **_choices: f"# {briefing.article.title}\n".encode(),
            "results": self.results,
            "positions": self.positions,
            "corrections": self.corrections,
            "environment": self.environment,
        }
        return Collaborators(**{**values, **changes})


def make_app(
    world: World | None = None, *, analysed: bool = True, changes: dict[str, Any] | None = None, **appearance: Any
) -> ReaderApp:
    """A reader on the article; with its result stored unless a test wants to see it come."""
    world = world or World()
    if analysed:
        world.results.put(BRIEFING)
    return ReaderApp(
        world.collaborators(**(changes or {})), Appearance(**appearance), [("/articles/night-ferry.txt", ARTICLE)]
    )
