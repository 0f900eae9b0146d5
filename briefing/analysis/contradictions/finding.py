"""The columns of a parsed Doc in; pairs of places that give one matter two figures or two dates out.

Two figures are of one matter if the same noun with the same modifiers stands with the same verb and the same subject
("the ferry carries 300 passengers … the ferry carries 250 passengers"); two dates, if they date the same verb with the
same subject or the same noun. Sentences that compare, count up or look back are left alone, and so is whatever depends
on a pronoun: a note that is wrong sends a reader back to the text for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.analysis.entities.columns import Columns
from briefing.model import Span

_WORDS: dict[str, float] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{1,2})\b"
    r"|\b(\d{1,2}) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)
_COMPARING = frozenset(
    {
        "than", "from", "rise", "rose", "fell", "fall", "grew", "increased", "previously", "earlier", "ago", "last",
        "each", "per", "every", "another", "more", "between", "first", "second", "then", "later", "again", "other",
        "others", "up", "down", "year", "month", "week", "day", "if", "would", "could",
    }
)  # fmt: skip
"""Words of a sentence that has reason to give another figure than the next."""
_LIGHT = frozenset({"be", "have", "do", "say", "make", "take", "get", "give", "include", "see", "tell"})
"""Verbs that do not say which matter a figure is of."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MODIFIERS = frozenset({"compound", "amod", "nmod"})
_LONGEST = 160
"""Characters of a place at most."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two places that give one matter different figures, or different dates; the earlier comes first."""

    kind: str
    """What differs: "figures" or "dates"."""
    first: Span
    second: Span


@dataclass(frozen=True, slots=True)
class _Place:
    key: Key
    value: float
    span: Span
    sentence: int


def find_contradictions(columns: Columns) -> tuple[Contradiction, ...]:
    """Each matter with two values once, in the order of the text."""
    found = []
    for kind, places in (("figures", _figures(columns)), ("dates", _dates(columns))):
        first: dict[Key, _Place] = {}
        told: set[Key] = set()
        for place in places:
            before = first.setdefault(place.key, place)
            if before.value != place.value and before.sentence != place.sentence and place.key not in told:
                told.add(place.key)
                found.append(Contradiction(kind, before.span, place.span))
    return tuple(sorted(found, key=lambda c: (c.second.start, c.first.start)))


def _figures(columns: Columns) -> Iterator[_Place]:
    for number, dep in enumerate(columns.dep):
        noun = columns.head[number]
        if dep != "nummod" or columns.pos[noun] != "NOUN" or columns.skipped[number] or _compares(columns, number):
            continue
        value = _value(columns, number)
        matter = _matter_of_noun(columns, noun)
        if value is not None and matter is not None:
            key, first, last = matter
            yield from _place(columns, key, value, min(first, number), max(last, noun))


def _dates(columns: Columns) -> Iterator[_Place]:
    for preposition, dep in enumerate(columns.dep):
        if dep != "prep" or columns.lower[preposition] != "on" or columns.skipped[preposition]:
            continue
        dated = columns.head[preposition]
        end = columns.subtree(preposition)[-1]
        match = _MONTH.search(columns.words(preposition + 1, end + 1))
        if match is None or _compares(columns, preposition):
            continue
        month, day = (match.group(1), match.group(2)) if match.group(1) else (match.group(4), match.group(3))
        matter = _matter_of_verb(columns, dated) if columns.pos[dated] == "VERB" else _named(columns, dated)
        if matter is not None:
            key, first, _ = matter
            yield from _place(columns, key, _ordinal(month, int(day)), first, end)


def _place(columns: Columns, key: Key, value: float, first: int, last: int) -> Iterator[_Place]:
    span = Span(columns.start[first], columns.end[last])
    if columns.sentence[first] == columns.sentence[last] and span.end - span.start <= _LONGEST:
        yield _Place(key, value, span, columns.sentence[first])


def _matter_of_noun(columns: Columns, noun: int) -> tuple[Key, int, int] | None:
    """What the figure of a noun is of: the noun with its modifiers, its verb and the verb's subject."""
    verb = columns.head[noun]
    if columns.dep[noun] == "pobj":
        verb = columns.head[verb]
    if columns.pos[verb] != "VERB" or columns.dep[noun] not in {"dobj", "pobj"}:
        return None
    matter = _matter_of_verb(columns, verb)
    if matter is None:
        return None
    key, first, last = matter
    return (columns.lemma[noun].casefold(), *_modifiers(columns, noun), *key), first, max(last, noun)


def _matter_of_verb(columns: Columns, verb: int) -> tuple[Key, int, int] | None:
    """A verb with its subject, or None where either says too little."""
    subject = next((c for c in columns.children[verb] if columns.dep[c] in _SUBJECTS), None)
    if subject is None or columns.pos[subject] not in {"NOUN", "PROPN"} or columns.lemma[verb] in _LIGHT:
        return None
    negated = any(columns.dep[c] == "neg" for c in columns.children[verb])
    key = (
        *_modifiers(columns, subject), columns.lemma[subject].casefold(), columns.lemma[verb], "not" if negated else "",
    )  # fmt: skip
    return key, columns.subtree(subject)[0], max(verb, subject)


def _named(columns: Columns, noun: int) -> tuple[Key, int, int] | None:
    """A noun with a modifier or a definite article: a matter that a date can be of."""
    if columns.pos[noun] != "NOUN":
        return None
    modifiers = _modifiers(columns, noun)
    definite = any(columns.lower[c] == "the" for c in columns.children[noun])
    if not definite:
        return None
    first = min((c for c in columns.children[noun] if c < noun), default=noun)
    return (*modifiers, columns.lemma[noun].casefold()), first, noun


def _modifiers(columns: Columns, noun: int) -> Key:
    return tuple(sorted(columns.lower[c] for c in columns.children[noun] if columns.dep[c] in _MODIFIERS))


def _value(columns: Columns, number: int) -> float | None:
    """The value of a number with the scale behind or before it ("1.5 million"), or None."""
    words = [columns.lower[t] for t in sorted({*columns.children[number], number}) if columns.pos[t] in {"NUM", "SYM"}]
    value, scale = None, 1
    for word in words:
        if _DIGITS.fullmatch(word):
            value = float(word.replace(",", ""))
        elif word in _WORDS:
            value = _WORDS[word]
        elif word in _SCALES:
            scale *= _SCALES[word]
        elif word != "$":
            return None
    return value * scale if value is not None else None


def _ordinal(month: str, day: int) -> float:
    return _MONTHS.index(month[:3].casefold()) * 100.0 + day


def _compares(columns: Columns, token: int) -> bool:
    number = columns.sentence[token]
    starts = columns.sentence_start
    end = starts[number + 1] if number + 1 < len(starts) else len(columns)
    return not _COMPARING.isdisjoint(columns.lower[starts[number] : end])
