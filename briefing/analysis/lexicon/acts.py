"""acts.toml in; an `ActLexicon` out that tells deeds which show a side from the other uses of their verbs.

The file's head describes its format.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from briefing.analysis.lexicon.cues import american
from briefing.analysis.lexicon.lexicon_file import LexiconFile

FILE = Path(__file__).with_name("acts.toml")
SECTIONS = frozenset({"phrases", "adjuncts", "acts"})
KEYS = frozenset({"verbs", "objects", "prepositions", "pronouns"})
REQUIRED = frozenset({"verbs", "objects"})


@dataclass(frozen=True, slots=True)
class Act:
    """One verb with the objects that make a deed with a side of it."""

    particles: tuple[str, ...]
    """Further words of the verb ("put *forward*")."""
    objects: frozenset[str]
    prepositions: tuple[tuple[str, ...], ...]
    """On one of which the object hangs, each with its words; empty where it is the verb's own object."""
    takes_pronouns: bool
    """Whether "it" or "one" may stand for the object."""


@dataclass(frozen=True, slots=True)
class ActLexicon:
    """All such deeds, by the lemma of their verb."""

    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    """By verb, the further words with which it is such a deed, whatever its object is."""
    acts: Mapping[str, tuple[Act, ...]]
    adjuncts: tuple[tuple[str, ...], ...]
    """Phrases that make such a deed of any verb ("in protest")."""

    def phrases_of(self, lemma: str) -> tuple[tuple[str, ...], ...]:
        """The further words with which a verb, in American or British spelling, is such a deed."""
        return self.phrases.get(american(lemma), ())

    def acts_of(self, lemma: str) -> tuple[Act, ...]:
        """The deeds that a verb can be, in American or British spelling."""
        return self.acts.get(american(lemma), ())


@lru_cache(maxsize=2)
def load_acts(path: Path = FILE) -> ActLexicon:
    """Read and check the file.

    Raises:
        ConfigurationError: the file cannot be read, is no TOML, holds a key that does not exist, or lacks one.
    """
    file = LexiconFile.read(path)
    return _Checker(file).lexicon(file.data)


@dataclass(frozen=True, slots=True)
class _Checker:
    """Turns the parsed file into a lexicon, or into an error that names the file."""

    file: LexiconFile

    def lexicon(self, data: Mapping[str, Any]) -> ActLexicon:
        self.file.only(data, SECTIONS)
        phrases: dict[str, list[tuple[str, ...]]] = {}
        for phrase in data.get("phrases", ()):
            verb, *further = phrase.split()
            phrases.setdefault(verb, []).append(tuple(further))
        acts: dict[str, list[Act]] = {}
        for entry in data.get("acts", ()):
            for verb, act in self._acts(entry):
                acts.setdefault(verb, []).append(act)
        return ActLexicon(
            phrases={verb: tuple(several) for verb, several in phrases.items()},
            acts={verb: tuple(several) for verb, several in acts.items()},
            adjuncts=tuple(tuple(phrase.split()) for phrase in data.get("adjuncts", ())),
        )

    def _acts(self, entry: Mapping[str, Any]) -> Iterator[tuple[str, Act]]:
        """The verbs of an entry, each with its deed."""
        self.file.only(entry, KEYS)
        missing = REQUIRED - set(entry)
        if missing:
            raise self.file.error("[[acts]]", f"an entry of acts has no {min(missing)!r}; add it")
        prepositions = tuple(tuple(words.split()) for words in entry.get("prepositions", ()))
        for words in entry["verbs"]:
            verb, *particles = words.split()
            yield (
                verb,
                Act(
                    particles=tuple(particles),
                    objects=frozenset(entry["objects"]),
                    prepositions=prepositions,
                    takes_pronouns=bool(entry.get("pronouns", False)),
                ),
            )
