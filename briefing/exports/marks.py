"""Text and a span in; the parts of the span that stand in quotation marks in the source out.

A second, independent reading of the marks: the analysis has its own, and an export trusts neither the form of a
statement nor the offsets of its content before it has looked at the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.model import Block, Span

_CLOSING = {"“": "”", "„": "“”", "«": "»", '"': '"', "''": "''", "``": "''"}
_OPENING = re.compile(r"[“„«\"]|''|``|(?<!\w)['‘](?=[\w“\"(\[…])")
_SINGLE_CLOSING = re.compile(r"(?<=[^\s'‘])['’](?!\w)")
_LONGEST_SINGLE = 600
"""Characters that a quotation in single marks may have; an apostrophe can look like a mark."""


def in_marks(text: str, blocks: Sequence[Block], span: Span) -> bool:
    """Whether every letter and figure of the span stands inside quotation marks, or in a block set as a quotation.

    The span begins in a quotation; only signs such as a comma may follow after its end.
    """
    found = (quotation for block in blocks if block.span.overlaps(span) for quotation in quotations(text, block))
    inside = [quotation for quotation in found if quotation.overlaps(span)]
    if not inside or inside[0].start > span.start:
        return False
    position = span.start
    for quotation in inside:
        if _has_words(text[position : min(quotation.start, span.end)]):
            return False
        position = max(position, quotation.end)
        if position >= span.end:
            return True
    return not _has_words(text[position : span.end])


def without_marks(text: str, span: Span) -> Span:
    """The span without quotation marks and white space at its ends, where they belong together or stand alone."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    opening = next((mark for mark in (*_CLOSING, "‘", "'") if text.startswith(mark, start)), None)
    if opening and start + len(opening) < end:
        start += len(opening)
        closings = ("’", "'") if opening in "‘'" else ("''",) if len(opening) == 2 else tuple(_CLOSING[opening])
        closing = next((mark for mark in closings if text.endswith(mark, start, end)), None)
        end -= len(closing) if closing and start + len(closing) < end else 0
    elif end - start > 1 and text[end - 1] in '”»"':
        end -= 1
    return Span(start, end)


def quotations(text: str, block: Block) -> Iterator[Span]:
    """The outermost quotations of a block, marks included; one that is never closed ends with its block.

    That is how a speech over several paragraphs is printed: each opens with a mark, only the last one closes.
    """
    if block.kind == "quote":
        yield block.span
        return
    position = block.start
    while (mark := _OPENING.search(text, position, block.end)) is not None:
        single = mark.group() in ("'", "‘")
        end = _single_end(text, mark.start(), block.end) if single else _double_end(text, mark, block.end)
        if end is None:
            position = mark.end()
        else:
            yield Span(mark.start(), end)
            position = end


def _double_end(text: str, mark: re.Match[str], limit: int) -> int | None:
    """Where the quotation ends that a double mark opens; None where it opens none (inches, a stray closing mark)."""
    sign, after = mark.group(), mark.end()
    if after >= limit or text[after].isspace():
        return None
    if sign in ('"', "''") and mark.start() > 0 and text[mark.start() - 1].isalnum():
        return None
    closings = ("''",) if len(sign) == 2 else tuple(_CLOSING[sign])
    for position in range(after, limit):
        for closing in closings:
            end = position + len(closing)
            if end <= limit and text.startswith(closing, position) and not _opens_again(text, sign, position, limit):
                return end
        if sign == "“" and text[position] == "“":
            return len(text[:position].rstrip())
    return limit


def _opens_again(text: str, sign: str, position: int, limit: int) -> bool:
    """Whether a straight mark, which looks the same at both ends, opens a quotation here instead of closing one."""
    follows_blank = text[position - 1].isspace()
    return sign == '"' and follows_blank and position + 1 < limit and not text[position + 1].isspace()


def _single_end(text: str, opening: int, limit: int) -> int | None:
    """Where the quotation ends that a single mark opens; None where it is an apostrophe ('tis).

    An apostrophe after a plural s ("the boats' owners") can end a quotation as well; it does only where no better end
    comes before the next mark that opens one.
    """
    limit = min(limit, opening + _LONGEST_SINGLE)
    following = re.compile(r"(?<!\w)['‘](?=\w)").search(text, opening + 1, limit)
    ends = list(_SINGLE_CLOSING.finditer(text, opening + 1, following.start() if following else limit))
    sure = [end for end in ends if not re.compile(r"s['’] [a-z]").match(text, end.start() - 1)]
    chosen = (sure or ends)[:1]
    return chosen[0].end() if chosen else None


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)
