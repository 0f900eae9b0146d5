"""Columns of a parsed Doc in; the runs of capitalised words, with what joins them, that may hold names out.

A run begins where the tags, the recogniser, a gazetteer or the rest of the text say that a capital is more than the
start of a sentence, and goes on over particles, hyphens, "of" and "and" that stand inside names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.analysis.entities.bodies import BodyNames
from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Entry, Knowledge

LABELS = {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"}
"""The labels of the model's recogniser that names have."""
APOSTROPHES = {"'s", "’s", "'", "’"}
ELIDED = re.compile(r"(?:d|l|dall|dell|nell|all)['’][A-ZÀ-Þ]")
QUOTES = "\"“”‘’'"


class RunFinder:
    """Finds the runs of one document."""

    def __init__(self, columns: Columns, knowledge: Knowledge) -> None:
        self.columns = columns
        self.knowledge = knowledge
        self.capital = [self._is_capitalised(i) for i in range(len(columns))]
        self.seen_inside = {
            columns.text[i]
            for i in range(len(columns))
            if self.capital[i] and not columns.heading[i] and not columns.is_initial(i)
        }
        self.surnames = {
            columns.text[i]
            for i in range(1, len(columns))
            if columns.ent_type[i] == columns.ent_type[i - 1] == "PERSON"
            and columns.tag[i] == "NNP"
            and not columns.ent_begins[i]
        }
        """Words that end a person's name somewhere, whatever the tagger takes them for in another place."""
        self.bodies = BodyNames(columns, knowledge, self._continues, self.entry)
        self.seen_lower = {word for word in columns.text if word.islower()}
        self.with_particles = set(self._names_with_particles())
        self.seen_mixed = {word.lower() for word in self.seen_inside if not word.isupper()}

    def _names_with_particles(self) -> Iterator[str]:
        """The parts of names from a small particle on, as they stand inside sentences ("von der Leyen")."""
        columns = self.columns
        for i in range(len(columns) - 1):
            if columns.text[i] not in self.knowledge.particles or (i and not self.capital[i - 1]):
                continue
            last = i + 1
            while last < len(columns) - 1 and columns.text[last] in self.knowledge.particles:
                last += 1
            if self.capital[last]:
                yield " ".join(columns.text[i : last + 1])

    def find(self) -> Iterator[tuple[int, int]]:
        """The runs in the order of the text: first token (inclusive) and last (exclusive)."""
        columns, i = self.columns, 0
        while i < len(columns):
            if columns.skipped[i] or not self._can_begin(i):
                i += 1
                continue
            last = self.bodies.end_of_apposition(i) or self._end_of_run(i)
            yield i, last
            i = last

    def _is_capitalised(self, i: int) -> bool:
        word = self.columns.text[i]
        return word[:1].isupper() or (len(word) > 2 and word[0] in "eim" and word[1].isupper()) or _is_elided(word)

    def _opens_name(self, i: int) -> bool:
        """Whether a word that is seldom part of a name begins one: "TV Solano", "April Okoye"."""
        columns = self.columns
        if i + 1 >= len(columns) or not self.capital[i + 1] or columns.lower[i + 1] in self.knowledge.never:
            return False
        if columns.ent_type[i] in {"ORG", "PERSON"}:
            return True
        is_modifier = columns.dep[i] in {"compound", "nmod"} and columns.head[i] > i
        if not is_modifier or columns.tag[i + 1] not in {"NNP", "NNPS"}:
            return False
        is_surname = columns.dep[i + 1] == "nsubj" and not self.knowledge.is_common(columns.lower[i + 1])
        return columns.lower[i] in self.knowledge.openers or (
            self.knowledge.is_given_name(columns.text[i]) and (is_surname or columns.ent_type[i] in LABELS)
        )

    def _can_begin(self, i: int) -> bool:
        """Whether a name (with its title) may begin at the token."""
        columns = self.columns
        word, lower = columns.text[i], columns.lower[i]
        if not self.capital[i]:
            hyphen = i + 1 < len(columns) and columns.text[i + 1] == "-"
            return self._is_lower_particle(i) and (hyphen or columns.ent_type[i] in {"PERSON", "ORG"})
        if self._is_initial_particle(i) or self.bodies.end_of_apposition(i) is not None:
            return True
        if lower in self.knowledge.never and not self._is_acronym(i) and not self._opens_name(i):
            return False
        if columns.heading[i] and not self._heading_allows(i):
            return False
        known = self.knowledge.entry(word) is not None
        if self.is_known_word(i):
            return True
        if word in self.knowledge.given_names and self._next_continues(i) and lower not in self.seen_lower:
            return True
        if known or columns.ent_type[i] in LABELS:
            is_seen = lower in self.seen_lower and word not in self.seen_inside and not known
            return not (columns.is_initial(i) and is_seen) or self.bodies.opens_body(i)
        if columns.tag[i] in {"NNP", "NNPS"}:
            if not columns.is_initial(i) or word in self.seen_inside or self._next_continues(i):
                return True
            return lower not in self.seen_lower and not self._is_common_noun(lower)
        if not self._next_continues(i) or columns.pos[i] not in {"ADJ", "NOUN"}:
            return False
        return not columns.is_initial(i) or self._is_plural_of_name(i)

    def _is_plural_of_name(self, i: int) -> bool:
        """Whether a plural at the start of a sentence is the first word of a name: "Arms Watch", "Parents United"."""
        columns = self.columns
        is_modifier = columns.dep[i] in {"compound", "nmod"} and columns.head[i] > i
        return columns.tag[i] == "NNS" and is_modifier and not self.knowledge.is_person_noun(columns.lower[i])

    def is_known_word(self, i: int) -> bool:
        """Whether a noun, whatever its tag, is elsewhere in the text a capitalised word and never a small one."""
        columns = self.columns
        lower = columns.lower[i]
        if lower in self.seen_lower or self.knowledge.is_title(lower):
            return False
        if columns.pos[i] in {"NOUN", "PROPN"} and columns.text[i] in self.seen_inside:
            return True
        if columns.text[i] in self.surnames and lower not in self.knowledge.never and len(columns.text[i]) > 2:
            return True
        return self._is_in_capitals(i)

    def _is_in_capitals(self, i: int) -> bool:
        """Whether a word in capitals (a speaker's label, a headline) is one that the text writes with one elsewhere."""
        word = self.columns.text[i]
        return len(word) > 2 and word.isupper() and self.columns.lower[i] in self.seen_mixed

    def _is_acronym(self, i: int) -> bool:
        """Whether a word of small letters elsewhere is an acronym here (WHO, IT)."""
        word = self.columns.text[i]
        before = self.columns.text[i - 1] if i else ""
        return (
            word.isupper() and len(word) > 2 and word.isalpha() and not before.isupper() and not self.columns.heading[i]
        )

    def _is_common_noun(self, lower: str) -> bool:
        knowledge = self.knowledge
        lists = (knowledge.persons, knowledge.organizations, knowledge.groups, knowledge.things, knowledge.places)
        return any(lower in words or lower.removesuffix("s") in words for words in lists)

    def _heading_allows(self, i: int) -> bool:
        """In a heading only words count that the body writes with a capital inside a sentence, and given names.

        Where small letters show that a capital is no mere style of headings, a given name brings its surname with it.
        """
        columns = self.columns
        word = columns.text[i]
        if word in self.seen_inside or self.knowledge.entry(word) is not None or self._is_in_capitals(i):
            return True
        if i and columns.text[i - 1] in self.knowledge.given_names and self._is_surname_in_heading(i):
            return True
        return (
            word in self.knowledge.given_names
            and i + 1 < len(columns)
            and columns.heading[i + 1]
            and (columns.text[i + 1] in self.seen_inside or self._is_surname_in_heading(i + 1))
        )

    def _is_surname_in_heading(self, i: int) -> bool:
        """Whether a word behind a given name is a surname: in a heading that writes its other words small."""
        columns, lower = self.columns, self.columns.lower[i]
        if not self.capital[i] or lower in self.seen_lower or lower in self.knowledge.never:
            return False
        if columns.tag[i] != "NNP" or self.knowledge.is_common(lower) or columns.block[i] != columns.block[i - 1]:
            return False
        place = columns.blocks[columns.block[i]]
        return any(
            columns.text[k].islower() and columns.pos[k] in {"NOUN", "VERB", "ADJ"}
            for k in columns.tokens_of(place.start, place.end)
        )

    def _next_continues(self, i: int) -> bool:
        """Whether a capitalised name word follows, perhaps after the apostrophe of a plural ("Growers’ Exchange")."""
        if i + 2 < len(self.columns) and self.columns.text[i + 1] in {"'", "’"} and self.columns.lower[i].endswith("s"):
            return self.bodies.possessive_inside(i, i + 1)
        return (
            i + 1 < len(self.columns)
            and self.capital[i + 1]
            and self.columns.tag[i + 1] in {"NNP", "NNPS"}
            and self.columns.lower[i + 1] not in self.knowledge.never
        )

    def _is_initial_particle(self, i: int) -> bool:
        """A particle with a capital because it begins a sentence: "Von der Leyen said", "Al-Sisi said"."""
        columns = self.columns
        if columns.lower[i] not in self.knowledge.particles or not columns.is_initial(i) or i + 2 >= len(columns):
            return False
        hyphen = columns.text[i + 1] in {"-", "–"} and self.capital[i + 2] and not columns.spaced[i]
        following = columns.text[i : i + 4]
        return hyphen or any(
            " ".join(part.lower() if j < size - 1 else part for j, part in enumerate(following[:size]))
            in self.with_particles
            for size in (2, 3, 4)
        )

    def _is_lower_particle(self, i: int) -> bool:
        return (
            self.columns.lower[i] in self.knowledge.particles
            and self.columns.text[i].islower()
            and i + 1 < len(self.columns)
            and (
                self.capital[i + 1]
                or self.columns.lower[i + 1] in self.knowledge.particles
                or self._is_shortened_het(i + 1)
                or (self.columns.text[i + 1] == "-" and i + 2 < len(self.columns) and self.capital[i + 2])
            )
        )

    def _end_of_run(self, first: int) -> int:
        """The end of the stretch of capitalised words (and what joins them) that begins at the token."""
        columns, size = self.columns, len(self.columns)
        i = first + 1
        sentence, block = columns.sentence[first], columns.block[first]
        while i < size and columns.block[i] == block:
            if columns.sentence[i] != sentence and columns.text[i - 1] != "." and columns.text[i] != ".":
                break
            if columns.sentence[i] == sentence and self._continues(i):
                i += 1
                continue
            joined = self._joiner(first, i)
            if not joined:
                break
            if columns.text[i] == ".":
                sentence = columns.sentence[i + 1]
            i += joined
        return i

    def _continues(self, i: int) -> bool:
        columns = self.columns
        is_inside = columns.ent_type[i] == "ORG" and not columns.ent_begins[i]
        if not self.capital[i] or (columns.lower[i] in self.knowledge.never and not is_inside):
            return False
        if columns.heading[i] and not self._heading_allows(i):
            return False
        return columns.tag[i] in {"NNP", "NNPS", "JJ", "NN", "NNS", "CD", "FW"} or columns.ent_type[i] in LABELS

    def _joiner(self, first: int, i: int) -> int:
        """How many tokens from `i` on join the run to a further name word (0: none, the run ends)."""
        columns = self.columns
        lower, size = columns.lower[i], len(columns)
        ahead = i + 1 < size and self._continues(i + 1)
        same_entity = (
            i + 1 < size
            and columns.ent_type[i] in LABELS
            and not columns.ent_begins[i]
            and not columns.ent_begins[i + 1]
        )
        if lower == "." and ahead and not columns.spaced[i - 1] and self._is_shortened_title(i - 1):
            return 2
        if lower == "and" and ahead and self.bodies.coordinated_inside(first, i):
            return 2
        if lower in {"-", "–", "/", "'", "’"} and ahead and not columns.spaced[i - 1] and not columns.spaced[i]:
            return 2
        if self._is_shortened_het(i):
            return 2
        if lower == "-" and self._second_syllable(first, i):
            return 2
        if lower == "&" and ahead:
            return 2
        bare = (
            lower in {"'", "’"}
            and columns.lower[i - 1].endswith("s")
            and columns.spaced[i]
            and not columns.spaced[i - 1]
        )
        if (
            (bare or columns.tag[i] == "POS")
            and lower in APOSTROPHES
            and ahead
            and self.bodies.possessive_inside(first, i)
        ):
            return 2
        if lower == "for" and ahead and self.bodies.ends_in_body_word(i + 1):
            return 2
        if self.capital[i] and columns.tag[i] == "IN" and ahead and not columns.heading[i]:
            return 2
        if remit := self.bodies.rest_of_remit(first, i):
            return remit
        if (
            self._is_lower_particle(i)
            and lower not in {"at", "as", "e", "the", "do", "an", "u"}
            and columns.pos[i] != "ADP"
        ):
            return 1
        if (
            lower in {"of", "for", "and", "on", "in", "the", "to"}
            and same_entity
            and columns.ent_type[i] not in {"PERSON", "GPE"}
        ):
            return self.bodies.bridge(i)
        if lower in {"of", "for"} and (ahead or self.bodies.bridge(i)) and self.bodies.is_body_word(i - 1):
            return self.bodies.bridge(i)
        if lower == "of" and columns.lower[i + 1 : i + 2] == ["the"] and self.bodies.goes_on_of_the(first, i):
            return self.bodies.bridge(i)
        if (
            columns.text[i] in QUOTES
            and i + 3 < size
            and columns.text[i + 2] in QUOTES
            and self.capital[i + 1]
            and self._continues(i + 3)
        ):
            return 3
        if lower.replace(".", "").isdigit() and same_entity:
            return 1
        return 0

    def _is_shortened_title(self, i: int) -> bool:
        """Whether a full stop after the word belongs to it ("Supt. Ruiz"), and does not end a sentence."""
        lower = self.columns.lower[i]
        knowledge = self.knowledge
        return lower in knowledge.courtesy or bool({lower, f"{lower}."} & knowledge.short_titles.keys())

    def _is_shortened_het(self, i: int) -> bool:
        """Whether "’t" stands before a capital: "Peter ’t Hooft", "Jan van ’t Veer"."""
        columns = self.columns
        if columns.text[i] not in {"'", "’"} or columns.spaced[i] or not columns.spaced[i - 1]:
            return False
        return columns.text[i + 1 : i + 2] == ["t"] and columns.spaced[i + 1] and self.capital[i + 2 : i + 3] == [True]

    def _second_syllable(self, first: int, i: int) -> bool:
        """ "Ji-won", "Jae-in": a given name whose second syllable is written small after a hyphen."""
        columns = self.columns
        return (
            i - first >= 2
            and i + 1 < len(columns)
            and not columns.spaced[i - 1]
            and not columns.spaced[i]
            and len(columns.text[i - 1]) <= 5
            and len(columns.text[i + 1]) <= 5
            and columns.text[i + 1].isalpha()
            and (
                columns.ent_type[i + 1] == "PERSON"
                or columns.tag[i + 1] in {"NNP", "FW"}
                or not (self.knowledge.is_common(columns.lower[i + 1]) or columns.lower[i + 1] in self.knowledge.tails)
            )
        )

    def entry(self, begin: int, end: int) -> Entry | None:
        """What the gazetteers know under the words from one token to another."""
        if end - begin > self.knowledge.longest_entry + 2 or end <= begin:
            return None
        words = self.columns.words(begin, end).replace("’", "'")
        entry = self.knowledge.entry(words)
        if entry is None and words.isupper() and len(words) >= 4:
            entry = self.knowledge.entry(_titled(words), "country", "capital", "city", "bloc", "organization")
        return entry


def _is_elided(word: str) -> bool:
    """Whether a word is a particle that has lost its vowel, with the name behind it ("d’Ornano", "dell’Acqua")."""
    return ELIDED.match(word) is not None


def _titled(words: str) -> str:
    """Words in capitals as a name in running text has them: "REPUBLIC OF KOREA" → "Republic of Korea"."""
    return re.sub(r"\b(?:And|Of|The)\b", lambda match: match.group().lower(), words.title())
