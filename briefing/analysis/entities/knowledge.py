"""TOML in, one immutable table of word lists and gazetteers out.

`load_knowledge` reads `knowledge.toml`, the files of `gazetteer/` and any further dictionaries of the same form (a
team's own actors), checks them, and keeps the result for the next call with the same files.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from briefing.analysis.entities.dictionary_file import read_dictionary
from briefing.settings.toml_file import read_toml

SMOOTHING = 5
"""Names that a rare ending is thought to have besides, in the proportion of the shorter ending."""

FOLDER = Path(__file__).parent
EntryKind = Literal[
    "country", "bloc", "organization", "person", "group", "capital", "seat", "demonym", "people", "adjective", "city"
]
LISTS = ("names", "seats", "capitals", "demonyms", "own_demonyms", "people")
"""What is collected about a country."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name in a gazetteer means: the name of the actor, and in which way the words stand for it."""

    kind: EntryKind
    actor: str
    """Usual name of the country, bloc or body that is meant (for a city, the city itself)."""
    country: str | None = None
    """Usual name of the country that the actor belongs to."""
    role: str | None = None
    of_bloc: bool = False
    """Whether a seat stands for a bloc (Brussels), not for a state."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Word lists (lower case) and gazetteers."""

    persons: frozenset[str]
    organizations: frozenset[str]
    groups: frozenset[str]
    common: frozenset[str]
    """Nouns and adjectives that are nobody's surname."""
    surnames_like_plurals: frozenset[str]
    bloc_nouns: frozenset[str]
    country_nouns: frozenset[str]
    regions: frozenset[str]
    settlements: frozenset[str]
    documents: frozenset[str]
    papers: frozenset[str]
    state_organs: frozenset[str]
    state_signs: frozenset[str]
    voices: frozenset[str]
    things: frozenset[str]
    places: frozenset[str]
    ships: frozenset[str]
    organization_words: frozenset[str]
    parties: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    tails: frozenset[str]
    never: frozenset[str]
    openers: frozenset[str]
    attributes: frozenset[str]
    remits: frozenset[str]
    fields: frozenset[str]
    female_titles: frozenset[str]
    male_titles: frozenset[str]
    courtesy: frozenset[str]
    offices: frozenset[str]
    modifiers: frozenset[str]
    former: frozenset[str]
    female_names: frozenset[str]
    male_names: frozenset[str]
    given_names: frozenset[str]
    endings: dict[str, float]
    """By the last two or three letters of given names: share of female less share of male ones."""
    small_words: frozenset[str]
    speech: frozenset[str]
    locative: frozenset[str]
    city_prepositions: frozenset[str]
    city_nouns: frozenset[str]
    acts_on_states: frozenset[str]
    descriptions: dict[str, frozenset[str]]
    """By use: what words of a description tell about whom it can mean."""
    sources: dict[str, frozenset[str]]
    """By use: words of sources that are neither names nor nouns for persons."""
    pairs: dict[str, frozenset[str]]
    """By what they mean: nouns that "each" and "both" make a pair of."""
    ambiguous: frozenset[str]
    seated: frozenset[str]
    """Participles after which only a body can stand for an ambiguous noun ("a retailer based in …")."""
    short_titles: dict[str, str]
    """By title as it is shortened: the noun in full."""
    synonyms: dict[str, frozenset[str]]
    """By general noun: the special ones it can take up again."""
    entries: dict[str, tuple[Entry, ...]]
    """By name as it is written; a name may mean several things (Washington: capital, state, city)."""
    longest_entry: int
    """Words in the longest name."""

    def entry(self, name: str, *kinds: str) -> Entry | None:
        """The first entry of a name that is of one of the kinds (of any kind if none is given)."""
        return next((e for e in self.entries.get(name, ()) if not kinds or e.kind in kinds), None)

    def leaning(self, given_name: str) -> float:
        """How female a given name sounds, from -1 (male) to 1: by its last letters in the names we know."""
        lower = given_name.lower()
        return self.endings.get(lower[-3:], self.endings.get(lower[-2:], 0.0))

    def is_person_noun(self, lemma: str) -> bool:
        """Whether a common noun means a person or persons."""
        return lemma in self.persons or (
            lemma not in self.organizations and bool(re.search(r"(?:man|woman|person|people|ologist)$", lemma))
        )

    def is_common(self, word: str) -> bool:
        """Whether a word (lower case) is a common noun, perhaps in the plural, or an adjective, and no surname."""
        if word in self.common:
            return True
        return word.endswith("s") and word[:-1] in self.common and word not in self.surnames_like_plurals

    def is_given_name(self, word: str) -> bool:
        """Whether a word is a given name, also one that is another word as often."""
        return word in self.given_names or word in self.female_names or word in self.male_names

    def is_title(self, word: str) -> bool:
        """Whether a word (lower case) can end a title before a name."""
        if word in self.offices or word in self.courtesy or word in self.short_titles:
            return True
        return word.removesuffix("-elect") in self.offices


