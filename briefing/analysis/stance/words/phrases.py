"""Phrases of the lexicons in; a `PhraseTable` out that finds them in a text.

The little language: words separated by blanks; `word*` any ending; `a|b` alternatives; `word?` may be missing; `...` up
to sixty characters. "not" also stands for n't, so that "would not" finds "wouldn't" and "will not" finds "won't".

A table tries only the phrases that can begin with a word of the text; one regular expression with a thousand
alternatives takes some hundred times as long. All tables of a lexicon share one index of first words, so that a text is
taken apart once for all of them, and the words that begin no phrase at all are left out then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

_WORD_START = re.compile(r"(?<![\w'’])['’]?\w[\w'’]*")
_WORD = re.compile(r"\w+")
"""The same where no apostrophe stands in the text, which is most often so."""
_SHORTENED_NOT = re.compile(r"n?['’]t\b", re.IGNORECASE)
_NOT = r"\s*n?(?:ot|['’]t)\b"
_END = r"(?=\W|$|n['’]t)"
_SHORTENED = re.compile(r"(?:n't|'\w*)$")
_FIRST_PIECE = re.compile(r"'?\w[\w']*")
_MOST_WORDS = 20_000
"""How many words an index remembers the phrases of."""
_MOST_TEXTS = 256
"""How many texts it remembers: a dozen tables look through the same texts of a statement, and cues come again."""


class Hit(NamedTuple):
    """A phrase met in a text."""

    start: int
    end: int
    group: int
    """Number of the group of phrases it belongs to."""
    words: str


_Phrase = tuple[re.Pattern[str], int]
"""The pattern of a phrase and the number of its group."""


_Begun = Mapping[int, list[_Phrase]]
"""The phrases that can begin with a word, by the number of their table."""


class FirstWords:
    """The words that phrases can begin with; what begins with one is gathered when it is met for the first time."""

    def __init__(self) -> None:
        self._tables = 0
        self._whole: dict[str, list[tuple[int, _Phrase]]] = {}
        self._open: dict[str, list[tuple[int, _Phrase]]] = {}
        self._anywhere: list[tuple[str, int, _Phrase]] = []
        """Phrases whose first word may begin with any letters, each with the letters that must follow these."""
        self._begun: dict[str, _Begun] = {}
        self.places: Callable[[str], list[tuple[int, _Begun]]] = lru_cache(maxsize=_MOST_TEXTS)(self._find_places)
        """The places of a text where a phrase of any table can begin, with these phrases."""

    def new_table(self) -> int:
        """The number of one more table."""
        self._tables += 1
        return self._tables

    def add(self, table: int, phrase: str, pattern: _Phrase) -> None:
        """Add a phrase of a table, before any text is looked through."""
        for key, is_open in _keys(phrase):
            (self._open if is_open else self._whole).setdefault(key, []).append((table, pattern))
        for form in phrase.split()[0].split("|"):
            if form.startswith("*"):
                self._anywhere.append((form.strip("*").casefold(), table, pattern))

    def _find_places(self, text: str) -> list[tuple[int, _Begun]]:
        begun = self._begun
        folded = text.casefold()
        anywhere = [(table, phrase) for letters, table, phrase in self._anywhere if letters in folded]
        places = []
        for start, word in _words(text, folded):
            if (phrases := begun.get(word)) is None:
                phrases = self._gather(word)
            if anywhere:
                phrases = {table: list(known) for table, known in phrases.items()}
                for table, phrase in anywhere:
                    phrases.setdefault(table, []).append(phrase)
            if phrases:
                places.append((start, phrases))
        return places

    def _gather(self, word: str) -> _Begun:
        found: dict[int, list[_Phrase]] = {}
        opened = (self._open.get(word[:length], ()) for length in range(1, len(word) + 1))
        for table, phrase in chain(self._whole.get(word, ()), *opened):
            found.setdefault(table, []).append(phrase)
        if len(self._begun) >= _MOST_WORDS:
            self._begun.clear()
        self._begun[word] = found
        return found


class PhraseTable:
    """Finds the phrases of one or more groups."""

    def __init__(self, *groups: Iterable[str], first_words: FirstWords | None = None) -> None:
        self._first_words = first_words if first_words is not None else FirstWords()
        self._number = self._first_words.new_table()
        for group, phrases in enumerate(groups):
            for phrase in phrases:
                pattern = re.compile(_pattern(phrase), re.IGNORECASE)
                self._first_words.add(self._number, phrase, (pattern, group))

    def hits(self, text: str, before: str | None = None) -> Iterator[Hit]:
        """All phrases of the text by place; of one group only the longest that starts at a place.

        Args:
            before: what stands before the text, with a blank between the two, if anything does; places are counted from
                its start. Both are taken apart for themselves, as other tables ask for them, too.
        """
        number = self._number
        places: Iterable[tuple[int, _Begun]] = self._first_words.places(text)
        if before is not None:
            behind, text = len(before) + 1, f"{before} {text}"
            places = (*self._first_words.places(before), *((start + behind, begun) for start, begun in places))
        for start, begun in places:
            if number not in begun:
                continue
            best: dict[int, re.Match[str]] = {}
            for pattern, group in begun[number]:
                match = pattern.match(text, start)
                if match and (group not in best or match.end() > best[group].end()):
                    best[group] = match
            for group, match in best.items():
                yield Hit(start, match.end(), group, match.group().strip())

    def first(self, text: str, before: str | None = None) -> Hit | None:
        """The first phrase of the text, or None."""
        return next(self.hits(text, before), None)


def _words(text: str, folded: str) -> list[tuple[int, str]]:
    """Where a phrase can begin in a text (given in lower case, too), with the word there: each word, and n't in one."""
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
