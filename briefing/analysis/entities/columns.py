"""A parsed Doc in; its tokens as plain Python lists out.

Looking up attributes of spaCy tokens one by one is slow. The steps about actors read every token several times, so
they share one table of columns, made with one call of `Doc.to_array` and kept in `doc.user_data`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, LENGTH, LOWER, ORTH, POS, SENT_START, SPACY, TAG  # type: ignore[import-not-found]
from spacy.tokens import Doc

from briefing.model import Block

KEY = "briefing_columns"
ATTRIBUTES = [ORTH, LOWER, LEMMA, POS, TAG, DEP, HEAD, SENT_START, ENT_IOB, ENT_TYPE, LENGTH, SPACY]
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
"""Tags of the verbs that can be the only one of a sentence."""
OPENING, CLOSING, EITHER = "“«„‟", "”»", '"'


@dataclass(slots=True)
class Columns:
    """One entry a token in every list; positions are token numbers, `start` and `end` characters."""

    text: list[str]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    ent_type: list[str]
    ent_begins: list[bool]
    spaced: list[bool]
    """Whether white space follows."""
    start: list[int]
    end: list[int]
    sentence: list[int]
    """Number of the sentence."""
    sentence_start: list[int]
    """First token of the sentence with that number."""
    children: list[list[int]]
    quotation: list[int]
    """Number of the quotation that the token stands in (from 1), 0 outside."""
    block: list[int]
    """Number of the block, -1 between blocks."""
    heading: list[bool]
    skipped: list[bool]
    """Whether the token stands in a byline, dateline or trailer line, which name nobody with a stake."""
    blocks: tuple[Block, ...]

    def __len__(self) -> int:
        return len(self.text)

    def tokens_of(self, start: int, end: int) -> range:
        """The tokens that lie in a span of characters (also those that only touch it)."""
        return range(bisect_right(self.end, start), bisect_left(self.start, end))

    def words(self, first: int, last: int) -> str:
        """The text from token `first` up to token `last` (exclusive), with single blanks."""
        return "".join(
            self.text[i] + (" " if self.spaced[i] and i + 1 < last else "") for i in range(first, last)
        ).strip()

    def subtree(self, root: int) -> range:
        """The stretch from the first to the last token that hangs on `root`."""
        first = last = root
        stack = [root]
        while stack:
            for child in self.children[stack.pop()]:
                first, last = min(first, child), max(last, child)
                stack.append(child)
        return range(first, last + 1)

    def is_initial(self, token: int) -> bool:
        """Whether only quotation marks stand before the token in its sentence, or an opening mark right before it."""
        if token == 0 or self.text[token - 1] in "“\"'‘(:–—•*-":
            return True
        first = self.sentence_start[self.sentence[token]]
        return all(not self.text[i][:1].isalnum() for i in range(first, token))


def columns_of(doc: Doc) -> Columns:
    """The columns of a parsed Doc, made when they are first asked for."""
    kept = doc.user_data.get(KEY)
    if isinstance(kept, Columns) and len(kept) == len(doc):
        return kept
    columns = _make(doc)
    doc.user_data[KEY] = columns
    return columns


def _make(doc: Doc) -> Columns:
    array = doc.to_array(ATTRIBUTES)
    strings = doc.vocab.strings

    def texts(column: int) -> list[str]:
        values = array[:, column].tolist()
        known = {value: strings[value] for value in set(values)}
        return [known[value] for value in values]

    size = len(doc)
    head = [i + offset for i, offset in enumerate(array[:, 6].astype("int64").tolist())]
    starts_sentence = [value == 1 for value in array[:, 7].astype("int64").tolist()]
    lengths, spaced = array[:, 10].tolist(), [bool(value) for value in array[:, 11].tolist()]
    start, end, place = [], [], 0
    for length, space in zip(lengths, spaced, strict=True):
        start.append(place)
        end.append(place + length)
        place += length + space
    sentence, sentence_start = [], []
    for i in range(size):
        if i == 0 or starts_sentence[i]:
            sentence_start.append(i)
        sentence.append(len(sentence_start) - 1)
    leaf: list[int] = []
    children = [leaf] * size  # most tokens are leaves, and making a list for each costs more than all the rest
    for i, parent in enumerate(head):
        if parent == i:
            continue
        if children[parent] is leaf:
            children[parent] = [i]
        else:
            children[parent].append(i)
    blocks: tuple[Block, ...] = tuple(doc._.briefing_blocks)
    block = _blocks_of(start, blocks)
    text = texts(0)
    return Columns(
        text=text,
        lower=texts(1),
        lemma=texts(2),
        pos=texts(3),
        tag=texts(4),
        dep=texts(5),
        head=head,
        ent_type=texts(9),
        ent_begins=[value == 3 for value in array[:, 8].tolist()],
        spaced=spaced,
        start=start,
        end=end,
        sentence=sentence,
        sentence_start=sentence_start,
        children=children,
        quotation=_quotations(text, block),
        block=block,
        heading=[b >= 0 and blocks[b].kind == "heading" for b in block],
        skipped=[b >= 0 and blocks[b].kind in {"byline", "dateline", "trailer"} for b in block],
        blocks=blocks,
    )


def _blocks_of(start: list[int], blocks: tuple[Block, ...]) -> list[int]:
    result = [-1] * len(start)
    for number, block in enumerate(blocks):
        first, last = bisect_left(start, block.start), bisect_left(start, block.end)
        result[first:last] = [number] * (last - first)
    return result


def _quotations(text: list[str], block: list[int]) -> list[int]:
    """Number the stretches between double quotation marks; a quotation ends with its block at the latest."""
    result, number, inside, current = [], 0, False, -1
    for i, word in enumerate(text):
        if block[i] != current:
            current, inside = block[i], False
        if word in OPENING or (word in EITHER and not inside):
            inside, number = True, number + 1
            result.append(number)
        elif inside and (word in CLOSING or word in EITHER):
            result.append(number)
            inside = False
        else:
            result.append(number if inside else 0)
    return result
