"""The annotated articles in; texts with character offsets of every marked span out.

The markup is described in `tests/corpus/README.md`. White space inside a block is folded to single blanks; the blocks
are joined by the number of line breaks that the article asks for.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from briefing.model import Block, BlockKind, Span, StakeholderKind, Stance, Status

FOLDER = Path(__file__).parents[3] / "tests" / "corpus" / "articles"
"""Where the project keeps its articles; they are part of the source tree, not of the installed package."""

PLAIN_FOLDER = FOLDER.with_name("plain")
"""Articles in the plain style of agencies and ministries, in which sides are marked but mentions are not."""

DENSE_FOLDER = FOLDER.with_name("dense")
"""Articles with five to seven issues, in which every attribution is marked, deeds too, but mentions are not."""

BLOCK_KINDS: dict[str, BlockKind] = {"h": "heading", "p": "paragraph", "li": "item"}


@dataclass(frozen=True, slots=True)
class MarkedStakeholder:
    """A stakeholder as the article's header lists it."""

    name: str
    kind: StakeholderKind
    role: str | None = None
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class MarkedIssue:
    """An issue as the article's header lists it."""

    id: str
    label: str
    terms: tuple[str, ...] = ()
    also: str | None = None
    """Another wording of the label, with the same sides."""
    counter: str | None = None
    """A label of the same dispute towards which every side is turned round."""


@dataclass(frozen=True, slots=True)
class MarkedAttribution:
    """One attribution with the names of its holders and what the annotator judged."""

    id: str
    holders: tuple[str, ...]
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    issue: str | None
    stance: Stance
    status: Status
    conditions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class MarkedMention:
    """A place that means one or more stakeholders (by name, description or pronoun)."""

    span: Span
    holders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """One article of the corpus."""

    id: str
    register: str
    date: str | None
    publisher: str | None
    text: str
    blocks: tuple[Block, ...]
    stakeholders: tuple[MarkedStakeholder, ...]
    issues: tuple[MarkedIssue, ...]
    attributions: tuple[MarkedAttribution, ...]
    mentions: tuple[MarkedMention, ...]


def read_corpus(folder: Path = FOLDER) -> tuple[MarkedArticle, ...]:
    """All articles of a folder, in the order of their names."""
    return tuple(read_marked_article(path) for path in sorted(folder.glob("*.xml")))


def read_whole_corpus() -> tuple[MarkedArticle, ...]:
    """The articles with marked mentions, then the plain ones, then the dense ones."""
    return (*read_corpus(), *read_corpus(PLAIN_FOLDER), *read_corpus(DENSE_FOLDER))


def read_marked_article(path: Path) -> MarkedArticle:
    """One article; raises `xml.etree.ElementTree.ParseError` if the file is not well-formed."""
    root = ElementTree.parse(path).getroot()
    reader = _Reader(gap="\n" * int(root.get("sep", "2")))
    for element in root:
        if element.tag in BLOCK_KINDS:
            reader.read_block(element, BLOCK_KINDS[element.tag])
    pieces = reader.trimmed_pieces()
    return MarkedArticle(
        id=root.get("id", path.stem),
        register=root.get("register", ""),
        date=root.get("date"),
        publisher=root.get("publisher"),
        text=reader.text,
        blocks=tuple(reader.blocks),
        stakeholders=tuple(
            MarkedStakeholder(e.attrib["name"], e.attrib["kind"], e.get("role"), e.get("affiliation"))  # type: ignore[arg-type]
            for e in root.findall("stakeholder")
        ),
        issues=tuple(
            MarkedIssue(e.attrib["id"], e.attrib["label"], _names(e.get("terms")), e.get("also"), e.get("counter"))
            for e in root.findall("issue")
        ),
        attributions=tuple(_attributions(pieces, reader.blocks)),
        mentions=tuple(
            MarkedMention(piece.span, _names(piece.attributes["who"]))
            for piece in pieces
            if piece.tag in {"ref", "src"} and piece.attributes.get("who")
        ),
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    """An inline element: its tag, attributes and place in the text."""

    tag: str
    attributes: dict[str, str]
    span: Span


@dataclass(slots=True)
class _Reader:
    """Collects the text, the blocks and the inline elements of one article."""

    gap: str
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    pieces: list[_Piece] = field(default_factory=list)

    def read_block(self, element: ElementTree.Element, kind: BlockKind) -> None:
        if self.text:
            self.text += self.gap
        start = len(self.text)
        self._read(element, start)
        self.text = self.text.rstrip(" ")
        self.blocks.append(Block(start, len(self.text), kind))

    def _read(self, element: ElementTree.Element, block_start: int) -> None:
        self._append(element.text, block_start)
        for child in element:
            start = len(self.text)
            self._read(child, block_start)
            self.pieces.append(_Piece(child.tag, dict(child.attrib), Span(start, len(self.text))))
            self._append(child.tail, block_start)

    def _append(self, text: str | None, block_start: int) -> None:
        for part in re.split(r"(\s+)", text or ""):
            if not part.isspace():
                self.text += part
            elif len(self.text) > block_start and not self.text.endswith(" "):
                self.text += " "

    def trimmed_pieces(self) -> list[_Piece]:
        """The elements without white space at their edges, outer ones before inner ones."""
        trimmed = []
        for piece in self.pieces:
            words = piece.span.of(self.text)
            start = piece.span.start + len(words) - len(words.lstrip())
            trimmed.append(_Piece(piece.tag, piece.attributes, Span(start, start + len(words.strip()))))
        return sorted(trimmed, key=lambda piece: (piece.span.start, -piece.span.end))


def _attributions(pieces: list[_Piece], blocks: list[Block]) -> Iterator[MarkedAttribution]:
    conditions = [piece.span for piece in pieces if piece.tag == "cond"]
    parts: dict[str, list[_Piece]] = {}
    for piece in pieces:
        if piece.tag in {"src", "cue", "con"}:
            parts.setdefault(piece.attributes["a"], []).append(piece)
    for number, group in parts.items():
        content = tuple(piece.span for piece in group if piece.tag == "con")
        judged: dict[str, str] = {}
        for piece in group:
            if piece.tag == "con":
                judged = piece.attributes | judged
        stance: Stance = judged.get("stance", "unclear")  # type: ignore[assignment]
        status: Status = judged.get("status", "current")  # type: ignore[assignment]
        yield MarkedAttribution(
            id=number,
            holders=next((_names(piece.attributes["who"]) for piece in group if piece.attributes.get("who")), ()),
            source=next((piece.span for piece in group if piece.tag == "src"), None),
            cue=next((piece.span for piece in group if piece.tag == "cue"), None),
            content=content,
            issue=judged.get("issue"),
            stance=stance,
            status=status,
            conditions=_conditions_of(content, conditions, blocks) if stance == "conditional" else (),
        )


def _conditions_of(content: tuple[Span, ...], conditions: list[Span], blocks: list[Block]) -> tuple[Span, ...]:
    """The marked conditions inside a content or right beside it, else those of its block."""
    near = tuple(c for c in conditions if any(s.start - 2 <= c.start and c.end <= s.end + 2 for s in content))
    if near or not content:
        return near
    block = next((b for b in blocks if b.span.contains(content[0])), None)
    return tuple(c for c in conditions if block is not None and block.span.contains(c))


def _names(value: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in (value or "").split(";") if name.strip())
