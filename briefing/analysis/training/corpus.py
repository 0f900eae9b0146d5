"""Annotated articles (XML, see tests/corpus/README.md) in; text with the gold annotations as character spans out.

White space inside a block is folded to single blanks, and blocks are joined by `sep` line breaks, so that the text
looks like the plain-text article a reader would open. Spans are end exclusive and trimmed of white space.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from briefing.errors import UndecodableError
from briefing.model import Block, BlockKind, Span, StakeholderKind, Stance, Status

KINDS: dict[str, BlockKind] = {"h": "heading", "p": "paragraph", "li": "item"}
STANCES: tuple[Stance, ...] = get_args(Stance)
STATUSES: tuple[Status, ...] = get_args(Status)
INLINE = {"src", "cue", "con", "ref", "cond"}


@dataclass(frozen=True, slots=True)
class GoldStakeholder:
    """A stakeholder as the annotator listed it."""

    name: str
    kind: StakeholderKind
    role: str | None = None
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class GoldIssue:
    """An issue as the annotator worded it; `terms` are words of the article that a good label could contain."""

    id: str
    label: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One attribution; `holders` are names of stakeholders, several for coordinated sources."""

    id: str
    holders: tuple[str, ...]
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    issue: str | None
    stance: Stance
    status: Status
    condition: Span | None


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A place that means one or more stakeholders, given by name."""

    span: Span
    stakeholders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An annotated article: the text as a reader would get it, and everything marked in it."""

    id: str
    register: str
    text: str
    blocks: tuple[Block, ...]
    stakeholders: tuple[GoldStakeholder, ...]
    issues: tuple[GoldIssue, ...]
    attributions: tuple[GoldAttribution, ...]
    mentions: tuple[GoldMention, ...]


def read_corpus(folder: Path) -> Iterator[GoldArticle]:
    """All articles of a folder of XML files, in the order of their names.

    Raises:
        UndecodableError: a file is not well-formed or uses an element that the guideline does not know.
    """
    for path in sorted(folder.glob("*.xml")):
        yield read_article(path)


def read_article(path: Path) -> GoldArticle:
    """One annotated article; raises UndecodableError as `read_corpus` does."""
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        raise UndecodableError(f"{path}: not well-formed XML ({error}); mend the file") from error
    marked = _MarkedText(path)
    gap = "\n" * int(root.get("sep", "2"))
    for element in root:
        if element.tag in KINDS:
            marked.add_block(element, KINDS[element.tag], gap)
        elif element.tag not in {"stakeholder", "issue"}:
            raise UndecodableError(f"{path}: unknown element <{element.tag}>; see tests/corpus/README.md")
    spans = marked.trimmed()
    return GoldArticle(
        id=root.get("id", path.stem),
        register=root.get("register", ""),
        text=marked.text,
        blocks=tuple(marked.blocks),
        stakeholders=tuple(_stakeholder(e) for e in root.findall("stakeholder")),
        issues=tuple(
            GoldIssue(e.get("id", ""), e.get("label", ""), _names(e.get("terms"))) for e in root.findall("issue")
        ),
        attributions=tuple(_attributions(spans, marked.blocks)),
        mentions=tuple(
            GoldMention(Span(start, end), _names(attributes.get("who")))
            for tag, attributes, start, end in spans
            if tag in {"ref", "src"} and attributes.get("who")
        ),
    )


_Marked = tuple[str, dict[str, str], int, int]


@dataclass
class _MarkedText:
    """The text while it is put together, with the spans of its inline elements: (tag, attributes, start, end)."""

    path: Path
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    spans: list[_Marked] = field(default_factory=list)

    def add_block(self, element: ElementTree.Element, kind: BlockKind, gap: str) -> None:
        if self.text:
            self.text += gap
        start = len(self.text)
        self._read(element, start)
        self.text = self.text.rstrip(" ")
        self.blocks.append(Block(start, len(self.text), kind))

    def _read(self, element: ElementTree.Element, block: int) -> None:
        self._add(element.text, block)
        for child in element:
            if child.tag not in INLINE:
                raise UndecodableError(f"{self.path}: unknown inline element <{child.tag}>; see tests/corpus/README.md")
            start = len(self.text)
            self._read(child, block)
            self.spans.append((child.tag, dict(child.attrib), start, len(self.text)))
            self._add(child.tail, block)

    def _add(self, text: str | None, block: int) -> None:
        for piece in re.split(r"(\s+)", text or ""):
            if not piece.isspace():
                self.text += piece
            elif len(self.text) > block and not self.text.endswith(" "):
                self.text += " "

    def trimmed(self) -> list[_Marked]:
        """The spans without white space at their edges, outer before inner; empty ones are dropped."""
        found = []
        for tag, attributes, start, end in self.spans:
            end = min(end, len(self.text))
            while start < end and self.text[start].isspace():
                start += 1
            while end > start and self.text[end - 1].isspace():
                end -= 1
            if start < end:
                found.append((tag, attributes, start, end))
        return sorted(found, key=lambda s: (s[2], -s[3]))


def _names(value: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in (value or "").split(";") if name.strip())


def _stakeholder(element: ElementTree.Element) -> GoldStakeholder:
    kind = element.get("kind", "")
    known: tuple[StakeholderKind, ...] = get_args(StakeholderKind)
    matching: StakeholderKind = next((k for k in known if k == kind), "group")
    return GoldStakeholder(element.get("name", ""), matching, element.get("role"), element.get("affiliation"))


@dataclass
class _Parts:
    source: Span | None = None
    cue: Span | None = None
    content: list[Span] = field(default_factory=list)
    holders: tuple[str, ...] = ()
    issue: str | None = None
    stance: str | None = None
    status: str | None = None


def _attributions(spans: list[_Marked], blocks: list[Block]) -> Iterator[GoldAttribution]:
    parts: dict[str, _Parts] = {}
    conditions = [Span(start, end) for tag, _, start, end in spans if tag == "cond"]
    for tag, attributes, start, end in spans:
        if tag not in {"src", "cue", "con"} or "a" not in attributes:
            continue
        part = parts.setdefault(attributes["a"], _Parts())
        part.holders = part.holders or _names(attributes.get("who"))
        if tag == "src":
            part.source = part.source or Span(start, end)
        elif tag == "cue":
            part.cue = part.cue or Span(start, end)
        else:
            part.content.append(Span(start, end))
            part.issue = part.issue or attributes.get("issue")
            part.stance = part.stance or attributes.get("stance")
            part.status = part.status or attributes.get("status")
    for key, part in parts.items():
        if part.content:
            stance: Stance = next((s for s in STANCES if s == part.stance), "unclear")
            yield GoldAttribution(
                id=key,
                holders=part.holders,
                source=part.source,
                cue=part.cue,
                content=tuple(part.content),
                issue=part.issue,
                stance=stance,
                status=next((s for s in STATUSES if s == part.status), "current"),
                condition=_condition(part.content, conditions, blocks) if stance == "conditional" else None,
            )


def _condition(content: list[Span], conditions: list[Span], blocks: list[Block]) -> Span | None:
    """The condition inside (or touching) the content, else one in the same block."""
    for condition in conditions:
        if any(c.start - 2 <= condition.start and condition.end <= c.end + 2 for c in content):
            return condition
    home = next((b.span for b in blocks if b.span.contains(content[0])), None)
    return next((c for c in conditions if home is not None and home.contains(c)), None)
