"""Text and blocks in; the quotations (stretches in quotation marks) out, without any parse.

Knows “ ”, ", two apostrophes, « », „ “ and single marks as British papers use them. A quotation never leaves its block.
One inside another belongs to the outer one. A mark that is never closed reaches to the end of its block, as in a speech
over several paragraphs, where each paragraph opens with a mark and only the last one closes. A single mark does so only
where the paragraphs behind it open with one, too, and one of them closes it: else it is an apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.model import Block

CLOSING = {"“": "”", "„": "“”", "«": "»", '"': '"', "''": "''", "``": "''"}
MARK = re.compile(r"[“„«\"]|''|``|(?<!\w)['‘](?=[\w“\"(\[…])")
SINGLE_END = re.compile(r"(?<=[^\s'‘])['’](?!\w)")
APOSTROPHE = re.compile(r"['‘](?:\d\ds?\b|(?:n|til|em|tis|twas|cause|bout|round)\b(?!['’]\w))", re.IGNORECASE)
"""Short forms that begin with an apostrophe: '90s, rock 'n' roll, 'tis."""
STRAIGHT_END = re.compile(r"(?<=[^\s(\[])\"(?!\w)")
LONGEST_SINGLE = 600
"""Characters that a quotation in single marks can have; beyond that the mark was an apostrophe."""


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """A stretch of text in quotation marks, marks included."""

    start: int
    end: int
    closed: bool = True
    single: bool = False


def find_quotations(text: str, blocks: Sequence[Block]) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in order; they do not overlap and lie inside one block each."""
    found: list[Quotation] = []
    for number, block in enumerate(blocks):
        inside = list(_in_block(text, block.start, block.end))
        if not inside and _opens_single(text, block) and _is_closed_later(text, blocks[number + 1 :]):
            inside = [Quotation(block.start, block.end, closed=False, single=True)]
        found += inside
    return tuple(found)


def _opens_single(text: str, block: Block) -> bool:
    """Whether a block begins with a single mark that is no apostrophe."""
    mark = MARK.match(text, block.start)
    return mark is not None and mark.group() in ("'", "‘") and not APOSTROPHE.match(text, block.start)


def _is_closed_later(text: str, behind: Sequence[Block]) -> bool:
    """Whether the blocks that open with a single mark, from the next one on, end with one that closes it."""
    for block in behind:
        if not _opens_single(text, block):
            return False
        first = next(_in_block(text, block.start, block.end), None)
        if first is not None and first.single and first.start == block.start:
            return True
    return False


def _in_block(text: str, start: int, end: int) -> Iterator[Quotation]:
    position = start
    while (mark := MARK.search(text, position, end)) is not None:
        opening = mark.start()
        single = mark.group() in ("'", "‘")
        found = _single(text, opening, end) if single else _double(text, opening, mark.group(), end)
        if found is None:
            position = mark.end()
            continue
        yield found
        position = found.end


def _double(text: str, opening: int, mark: str, end: int) -> Quotation | None:
    """The quotation that a double mark opens; None where the mark cannot open one (inches, a stray closing mark)."""
    after = opening + len(mark)
    if after >= end or text[after].isspace() or (mark in {'"', "''"} and opening > 0 and text[opening - 1].isalnum()):
        return None
    position = after
    while position < end:
        for closing in _closings(mark):
            if text.startswith(closing, position) and position + len(closing) <= end:
                if mark == '"' and text[position - 1].isspace() and not _blank(text, position + 1, end):
                    break
                return Quotation(opening, position + len(closing))
        if text[position] == "“" and mark == "“":
            return _mixed(text, opening, position) or Quotation(opening, len(text[:position].rstrip()), closed=False)
        position += 1
    return _mixed(text, opening, end) or Quotation(opening, end, closed=False)


def _mixed(text: str, opening: int, limit: int) -> Quotation | None:
    """The quotation of a curly mark that only a straight one closes ("“We are done," she said")."""
    closing = STRAIGHT_END.search(text, opening + 2, limit) if text[opening] == "“" else None
    return Quotation(opening, closing.end()) if closing is not None else None


def _closings(mark: str) -> tuple[str, ...]:
    closing = CLOSING[mark]
    return (closing,) if mark in {"''", "``"} else tuple(closing)


def _blank(text: str, position: int, end: int) -> bool:
    return position >= end or text[position].isspace()


def _single(text: str, opening: int, end: int) -> Quotation | None:
    """The quotation that a single mark opens; None where it is an apostrophe ('tis, rock 'n' roll).

    An apostrophe after a plural s ("the boats' owners") can end a quotation as well; it does only where no better end
    comes before the next mark that opens one.
    """
    if APOSTROPHE.match(text, opening):
        return None
    limit = min(end, opening + LONGEST_SINGLE)
    following = re.compile(r"(?<!\w)['‘](?=\w)").search(text, opening + 1, limit)
    ends = list(SINGLE_END.finditer(text, opening + 1, following.start() if following else limit))
    if not ends:
        return None
    sure = [m for m in ends if text[m.start() - 1] != "s" or not _plural_owner(text, m.end(), end)]
    chosen = (sure or ends)[0]
    return Quotation(opening, chosen.end(), single=True)


def _plural_owner(text: str, position: int, end: int) -> bool:
    """Whether a small letter follows after one blank, as in "the boats' owners"."""
    return position + 1 < end and text[position] == " " and text[position + 1].islower()
