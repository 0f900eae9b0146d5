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
BEFORE, AFTER = 2, 3
"""Letters that stay together before and after a hyphen."""

_SOFT = "\N{SOFT HYPHEN}"
_VOWELS = frozenset("aeiouyäöüéèáàóò")
_ONSETS = frozenset(
    {"th", "ch", "sh", "ph", "gh", "wh", "ck", "qu", "st", "sp", "sk", "sl", "tr", "pr", "br", "dr", "cr", "gr", "fr"}
    | {"bl", "cl", "fl", "gl", "pl"}
)
_ENDINGS = frozenset({"ing", "ings", "ment", "ments", "ness", "ship", "land"})


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
    natural, tight = natural_widths(labels, contents), natural_widths(labels, contents, gap=1)
    if not natural:
        return []
    if sum(natural) <= room:
        spare = (room - sum(natural)) // len(natural)
        return [min(WIDEST, width + spare) for width in natural]
    if sum(tight) <= room:
        # Whole words, and a wider gap for as many columns as there is room for.
        spare = room - sum(tight)
        return [
            low + (high > low and number < spare) for number, (low, high) in enumerate(zip(tight, natural, strict=True))
        ]
    if sum(least) <= room:
        cap = max(natural)
        while sum(_capped(natural, least, cap)) > room:
            cap -= 1
        return _capped(natural, least, cap)
    shown = max(1, room // max(least))
    return _capped(natural, least, max(NARROWEST, room // shown))


def natural_widths(labels: Sequence[str], contents: Sequence[int], gap: int = 2) -> list[int]:
    """How wide each column is where no word of its label is parted, with so many columns between labels."""
    return [
        min(WIDEST, max(NARROWEST, content + 1, min(LONGEST_WORD, _longest_word(label)) + gap))
        for label, content in zip(labels, contents, strict=True)
    ]


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
    places = range(min(last, len(word) - AFTER), BEFORE - 1, -1)
    return next((place for place in places if _parts_well(word.lower(), place)), last)


def _parts_well(word: str, place: int) -> bool:
    """Whether a syllable may begin here: an ending by itself, or consonants that can begin a word and then a vowel.

    After Liang, "Word Hy-phen-a-tion by Com-put-er" (1983), of which these are the coarsest rules.
    """
    before, rest = word[place - 1], re.split("[-–/]", word[place:])[0]
    if not (before.isalpha() and rest.isalpha() and len(rest) >= AFTER) or not _VOWELS & set(word[:place]):
        return False
    if rest in _ENDINGS:
        return True
    if before == "s" and word[place - 2] in _VOWELS and rest[0] in "ptk" and rest[1] in _VOWELS:
        return True  # "dis-tance", "mis-take"
    if rest[0] in _VOWELS or before + rest[0] in _ONSETS:
        return False
    while rest[:2] in _ONSETS:
        rest = rest[1:]
    return rest[1:2] in _VOWELS
