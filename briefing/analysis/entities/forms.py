"""The words of names in; whether one name can be a short form of another out."""

from __future__ import annotations

import re

from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge
from briefing.analysis.entities.names import Name

APOSTROPHES = {"'", "’"}
"""What follows a plural that owns something ("Miners’ Union"), and is no quotation mark."""


def form_of(name: Name, columns: Columns, knowledge: Knowledge) -> tuple[str, ...]:
    """The words of a name in lower case, without full stops, nicknames in quotes and company endings."""
    words = []
    quoted = False
    for i in name.tokens:
        if not quoted and _is_apostrophe(i, columns):
            continue
        if columns.text[i] in "\"“”‘’'":
            quoted = not quoted
        elif not quoted:
            words.append(columns.lower[i].replace(".", "") or columns.lower[i])
    while len(words) > 1 and words[-1] in knowledge.suffixes:
        words.pop()
    return tuple(words)


def _is_apostrophe(i: int, columns: Columns) -> bool:
    """Whether a mark stands right behind a plural, with a space after it, as no opening quotation mark does."""
    if columns.text[i] not in APOSTROPHES or i == 0 or i + 1 >= len(columns):
        return False
    is_behind = columns.lower[i - 1].endswith("s") and columns.end[i - 1] == columns.start[i]
    return is_behind and columns.end[i] < columns.start[i + 1]


def nicknames(name: Name, columns: Columns) -> set[str]:
    """The words in quotation marks inside a name, in lower case (Robert “Bobby” Crane)."""
    marks = [i for i in name.tokens if columns.text[i] in "\"“”‘’'" and not _is_apostrophe(i, columns)]
    return {columns.lower[i] for i in range(marks[0] + 1, marks[-1])} if len(marks) > 1 else set()


def initials(form: tuple[str, ...], small_words: frozenset[str]) -> set[str]:
    """Acronyms that a name can have: with and without its small words."""
    words = [part for word in form for part in re.split(r"[-–]", word) if part and part[0].isalnum()]
    return {"".join(word[0] for word in words), "".join(word[0] for word in words if word not in small_words)}


def core(form: tuple[str, ...], knowledge: Knowledge) -> tuple[str, ...]:
    """A short name without particles in front ("van Aalst", "al-Sisi")."""
    while len(form) > 1 and (form[0] in knowledge.particles or form[0] in {"-", "–"}):
        form = form[1:]
    return joined(form)


def joined(form: tuple[str, ...]) -> tuple[str, ...]:
    """Hyphenated parts as one word: ("baxter", "-", "lowe") → ("baxter-lowe",)."""
    words: list[str] = []
    glue = False
    for word in form:
        if word in {"-", "–"}:
            glue = True
        elif glue and words:
            words[-1] += "-" + word
            glue = False
        else:
            words.append(word)
    return tuple(words)


def rank_of_word(word: str, form: tuple[str, ...], knowledge: Knowledge) -> int | None:
    """How a single word can stand for a full name: 0 as its last word, 1 as an inner one, 2 as its first."""
    words = [w.removeprefix("al-").removeprefix("el-") for w in joined(form)]
    word = word.removeprefix("al-").removeprefix("el-")
    if word not in words or word in knowledge.particles:
        return None
    if words[-1] == word:
        return 0
    return 2 if words[0] == word else 1


def same_person(short: tuple[str, ...], long: tuple[str, ...], knowledge: Knowledge) -> bool:
    """Whether two full names can be one person's: same surname, and given names or initials that agree."""
    a, b = joined(short), joined(long)
    if a == b:
        return True
    if len(a) < 2 or len(b) < 2:
        return False
    if a[0] in knowledge.particles and is_tail(core(short, knowledge), b):
        return True
    if is_tail(a, b):
        return True
    if a[-1] == b[-1]:
        return a[0] == b[0] or (len(a[0]) == 1 and b[0].startswith(a[0])) or (len(b[0]) == 1 and a[0].startswith(b[0]))
    return len(a) < len(b) and a == b[: len(a)] and len(a) >= 2


def is_tail(tail: tuple[str, ...], form: tuple[str, ...]) -> bool:
    """Whether a form ends in these words, and is no body that is called after them ("Friends of Abbey Park")."""
    return bool(tail) and form[-len(tail) :] == tail and (form == tail or form[-len(tail) - 1] != "of")
