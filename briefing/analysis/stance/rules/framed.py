"""A set phrase in; what finds it, and the direction in which the words before or behind it name the matter, out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Set
from functools import cached_property, lru_cache

from briefing.analysis.issues.words import stem
from briefing.analysis.stance.direction.labels import WORD, names_operator
from briefing.analysis.stance.rules.decision import Decision
from briefing.analysis.stance.statement.reading import Reading
from briefing.analysis.stance.words.lexicon_file import FOLDER, load_alternatives, load_words
from briefing.model import Stance

NEXT = 6
"""How many words before or behind a phrase may name the matter."""
NEAR = 4
"""The same where the words in between count."""
_CLAUSE = re.compile(r"[.;:,!?—“”\"]|\b(?:and|that|but|or|because|if)\b")
_POINTING = re.compile(r"\W*(?:it|this|that|them|the (?:plan|idea|scheme|proposal|deal|bill|project|measure))\b", re.I)


class Wording:
    """A regular expression that ignores case, with lists of `frames.toml` in it; it is made when it is first tried.

    As with a `Screened`, one of its words stands in every text that meets it.
    """

    def __init__(self, expression: Callable[[Mapping[str, str]], str], lists: str = "", words: str = "") -> None:
        """Take what makes the expression out of the lists, each a group of alternatives.

        Args:
            lists: the names of lists, with blanks between them, the first words of which are among its words.
            words: further words of it, in lower case.
        """
        self._expression = expression
        self._lists, self._words = lists.split(), words.split()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression itself."""
        return re.compile(self._expression(_alternatives()), re.IGNORECASE)

    @cached_property
    def words(self) -> frozenset[str]:
        """Words of which one stands in every text that meets the expression."""
        listed = (phrase.casefold().split()[0] for name in self._lists for phrase in frame_words()[name])
        return frozenset((*self._words, *listed))

    def search(self, text: str, words: Set[str]) -> re.Match[str] | None:
        """The first place that meets the expression; `words` are those of the text or of more than it."""
        return None if self.words.isdisjoint(words) else self.pattern.search(text)


@lru_cache(maxsize=1)
def _alternatives() -> dict[str, str]:
    return load_alternatives(FOLDER / "frames.toml")


@lru_cache(maxsize=1)
def frame_words() -> dict[str, frozenset[str]]:
    """The lists of `frames.toml` as sets.

    Raises:
        ConfigurationError: the file is missing or damaged.
    """
    return load_words(FOLDER / "frames.toml")


def direction_of(words: list[str], reading: Reading) -> int:
    """Which way words name the matter: +1 as the label does, -1 as what the label ends, 0 not at all."""
    label = reading.label
    if any(names_operator(label, word) for word in words):
        return 1
    named = any(stem(word) in label.matter for word in words)
    return label.sign if named else 0


def direction_behind(phrase: re.Match[str], reading: Reading) -> int:
    """Which way the words right behind a phrase name the matter, or point to it."""
    text = phrase.string[phrase.end() :]
    pointing = 1 if _POINTING.match(text) else 0
    return direction_of(WORD.findall(text)[:NEXT], reading) or pointing


def direction_before(phrase: re.Match[str], reading: Reading) -> int:
    """Which way the words before a phrase, in its own clause, name the matter."""
    return direction_of(WORD.findall(_CLAUSE.split(phrase.string[: phrase.start()])[-1]), reading)


def sided(direction: int, why: str, rule: str) -> Decision | None:
    """The decision for what stands in a phrase in that direction, for which the phrase speaks."""
    if not direction:
        return None
    stance: Stance = "supports" if direction > 0 else "opposes"
    return Decision(stance, why, f"“{why}” {rule}", explicit=True, construction=True)


def open_side(why: str, rule: str) -> Decision:
    """The decision that a phrase takes no side."""
    return Decision("unclear", why, f"“{why}” {rule}", explicit=True, construction=True)
