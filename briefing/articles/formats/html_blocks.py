"""The tree of a page, a chapter or an entry of a feed in; all its text out, block by block."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from lxml import etree

from briefing.articles.document import DocumentBuilder
from briefing.articles.formats.emphasis import with_bold_headings
from briefing.model import BlockKind
from briefing.structure.lines import ends_sentence

_HEADING = re.compile(r"h[1-6]$")
_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "head", "nav", "footer", "form", "aside", "svg", "iframe", "select",
     "textarea"}
)  # fmt: skip
_BLOCK_TAGS = frozenset(
    {"p", "li", "blockquote", "figcaption", "pre", "td", "th", "dt", "dd", "caption", "div", "section", "article",
     "main", "header", "figure", "table", "ul", "ol", "hr", "details", "summary", "address", "center"}
)  # fmt: skip
_HOLDERS: dict[str, BlockKind] = {
    "li": "item", "blockquote": "quote", "figcaption": "caption", "caption": "caption",
}  # fmt: skip
_BOLD = frozenset({"b", "strong"})

MOST_CELL_WORDS = 12
"""Words in a cell of a table beyond which it holds text, not an entry."""

_MOST_PARTS = 60
"""Elements and texts of a row that are looked at; a row of entries has fewer."""


def whole_page(tree: Any, *, without_links: bool = False) -> DocumentBuilder:
    """All text of a tree, block by block.

    Rows of tables are one block, two line breaks end a paragraph, and bold lines over text are headings.

    Args:
        tree: the page.
        without_links: whether to leave out list items that are nothing but links.
    """
    walk = _Walk(without_links)
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            walk.enter(element, tag)
        else:
            walk.leave(element, tag)
    walk.end_block()
    return with_bold_headings(walk.builder, walk.bold)


@dataclass(slots=True)
class _Walk:
    """Where a walk through a page is, and what it has collected."""

    without_links: bool
    builder: DocumentBuilder = field(default_factory=DocumentBuilder)
    bold: set[int] = field(default_factory=set)
    """Numbers of the blocks that are bold from their first word to their last."""
    pieces: list[str] = field(default_factory=list)
    has_thin: bool = False
    """Whether some of the pieces are not bold."""
    after_break: bool = False
    skipped: list[Any] = field(default_factory=list)
    """The outermost element that is left out, and those in it that would be by themselves."""
    holders: list[str] = field(default_factory=list)
    """Open elements that give the blocks in them their kind."""
    heading: int = 0
    lists: int = 0
    strong: int = 0
    new_item: bool = False

    def enter(self, element: Any, tag: str) -> None:
        if self.skipped or self._is_skipped(element, tag):
            self.skipped.append(element)
            return
        if tag == "tr" and (cells := _entries(element)):
            self.end_block()
            self.builder.add(" · ".join(cells))
            self.skipped.append(element)
            return
        if _is_block(tag):
            self.end_block()
            if tag in _HOLDERS:
                self.holders.append(tag)
                self.new_item = self.new_item or tag == "li"
            elif _HEADING.match(tag):
                self.heading = int(tag[1])
        self.lists += tag in {"ul", "ol"}
        self.strong += tag in _BOLD
        if tag == "br":
            if self.after_break:
                self.end_block()
            self.pieces.append(" ")
            self.after_break = True
        self._take(element.text)

    def leave(self, element: Any, tag: str) -> None:
        if self.skipped:
            self.skipped.pop()
        else:
            if _is_block(tag):
                self.end_block()
                if tag in _HOLDERS:
                    self.holders.pop()
                elif _HEADING.match(tag):
                    self.heading = 0
            self.lists -= tag in {"ul", "ol"}
            self.strong -= tag in _BOLD
        if not self.skipped:
            self._take(element.tail)

    def end_block(self) -> None:
        """Add what was collected as a block."""
        before = len(self.builder.blocks)
        self.builder.add("".join(self.pieces), *self._kind())
        if len(self.builder.blocks) > before:
            self.new_item = False
            if not self.has_thin:
                self.bold.add(before)
        self.pieces, self.has_thin, self.after_break = [], False, False

    def _take(self, words: str | None) -> None:
        if words:
            self.pieces.append(words)
            if words.strip():
                self.after_break = False
                self.has_thin = self.has_thin or not self.strong

    def _kind(self) -> tuple[BlockKind, int]:
        if self.heading:
            return "heading", self.heading
        kind: BlockKind = _HOLDERS[self.holders[-1]] if self.holders else "paragraph"
        if kind != "item":
            return kind, 0
        # Only the first paragraph of an item begins with its bullet.
        return ("item", max(1, self.lists)) if self.new_item else ("paragraph", 0)

    def _is_skipped(self, element: Any, tag: str) -> bool:
        if tag in _SKIPPED:
            return True
        if not self.without_links or tag != "li":
            return False
        linked = sum(len("".join(link.itertext()).strip()) for link in element.iter("a"))
        return linked > 0.8 * len("".join(element.itertext()).strip())


def _is_block(tag: str) -> bool:
    return tag in _BLOCK_TAGS or bool(_HEADING.match(tag))


def _entries(row: Any) -> list[str]:
    """The words of the cells of a row, if it is a row of entries rather than one that only puts text side by side."""
    is_large = len(list(islice(row.iter(), _MOST_PARTS + 1))) > _MOST_PARTS
    if is_large or next(row.iter("table", "h1", "h2"), None) is not None:
        return []
    cells = ["".join(cell.itertext()) for cell in row if cell.tag in {"td", "th"}]
    return as_entries(cells)


def as_entries(cells: list[str]) -> list[str]:
    """The words of a row's cells that are not empty, if there are two or more and all are short; else none."""
    words = [" ".join(cell.split()) for cell in cells]
    words = [cell for cell in words if cell]
    is_short = all(len(cell.split()) <= MOST_CELL_WORDS and not _is_sentence(cell) for cell in words)
    return words if len(words) > 1 and is_short else []


def _is_sentence(words: str) -> bool:
    return ends_sentence(words) and len(words.split()) > MOST_CELL_WORDS // 2
