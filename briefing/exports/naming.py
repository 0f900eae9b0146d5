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

_VOWEL = re.compile(r"(?!eu|uni[^nm]|u\.?[ks]\b|one\b|once\b)[aeiou]|hon(?:est|our|or)|hour|heir", re.IGNORECASE)
"""How a word begins that takes "an"."""

_WITH_THE = re.compile(
    r"United (?:Kingdom|States|Nations|Arab Emirates)|European (?:Union|Commission|Parliament|Council|Central Bank)|"
    r"African Union|Red Cross|(?:World|Central) Bank|Netherlands|Philippines|Bahamas|Maldives|Vatican|Holy See|"
    r"(?:Czech|Dominican) Republic"
)
"""Names that English never uses without "the", wherever an article does without (headings, "EU officials")."""

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
    article = _article(stakeholder, text)
    if not article and _is_one_person_without_a_name(stakeholder):
        article = "an" if _VOWEL.match(name) else "a"
    return f"{article} {name}" if article else name


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
    """The article that belongs before the name: one that the text gives a description, "the" of a name that has it."""
    name = stakeholder.name
    is_name = name[:1].isupper() and not _is_description(stakeholder)
    if is_name and (stakeholder.kind == "person" or _WITH_THE.fullmatch(name)):
        return "the" if stakeholder.kind != "person" else ""
    found = [_article_at(one.start, one.end, name, text) for one in stakeholder.mentions]
    known = [article for article in found if article is not None]
    if is_name:
        return "the" if known.count("the") * 2 > len(known) else ""
    return "" if name.split(" ")[0].lower() in _LEADING else next(filter(None, known), "")


def _is_description(stakeholder: Stakeholder) -> bool:
    """Whether the name is what the article calls an unnamed source, though a people begins it ("Chinese diplomat")."""
    is_unnamed = not any(one.form == "name" for one in stakeholder.mentions)
    words = stakeholder.name.split(" ")
    return is_unnamed and stakeholder.kind in {"group", "person"} and len(words) > 1 and words[-1].islower()


def _article_at(start: int, end: int, name: str, text: str) -> str | None:
    """The article before the name at a mention, empty if there is none; None where another name is mentioned."""
    flags = re.RegexFlag(0) if name[:1].isupper() else re.IGNORECASE
    around = text[max(0, start - 5) : end + len(name)]
    match = re.search(rf"(?:\b(the|an|a|The|An|A)\s+)?\b{re.escape(name)}\b(?!['’]s)", around, flags)
    return None if match is None else (match[1] or "").lower()


def _is_one_person_without_a_name(stakeholder: Stakeholder) -> bool:
    """Whether the name is a description ("minister") that needs an article: not "her aide", not "Peru's minister"."""
    if stakeholder.kind != "person" or any(one.form == "name" for one in stakeholder.mentions):
        return False
    first, last = stakeholder.name.split(" ")[0], stakeholder.name.split(" ")[-1]
    return last.islower() and first.lower() not in _LEADING and "’" not in first and "'" not in first


def _words(text: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"\w+", text)}
