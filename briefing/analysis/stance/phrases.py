"""Phrases of the lexicons in; a `PhraseTable` out that finds them in a text.

The little language: words separated by blanks; `word*` any ending; `a|b` alternatives; `word?` may be missing; `...` up
to sixty characters. "not" also stands for n't, so that "would not" finds "wouldn't" and "will not" finds "won't".

A table looks each word of the text up by its first letters and tries only the phrases that can begin there; one
regular expression with a thousand alternatives takes some hundred times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_WORD_START = re.compile(r"(?<![\w'’])['’]?\w[\w'’]*")
_SHORTENED_NOT = re.compile(r"n?['’]t\b", re.IGNORECASE)
_NOT = r"\s*n?(?:ot|['’]t)\b"
_END = r"(?=\W|$|n['’]t)"
_PREFIX = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase met in a text."""

    start: int
    end: int
    group: int
    """Number of the group of phrases it belongs to."""
    words: str


class PhraseTable:
    """Finds the phrases of one or more groups."""

    def __init__(self, *groups: Iterable[str]) -> None:
        self._table: dict[str, list[tuple[re.Pattern[str], int]]] = {}
        self._possible: dict[str, list[tuple[re.Pattern[str], int]]] = {}
        for number, phrases in enumerate(groups):
            for phrase in phrases:
                pattern = re.compile(_pattern(phrase), re.IGNORECASE)
                for key in _keys(phrase):
                    self._table.setdefault(key, []).append((pattern, number))

    def hits(self, text: str) -> Iterator[Hit]:
        """All phrases of the text by place; of one group only the longest that starts at a place."""
        possible = self._possible
        for start, letters in _places(text):
            phrases = possible.get(letters)
            if phrases is None:
                phrases = possible[letters] = self._beginning_with(letters)
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

    def _beginning_with(self, letters: str) -> list[tuple[re.Pattern[str], int]]:
        """The phrases that can begin with a word of these first letters."""
        return [phrase for length in range(len(letters) + 1) for phrase in self._table.get(letters[:length], ())]


@lru_cache(maxsize=64)
def _places(text: str) -> list[tuple[int, str]]:
    """Where a phrase can begin, with the first letters of the word there: each word, and the n't inside one.

    The texts of the last statements are remembered, since a dozen tables look through the same ones.
    """
    places = []
    for match in _WORD_START.finditer(text):
        word = match.group().casefold().replace("’", "'")
        places.append((match.start(), word[:_PREFIX]))
        if "'t" in word and (inner := _SHORTENED_NOT.search(text, match.start(), match.end())):
            places.append((inner.start(), "not"))
    return places


def _keys(phrase: str) -> set[str]:
    """The first letters of the words that a phrase can begin with; "" where it can be any."""
    keys = set()
    for form in phrase.split()[0].split("|"):
        stem = "" if form.startswith("*") else form.strip("*?").casefold().replace("’", "'")
        keys.add(stem[:_PREFIX])
        if stem == "will":
            keys.add("won")
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
