"""The step briefing_structure.

In: a tokenised Doc, with `briefing_blocks` where the article's loader found them. Out: `briefing_blocks`, and a
sentence start at the first token of each block, which the parser and the entity recogniser respect.
"""

from __future__ import annotations

from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.layers import register_layers
from briefing.model import Block
from briefing.structure import find_blocks


@Language.factory("briefing_structure", assigns=["doc._.briefing_blocks", "token.is_sent_start"])
def create_structure(nlp: Language, name: str) -> StructureStep:
    """Create the step; it belongs before the parser."""
    register_layers()
    return StructureStep()


class StructureStep:
    """Finds the blocks of a text without markup and keeps its sentences inside them."""

    def __call__(self, doc: Doc) -> Doc:
        blocks = doc._.briefing_blocks or self.predict(doc)
        self.set_annotations(doc, blocks)
        return doc

    def predict(self, doc: Doc) -> tuple[Block, ...]:
        """The blocks of the Doc's text."""
        return find_blocks(doc.text)

    def set_annotations(self, doc: Doc, blocks: tuple[Block, ...]) -> None:
        """Write the blocks, and a sentence start at each of them."""
        doc._.briefing_blocks = blocks
        starts = [token.idx for token in doc]
        for block in blocks:
            first = bisect_left(starts, block.start)
            while first < len(doc) and doc[first].is_space and starts[first] < block.end:
                first += 1
            if first < len(doc):
                doc[first].is_sent_start = True
