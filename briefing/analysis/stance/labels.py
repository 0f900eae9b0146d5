"""The label of an issue in; the words that must be met and the direction of its operator out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.analysis.issues.words import STOP, stem


@dataclass(frozen=True, slots=True)
class LabelReading:
    """What a label says: its content words by stem, and the operator that opens it, if any."""

    stems: frozenset[str]
    """Stems of all content words."""
    core: frozenset[str]
    """The same without the operator: what the operator governs."""
    sign: int
    """-1 if the label names an end, ban or cut, +1 otherwise."""
    operator: str | None
    """Lemma of the operator."""


def read_label(label: str, operators: Mapping[str, int]) -> LabelReading:
    """Read a label; the operator is looked for among its first three content words."""
    words = [w for w in re.findall(r"[\w][\w'’.-]*", label) if w.casefold() not in STOP]
    stems = frozenset(stem(w) for w in words)
    for number, word in enumerate(words[:3]):
        lemma = next((form for form in base_forms(word) if form in operators), None)
        if lemma is not None and (operators[lemma] < 0 or number == 0):
            return LabelReading(stems, stems - {stem(word)}, operators[lemma], lemma)
    return LabelReading(stems, stems, 1, None)


def base_forms(word: str) -> tuple[str, ...]:
    """What a word can be the -ing form or plural of, itself first ("cutting": cut, "closing": close)."""
    word = word.casefold()
    if word.endswith("ing") and len(word) > 5:
        root = word[:-3]
        return (word, root, root + "e", root[:-1])
    return (word, word.removesuffix("s"))
