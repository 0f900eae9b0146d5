"""The words of a raised or lowered piece and what stands before them in; what a text without such pieces says out.

The sign of a footnote is left out, for it would stick to a word ("unacceptable.1"); figures become the characters that
Unicode has for them, because 10 to the sixth is not 106.
"""

from __future__ import annotations

import re

_NOTE = re.compile(r"\s*(?:[\[(]?(?:\d{1,3}|[ivx]{1,4}|[a-z])[\])]|\d{1,3}(?: ?[,;–-] ?\d{1,3})*|[*†‡§¶]{1,3})\s*$")
_BEFORE_NOTE = re.compile(r"(?:[^\W\d_]{4,}|[.,;:!?…”’\"')\]])\s*$")
_UP = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
_DOWN = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
_FIGURES = re.compile(r"[\d+\-−()]+$")


def raised(words: str, before: str, *, is_link: bool = False) -> str:
    """What to show for raised words.

    Args:
        words: the raised words.
        before: the text that they follow; its last characters are enough.
        is_link: whether they lead somewhere, as the signs of notes do.
    """
    if is_note_sign(words) and (is_link or _BEFORE_NOTE.search(before[-12:])):
        return ""
    return words.translate(_UP) if _FIGURES.match(words.strip()) else words


def lowered(words: str) -> str:
    """What to show for lowered words."""
    return words.translate(_DOWN) if _FIGURES.match(words.strip()) else words


def is_note_sign(words: str) -> bool:
    """Whether the words can be the sign of a note: a number, a letter in brackets, a star or dagger."""
    return bool(_NOTE.match(words))
