"""An attribute ruler of spaCy in; the same ruler out, which finds the same matches in a fifth of the time.

Trained English pipelines turn tags into parts of speech by some two hundred rules, nearly all about a single token
("tag IN, word that": SCONJ). spaCy's matcher tries every rule at every token, which takes half as long as the parser.
Here the rules about one token are looked up once for each combination of the values that they ask for; what a table
cannot say (several tokens, regular expressions) is left to a matcher of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

ATTRIBUTES = ("TAG", "LOWER", "DEP", "IS_SPACE")
"""What a rule of the table can ask of its token."""

Match = tuple[int, int, int, int]
"""Number of the rule, its key in spaCy's store of strings, first token, and the first after it."""
OTHER = -1
"""Stands for all values that no rule names."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What a pattern asks of one attribute: one of these values, or none of them."""

    values: frozenset[int]
    wanted: bool

    def allows(self, value: int) -> bool:
        """Whether a token with this value fulfils it."""
        return (value in self.values) == self.wanted


Condition = Mapping[str, Demand]


def quicken(ruler: AttributeRuler) -> None:
    """Let the ruler find its matches by a table; what it does with them stays its own."""
    ruler.match = RuleTable(ruler).match  # type: ignore[method-assign]


class RuleTable:
    """The rules of a ruler, those about one token apart from the others."""

    def __init__(self, ruler: AttributeRuler) -> None:
        strings = ruler.vocab.strings
        self._strings = strings
        self._others = Matcher(ruler.vocab, validate=False)
        self._rules: list[tuple[int, int, Condition]] = []
        for number, rule in enumerate(ruler.patterns):
            patterns: Any = rule["patterns"]
            key = strings.add(str(number))
            conditions = [_condition(pattern, strings.add) for pattern in patterns]
            if None in conditions:
                self._others.add(key, patterns)
            else:
                self._rules += [(number, key, condition) for condition in conditions if condition is not None]
        self._named = {
            attribute: {
                value
                for _, _, condition in self._rules
                if attribute in condition
                for value in condition[attribute].values
            }
            for attribute in ATTRIBUTES
        }
        self._found: dict[tuple[int, ...], list[tuple[int, int]]] = {}

    def match(self, doc: Doc) -> list[Match]:
        """All matches, in the order in which the ruler applies them."""
        columns = doc.to_array(list(ATTRIBUTES)).astype(np.uint64).reshape(len(doc), len(ATTRIBUTES)).T.tolist()
        reduced = [
            [value if value in self._named[attribute] else OTHER for value in column]
            for attribute, column in zip(ATTRIBUTES, columns, strict=True)
        ]
        matches: list[Match] = []
        for place, values in enumerate(zip(*reduced, strict=True)):
            rules = self._found.get(values)
            if rules is None:
                rules = self._found[values] = self._fulfilled(values)
            matches += [(number, key, place, place + 1) for number, key in rules]
        for key, start, end in self._others(doc, allow_missing=True, as_spans=False):
            matches.append((int(self._strings[key]), key, start, end))
        matches.sort()
        return matches

    def _fulfilled(self, values: Iterable[int]) -> list[tuple[int, int]]:
        """The rules that a token with these values fulfils."""
        token = dict(zip(ATTRIBUTES, values, strict=True))
        return [
            (number, key)
            for number, key, condition in self._rules
            if all(demand.allows(token[attribute]) for attribute, demand in condition.items())
        ]


def _condition(pattern: list[dict[str, Any]], number_of: Callable[[str], Any]) -> Condition | None:
    """A pattern as a condition of the table; None if it is about several tokens or cannot be told by their values."""
    if len(pattern) != 1:
        return None
    condition = {}
    for attribute, value in pattern[0].items():
        operator, values = next(iter(value.items())) if isinstance(value, dict) and len(value) == 1 else ("IN", [value])
        if attribute not in ATTRIBUTES or operator not in ("IN", "NOT_IN"):
            return None
        if not all(isinstance(v, (bool, str)) for v in values):
            return None
        numbers = frozenset(int(v) if isinstance(v, bool) else int(number_of(v)) for v in values)
        condition[attribute] = Demand(numbers, wanted=operator == "IN")
    return condition
