"""A text and what she typed in; the spans that match out.

Matching is done on the text, never on wrapped or styled lines: a space in the query matches any run of white space, a
straight quotation mark matches a curly one, an "e" matches an "é", "fi" matches the ligature. Lower-case letters match
both cases; a capital letter makes the search exact about case (smart case).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

from briefing.model import Span

_ONE_TO_ONE = {
    **dict.fromkeys(map(ord, "“”„‟«»″"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛‹›′`´"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
}


class FoldedText:
    """A text in the form in which it is searched, with the way back to the original offsets."""

    def __init__(self, text: str) -> None:
        self.length = len(text)
        pieces: list[str] = []
        self._folded_starts = [0]
        self._original_starts = [0]
        position = length = 0
        for special in _specials(text):
            plain = text[position:special].translate(_table())
            folded = _expand(text[special])
            pieces += (plain, folded)
            length += len(plain)
            if folded:
                self._add(length, special)
            length += len(folded)
            position = special + 1
            self._add(length, position)
        pieces.append(text[position:].translate(_table()))
        self.folded = "".join(pieces)

    def _add(self, folded: int, original: int) -> None:
        if self._folded_starts[-1] == folded:
            self._original_starts[-1] = original
        else:
            self._folded_starts.append(folded)
            self._original_starts.append(original)

    def original(self, folded_offset: int) -> int:
        """The offset in the original text of the character that a folded character came from."""
        index = bisect_right(self._folded_starts, folded_offset) - 1
        start = self._original_starts[index] + folded_offset - self._folded_starts[index]
        if index + 1 < len(self._original_starts):
            # Inside the expansion of one character ("ﬁ" → "fi") all offsets mean that character.
            start = min(start, max(self._original_starts[index], self._original_starts[index + 1] - 1))
        return min(start, self.length)

    def find(self, query: str) -> list[Span]:
        """All matches, in order, without overlap; an empty query has none."""
        words = fold(query).split()
        if not words:
            return []
        flags = 0 if any(character.isupper() for character in query) else re.IGNORECASE
        pattern = re.compile(r"\s+".join(map(re.escape, words)), flags)
        found = [match.span() for match in pattern.finditer(self.folded)]
        if self._original_starts == [0]:
            return [Span(start, end) for start, end in found]
        return [Span(self.original(start), self.original(end - 1) + 1) for start, end in found]


def fold(text: str) -> str:
    """A text without accents, ligatures, typographic quotation marks and zero-width characters; case is kept."""
    return FoldedText(text).folded


def _specials(text: str) -> list[int]:
    """Offsets of the characters that do not fold into exactly one character."""
    if text.isascii():
        return []
    several = {character for character in set(text) if not character.isascii() and len(_expand(character)) != 1}
    if not several:
        return []
    return [match.start() for match in re.finditer(f"[{re.escape(''.join(sorted(several)))}]", text)]


@lru_cache(maxsize=4096)
def _expand(character: str) -> str:
    """What one character becomes: base letters without marks; nothing for marks and zero-width characters."""
    plain = _ONE_TO_ONE.get(ord(character))
    if plain is not None:
        return plain
    if unicodedata.category(character) in ("Mn", "Cf"):
        return ""
    decomposed = unicodedata.normalize("NFKD", character)
    if decomposed.isspace() and not character.isspace():
        return character
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn") or character


class _Table(dict[int, str]):
    """Table for str.translate that is filled as characters turn up."""

    def __missing__(self, codepoint: int) -> str:
        folded = chr(codepoint) if codepoint < 128 else _expand(chr(codepoint))
        self[codepoint] = folded
        return folded


@lru_cache(maxsize=1)
def _table() -> _Table:
    return _Table()
