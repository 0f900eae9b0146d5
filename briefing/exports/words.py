"""Stance, status, form and confidence in; the letter and the words for them out. One vocabulary for all formats."""

from __future__ import annotations

from collections.abc import Collection

from briefing.model import Span, Stance, StatementForm, Status

STANCE_LETTERS: dict[Stance, str] = {"supports": "S", "opposes": "O", "conditional": "C", "mixed": "M", "unclear": "?"}

NOTHING_LETTER = "–"
"""Sign of a cell without a statement: silence is not neutrality."""

NOTHING_WORDS = "no position found"

STANCE_HEADINGS: dict[Stance, str] = {
    "supports": "Supports",
    "conditional": "Conditional",
    "mixed": "Mixed",
    "opposes": "Opposes",
    "unclear": "Unclear",
}
"""Headings of the sides, in the order in which they are listed."""

STATUS_HEADINGS: dict[Status, str] = {
    "past": "Held formerly, not a position now",
    "expected": "Predicted by others, not a position",
    "hearsay": "Hearsay, not a position",
}

FORM_WORDS: dict[StatementForm, str] = {
    "direct": "direct quotation",
    "indirect": "reported speech",
    "mixed": "partly quoted",
    "action": "a deed",
}

REVIEWED_SIGN = "✓"

FOUND_BY = {"learned": "the trained model", "hand": "a reader"}
"""Who found a statement, in words; anything else is the name of a rule."""

CLEAR_FROM = 0.75
"""Confidence from which a statement is called clear."""

LIKELY_FROM = 0.5
"""Confidence from which a statement is called likely."""

WEIGHTS = ("clear", "likely", "unsure")
"""The words for a confidence, the surest first."""

WEIGHTS_EXPLAINED = "Clear, likely and unsure say how certain the machine is of who speaks and where they stand."


def confidence_word(confidence: float) -> str:
    """The word for a confidence; the figures stand in the data formats."""
    if confidence >= CLEAR_FROM:
        return "clear"
    return "likely" if confidence >= LIKELY_FROM else "unsure"


def stance_cell(stance: Stance | None) -> str:
    """Letter and word of a cell in the positions table; the legend explains the sign for nothing."""
    if stance is None:
        return NOTHING_LETTER
    return f"{STANCE_LETTERS[stance]} {stance}"


def legend(stances: Collection[Stance | None]) -> str:
    """The letters of the given cells with their words, on one line; None is the sign of an empty cell."""
    letters = [f"{letter} {stance}" for stance, letter in STANCE_LETTERS.items() if stance in stances]
    return " · ".join([*letters, *([f"{NOTHING_LETTER} {NOTHING_WORDS}"] if None in stances else [])])


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: `1 statement`, `3 statements`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listing(names: list[str]) -> str:
    """Names as part of a sentence: `A`, `A and B`, `A, B and C`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def characters(span: Span) -> str:
    """A span as it is cited: `characters 10–24`, end exclusive."""
    return f"characters {span.start}–{span.end}"
