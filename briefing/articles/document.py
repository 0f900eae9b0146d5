"""What a reader of one format hands over: text, layout, and what the document itself says.

`Document` travels as JSON from the process that parsed it; `DocumentBuilder` puts its text and blocks together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

from briefing.articles.characters import without_hidden
from briefing.model import Block, BlockKind

_WHITE = re.compile(r"\s+")
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"

MAXIMUM_CHARACTERS = 2_000_000
"""Longest text of one article; a book of a thousand pages has about as many characters."""


class Document(Struct, frozen=True, kw_only=True):
    """One text as its format gives it; a field that the document does not give is None."""

    text: str = ""
    blocks: tuple[Block, ...] | None = None
    """None where the format knows no layout and it must be found in the text."""
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()


class DocumentBuilder(Struct):
    """Collects blocks; white space inside a block is folded, blocks are joined by blank lines."""

    pieces: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0

    def add(self, words: str, kind: BlockKind = "paragraph", level: int = 0) -> None:
        """Append one block; nothing is added for white space alone."""
        words = _WHITE.sub(" ", without_hidden(words).replace(_SOFT_HYPHEN, "")).strip()
        if not words or self.length >= MAXIMUM_CHARACTERS:
            return
        gap = "\n\n" if self.pieces else ""
        start = self.length + len(gap)
        self.pieces.append(gap + words)
        self.length = start + len(words)
        self.blocks.append(Block(start, self.length, kind, level))

    @property
    def passages(self) -> Iterator[tuple[Block, str]]:
        """Each block with its words."""
        for block, piece in zip(self.blocks, self.pieces, strict=True):
            yield block, piece.lstrip("\n")

    @property
    def text(self) -> str:
        """The text of all blocks so far."""
        return "".join(self.pieces)


def tidy(value: object) -> str | None:
    """A metadata value as one line of at most 300 characters, or None if nothing is left of it."""
    if not isinstance(value, str):
        return None
    return _WHITE.sub(" ", without_hidden(value)).strip()[:300] or None
