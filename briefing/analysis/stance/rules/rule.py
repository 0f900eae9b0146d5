"""Rules about a statement in, each with the expressions it looks for; what the first that speaks says out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from briefing.analysis.stance.rules.decision import Decision
from briefing.analysis.stance.statement.reading import Reading
from briefing.analysis.stance.words.screened import ByWord


class Screen(Protocol):
    """An expression that is met only where one of its words stands."""

    @property
    def words(self) -> frozenset[str]:
        """These words, in lower case."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Says the stance of a statement, or None where it has nothing to say."""

    decide: Callable[[Reading], Decision | None]
    screens: tuple[Screen, ...] = ()
    """Expressions of which it needs one in cue or content; none where it may speak of any statement."""

    def __call__(self, reading: Reading) -> Decision | None:
        """What it says of a statement."""
        return self.decide(reading)


def looking_for(*screens: Screen) -> Callable[[Callable[[Reading], Decision | None]], Rule]:
    """Make a function a rule that says nothing where none of these expressions is met."""
    return lambda decide: Rule(decide, screens)


class Rules:
    """Rules in the order in which they are tried, each only where a word stands that it needs."""

    def __init__(self, rules: Sequence[Callable[[Reading], Decision | None]]) -> None:
        self._rules = rules

    @cached_property
    def _by_word(self) -> ByWord[Callable[[Reading], Decision | None]]:
        return ByWord((rule, _words_of(rule)) for rule in self._rules)

    def decide(self, reading: Reading) -> Decision | None:
        """What the first rule that speaks says, or None."""
        return next(filter(None, (rule(reading) for rule in self._by_word.worth_trying(reading.words))), None)


def _words_of(rule: Callable[[Reading], Decision | None]) -> frozenset[str]:
    """The words of which a rule needs one; none where it needs none."""
    screens = rule.screens if isinstance(rule, Rule) else ()
    return frozenset().union(*(screen.words for screen in screens))
