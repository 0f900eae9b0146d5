"""The step briefing_structure.

In: a tokenised Doc, with `briefing_blocks` where the article's loader found them. Out: `briefing_blocks`; a sentence
start at the first token of each block, which the parser and the entity recogniser respect; and no sentence start at a
place inside a block where the words before it end no sentence, such as a line break in a text that was broken to fit a
width. Elsewhere the parser is free.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.layers import register_layers
from briefing.model import Block
from briefing.structure import find_blocks
from briefing.structure.lines import CLOCK, ITEM_MARKER, PARAGRAPH_NUMBER

START, NO_START = 1, -1
"""What spaCy writes on a token that starts a sentence, and on one that must not."""


@Language.factory("briefing_structure", assigns=["doc._.briefing_blocks", "token.is_sent_start"])
def create_structure(nlp: Language, name: str) -> StructureStep:
    """Create the step; it belongs before the parser."""
    register_layers()
    return StructureStep()


class StructureStep:
    """Finds the blocks of a text without markup and keeps its sentences inside them."""

    def __call__(self, doc: Doc) -> Doc:
        """Write the blocks and the sentence borders they bring; the same Doc is returned."""
        self.set_annotations(doc, doc._.briefing_blocks or self.predict(doc))
        return doc

    def predict(self, doc: Doc) -> tuple[Block, ...]:
        """The blocks of the Doc's text."""
        return find_blocks(doc.text)

    def set_annotations(self, doc: Doc, blocks: tuple[Block, ...]) -> None:
        """Write the blocks, and what they say about where sentences start."""
        doc._.briefing_blocks = blocks
        if not blocks or not len(doc):
            return
        text = doc.text
        columns = doc.to_array(["IDX", "LENGTH", "SENT_START"]).astype(np.int64).reshape(-1, 3).T.tolist()
        starts, lengths, marks = columns
        words = [text[start : start + length] for start, length in zip(starts, lengths, strict=True)]
        is_numbered = sum(PARAGRAPH_NUMBER.match(text, block.start) is not None for block in blocks) >= _FEWEST_NUMBERS
        for block in blocks:
            first, end = bisect_left(starts, block.start), bisect_left(starts, block.end)
            while first < end and words[first].isspace():
                first += 1
            if first == end:
                continue
            _forbid_starts(words, marks, first, end)
            marks[first] = START
            words_of_block = block.span.of(text)
            marker = ITEM_MARKER.match(words_of_block) if block.kind == "item" else CLOCK.match(words_of_block)
            marker = marker or (PARAGRAPH_NUMBER.match(words_of_block) if is_numbered else None)
            after = bisect_left(starts, block.start + marker.end()) if marker else first
            if first < after < end:
                marks[after] = START
        # All at once: `token.is_sent_start = …` looks through the whole Doc for a parse each time.
        column: Any = np.array(marks, np.int64).astype(np.uint64)
        doc.from_array("SENT_START", column)


def _forbid_starts(words: list[str], marks: list[int], first: int, end: int) -> None:
    """Forbid a sentence start inside a block where the words before it end none.

    After a heading or a line break the parser is apt to part a name in two; in edited text a sentence begins only
    after a mark that ends one (or a closing quotation mark or bracket).
    """
    earlier, before = "", words[first]
    for index in range(first + 1, end):
        word = words[index]
        if word.isspace():
            marks[index] = NO_START
            continue
        if before[-1].isalnum() or before in _NEVER_FINAL or (before == "." and earlier.lower() in _TITLES):
            marks[index] = NO_START
        earlier, before = before, word


_FEWEST_NUMBERS = 3
"""Paragraphs that must begin with a number like 2.4: one alone may be a figure."""
_TITLES = frozenset({"hon", "rt", "cllr", "revd", "mme", "mlle", "mgr", "msgr", "cmdr", "supt", "insp", "amb"})
"""Titles whose full stop ends no sentence, and which the tokeniser parts from it ("the hon. Member")."""
_NEVER_FINAL = frozenset({",", ";", "(", "[", "-", "–", "—", "/", "“", "‘", "$", "£", "€", "%", "&"})
