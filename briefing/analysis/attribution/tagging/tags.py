"""Drafts to tags and back: one tag a token for source, cue and content, as the tagger reads and writes them.

A content begins with B-C once. Its later pieces begin with I-C, which may follow anything and means "the same content
goes on"; I-S and I-Q follow their own kind only. A source or cue inside a content overwrites it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.tokens import Tokens

TAGS = ("O", "B-S", "I-S", "B-Q", "I-Q", "B-C", "I-C")
"""S source, Q cue, C content."""
OUTSIDE = 0
BEGIN = {"S": 1, "Q": 3, "C": 5}


@dataclass(frozen=True, slots=True)
class Fragments:
    """What a sequence of tags says: runs of tokens of each kind."""

    sources: list[list[int]]
    cues: list[list[int]]
    contents: list[list[int]]
    continued: list[bool]
    """For each content whether it began with I-C."""


def bio_tags(tokens: Tokens, drafts: Iterable[Draft]) -> list[int]:
    """The tag (an index into TAGS) of every token."""
    tags = [OUTSIDE] * len(tokens)
    for draft in drafts:
        for kind, span in (("C", draft.content), ("S", draft.source), ("Q", draft.cue)):
            begin = BEGIN[kind]
            previous = -1
            for i in span:
                new = previous < 0
                if kind != "C" and not new:
                    new = any(not tokens.space[k] for k in range(previous + 1, i))
                tags[i] = begin if new else begin + 1
                previous = i
    return tags


def read_fragments(tokens: Tokens, tags: Sequence[int]) -> Fragments:
    """The runs of tokens with one kind of tag; a run ends at the edge of a block."""
    spans: dict[int, list[list[int]]] = {1: [], 3: [], 5: []}
    continued: list[bool] = []
    kind, block = 0, -2
    for i, tag in enumerate(tags):
        if tokens.space[i]:
            continue
        if tokens.block[i] != block:
            kind, block = 0, tokens.block[i]
        if tag == OUTSIDE:
            kind = 0
            continue
        begin = tag if tag % 2 else tag - 1
        if begin == kind and tag != begin:
            spans[kind][-1].append(i)
        else:
            kind = begin
            spans[kind].append([i])
            if kind == BEGIN["C"]:
                continued.append(tag != begin)
    return Fragments(spans[BEGIN["S"]], spans[BEGIN["Q"]], spans[BEGIN["C"]], continued)
