"""The label of an issue in; the words that must be met and the direction of its operator out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.analysis.issues.words import STOP, stem

_PARTICLE = re.compile(r"(\w+ing) (out|off|down|back|up|away|aside)\b")
_PLURAL = 2
"""How many forms a word has that can only be a plural."""
_PREPOSITIONS = frozenset({"against", "without"})


@dataclass(frozen=True, slots=True)
class LabelReading:
    """What a label says: its content words by stem, and the operator that opens it, if any."""

    stems: frozenset[str]
    """Stems of all content words."""
    core: frozenset[str]
    """The same without the operator: what the operator governs, and what stands before it."""
    lead: frozenset[str]
    """The part of the core before the operator that the operator does not turn round ("*plan* to cut jobs"); it does
    turn round what it is compounded with ("*school* closure")."""
    sign: int
    """-1 if the label names an end, ban or cut, +1 otherwise."""
    operator: str | None
    """Lemma of the operator."""


def read_label(label: str, operators: Mapping[str, int]) -> LabelReading:
    """Read a label; the operator is looked for among its first three content words.

    One that ends something counts before one that brings it about: "imposing a *moratorium*" is about what it stops.
    """
    words = [w for w in re.findall(r"[\w][\w'’.-]*", label) if w.casefold() not in STOP]
    stems = frozenset(stem(w) for w in words)
    particles = dict(_PARTICLE.findall(label))
    found = [
        (n, word, lemma)
        for n, word in enumerate(words[:3])
        if (lemma := _operator(word, particles.get(word, ""), operators)) is not None
    ]
    against = next((one for one in found if operators[one[2]] < 0), None)
    number, word, lemma = against or next((one for one in found if one[0] == 0), (0, "", None))
    if lemma is not None:
        apart = lemma in _PREPOSITIONS or re.search(rf"\b(?:to|for|on|of|in) {re.escape(word)}\b", label)
        lead = frozenset(stem(w) for w in words[:number]) if apart else frozenset()
        verb = next(part for part in lemma.split() if part != "to")
        return LabelReading(stems, stems - {stem(word)}, lead, operators[lemma], verb)
    return LabelReading(stems, stems, stems, 1, None)


def _operator(word: str, particle: str, operators: Mapping[str, int]) -> str | None:
    """The operator that a word of a label is, with its particle ("*Phasing out* coal") or as a verb ("*Barring* …")."""
    forms = base_forms(word)
    doing = [f"to {form}" for form in forms[1:]] if len(forms) > _PLURAL else []
    with_particle = [f"{form} {particle}" for form in forms]
    return next((form for form in (*with_particle, *forms, *doing) if form in operators), None)


def label_sign(label: LabelReading, word: str) -> int:
    """The direction of the label towards one of its words, given as a stem."""
    return 1 if word in label.lead else label.sign


def names_operator(label: LabelReading, word: str) -> bool:
    """Whether a word is the operator of a label; short words keep their plural in their stem ("cuts", "bans")."""
    if label.operator is None:
        return False
    return stem(word) == stem(label.operator) or word.casefold() == f"{label.operator}s"


def base_forms(word: str) -> tuple[str, ...]:
    """What a word can be the -ing form or plural of, itself first ("cutting": cut, "closing": close)."""
    word = word.casefold()
    if word.endswith("ing") and len(word) > 5:
        root = word[:-3]
        return (word, root, root + "e", root[:-1])
    return (word, word.removesuffix("s"))
