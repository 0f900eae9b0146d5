"""Phrases of the lexicons in; a `PhraseTable` out that finds them in a text.

The little language: words separated by blanks; `word*` any ending; `a|b` alternatives; `word?` may be missing; `...` up
to sixty characters. "not" also stands for n't, so that "would not" finds "wouldn't" and "will not" finds "won't".

A table looks each word of the text up and tries only the phrases that can begin with it; one regular expression with a
thousand alternatives takes some hundred times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_WORD_START = re.compile(r"(?<![\w'’])['’]?\w[\w'’]*")
_WORD = re.compile(r"\w+")
"""The same where no apostrophe stands in the text, which is most often so."""
_SHORTENED_NOT = re.compile(r"n?['’]t\b", re.IGNORECASE)
_NOT = r"\s*n?(?:ot|['’]t)\b"
_END = r"(?=\W|$|n['’]t)"
_SHORTENED = re.compile(r"(?:n't|'\w*)$")
_FIRST_PIECE = re.compile(r"'?\w[\w']*")
_MOST_WORDS = 20_000
"""How many words a table remembers the phrases of."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase met in a text."""

    start: int
    end: int
    group: int
    """Number of the group of phrases it belongs to."""
    words: str


_Phrase = tuple[re.Pattern[str], int]
"""The pattern of a phrase and the number of its group."""


class _Beginnings(dict[str, list[_Phrase]]):
    """The phrases that can begin with a word; they are gathered when the word is looked up for the first time."""

    def __init__(self) -> None:
        super().__init__()
        self._whole: dict[str, list[_Phrase]] = {}
        self._open: dict[str, list[_Phrase]] = {}

    def add(self, phrase: str, pattern: _Phrase) -> None:
        """Add a phrase, before any word is looked up."""
        for key, is_open in _keys(phrase):
            (self._open if is_open else self._whole).setdefault(key, []).append(pattern)

    def __missing__(self, word: str) -> list[_Phrase]:
        opened = [phrase for length in range(len(word) + 1) for phrase in self._open.get(word[:length], ())]
        if len(self) >= _MOST_WORDS:
            self.clear()
        phrases = self[word] = [*self._whole.get(word, ()), *opened]
        return phrases


class PhraseTable:
    """Finds the phrases of one or more groups."""

    def __init__(self, *groups: Iterable[str]) -> None:
        self._beginning_with = _Beginnings()
        for number, phrases in enumerate(groups):
            for phrase in phrases:
                pattern = re.compile(_pattern(phrase), re.IGNORECASE)
                self._beginning_with.add(phrase, (pattern, number))

    def hits(self, text: str) -> Iterator[Hit]:
        """All phrases of the text by place; of one group only the longest that starts at a place."""
        beginning_with = self._beginning_with
        for start, word in _places(text):
            phrases = beginning_with[word]
            if not phrases:
                continue
            best: dict[int, Hit] = {}
            for pattern, group in phrases:
                match = pattern.match(text, start)
                if match and (group not in best or match.end() > best[group].end):
                    best[group] = Hit(start, match.end(), group, match.group().strip())
            yield from best.values()

    def first(self, text: str) -> Hit | None:
        """The first phrase of the text, or None."""
        return next(self.hits(text), None)


@lru_cache(maxsize=64)
def _places(text: str) -> list[tuple[int, str]]:
    """Where a phrase can begin, with the word there: each word, and the n't inside one.

    The texts of the last statements are remembered, since a dozen tables look through the same ones.
    """
    folded = text.casefold()
    if len(folded) == len(text) and "'" not in folded and "’" not in folded:
        return [(match.start(), match.group()) for match in _WORD.finditer(folded)]
    places = []
    for match in _WORD_START.finditer(text):
        word = match.group().casefold()
        if "'" in word or "’" in word:
            places.append((match.start(), _plain(word)))
            if inner := _SHORTENED_NOT.search(text, match.start(), match.end()):
                places.append((inner.start(), "not"))
        else:
            places.append((match.start(), word))
    return places


def _plain(word: str) -> str:
    """A word without what is shortened behind it ("won't": wo, "she's": she); one that is itself short stays ("'d")."""
    word = word.replace("’", "'")
    return _SHORTENED.sub("", word) if not word.startswith("'") else word


def _keys(phrase: str) -> set[tuple[str, bool]]:
    """The words that a phrase can begin with, each with whether any letters may follow."""
    keys = set()
    for form in phrase.split()[0].split("|"):
        if form.startswith("*"):
            keys.add(("", True))
            continue
        first = _FIRST_PIECE.match(form.casefold().replace("’", "'"))
        piece = _plain(first.group()) if first else ""
        keys.add((piece, form.endswith("*") and first is not None and first.end() == len(form) - 1))
        if piece == "will":
            keys.add(("wo", False))
    return keys


def _pattern(phrase: str) -> str:
    pattern = gap = ""
    for word in phrase.split():
        if word == "...":
            gap = r"\b[^.;!?]{0,60}?\b"
            continue
        if word == "not":
            pattern += (gap if gap.startswith(r"\b") else "") + _NOT
        elif word.endswith("?"):
            pattern += rf"(?:{gap}{_word(word[:-1])})?"
        else:
            pattern += gap + _word(word)
        gap = r"\s+"
    return pattern


def _word(word: str) -> str:
    """Alternatives of one word; each ends at a word border unless it is open. "ca" and "wo" stand before n't."""
    forms = []
    for form in word.split("|"):
        stem = "(?:will|wo)" if form == "will" else re.escape(form.strip("*")).replace(r"\-", "-")
        forms.append((r"\w*" if form.startswith("*") else "") + stem + (r"\w*" if form.endswith("*") else ""))
    return rf"(?:{'|'.join(forms)}){_END}"
