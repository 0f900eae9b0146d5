"""The step briefing_structure.

In: a tokenised Doc, with `briefing_blocks` where the article's loader found them. Out: `briefing_blocks`; a sentence
start at the first token of each block, which the parser and the entity recogniser respect; and no sentence start at a
place inside a block where the words before it end no sentence, such as a line break in a text that was broken to fit a
width. Elsewhere the parser is free.
"""

from __future__ import annotations

from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.layers import register_layers
from briefing.model import Block
from briefing.structure import find_blocks
from briefing.structure.lines import ITEM_MARKER


@Language.factory("briefing_structure", assigns=["doc._.briefing_blocks", "token.is_sent_start"])
def create_structure(nlp: Language, name: str) -> StructureStep:
    """Create the step; it belongs before the parser."""
    register_layers()
    return StructureStep()


class StructureStep:
    """Finds the blocks of a text without markup and keeps its sentences inside them."""

    def __call__(self, doc: Doc) -> Doc:
        """Write the blocks and the sentence borders they bring; the same Doc is returned."""
        blocks = doc._.briefing_blocks or self.predict(doc)
        self.set_annotations(doc, blocks)
        return doc

    def predict(self, doc: Doc) -> tuple[Block, ...]:
        """The blocks of the Doc's text."""
        return find_blocks(doc.text)

    def set_annotations(self, doc: Doc, blocks: tuple[Block, ...]) -> None:
        """Write the blocks, and what they say about where sentences start."""
        doc._.briefing_blocks = blocks
        starts = [token.idx for token in doc]
        for block in blocks:
            first, end = bisect_left(starts, block.start), bisect_left(starts, block.end)
            while first < end and doc[first].is_space:
                first += 1
            if first == end:
                continue
            _forbid_starts(doc, first, end)
            doc[first].is_sent_start = True
            marker = ITEM_MARKER.match(block.span.of(doc.text)) if block.kind == "item" else None
            words = bisect_left(starts, block.start + marker.end()) if marker else first
            if first < words < end:
                doc[words].is_sent_start = True


def _forbid_starts(doc: Doc, first: int, end: int) -> None:
    """Forbid a sentence start inside a block where the words before it end none.

    After a heading or a line break the parser is apt to part a name in two; in edited text a sentence begins only
    after a mark that ends one (or a closing quotation mark or bracket).
    """
    before = doc[first].text
    for index in range(first + 1, end):
        token = doc[index]
        words = token.text
        if token.is_space:
            token.is_sent_start = False
            continue
        if before[-1].isalnum() or before in _NEVER_FINAL:
            token.is_sent_start = False
        before = words


_NEVER_FINAL = frozenset({",", ";", "(", "[", "-", "–", "—", "/", "“", "‘", "$", "£", "€", "%", "&"})
