"""The step briefing_structure.

In: a tokenised Doc, with `briefing_blocks` where the article's loader found them. Out: `briefing_blocks`; a sentence
start at the first token of each block, which the parser and the entity recogniser respect; and no sentence start at a
line break inside a block, where a text was broken to fit a width. Everywhere else the parser is free.
"""

from __future__ import annotations

from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.layers import register_layers
from briefing.model import Block
from briefing.structure import find_blocks
from briefing.structure.lines import ITEM_MARKER, ends_sentence


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
            _keep_together(doc, first, end)
            doc[first].is_sent_start = True
            marker = ITEM_MARKER.match(block.span.of(doc.text)) if block.kind == "item" else None
            words = bisect_left(starts, block.start + marker.end()) if marker else first
            if first < words < end:
                doc[words].is_sent_start = True


def _keep_together(doc: Doc, first: int, end: int) -> None:
    """Forbid a sentence start at line breaks within a block, unless the words before them end a sentence."""
    for index in range(first + 1, end):
        if not doc[index].is_space:
            continue
        doc[index].is_sent_start = False
        if index + 1 < end and not ends_sentence(doc[first:index].text[-8:].rstrip()):
            doc[index + 1].is_sent_start = False
