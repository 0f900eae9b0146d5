"""An article and a width in; the lines of the article pane out, each a slice of the text.

Whole documents are wrapped at once: cutting is a search for spaces, and 200,000 words take less time than a repaint.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from msgspec import Struct

from briefing.model import Article, Block
from briefing.reader.text.display import wrap
from briefing.structure import find_blocks

INDENTS = {"item": 2, "quote": 2, "caption": 2}
"""Columns by which blocks of a kind are indented."""


class Line(NamedTuple):
    """One row of the article pane."""

    start: int
    end: int
    block: int
    """Index of its block in `Layout.blocks`; -1 for the empty row between two blocks."""
    is_first: bool = False
    """Whether it is the first row of its block."""


class Layout(Struct, frozen=True):
    """The rows of an article at one width."""

    blocks: tuple[Block, ...]
    lines: list[Line]
    width: int

    def line_at(self, offset: int) -> int:
        """The row that shows a character, or the last one before it."""
        return max(0, bisect_right(self.lines, offset, key=lambda line: line.start) - 1)

    def lines_of(self, start: int, end: int) -> range:
        """The rows that show characters of a span."""
        return range(self.line_at(start), self.line_at(max(start, end - 1)) + 1)


def lay_out(article: Article, width: int) -> Layout:
    """Wrap an article into rows of at most `width` columns."""
    blocks = run_in(blocks_of(article), article.text)
    lines: list[Line] = []
    for number, block in enumerate(blocks):
        if number and needs_gap(blocks[number - 1], block):
            lines.append(Line(blocks[number - 1].end, blocks[number - 1].end, -1))
        text = article.text[block.start : block.end]
        indent = INDENTS.get(block.kind, 0) + 2 * max(0, block.level - 1) * (block.kind == "item")
        first = True
        for start, end in wrap(text, width - min(indent, width // 2)):
            lines.append(Line(block.start + start, block.start + end, number, first))
            first = False
    return Layout(blocks, lines, width)


def blocks_of(article: Article) -> tuple[Block, ...]:
    """The article's blocks; a text without layout is read line by line."""
    if article.blocks or not article.text.strip():
        return article.blocks
    return find_blocks(article.text)


def needs_gap(above: Block, below: Block) -> bool:
    """Whether an empty row stands between two blocks."""
    if above.kind == below.kind == "item":
        return False
    return not (above.kind == "heading" and below.kind in ("byline", "dateline")) and not (
        above.kind == "heading" and above.level > 1 and below.kind != "heading"
    )


def run_in(blocks: tuple[Block, ...], text: str) -> tuple[Block, ...]:
    """The blocks with each dateline joined to the paragraph that goes on in the same line of the source."""
    joined: list[Block] = []
    for block in blocks:
        before = joined[-1] if joined else None
        if before is not None and before.kind == "dateline" and "\n" not in text[before.end : block.start]:
            joined[-1] = Block(before.start, block.end, block.kind, block.level)
        else:
            joined.append(block)
    return tuple(joined)
