"""cues.toml in; a `CueLexicon` out that answers what a cue word means and what it can take as content.

The file's head describes its format. Other steps ask the lexicon for the class of a cue (`CueClass`: factuality and
direction), the attribution rules also for the frames in which a word is a cue at all.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from briefing.analysis.lexicon.lexicon_file import LexiconFile
from briefing.errors import ConfigurationError

FILE = Path(__file__).with_name("cues.toml")

Direction = Literal["for", "against", "none"]
Factuality = Literal[
    "reported", "asserted", "known", "denied", "desired", "intended", "predicted", "feared", "asked", "done"
]  # fmt: skip
HedgeKind = Literal["hearsay", "uncertain", "softened"]
SourceKind = Literal["persons", "bodies", "documents", "things"]
PartOfSpeech = Literal["verb", "noun", "adjective"]

DIRECTIONS = ("for", "against", "none")
FACTUALITIES = (
    "reported", "asserted", "known", "denied", "desired", "intended", "predicted", "feared", "asked", "done",
)  # fmt: skip
HEDGE_KINDS: tuple[HedgeKind, ...] = ("hearsay", "uncertain", "softened")
SOURCE_KINDS: tuple[SourceKind, ...] = ("persons", "bodies", "documents", "things")
PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "men", "women", "eer")
MIN_LENGTH = 5
"""Letters that a noun must have for its ending to count."""
VERB_FRAMES = ("clause", "infinitive", "object", "object-to", "object-as", "preposition", "none", "deed", "bare")
IMPLIED_FRAMES = frozenset({"deed", "bare"})
"""Frames in which a verb may tell a position, and often does not: only what a regression believes is taken."""
SAYING = frozenset({"speech", "claim"})
"""Classes of verbs by which somebody puts something into words ("said", "argued")."""
SAYING_OR_ASKING = SAYING | {"question"}
"""The same with those that lead to a question, which is quoted like any other words."""
FORESEEING = SAYING | {"worry", "expectation"}
"""The same with those that tell what may come ("warned", "expects"): it is reported in a clause of the same build."""
ATTITUDES = frozenset({"support", "opposition", "refusal", "criticism"})
"""Classes of cues by which somebody is for or against what is there."""
SIDES = frozenset({"support", "opposition", "refusal", "commitment", "demand", "wish"})
"""Classes of cues by which somebody takes a side in what is to be."""
SECTIONS: dict[str, PartOfSpeech] = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective"}


@dataclass(frozen=True, slots=True)
class CueClass:
    """What all cues of a class say about their content."""

    name: str
    meaning: str
    factuality: Factuality
    direction: Direction


@dataclass(frozen=True, slots=True)
class Sense:
    """One use of a cue word: its class, the contents it takes, and the words that must follow it."""

    lemma: str
    particles: tuple[str, ...]
    """Further words of the cue, in order, within a few tokens of the first one ("stop short of")."""
    part_of_speech: PartOfSpeech
    cue_class: str
    direction: Direction
    frames: tuple[str, ...]

    @property
    def words(self) -> str:
        """The whole cue as one string: "stop short of"."""
        return " ".join((self.lemma, *self.particles))

    @property
    def is_cue(self) -> bool:
        """Whether the word is a cue by itself, and not only a deed that may tell a position."""
        return not self.frames or not IMPLIED_FRAMES.issuperset(self.frames)


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """All cues, by part of speech and lemma (American spelling)."""

    classes: Mapping[str, CueClass]
    senses: Mapping[tuple[PartOfSpeech, str], tuple[Sense, ...]]
    """Senses of a word; those with the most particles come first."""
    light_verbs: frozenset[str]
    phrases: Mapping[str, str]
    """Fixed phrases with their class: {"according to": "speech"}."""
    hedges: Mapping[str, HedgeKind]
    """Words beside a cue that say how sure the statement is."""
    negators: frozenset[str]
    source_nouns: Mapping[str, SourceKind]
    """Nouns by what they name: persons, bodies, documents, things."""
    plain_deeds: frozenset[str] = frozenset()
    """Verbs that take a side whatever their object is."""
    deeds_to_measures: frozenset[str] = frozenset()
    """Verbs that take a side where their object is one of the measures."""
    measures: frozenset[str] = frozenset()
    """Nouns for what is passed, agreed or demanded."""
    naming: frozenset[str] = frozenset()
    """Verbs of the wish not to be named."""
    alleging: frozenset[str] = frozenset()
    """Verbs of which a passive tells what somebody is said to think."""
    confidants: frozenset[str] = frozenset()
    """Nouns for people who know what somebody thinks by what they are to her ("aide")."""
    knowing: frozenset[str] = frozenset()
    """Words with a preposition by which other people know it ("close to")."""

    def of(self, part_of_speech: PartOfSpeech, lemma: str) -> tuple[Sense, ...]:
        """The senses of a word, in American or British spelling; none for a word that is no cue."""
        return self.senses.get((part_of_speech, lemma)) or self.senses.get((part_of_speech, american(lemma)), ())

    def has_sense(
        self,
        part_of_speech: PartOfSpeech,
        lemma: str,
        classes: Container[str] | None = None,
        *,
        frame: str | None = None,
        phrasal: bool = True,
    ) -> bool:
        """Whether one sense of a word is of some classes and takes a frame.

        Args:
            part_of_speech: of the word.
            lemma: of the word, in American or British spelling.
            classes: of which the sense must have one; None for any.
            frame: what the sense must take as its content ("clause"); None for anything.
            phrasal: whether senses with further words count ("point out").
        """
        return any(
            (classes is None or sense.cue_class in classes)
            and (frame is None or frame in sense.frames)
            and (phrasal or not sense.particles)
            for sense in self.of(part_of_speech, lemma)
        )

    def source_kind(self, noun: str) -> SourceKind:
        """What a noun (a lemma in small letters) names; by its ending where the lexicon does not list it."""
        known = self.source_nouns.get(noun)
        if known is not None:
            return known
        return "persons" if len(noun) > MIN_LENGTH and noun.endswith(PERSON_ENDINGS) else "things"


_OUR = {
    "favour": "favor",
    "honour": "honor",
    "endeavour": "endeavor",
    "clamour": "clamor",
    "favourable": "favorable",
    "rumour": "rumor",
}
_SPELLINGS = {"favor": "favour", "toward": "towards"}
"""Further words of a cue that are spelled in two ways."""
_ENCE = {
    "defence": "defense",
    "scepticism": "skepticism",
    "sceptical": "skeptical",
    "acknowledgement": "acknowledgment",
}


def american(lemma: str) -> str:
    """American spelling of a British lemma: -ise, -our, -ence and single words; anything else unchanged."""
    if lemma in _OUR:
        return _OUR[lemma]
    if lemma.endswith(("ise", "yse")) and len(lemma) > 5:
        return lemma[:-2] + "ze"
    return _ENCE.get(lemma, lemma)


@lru_cache(maxsize=4)
def load_cues(path: Path = FILE) -> CueLexicon:
    """Read and check a cue lexicon.

    Raises:
        ConfigurationError: the file cannot be read, is no TOML, or holds a class, frame or key that does not exist.
    """
    file = LexiconFile.read(path)
    return _Checker(file).lexicon(file.data)


@dataclass(frozen=True, slots=True)
class _Checker:
    """Turns the parsed file into a lexicon, or into an error that names the line."""

    file: LexiconFile

    def lexicon(self, data: dict[str, Any]) -> CueLexicon:
        self.file.only(
            data,
            {
                "class",
                "verbs",
                "nouns",
                "adjectives",
                "light",
                "phrases",
                "hedges",
                "negators",
                "sources",
                "deeds",
                "anonymity",
                "hearsay",
            },
            "section",
        )
        deeds, hearsay = data.get("deeds", {}), data.get("hearsay", {})
        self.file.only(hearsay, {"alleging", "confidants", "knowing"}, "key")
        self.file.only(deeds, {"plain", "to_measures", "measures"}, "key")
        classes = {name: self._class(name, entry) for name, entry in data.get("class", {}).items()}
        senses: dict[tuple[PartOfSpeech, str], list[Sense]] = {}
        for section, part_of_speech in SECTIONS.items():
            for group in data.get(section, ()):
                for sense in self._senses(group, part_of_speech, classes):
                    senses.setdefault((part_of_speech, sense.lemma), []).append(sense)
        phrases: dict[str, str] = {}
        for group in data.get("phrases", ()):
            self._class_of(group, classes)
            phrases |= dict.fromkeys(self._words(group), group["class"])
        return CueLexicon(
            classes=classes,
            senses={
                key: tuple(sorted(found, key=lambda sense: -len(sense.particles))) for key, found in senses.items()
            },
            light_verbs=frozenset(word for group in data.get("light", ()) for word in self._words(group)),
            phrases=phrases,
            hedges=self._hedges(data.get("hedges", {})),
            source_nouns=self._source_nouns(data.get("sources", {})),
            negators=frozenset(self._words(data.get("negators", {"words": ["not"]}))),
            plain_deeds=frozenset(deeds.get("plain", ())),
            deeds_to_measures=frozenset(deeds.get("to_measures", ())),
            measures=frozenset(deeds.get("measures", ())),
            naming=frozenset(self._words(data.get("anonymity", {"words": ["name"]}))),
            alleging=frozenset(hearsay.get("alleging", ())),
            confidants=frozenset(hearsay.get("confidants", ())),
            knowing=frozenset(hearsay.get("knowing", ())),
        )

    def _class(self, name: str, entry: dict[str, Any]) -> CueClass:
        self.file.only(entry, {"meaning", "factuality", "direction"}, "key")
        factuality, direction = entry.get("factuality"), entry.get("direction")
        if factuality not in FACTUALITIES:
            raise self._error(
                f'factuality = "{factuality}"', f"factuality {factuality!r} of class {name!r} is unknown", FACTUALITIES
            )
        if direction not in DIRECTIONS:
            raise self._error(
                f'direction = "{direction}"', f"direction {direction!r} of class {name!r} is unknown", DIRECTIONS
            )
        return CueClass(name, str(entry.get("meaning", "")), factuality, direction)

    def _senses(
        self, group: dict[str, Any], part_of_speech: PartOfSpeech, classes: Mapping[str, CueClass]
    ) -> Iterable[Sense]:
        self.file.only(group, {"class", "direction", "frames", "words"}, "key")
        cue_class = self._class_of(group, classes)
        direction = group.get("direction", cue_class.direction)
        if direction not in DIRECTIONS:
            raise self._error(str(direction), f"direction {direction!r} is unknown", DIRECTIONS)
        frames = tuple(group.get("frames", ()))
        for frame in frames if part_of_speech == "verb" else ():
            if frame not in VERB_FRAMES:
                raise self._error(str(frame), f"frame {frame!r} is unknown", VERB_FRAMES)
        for entry in self._words(group):
            lemma, *particles = entry.split()
            british = [_SPELLINGS.get(word, word) for word in particles]
            for spelled in dict.fromkeys((tuple(particles), tuple(british))):
                yield Sense(lemma, spelled, part_of_speech, cue_class.name, direction, frames)

    def _hedges(self, section: dict[str, Any]) -> dict[str, HedgeKind]:
        self.file.only(section, set(HEDGE_KINDS), "kind of hedge")
        return {word: kind for kind in HEDGE_KINDS for word in section.get(kind, ())}

    def _source_nouns(self, section: dict[str, Any]) -> dict[str, SourceKind]:
        self.file.only(section, set(SOURCE_KINDS), "kind of source")
        return {word: kind for kind in reversed(SOURCE_KINDS) for word in section.get(kind, ())}

    def _class_of(self, group: dict[str, Any], classes: Mapping[str, CueClass]) -> CueClass:
        name = str(group.get("class"))
        if name not in classes:
            raise self._error(name, f"class {name!r} is not defined", classes)
        return classes[name]

    def _words(self, group: dict[str, Any]) -> list[str]:
        words = group.get("words")
        if not isinstance(words, list) or not words or not all(isinstance(w, str) and w.strip() for w in words):
            raise self._error("words", f"words must be a list of strings, not {words!r}", ())
        return list(dict.fromkeys(words))

    def _error(self, needle: str, message: str, choices: Iterable[str]) -> ConfigurationError:
        wanted = f"; use one of {', '.join(sorted(choices))}" if choices else "; correct the entry"
        return self.file.error(needle, message + wanted)
