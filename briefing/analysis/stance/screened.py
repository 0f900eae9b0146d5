"""A regular expression with words of which it needs one in; one that is tried only where such a word stands out.

Most rules ask for a turn of phrase that one statement in a hundred has. To look whether one of a few words is among
those of a text takes a fraction of the time that the expression takes to find nothing.
"""

from __future__ import annotations

import re
from collections.abc import Set

_WORD = re.compile(r"\w+")


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


def words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case, as `Screened` wants them."""
    return frozenset(_WORD.findall(text.lower()))
