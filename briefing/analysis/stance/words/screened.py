"""A regular expression with words of which it needs one in; one that is tried only where such a word stands out.

Most rules ask for a turn of phrase that one statement in a hundred has. To look whether one of a few words is among
those of a text takes a fraction of the time that the expression takes to find nothing. Of many expressions, `ByWord`
says at once which are worth trying.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Set
from typing import Generic, TypeVar

_WORD = re.compile(r"\w+")
Thing = TypeVar("Thing")


class Screened:
    """A regular expression that ignores case and cannot be met where none of its words stand."""

    def __init__(self, expression: str, words: str) -> None:
        """Compile it.

        Args:
            words: in lower case, with blanks between them; every text that meets the expression holds one of them.
        """
        self.pattern = re.compile(expression, re.IGNORECASE)
        self.words = frozenset(words.split())

    def search(self, text: str, words: Set[str]) -> re.Match[str] | None:
        """The first place that meets the expression.

        Args:
            words: the words of the text, or of more than it, in lower case.
        """
        return None if self.words.isdisjoint(words) else self.pattern.search(text)

    def match(self, text: str, words: Set[str]) -> re.Match[str] | None:
        """The start of the text, if it meets the expression."""
        return None if self.words.isdisjoint(words) else self.pattern.match(text)


class ByWord(Generic[Thing]):
    """Many things in their order, of which most need one of a few words in a text to have to do with it."""

    def __init__(self, things: Iterable[tuple[Thing, Set[str]]]) -> None:
        """Sort them by their words.

        Args:
            things: each with its words in lower case; one without any has to do with every text.
        """
        self._things: list[Thing] = []
        self._always: list[int] = []
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for number, (thing, words) in enumerate(things):
            self._things.append(thing)
            if not words:
                self._always.append(number)
            for word in words:
                self._by_word[word].append(number)

    def worth_trying(self, words: Set[str]) -> list[Thing]:
        """Those that may have to do with a text of these words, in their order."""
        numbers = set(self._always)
        for word in self._by_word.keys() & words:
            numbers.update(self._by_word[word])
        return [self._things[number] for number in sorted(numbers)]


def words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case, as `Screened` wants them."""
    return frozenset(_WORD.findall(text.lower()))
