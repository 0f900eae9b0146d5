"""Text of unknown origin in; text that is safe and predictable in a terminal out.

Nothing that the article says may act on the terminal: control characters and bidirectional overrides become a visible
replacement, one for one. Zero-width characters, on whose width terminals disagree, are left out.
"""

from __future__ import annotations

import re
import unicodedata

from rich.cells import get_character_cell_size

NO_BREAK = "\N{NO-BREAK SPACE}"
"""Keeps a sign and its number, or a key and its meaning, on one line."""

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_CONTROLS = [*range(0x00, 0x20), *range(0x7F, 0xA0)]
_BIDIRECTIONAL = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_ZERO_WIDTH = [0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0xFE00, 0xFE10), *range(0xE0000, 0xE0080)]

_TABLE: dict[int, str | None] = {
    **dict.fromkeys(_CONTROLS, REPLACEMENT),
    **dict.fromkeys(_BIDIRECTIONAL, REPLACEMENT),
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(_ZERO_WIDTH),
}

NARROW = re.compile(
    r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2500-\u25fc\s]*"
)
"""Text in which each character takes one column."""


def clean(text: str) -> str:
    """The text as it may be written to a terminal."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", text.translate(_TABLE))


def width_of(character: str) -> int:
    """Columns that one character takes after `clean`."""
    if character in _SPACES:
        return 1
    shown = character.translate(_TABLE)
    return get_character_cell_size(shown) if shown else 0


def columns(text: str) -> int:
    """Columns that a text takes after `clean`."""
    if NARROW.fullmatch(text):
        return len(text)
    return sum(map(width_of, text))


def shorten(text: str, width: int) -> str:
    """The text if it fits into the columns, else its beginning with an ellipsis."""
    if columns(text) <= width:
        return text
    if width <= 1:
        return "…"[:width]
    taken, kept = 0, 0
    for character in text:
        taken += width_of(character)
        if taken > width - 1:
            break
        kept += 1
    return text[:kept].rstrip() + "…"


def wrap(text: str, width: int, first: int | None = None) -> list[tuple[int, int]]:
    """Cut a text into lines of at most `width` columns, at spaces where possible.

    Args:
        text: what is cut; white space of any kind counts as a space.
        width: columns; at least 2.
        first: columns of the first line, where it has more or less room than the others.

    Returns:
        Start and end of each line; the white space at which a line was cut belongs to neither side. Every other
        character is in exactly one line. A text of white space has no lines.
    """
    width, room = max(width, 2), max(width if first is None else first, 2)
    flat = _LINE_SPACE.sub(" ", text)
    end = len(flat.rstrip())
    start = end - len(flat[:end].lstrip())
    lines: list[tuple[int, int]] = []
    is_narrow = NARROW.fullmatch(text) is not None
    while start < end:
        limit = min(start + room, end) if is_narrow else _limit(flat, start, end, room)
        room = width
        if limit == end:
            cut = end
        else:
            cut = flat.rfind(" ", start + 1, limit + 1)
            if cut == -1:
                # Some pages have nothing but no-break spaces; better there than within a word.
                cut = max(flat.rfind(NO_BREAK, start + 1, limit + 1), flat.rfind("\u202f", start + 1, limit + 1))
            if cut == -1:
                cut = limit
        lines.append((start, start + len(flat[start:cut].rstrip())))
        start = cut
        while start < end and flat[start].isspace():
            start += 1
    return lines


_LINE_SPACE = re.compile(r"[^\S\u00a0\u202f]")
"""White space at which a line may be cut: any but no-break spaces."""


def _limit(text: str, start: int, end: int, width: int) -> int:
    """Where the text from `start` on no longer fits; at least one character always does."""
    taken = 0
    for position in range(start, end):
        taken += width_of(text[position])
        if taken > width and position > start:
            return position
    return end


def count(number: int, word: str) -> str:
    """A number with its noun: "1 statement", "3 statements"."""
    return f"{number} {word}" + ("" if number == 1 else "s")
