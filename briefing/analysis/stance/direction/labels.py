"""The label of an issue in; the words that must be met and the direction of its operator out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.analysis.issues.words import STOP, stem

WORD = re.compile(r"[\w'’-]+")
_PARTICLE = re.compile(r"(\w+ing) (out|off|down|back|up|away|aside)\b")
_PLURAL = 2
"""How many forms a word has that can only be a plural."""
_PREPOSITIONS = frozenset({"against", "without"})
_BORDER = frozenset(
    {"of", "on", "for", "to", "in", "from", "with", "at", "by", "between", "under", "over", "into", "near", "and"}
)
"""Words of a label before and behind which another thing is named."""
_ALIKE = 5
"""So many first letters show that a verb and a noun are one word ("privatise", "privatisation")."""
_GERUND = 6
_DEEDS = {"sell": "sale", "lose": "loss", "choose": "choice", "give": "gift"}
"""Verbs and their nouns that look otherwise."""


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
    matter: frozenset[str] = frozenset()
    """Stems that by themselves name the matter, or what the operator is done to: the toll of "a *toll* on the road"."""


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
        return LabelReading(stems, stems - {stem(word)}, lead, operators[lemma], verb, _done_to(label, word))
    return LabelReading(stems, stems, stems, 1, None, _head(label))


def _head(label: str) -> frozenset[str]:
    """The stem of the noun that heads a label ("a *toll* on the coast road", "the airport *link*")."""
    words = re.findall(r"\w[\w'’-]*", label)
    end = next((n for n, word in enumerate(words) if n and word.casefold() in _BORDER), len(words))
    if words and words[0].endswith("ing") and end > 1 and len(words[0]) > _GERUND:
        end = 1  # "*Recruiting* nurses from abroad"
    return frozenset({stem(words[end - 1])} if words else ())


def _done_to(label: str, operator: str) -> frozenset[str]:
    """The stems of the thing that the operator of a label governs, behind it or before it ("*school* closure")."""
    words = re.findall(r"\w[\w'’-]*", label)
    place = next((n for n, word in enumerate(words) if word.startswith(operator)), 0)
    begin = place + 1
    while begin < len(words) and words[begin].casefold() in _BORDER | STOP:
        begin += 1
    end = next((n for n in range(begin, len(words)) if words[n].casefold() in _BORDER), len(words))
    thing = words[begin:end] or words[:place]
    return frozenset(stem(word) for word in thing if word.casefold() not in STOP)


def does_label(label: LabelReading, verb: str) -> bool:
    """Whether a verb does what a label names ("*sell* the port": the sale of the port)."""
    if label.operator == verb:
        return True
    if label.operator is not None:
        return False
    noun = _DEEDS.get(verb)
    return any(one == noun or (len(one) >= _ALIKE and one[:_ALIKE] == verb[:_ALIKE]) for one in label.matter)


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


def names_itself(label: LabelReading, word: str) -> bool:
    """Whether a word is the label's own name for the matter, or for what it does to it."""
    return names_operator(label, word) or stem(word) in label.matter


def names_core(label: LabelReading, words: str, most: int | None = None) -> bool:
    """Whether one of the first words (of all, if no number is given) is about what the label is about."""
    return any(stem(word) in label.core for word in re.findall(r"\w+", words)[:most])
