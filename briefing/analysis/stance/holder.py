"""The actors that hold a statement and the label of its issue in; what they are and how the label names them out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.analysis.layers import Actor
from briefing.analysis.stance.tokens import TYING

_NAME = re.compile(r"\b[A-Z]\w{2,}")
_WORD = re.compile(r"\w+")
_OWNERS = frozenset({"'s", "’s", "s'", "s’"})


def names_of(holders: Sequence[Actor]) -> str:
    """All names of the holders."""
    return " ".join(name for actor in holders for name in (actor.name, *actor.aliases))


def kinds_of(holders: Sequence[Actor]) -> tuple[str, ...]:
    """What kinds of stakeholder the holders are."""
    return tuple(sorted({actor.kind for actor in holders}))


def place_in_label(holders: Sequence[Actor], label: str) -> str:
    """How a label names a holder: "owner" ("Vessby's plan"), "first", the preposition before, "inside", or ""."""
    names = set(_NAME.findall(names_of(holders)))
    previous = ""
    for match in _WORD.finditer(label):
        if match.group() in names:
            if label[match.end() : match.end() + 2] in _OWNERS:
                return "owner"
            place = previous.casefold() if previous.casefold() in TYING else "inside"
            return place if previous else "first"
        previous = match.group()
    return ""
