"""The nouns of the project: Article, Stakeholder, Statement, Issue, Position, Briefing.

Everything that leaves the analysis, and everything that the reader, the exports and the scripts receive, is made of
these types. They are small, immutable and serialisable; `briefing.schema` derives the JSON Schema from them. The
order of the fields is the order of the keys in the JSON. Offsets are character offsets into `Article.text` (Python
string indices), end exclusive.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

SCHEMA = "briefing/1"
"""Name and version of the JSON contract; it changes when a name or a meaning changes."""

BlockKind = Literal["heading", "paragraph", "item", "byline", "dateline", "caption", "quote", "trailer"]
StakeholderKind = Literal["person", "organization", "country", "bloc", "group"]
MentionForm = Literal["name", "nominal", "pronoun"]
StatementForm = Literal["direct", "indirect", "mixed", "action"]
Stance = Literal["supports", "opposes", "conditional", "mixed", "unclear"]
Status = Literal["current", "past", "expected", "hearsay"]
Origin = Literal["document", "inferred"]


class Span(Struct, frozen=True, order=True):
    """A piece of the article's text: `article.text[span.start:span.end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of the span in the text it belongs to."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


class Block(Struct, frozen=True):
    """A stretch of the text with one role in the layout; blocks are in order and do not overlap."""

    start: int
    end: int
    kind: BlockKind
    level: int = 0
    """Depth of a heading (1 is the title) or of a list item; 0 for everything else."""

    @property
    def span(self) -> Span:
        """The same piece of text as a Span."""
        return Span(self.start, self.end)


class Article(Struct, frozen=True, kw_only=True):
    """A text to be read: the words, their layout, and what the document says about itself.

    A field that the document does not give is None; nothing is invented. `origins` names where each known field came
    from: "document" if it stands there as such, "inferred" if it was recognised in the text.
    """

    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None
    """Date of the document as YYYY-MM-DD (or a part of it), never the date of reading."""
    url: str | None = None
    path: str | None = None
    language: str | None = None
    words: int = 0
    sha256: str = ""
    """SHA-256 of the bytes that were read, in hexadecimal."""
    text: str = ""
    blocks: tuple[Block, ...] = ()
    origins: dict[str, Origin] = {}
    notes: tuple[str, ...] = ()
    """What a reader should know about how the text was obtained ("encoding guessed: windows-1252")."""


class Analysis(Struct, frozen=True, kw_only=True):
    """How a result was made."""

    version: str
    model: str
    model_version: str
    seconds: float | None = None
    """Processor time of the analysis where it was asked for; otherwise None, so that equal input gives equal bytes."""


class Mention(Struct, frozen=True, order=True):
    """A place in the text that means a stakeholder."""

    start: int
    end: int
    form: MentionForm

    @property
    def span(self) -> Span:
        """The same piece of text as a Span."""
        return Span(self.start, self.end)


class Stakeholder(Struct, frozen=True, kw_only=True):
    """Someone who speaks, decides, demands, or is said to hold a view."""

    id: str
    name: str
    kind: StakeholderKind
    role: str | None = None
    """Title or description that the text itself gives."""
    affiliation: str | None = None
    """Id of another stakeholder."""
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    reasons: tuple[str, ...] = ()
    """Why this is one stakeholder of this kind, each in a short sentence for the reader."""


class Issue(Struct, frozen=True, kw_only=True):
    """A matter on which stakeholders can differ, named as something one can be for or against."""

    id: str
    label: str
    terms: tuple[str, ...] = ()


class Statement(Struct, frozen=True, kw_only=True):
    """A place where the text gives a stakeholder's words, view, demand, decision or deed."""

    id: str
    stakeholder: str | None
    """Id of the holder; None where the text names no one or nobody can tell."""
    form: StatementForm
    source: Span | None = None
    cue: Span | None = None
    content: tuple[Span, ...]
    issue: str | None = None
    stance: Stance = "unclear"
    status: Status = "current"
    condition: Span | None = None
    confidence: float = 0.0
    """Calibrated probability (0 to 1) that holder and stance are right."""
    why: str = ""
    """The words that decided the stance."""
    cue_class: str | None = None
    """Class of the cue in the lexicon: speech, claim, demand, commitment, refusal, support, criticism, …"""
    hedges: tuple[Span, ...] = ()
    within: str | None = None
    """Id of the statement in whose content this one lies ("A says that B wants …")."""
    reasons: tuple[str, ...] = ()
    """Rules and words behind holder, stance and status, each in a short sentence for the reader."""


class Position(Struct, frozen=True, kw_only=True):
    """Where a stakeholder stands on an issue, from all current statements."""

    stakeholder: str
    issue: str
    stance: Stance
    statements: tuple[str, ...]


class Briefing(Struct, frozen=True, kw_only=True):
    """The whole result for one article: what every screen, export and script is made from."""

    schema: str = SCHEMA
    article: Article
    analysis: Analysis
    stakeholders: tuple[Stakeholder, ...] = ()
    issues: tuple[Issue, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    notes: tuple[str, ...] = ()
    """Observations about the whole article, such as figures that contradict each other."""
