"""The actors that hold a statement and the label of its issue in; what they are and how the label names them out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.analysis.layers import Actor
from briefing.analysis.stance.words.tokens import TYING

_NAME = re.compile(r"\b[A-Z]\w{2,}")
_LONG = re.compile(r"\w{3,}")
_WORD = re.compile(r"\w+")
_OWNERS = frozenset({"'s", "’s", "s'", "s’"})


@dataclass(frozen=True, slots=True)
class Holders:
    """Those who hold a statement together."""

    names: str
    """All their names."""
    name_words: frozenset[str]
    """The words of these, in lower case."""
    kinds: tuple[str, ...]
    """What kinds of stakeholder they are."""


def read_holders(actors: Sequence[Actor]) -> Holders:
    """Read some actors as the holders of a statement."""
    names = " ".join(name for actor in actors for name in (actor.name, *actor.aliases))
    return Holders(names, name_words(names), tuple(sorted({actor.kind for actor in actors})))


def name_words(text: str) -> frozenset[str]:
    """The words of a text that begin with a capital, in lower case; short ones are initials and articles."""
    return frozenset(word.casefold() for word in _LONG.findall(text) if word[0].isupper())


def place_in_label(names_of: str, label: str) -> str:
    """How a label names a holder: "owner" ("Vessby's plan"), "first", the preposition before, "inside", or ""."""
    names = set(_NAME.findall(names_of))
    previous = ""
    for match in _WORD.finditer(label):
        if match.group() in names:
            if label[match.end() : match.end() + 2] in _OWNERS:
                return "owner"
            place = previous.casefold() if previous.casefold() in TYING else "inside"
            return place if previous else "first"
        previous = match.group()
    return ""
