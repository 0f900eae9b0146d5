"""An Article in; out for any place in it: the number of its paragraph, and the sentence around it, as spans."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import count

from briefing.model import Article, Block, Span, Statement
from briefing.structure import find_blocks

NUMBERED = frozenset({"paragraph", "item", "quote"})
"""Kinds of blocks that count as paragraphs; the reader's screen counts the same ones."""

_BOUNDARY = re.compile(r"(?<=[.!?…])[\"”’'»)\]]*(\s+)(?=[\"“‘'«„(\[]*[A-Z0-9])")
"""White space between what looks like the end of one sentence and the start of the next."""

_TITLES = (
    "Mr Mrs Ms Mx Dr Prof Rev Hon Fr Sr Jr St Ste Mt Ft Gov Sen Sens Rep Reps Gen Adm Col Cmdr Capt Lt Maj Sgt Cpl "
    "Amb Pres Supt Messrs Mme Mlle Msgr Inc Ltd Corp Co Bros Dept Univ vs v cf approx al"
)
_ABBREVIATION = rf"\b(?:{'|'.join(_TITLES.split())}|[A-Za-z](?:\.[A-Za-z])+|[A-Z])\.$"
"""Titles, company forms and initials: "Mr.", "Inc.", "U.S.". A sentence that goes on too long does no harm."""

_BEFORE_NUMBERS = r"(?i)\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Nos?|Vol|Arts?|Sec|Figs?|Ch|pp?)\.$"
"""Abbreviations only where a figure follows: "No. 10", but "He said no." """


def paragraph_numbers(blocks: Sequence[Block]) -> list[int | None]:
    """The number by which each block is cited, on the screen and in exports: paragraphs, items and quotes from 1."""
    numbers = count(1)
    return [next(numbers) if block.kind in NUMBERED else None for block in blocks]


class Passages:
    """Paragraphs and sentences of one article."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.blocks: Sequence[Block] = article.blocks or find_blocks(article.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @cached_property
    def _numbers(self) -> list[int | None]:
        return paragraph_numbers(self.blocks)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds a character."""
        index = bisect_right(self._starts, offset) - 1
        return self.blocks[index] if index >= 0 and offset < self.blocks[index].end else None

    def paragraph(self, offset: int) -> int | None:
        """Number of the paragraph that holds a character, from 1; None in headings, bylines and the like."""
        index = bisect_right(self._starts, offset) - 1
        return self._numbers[index] if index >= 0 and offset < self.blocks[index].end else None

    def citation(self, span: Span) -> str:
        """How a place is cited: `¶7`, or the kind of block outside of paragraphs."""
        number = self.paragraph(span.start)
        if number is not None:
            return f"¶{number}"
        block = self.block_at(span.start)
        return block.kind if block else "text"

    def sentence(self, span: Span) -> Span:
        """The sentence (or sentences) of the source that hold the span; never less than the span, never more than its
        blocks. Where it is doubtful whether a sentence ends, it goes on."""
        first, last = self.block_at(span.start), self.block_at(max(span.start, span.end - 1))
        start, end = (first.start if first else span.start), (last.end if last else span.end)
        for boundary in _BOUNDARY.finditer(self.text, start, end):
            if self._goes_on(boundary, start):
                continue
            if boundary.end() <= span.start:
                start = boundary.end()
            elif boundary.start(1) >= span.end:
                end = boundary.start(1)
                break
        return Span(start, max(end, span.end))

    def evidence(self, statement: Statement) -> Span:
        """The sentences that hold the content of a statement, in the block in which it begins."""
        start, end = statement.content[0].start, statement.content[0].end
        block = self.block_at(start)
        for part in statement.content[1:]:
            if block is not None and block.span.contains(part):
                start, end = min(start, part.start), max(end, part.end)
        return self.sentence(Span(start, end))

    def _goes_on(self, boundary: re.Match[str], start: int) -> bool:
        """Whether the point before white space belongs to an abbreviation; before a closing mark it ends a sentence."""
        if not self.text[boundary.start()].isspace():
            return False
        before = self.text[max(start, boundary.start() - 12) : boundary.start()]
        is_before_number = self.text[boundary.end() : boundary.end() + 1].isdigit()
        return bool(re.search(_ABBREVIATION, before) or (is_before_number and re.search(_BEFORE_NUMBERS, before)))
