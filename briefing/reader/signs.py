"""The six signs of a cell with their roles on the screen; letters, words and thresholds are those of the exports."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from msgspec import Struct

from briefing.exports.words import CLEAR_FROM, FORM_WORDS, NOTHING_LETTER, STANCE_LETTERS
from briefing.model import StakeholderKind, Stance, Status

__all__ = ["FORM_WORDS", "KIND_WORDS", "SIGNS", "STATUS_WORDS", "Sign", "Weight", "letter", "style_of", "weight_of"]

Weight = Literal["clear", "likely", "unsure"]


class Sign(Struct, frozen=True):
    """How a stance looks: always a letter or mark, a word, and a colour."""

    letter: str
    word: str
    role: str


SIGNS: dict[Stance | None, Sign] = {
    **{stance: Sign(letter, stance, stance) for stance, letter in STANCE_LETTERS.items()},
    None: Sign(NOTHING_LETTER, "nothing found", "nothing"),
}
"""A stance, or None where no statement was found."""

REVIEWED = "✓"
"""Stands beside the letter where a human has confirmed or corrected every statement that counts."""

FILTERED = "·"
"""Stands in a cell that has statements, but not such as the filter asks for."""

STATUS_LETTERS: dict[Status, str] = {"past": "p", "expected": "e", "hearsay": "h"}
"""Small letters for statements that are listed but make no position."""

STATUS_WORDS: dict[Status, str] = {
    "current": "",
    "past": "past, not counted",
    "expected": "expected, not counted",
    "hearsay": "hearsay, not counted",
}

KIND_WORDS: dict[StakeholderKind, str] = {
    "person": "person",
    "organization": "organization",
    "country": "country",
    "bloc": "bloc",
    "group": "group",
}


def weight_of(confidence: float, unsure_below: float) -> Weight:
    """The word for a confidence; figures are one key away."""
    if confidence < unsure_below:
        return "unsure"
    return "clear" if confidence >= CLEAR_FROM else "likely"


def letter(stance: Stance | None, weight: Weight | None) -> str:
    """The letter of a stance: small where it is unsure, so that doubt is seen without colour."""
    sign = SIGNS[stance]
    return sign.letter.lower() if weight == "unsure" else sign.letter


def style_of(stance: Stance | None, weight: Weight | None) -> str:
    """The role of a stance's letter."""
    role = SIGNS[stance].role
    if stance is None or weight in (None, "clear"):
        return role
    return f"{role}+quiet" if weight == "unsure" else f"{role}+likely"


def legend_words() -> list[list[tuple[str, str]]]:
    """Letter and word of each of the six signs, as pieces with their roles."""
    return [[(sign.letter, sign.role), (f" {sign.word}  ", "quiet")] for sign in SIGNS.values()]


def small_print(
    statuses: Collection[Status], weights: Collection[Weight | None], *, has_review: bool
) -> list[list[tuple[str, str]]]:
    """What small letters in a cell mean, as pieces with their roles.

    Args:
        statuses: of the statements that are listed and not counted.
        weights: of the positions.
        has_review: whether there is a position that a human has confirmed or corrected.
    """
    letters = [[(f"+{letter} {status}  ", "past")] for status, letter in STATUS_LETTERS.items() if status in statuses]
    if has_review:
        letters.append([(f"{REVIEWED} reviewed  ", "quiet")])
    if "likely" in weights:
        letters.append([("bold: clear  ", "quiet")])
    if "unsure" in weights:
        letters.append([("small letter: unsure  ", "quiet")])
    return [*letters, [("2: two statements", "quiet")]]
