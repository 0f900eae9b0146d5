"""Text in, passages out: lines that belong together because they were broken to fit a width.

Most texts have one paragraph a line, with or without blank lines between. Text from mail, wires and old files is
broken at a fixed width instead; its lines are joined again into passages (the text itself is not changed).
"""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec import Struct

ITEM_MARKER = re.compile(
    # The first five bullets are those of fonts that only word processors have.
    r"(?:[*\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc•‣◦▪■□●·○✓➢➤–-]|--|\(?\d{1,3}[.)]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])[ \t]+(?=\S)"
    r"|[\uf0b7•‣◦▪■●➢➤](?=\S)",
)
"""A bullet, number or letter that begins a list item. The em dash is left out: it begins credits."""

CLOCK = re.compile(
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \t]?(?i:[ap]\.?m\.?))?(?:[ \t]?(?:GMT|BST|CET|CEST|UTC|ET|EST|EDT|PT))?"
    r"[ \t]*[-–—:|]?[ \t]+(?=[\"“‘']?[A-Z])"
)
"""The time that begins an entry of a live report."""

PARAGRAPH_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,3}\.?[ \t]+(?=[\"“‘']?[A-Z])")
"""The number that begins a paragraph of a report or of minutes ("2.4 The fire service did not object")."""

FINAL_PUNCTUATION = re.compile(r"[.!?…][\"”’»')\]*_]*$")

_WORD = re.compile(r"\S+")
_NARROWEST, _WIDEST = 38, 132


class Line(Struct, frozen=True):
    """A line that is not blank: where its words begin and end, its indentation, whether a blank line precedes it."""

    start: int
    end: int
    indent: int
    after_blank: bool
    words: str

    @property
    def length(self) -> int:
        """Columns up to the last character."""
        return self.indent + self.end - self.start


class Passage(Struct, frozen=True):
    """Lines that make one block of the layout."""

    start: int
    end: int
    lines: int
    indent: int
    after_blank: bool
    words: str
    """The words of all its lines, joined by blanks."""


def find_lines(text: str) -> list[Line]:
    """The lines of the text that are not blank."""
    lines: list[Line] = []
    after_blank, position = True, 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            indent = len(raw) - len(raw.lstrip())
            start = position + indent
            columns = len(raw[:indent].expandtabs(4))
            lines.append(Line(start, start + len(words), columns, after_blank, words))
        after_blank = not words
        position += len(raw) + 1
    return lines


def find_passages(text: str) -> list[Passage]:
    """The passages of the text, in order, each beginning and ending with a character that is not white space."""
    lines = find_lines(text)
    width = wrap_width(lines)
    passages: list[Passage] = []
    group: list[Line] = []
    for line in lines:
        if group and not (width and _continues(group, line, width)):
            passages.append(_passage(group))
            group = []
        group.append(line)
    if group:
        passages.append(_passage(group))
    return passages


def wrap_width(lines: list[Line]) -> int:
    """The column at which the text was broken into lines, or 0 if each line is a paragraph of its own.

    Broken text shows by lines that begin in lower case although nothing ended before them.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not b.after_blank]
    if not pairs:
        return 0
    mid_sentence = sum(_begins_low(b) and not ends_sentence(a.words) for a, b in pairs)
    lengths = sorted(a.length for a, _ in pairs)
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.95))]
    if mid_sentence < 0.3 * len(pairs) or not _NARROWEST <= width <= _WIDEST:
        return 0
    return width


def ends_sentence(words: str) -> bool:
    """Whether the words end with a mark that ends a sentence, perhaps inside quotation marks or brackets."""
    return bool(FINAL_PUNCTUATION.search(words[-8:]))


def _begins_low(line: Line) -> bool:
    return line.words[0].islower() and not ITEM_MARKER.match(line.words)


def _continues(group: list[Line], line: Line, width: int) -> bool:
    """Whether a line goes on with the passage before it."""
    last = group[-1]
    if (
        line.after_blank
        or ITEM_MARKER.match(line.words)
        or line.words.startswith((">", "#")) != last.words.startswith((">", "#"))
    ):
        return False
    in_item = bool(ITEM_MARKER.match(group[0].words))
    if line.indent > last.indent + 1 and not in_item and len(group) > 1:
        return False
    if not ends_sentence(last.words) and not last.words.endswith(":") and _begins_low(line):
        return True
    if ends_sentence(last.words) and not ends_sentence(line.words) and line.length < width * 0.6:
        return False
    first = _WORD.match(line.words)
    room = width - last.length - 1
    return first is not None and len(first.group()) > room - 4 and last.length > width * 0.6


def _passage(group: list[Line]) -> Passage:
    first, last = group[0], group[-1]
    words = " ".join(line.words for line in group)
    return Passage(first.start, last.end, len(group), first.indent, first.after_blank, words)