def load_knowledge(paths: tuple[str, ...] = ()) -> Knowledge:
    """The knowledge of the project and of further dictionaries.

    Raises:
        ConfigurationError: a dictionary is no valid TOML or has a table or value that nobody reads.
    """
    return _load(tuple(str(path) for path in paths))


@lru_cache(maxsize=4)
def _load(paths: tuple[str, ...]) -> Knowledge:
    tables = [read_dictionary(path) for path in (FOLDER / "knowledge.toml", *map(Path, paths))]
    nouns, names, context, titles = (_words(tables, section) for section in ("nouns", "names", "context", "titles"))
    lexical = _gazetteer("nouns")
    given = _gazetteer("given_names")
    female, male, either = (frozenset(given[gender].split()) for gender in ("female", "male", "either"))
    born_female, born_male = (frozenset(given[f"{gender}_newborns"].split()) for gender in ("female", "male"))
    entries = _entries(tables)
    persons = frozenset(lexical["persons"].split())
    organizations = frozenset(lexical["organizations"].split())
    things, places = nouns["things"], nouns["places"]
    return Knowledge(
        persons=(persons - nouns["organizations"] - things - places) | nouns["persons"],
        organizations=(organizations - nouns["persons"] - nouns["groups"] - things - places) | nouns["organizations"],
        groups=nouns["groups"],
        common=frozenset(lexical["common"].split()),
        surnames_like_plurals=frozenset(lexical["surnames_like_plurals"].split()),
        bloc_nouns=nouns["blocs"],
        country_nouns=nouns["countries"],
        regions=nouns["regions"],
        settlements=nouns["settlements"],
        documents=nouns["documents"],
        papers=nouns["papers"],
        state_organs=nouns["state_organs"],
        state_signs=nouns["state_signs"],
        voices=nouns["voices"],
        things=things,
        places=places,
        ships=nouns["ships"],
        organization_words=names["organizations"],
        parties=names["parties"],
        suffixes=names["suffixes"],
        particles=names["particles"],
        tails=names["tails"],
        never=names["never"],
        openers=names["openers"],
        attributes=names["attributes"],
        remits=names["remits"],
        fields=names["fields"],
        female_titles=titles["female"],
        male_titles=titles["male"],
        courtesy=titles["courtesy"],
        offices=titles["offices"],
        modifiers=titles["modifiers"],
        former=titles["former"],
        female_names=female | born_female,
        male_names=male | born_male,
        given_names=female | male | either,
        endings=_endings(female | born_female, male | born_male),
        small_words=names["small"],
        speech=context["speech"],
        locative=context["locative"],
        city_prepositions=context["city_prepositions"],
        city_nouns=context["city_nouns"],
        acts_on_states=context["acts_on_states"],
        descriptions=_words(tables, "descriptions"),
        sources=_words(tables, "sources"),
        pairs=_words(tables, "pairs"),
        ambiguous=_words(tables, "ambiguous")["nouns"],
        seated=_words(tables, "ambiguous")["seated"],
        short_titles=dict(word.split("=") for word in titles["short"]),
        synonyms=_words(tables, "synonyms"),
        entries={name: tuple(found) for name, found in entries.items()},
        longest_entry=max(len(name.split()) for name in entries),
    )


