"""Blocks of a document with markup, and which of them are bold, in; the same with headings that only weight shows out.

Many who write set a heading in bold or in capitals instead of naming it a heading. Such a line is taken for one if it
has the form of a heading and stands over running text.
"""

from __future__ import annotations

from collections.abc import Container

from briefing.articles.document import DocumentBuilder
from briefing.model import Block
from briefing.structure import reads_as_heading
from briefing.structure.headings import is_all_capitals

_FEWEST_WORDS = 9
"""Words of a paragraph without a full stop that is running text all the same."""

_LEVEL = 2


def with_bold_headings(builder: DocumentBuilder, bold: Container[int], *, with_title: bool = False) -> DocumentBuilder:
    """Make headings of paragraphs in bold or capitals that stand over text.

    Args:
        builder: the blocks; it is changed and given back.
        bold: numbers of the blocks that are bold from their first word to their last.
        with_title: whether a bold line at the head of all is the title, whatever follows it.
    """
    passages = list(builder.passages)
    for number, (block, words) in enumerate(passages):
        stands_out = number in bold or is_all_capitals(words)
        if block.kind != "paragraph" or not stands_out or not reads_as_heading(words):
            continue
        rest = passages[number + 1 :]
        is_title = with_title and number == 0 and bool(rest)
        if is_title or (rest and number + 1 not in bold and _is_text(*rest[0])):
            builder.blocks[number] = Block(block.start, block.end, "heading", 1 if is_title else _LEVEL)
    return builder


def _is_text(block: Block, words: str) -> bool:
    is_long = len(words.split()) >= _FEWEST_WORDS or words.endswith((".", "!", "?", ":", "”", '"'))
    return block.kind in {"item", "quote"} or (block.kind == "paragraph" and is_long)
