"""A parsed Doc in; its text, tokens and sentences, and what stands around a piece of it, out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import chain

from spacy.tokens import Doc

from briefing.analysis.entities.columns import columns_of
from briefing.analysis.stance.words.tokens import Token, tokens_of
from briefing.model import Span

_QUOTED = re.compile('["“][^"“”]*(?:["”]|$)')
YEAR = re.compile(r"(?:19|20)\d\d")


class Passages:
    """The text of one Doc by characters, tokens and sentences."""

    def __init__(self, doc: Doc) -> None:
        columns = columns_of(doc)
        self.text = "".join(
            [word + " " if spaced else word for word, spaced in zip(columns.text, columns.spaced, strict=True)]
        )
        """The text of the Doc, put together from the columns: spaCy would make an object of each token for it."""
        numbers = filter(str.isdigit, columns.text)
        self.latest_year = max(map(int, filter(YEAR.fullmatch, numbers)), default=0)
        """The latest year that the text names; 0 where it names none."""
        self._starts, self._ends, self._sentences = columns.start, columns.end, columns.sentence_start
        self._blocks = [block.start for block in doc._.briefing_blocks]
        self._tokens: list[Token] = tokens_of(columns)

    def tokens(self, span: Span) -> list[Token]:
        """The tokens that a span touches."""
        touched = self._touched(span)
        return self._tokens[touched.start : touched.stop]

    def tokens_of(self, spans: Sequence[Span]) -> list[Token]:
        """The tokens that several spans touch, in the order of the spans."""
        return list(chain.from_iterable(map(self.tokens, spans)))

    def sentence_of(self, span: Span) -> Span:
        """The sentence in which a span begins; the span itself where it touches no token."""
        tokens = self.tokens(span)
        return self._span(*self._sentence(tokens[0].i)) if tokens else span

    def opening(self, tokens: Sequence[Token]) -> str:
        """The words of a sentence before the first of some tokens."""
        return self.text[self._starts[self._sentence(tokens[0].i)[0]] : tokens[0].idx] if tokens else ""

    def around(self, spans: Sequence[Span]) -> str:
        """The rest of the sentences that some spans, in the order of the text, stand in."""
        inside = [touched for span in spans if (touched := self._touched(span))]
        if not inside:
            return ""
        (place, _), (_, end) = self._sentence(inside[0].start), self._sentence(inside[-1].stop - 1)
        gaps = []
        for touched in inside:
            gaps.append(self._text(place, touched.start))
            place = max(place, touched.stop)
        return "".join((*gaps, self._text(place, end)))

    def sentence_before(self, tokens: Sequence[Token]) -> str:
        """The sentence before that of some tokens, without its quotations; empty at the start of a block."""
        if not tokens:
            return ""
        first, _ = self._sentence(tokens[0].i)
        number = bisect_right(self._blocks, tokens[0].idx)
        block_start = self._blocks[number - 1] if number else self._starts[0]
        if first == 0 or self._starts[first] <= block_start:
            return ""
        return unquoted(self._span(*self._sentence(first - 1)).of(self.text))

    def _touched(self, span: Span) -> range:
        """The places of the tokens that a span touches."""
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))

    def _text(self, first: int, end: int) -> str:
        """The tokens from `first` up to `end`, with the blank behind them."""
        if first >= end:
            return ""
        return self.text[self._starts[first] : self._starts[end] if end < len(self._starts) else None]

    def _sentence(self, token: int) -> tuple[int, int]:
        """First token of the sentence around a token, and the first after it."""
        number = bisect_right(self._sentences, token)
        following = self._sentences[number : number + 1] or [len(self._starts)]
        return self._sentences[number - 1], following[0]

    def _span(self, first: int, end: int) -> Span:
        """The characters of the tokens from `first` up to `end`."""
        return Span(self._starts[first], self._ends[end - 1])


def unquoted(text: str) -> str:
    """A text with a blank for each of its quotations."""
    return _QUOTED.sub(" ", text) if '"' in text or "“" in text else text
