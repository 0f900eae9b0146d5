"""A stakeholder and the article in; the name as a sentence or the head of a line needs it out.

The analysis names an unnamed source by its bare words ("aide"); a sentence wants "an aide", a line begins "Aide".
The article itself says which: nothing is put before a name that does not stand before it there.
"""

from __future__ import annotations

import re

from briefing.model import Stakeholder

_DETERMINERS = ("the", "an", "a")
_LEADING = frozenset(
    {"a", "all", "an", "another", "both", "few", "her", "his", "its", "many", "more", "most", "our", "several", "some"}
    | {"the", "their", "these", "this", "those", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
    | {"dozens", "hundreds", "thousands", "eleven", "twelve", "twenty", "thirty", "forty", "fifty", "sixty", "seventy"}
    | {"eighty", "ninety"}
)
"""Words that begin a name with a capital only because a sentence began with it."""

_PEOPLE = frozenset(
    {"activists", "aides", "analysts", "campaigners", "critics", "diplomats", "doctors", "economists", "experts"}
    | {"farmers", "judges", "lawmakers", "lawyers", "leaders", "ministers", "observers", "officials", "opponents"}
    | {"parents", "protesters", "residents", "scientists", "supporters", "teachers", "traders", "unions", "workers"}
)
"""Words for people without a name; with a capital they begin a sentence, not a name."""


def in_line(stakeholder: Stakeholder) -> str:
    """The name at the beginning of a line: with a capital, unless a word such as "eBay" has its own."""
    name = stakeholder.name
    first = name.split(" ", 1)[0]
    if stakeholder.kind == "person" and " " in name and any(word[:1].isupper() for word in name.split()):
        return name  # "de Gaulle" keeps its particle
    return name[:1].upper() + name[1:] if first.islower() else name


def in_sentence(stakeholder: Stakeholder, text: str) -> str:
    """The name inside a sentence: "an aide", "the florists", "several taxi drivers"."""
    name = stakeholder.name
    first, *rest = name.split(" ")
    if first[:1].isupper():
        is_led = bool(rest) and first.lower().split("-")[0] in _LEADING
        if is_led or _begins_a_description(stakeholder, first, text):
            return name[:1].lower() + name[1:]
        return f"the {name}" if stakeholder.kind != "person" and _article(stakeholder, text) == "the" else name
    return f"{article} {name}" if (article := _article(stakeholder, text)) else name


def other_names(stakeholder: Stakeholder) -> list[str]:
    """The aliases that tell something: not the name with its title, nor a part of it, nor one twice."""
    known = _words(f"{stakeholder.name} {stakeholder.role or ''}") | set(_DETERMINERS)
    return [alias for alias in stakeholder.aliases if not _words(alias) <= known]


def _begins_a_description(stakeholder: Stakeholder, first: str, text: str) -> bool:
    """Whether the article describes rather than names someone, and writes the first word small elsewhere."""
    if stakeholder.kind != "group" or any(one.form == "name" for one in stakeholder.mentions):
        return False
    return first.lower() in _PEOPLE or re.search(rf"\b{re.escape(first.lower())}\b", text) is not None


def _article(stakeholder: Stakeholder, text: str) -> str:
    """The word "the", "an" or "a" that stands before the name where it is first mentioned."""
    name = re.escape(stakeholder.name)
    for mention in stakeholder.mentions:
        around = text[max(0, mention.start - 5) : mention.end + len(stakeholder.name)]
        if found := re.search(rf"(?:\b(the|an|a)\s+)?\b{name}\b(?!['’]s)", around, re.IGNORECASE):
            return (found[1] or "").lower()
    return ""


def _words(text: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"\w+", text)}