def _gazetteer(name: str) -> dict[str, Any]:
    """A file that was made from a data package, and needs no check."""
    return read_toml(FOLDER / "gazetteer" / f"{name}.toml", advice="install briefing again")[0]


def _words(tables: list[dict[str, Any]], section: str) -> dict[str, frozenset[str]]:
    result: dict[str, frozenset[str]] = {}
    for table in tables:
        for name, words in table.get(section, {}).items():
            result[name] = result.get(name, frozenset()) | frozenset(words.lower().split())
    return result


def _endings(female: frozenset[str], male: frozenset[str]) -> dict[str, float]:
    """By the last two and the last three letters of names: how much more often they are female than male."""
    result: dict[str, float] = {}
    for size in (2, 3):
        women, men = (Counter(name[-size:].lower() for name in names) for names in (female, male))
        for ending in sorted(women.keys() | men.keys()):
            number, prior = women[ending] + men[ending], result.get(ending[1:], 0.0) if size == 3 else 0.0
            result[ending] = (women[ending] - men[ending] + SMOOTHING * prior) / (number + SMOOTHING)
    return result


def _entries(tables: list[dict[str, Any]]) -> dict[str, list[Entry]]:
    """All names of all gazetteers, the more certain meaning of a name first."""
    entries: dict[str, list[Entry]] = {}

    def add(name: str, entry: Entry, first: bool = False) -> None:
        listed = entries.setdefault(name.replace("’", "'"), [])
        if name and entry not in listed:
            listed.insert(0 if first else len(listed), entry)

    countries = _countries(tables)
    usual = {code: str(record["name"]) for code, record in countries.items()}
    for record in countries.values():
        name = str(record["name"])
        for other in (name, *record["names"]):
            add(other, Entry("country", name))
        for seat in record["seats"]:
            add(seat, Entry("seat", name))
        for capital in record["capitals"]:
            add(capital, Entry("capital", name))
        for demonym in record["demonyms"]:
            is_own = demonym in record["own_demonyms"]
            add(demonym, Entry("demonym", name), first=is_own)
            if demonym[-1] in "naicr":
                add(demonym + "s", Entry("people", name), first=is_own)
        for people in record["people"]:
            add(people, Entry("people", name))
    for table in tables:
        for record in table.get("bloc", ()):
            for other in {record["name"], *record.get("names", ())}:
                add(other, Entry("bloc", record["name"]), first=True)
            for seat in record.get("seats", ()):
                add(seat, Entry("seat", record["name"], of_bloc=True), first=True)
            for adjective in record.get("adjectives", ()):
                add(adjective, Entry("adjective", record["name"]))
        for record in table.get("body", ()):
            for other in {record["name"], *record.get("names", ())}:
                add(other, Entry("organization", record["name"], usual.get(record.get("country", ""))), first=True)
        for record in table.get("actor", ()):
            for other in {record["name"], *record.get("names", ())}:
                add(
                    other,
                    Entry(record["kind"], record["name"], record.get("affiliation"), record.get("role")),
                    first=True,
                )
    cities = _gazetteer("cities")
    for name in (*cities["cities"].split("\n"), *cities["us_states"].split("\n")):
        if name:
            add(name, Entry("city", name))
    entries.pop("", None)
    return entries


def _countries(tables: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    countries: dict[str, dict[str, Any]] = {}
    made = _gazetteer("countries")
    own = [record for table in tables for record in table.get("country", ())]
    for code, record in [*made.items(), *((str(record["code"]), record) for record in own)]:
        country = countries.setdefault(
            code,
            {"name": record.get("name"), **{key: [] for key in LISTS}},
        )
        country["name"] = country["name"] or record["names"][0]
        for key in ("names", "seats", "capitals", "people"):
            country[key] += record.get(key, ())
        country["capitals"] += [capital] if (capital := record.get("capital")) else []
        if demonym := record.get("demonym"):
            country["demonyms"].append(demonym)
            country["own_demonyms"] += [demonym] if "code" in record else []
    return countries
