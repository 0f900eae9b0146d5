"""Labels of issues and a room in; the labels cut into short rows, and columns that show as many of them as can be, out.

A label is never abbreviated while it can be wrapped: a word that is too long is parted with a hyphen where it can be
read on, and only what needs more rows than there are ends in an ellipsis.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.reader.text.display import columns, shorten

NARROWEST, WIDEST = 7, 22
"""Columns of a cell, the gap beside it among them."""
LONGEST_WORD = 16
"""Columns beyond which a word is parted even where there is room."""
FEWEST = 3
"""Letters that stay together before and after a hyphen."""

_SOFT = "\N{SOFT HYPHEN}"
_VOWELS = frozenset("aeiouyäöüéèáàóò")
_TOGETHER = frozenset({"th", "ch", "sh", "ph", "gh", "wh", "ck", "qu", "st", "tr", "pr", "br", "dr", "cr", "gr", "bl"})


def wrap_label(text: str, width: int, rows: int) -> list[str]:
    """A label in at most so many rows of at most so many columns."""
    lines: list[str] = []
    for word in text.split():
        if lines and columns(lines[-1]) + 1 + columns(word) <= width:
            lines[-1] += f" {word}"
            continue
        while columns(word) > width and (cut := _parting(word, width)):
            lines.append(_with_hyphen(word[:cut]))
            word = word[cut:]
        lines.append(word)
    if len(lines) > rows:
        lines[rows - 1 :] = [" ".join(lines[rows - 1 :]).replace(f"{_SOFT} ", "")]
    return [shorten(line.replace(_SOFT, "-"), width) for line in lines]


def column_widths(labels: Sequence[str], contents: Sequence[int], room: int) -> list[int]:
    """How wide each column of a table is, its gap among it.

    Where all labels fit with whole words, the columns share what is left over. Where they do not, the widest give way
    first. Where not even narrow ones fit, as many are shown as can be, and the others are reached by scrolling: any
    `room // max(widths)` neighbours fit.

    Args:
        labels: what stands over the columns.
        contents: columns that the widest cell of each takes.
        room: columns for all of them together.
    """
    least = [max(NARROWEST, content + 1) for content in contents]
    natural = [
        min(WIDEST, max(low, min(LONGEST_WORD, _longest_word(label)) + 2))
        for label, low in zip(labels, least, strict=True)
    ]
    if not natural:
        return []
    if sum(natural) <= room:
        spare = (room - sum(natural)) // len(natural)
        return [min(WIDEST, width + spare) for width in natural]
    if sum(least) <= room:
        cap = max(natural)
        while sum(_capped(natural, least, cap)) > room:
            cap -= 1
        return _capped(natural, least, cap)
    shown = max(1, room // max(least))
    return _capped(natural, least, max(NARROWEST, room // shown))


def _capped(natural: Sequence[int], least: Sequence[int], cap: int) -> list[int]:
    return [max(low, min(width, cap)) for width, low in zip(natural, least, strict=True)]


def _longest_word(label: str) -> int:
    return max(map(columns, label.split()), default=0)


def _with_hyphen(part: str) -> str:
    return part if part.endswith(("-", "–", "/")) else part + _SOFT


def _parting(word: str, width: int) -> int:
    """Where to part a word so that its beginning, with a hyphen, fits; 0 if it is better cut off."""
    last = min(width - 1, len(word) - 2)
    while last > 0 and columns(word[:last]) > width - 1:
        last -= 1
    at_hyphen = [found.end() for found in re.finditer(r"[-–/]", word) if columns(word[: found.end()]) <= width]
    if at_hyphen:
        return max(at_hyphen)
    places = range(min(last, len(word) - FEWEST), FEWEST - 1, -1)
    return next((place for place in places if _parts_well(word.lower(), place)), last)


def _parts_well(word: str, place: int) -> bool:
    """Between two consonants, or before a consonant with a vowel on either side: most often a syllable ends there.

    After Liang, "Word Hy-phen-a-tion by Com-put-er" (1983), of which this is the coarsest rule.
    """
    before, after = word[place - 1], word[place]
    if not (before.isalpha() and after.isalpha()) or after in _VOWELS or word[place - 1 : place + 1] in _TOGETHER:
        return False
    follows = any(letter in _VOWELS for letter in word[place + 1 : place + 3])
    return follows and (before in _VOWELS or word[place - 2] in _VOWELS)
