"""A parsed Doc in; its tokens as parallel columns out, which the rules and the tagger read many times.

Copying the columns once is many times faster than asking spaCy for each token's attributes. White-space tokens keep
their place but never belong to a source, cue or content.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from briefing.analysis.attribution.parsing.adverbs import read_adverbs_as_verbs
from briefing.analysis.attribution.parsing.clauses import part_joined_clauses
from briefing.analysis.attribution.parsing.quotations import Quotation, find_quotations
from briefing.analysis.lexicon.words import load_word_lists
from briefing.model import Block, Span
from briefing.structure import find_blocks


@dataclass(frozen=True, slots=True)
class Tokens:
    """Columns with one entry a token."""

    text: str
    words: list[str]
    lower: list[str]
    lemma: list[str]
    part: list[str]
    """Coarse part of speech (universal tag)."""
    tag: list[str]
    relation: list[str]
    """Dependency relation to the head."""
    entity: list[str]
    starts: list[int]
    ends: list[int]
    head: list[int]
    children: list[list[int]]
    space: list[bool]
    sentence: list[int]
    """Number of the token's sentence."""
    sentences: list[tuple[int, int]]
    """First token and one past the last token of each sentence."""
    block: list[int]
    """Number of the token's block; -1 between blocks."""
    blocks: tuple[Block, ...]
    block_ranges: list[tuple[int, int]]
    """First token and one past the last token of each block."""
    quotations: tuple[Quotation, ...]
    quotation: list[int]
    """Number of the quotation that the token lies in; -1 outside."""

    def __len__(self) -> int:
        return len(self.words)

    def between(self, start: int, end: int) -> list[int]:
        """The tokens, white space left out, that a stretch of characters touches."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        return [i for i in range(first, last) if not self.space[i]]

    def subtree(self, token: int, without: Iterable[int] = ()) -> list[int]:
        """A token and all that hangs below it, in order; nothing below the tokens in `without`."""
        found, stack, skip = [], [token], set(without)
        while stack:
            i = stack.pop()
            found.append(i)
            stack.extend(c for c in self.children[i] if c not in skip)
        found.sort()
        return found

    def phrase(self, token: int, without: Iterable[int] = ()) -> list[int]:
        """The same without white space: a stretch that may become a source or a content."""
        return [i for i in self.subtree(token, without) if not self.space[i]]

    def stretch(self, first: int, last: int) -> list[int]:
        """The tokens from the first up to the last one (exclusive), white space left out."""
        return [i for i in range(first, last) if not self.space[i]]

    def is_word(self, token: int) -> bool:
        """Whether a token is a word or a number, and no mark."""
        return self.words[token][0].isalnum()

    def spans(self, tokens: Sequence[int]) -> tuple[Span, ...]:
        """Runs of tokens as spans of characters; white space between two tokens does not end a run inside a block."""
        spans: list[Span] = []
        last = -2
        for i in tokens:
            joined = spans and self.block[i] == self.block[last] and all(self.space[k] for k in range(last + 1, i))
            if joined:
                spans[-1] = Span(spans[-1].start, self.ends[i])
            else:
                spans.append(Span(self.starts[i], self.ends[i]))
            last = i
        return tuple(spans)

    def cover(self, tokens: Sequence[int]) -> Span:
        """One span from the first to the last token."""
        return Span(self.starts[tokens[0]], self.ends[tokens[-1]])


def read_tokens(doc: Doc) -> Tokens:
    """The columns of a parsed Doc; its blocks are found again if no step has found them."""
    blocks: tuple[Block, ...] = doc._.briefing_blocks or find_blocks(doc.text)
    text = doc.text
    columns = _Columns(doc)
    words = columns.strings("ORTH")
    lemmas = load_word_lists().lemmas
    lower = [w.lower() for w in words]
    starts = columns.numbers("IDX")
    ends = [s + len(w) for s, w in zip(starts, words, strict=True)]
    size = len(words)
    head = columns.heads()
    children: list[list[int]] = [[] for _ in range(size)]
    for i, h in enumerate(head):
        if h != i:
            children[h].append(i)
    part, tag, relation = columns.strings("POS"), columns.strings("TAG"), columns.strings("DEP")
    read_adverbs_as_verbs(lower, part, tag, relation, head, children)
    part_joined_clauses(tag, relation, head, children)
    sentences = [(s.start, s.end) for s in doc.sents] if size else []
    sentence = [0] * size
    for number, (first, last) in enumerate(sentences):
        sentence[first:last] = [number] * (last - first)
    block = [-1] * size
    block_ranges = []
    for number, b in enumerate(blocks):
        first, last = bisect_right(ends, b.start), bisect_left(starts, b.end)
        block[first:last] = [number] * (last - first)
        block_ranges.append((first, last))
    quotations = find_quotations(text, blocks)
    quotation = [-1] * size
    for number, q in enumerate(quotations):
        first, last = bisect_right(ends, q.start), bisect_left(starts, q.end)
        quotation[first:last] = [number] * (last - first)
    return Tokens(
        text=text,
        words=words,
        lower=lower,
        lemma=[lemmas.get(w) or m.lower() for m, w in zip(columns.strings("LEMMA"), lower, strict=True)],
        part=part,
        tag=tag,
        relation=relation,
        entity=columns.strings("ENT_TYPE"),
        starts=starts,
        ends=ends,
        head=head,
        children=children,
        space=[w.isspace() for w in words],
        sentence=sentence,
        sentences=sentences,
        block=block,
        blocks=blocks,
        block_ranges=block_ranges,
        quotations=quotations,
        quotation=quotation,
    )


class _Columns:
    """Attributes of all tokens of a Doc, copied at once."""

    NAMES = ("ORTH", "IDX", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "HEAD")

    def __init__(self, doc: Doc) -> None:
        self.store = doc.vocab.strings
        self.array = doc.to_array(list(self.NAMES)).reshape(len(doc), len(self.NAMES))

    def numbers(self, name: str) -> list[int]:
        """An attribute as numbers."""
        values: list[int] = self.array[:, self.NAMES.index(name)].astype(np.int64).tolist()
        return values

    def strings(self, name: str) -> list[str]:
        """An attribute as strings; each different one is looked up once."""
        values = self.array[:, self.NAMES.index(name)].tolist()
        found = {value: self.store[value] for value in set(values)}
        return [found[value] for value in values]

    def heads(self) -> list[int]:
        """The number of each token's head."""
        return [i + offset for i, offset in enumerate(self.numbers("HEAD"))]
