"""Columns of a parsed Doc in; the places where somebody or something is named out.

A name is found by the model's entity recogniser, by its capitals and tags, or by a gazetteer; where these disagree on
the edges, the longer stretch is cut at titles, months, possessives and coordinations. Titles are no part of a name but
are kept beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Entry, Knowledge

LABELS = {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"}
APOSTROPHES = {"'s", "’s", "'", "’"}
QUOTES = "\"“”‘’'"


@dataclass(slots=True)
class Name:
    """A place in the text with a name: tokens first (inclusive) to last (exclusive), without title and article."""

    first: int
    last: int
    label: str = ""
    """The label of the model's entity recogniser, "" if the name was found in another way."""
    title: range = range(0)
    """Tokens of the title phrase before the name ("Russian President")."""
    entry: Entry | None = None

    @property
    def tokens(self) -> range:
        """Its tokens."""
        return range(self.first, self.last)


def find_names(columns: Columns, knowledge: Knowledge) -> list[Name]:
    """All names in the order of the text; they do not overlap."""
    finder = _Finder(columns, knowledge)
    return list(finder.names())


class _Finder:
    def __init__(self, columns: Columns, knowledge: Knowledge) -> None:
        self.columns = columns
        self.knowledge = knowledge
        self.capital = [self._is_capitalised(i) for i in range(len(columns))]
        self.seen_inside = {
            columns.text[i]
            for i in range(len(columns))
            if self.capital[i] and not columns.heading[i] and not columns.is_initial(i)
        }
        self.seen_lower = {word for word in columns.text if word.islower()}

    def names(self) -> Iterator[Name]:
        columns, i = self.columns, 0
        while i < len(columns):
            if columns.skipped[i] or not self._can_begin(i):
                i += 1
                continue
            last = self._end_of_run(i)
            yield from self._split(i, last)
            i = last

    def _is_capitalised(self, i: int) -> bool:
        word = self.columns.text[i]
        return word[:1].isupper() or (len(word) > 2 and word[0] in "eim" and word[1].isupper())

    def _can_begin(self, i: int) -> bool:
        """Whether a name (with its title) may begin at the token."""
        columns = self.columns
        word, lower = columns.text[i], columns.lower[i]
        if not self.capital[i]:
            hyphen = i + 1 < len(columns) and columns.text[i + 1] == "-"
            return self._is_lower_particle(i) and (hyphen or columns.ent_type[i] in {"PERSON", "ORG"})
        if (
            lower in self.knowledge.never
            and not self._is_acronym(i)
            and not (columns.ent_type[i] in {"ORG"} and i + 1 < len(columns) and self.capital[i + 1])
        ):
            return False
        if columns.heading[i] and not self._heading_allows(i):
            return False
        known = self.knowledge.entry(word) is not None
        if self._is_known_word(i):
            return True
        if word in self.knowledge.given_names and self._next_continues(i) and lower not in self.seen_lower:
            return True
        if known or columns.ent_type[i] in LABELS:
            return not (
                columns.is_initial(i) and lower in self.seen_lower and word not in self.seen_inside and not known
            )
        if columns.tag[i] in {"NNP", "NNPS"}:
            if not columns.is_initial(i) or word in self.seen_inside or self._next_continues(i):
                return True
            return lower not in self.seen_lower and not self._is_common_noun(lower)
        return self._next_continues(i) and columns.pos[i] in {"ADJ", "NOUN"} and not columns.is_initial(i)

    def _is_known_word(self, i: int) -> bool:
        """Whether a noun, whatever its tag, is elsewhere in the text a capitalised word and never a small one."""
        columns = self.columns
        return (
            columns.pos[i] in {"NOUN", "PROPN"}
            and columns.text[i] in self.seen_inside
            and columns.lower[i] not in self.seen_lower
            and not self.knowledge.is_title(columns.lower[i])
        )

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
        """In a heading only words count that the body writes with a capital inside a sentence."""
        return self.columns.text[i] in self.seen_inside or self.knowledge.entry(self.columns.text[i]) is not None

    def _next_continues(self, i: int) -> bool:
        """Whether a capitalised name word follows, perhaps after the apostrophe of a plural ("Growers’ Exchange")."""
        if i + 2 < len(self.columns) and self.columns.text[i + 1] in {"'", "’"} and self.columns.lower[i].endswith("s"):
            return self._possessive_inside(i, i + 1)
        return (
            i + 1 < len(self.columns)
            and self.capital[i + 1]
            and self.columns.tag[i + 1] in {"NNP", "NNPS"}
            and self.columns.lower[i + 1] not in self.knowledge.never
        )

    def _is_lower_particle(self, i: int) -> bool:
        return (
            self.columns.lower[i] in self.knowledge.particles
            and self.columns.text[i].islower()
            and i + 1 < len(self.columns)
            and (
                self.capital[i + 1]
                or self.columns.lower[i + 1] in self.knowledge.particles
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
        if not self.capital[i] or columns.lower[i] in self.knowledge.never:
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
        if (
            lower == "."
            and ahead
            and not columns.spaced[i - 1]
            and columns.lower[i - 1] in self.knowledge.courtesy | self.knowledge.offices
        ):
            return 2
        if lower == "and" and ahead and self._coordinated_inside(first, i):
            return 2
        if lower in {"-", "–", "/", "'", "’"} and ahead and not columns.spaced[i - 1] and not columns.spaced[i]:
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
        if (bare or columns.tag[i] == "POS") and lower in APOSTROPHES and ahead and self._possessive_inside(first, i):
            return 2
        if lower == "for" and ahead and self._ends_in_body_word(i + 1):
            return 2
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
            return self._bridge(i)
        if lower in {"of", "for"} and (ahead or self._bridge(i)) and self._is_body_word(i - 1):
            return self._bridge(i)
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
            and (columns.ent_type[i + 1] == "PERSON" or columns.tag[i + 1] in {"NNP", "FW"})
        )

    def _coordinated_inside(self, first: int, i: int) -> bool:
        """ "the Bus and Coach Makers’ Association": a coordination inside a name that an article begins."""
        columns = self.columns
        return (
            first > 0
            and columns.lower[first - 1] == "the"
            and self._entry(first, i) is None
            and columns.lower[i - 1] not in self.knowledge.organizations
            and columns.ent_type[i - 1] != "PERSON"
            and columns.pos[i + 1] != "PRON"
            and self._ends_in_body_word(i + 1)
        )

    def _possessive_inside(self, first: int, i: int) -> bool:
        """Whether a possessive belongs to a name: "the Grocers’ League" does, "Chile’s Senate" does not."""
        columns = self.columns
        if not self._ends_in_body_word(i + 1) or self._entry(first, i) is not None or self._entry(i - 1, i) is not None:
            return False
        return columns.lower[i] in {"'", "’"} or (columns.ent_type[i] == "ORG" and not columns.ent_begins[i])

    def _ends_in_body_word(self, i: int) -> bool:
        """Whether the stretch of capitalised words from a token on ends in the head of a body's name."""
        columns = self.columns
        while i + 1 < len(columns):
            if self._continues(i + 1):
                i += 1
            elif columns.lower[i + 1] in {"'", "’"} and i + 2 < len(columns) and self._continues(i + 2):
                i += 2
            else:
                break
        lower = self.columns.lower[i]
        return lower in self.knowledge.organizations or lower.removesuffix("s") in self.knowledge.organizations

    def _bridge(self, i: int) -> int:
        """Length of "of the", "for", "and" … if a capitalised word follows, else 0."""
        after = i + 1
        if after < len(self.columns) and self.columns.lower[after] in {"the", "of"}:
            after += 1
        return (
            after - i
            if after < len(self.columns)
            and self._continues(after)
            and self.columns.lower[after] not in self.knowledge.never
            else 0
        )

    def _is_body_word(self, i: int) -> bool:
        """Whether a word can be the head of a name with "of": Ministry of Health, Bank of England, Isle of Man."""
        lower = self.columns.lower[i]
        singular = lower.removesuffix("s")
        return self.capital[i] and (
            lower in self.knowledge.organizations
            or lower in self.knowledge.organization_words
            or lower in self.knowledge.places
            or lower in self.knowledge.things
            or singular in self.knowledge.organizations
            or lower
            in {
                "secretary",
                "minister",
                "republic",
                "university",
                "bank",
                "kingdom",
                "isle",
                "states",
                "college",
                "office",
            }
        )

    def _split(self, first: int, last: int) -> Iterator[Name]:
        """The names in a run: coordinated names apart, titles beside the name they belong to."""
        columns = self.columns
        for begin, end in self._parts(first, last):
            begin, end = self._trimmed(begin, end)
            if end - begin == 1 and columns.lower[begin] in self.knowledge.courtesy:
                continue
            if begin >= end:
                continue
            entry = self._entry(begin, end)
            if entry is not None:
                yield Name(begin, end, self._label(begin, end), entry=entry)
                continue
            title_end = self._title_end(begin, end)
            if title_end == end:
                yield from self._names_in_title(begin, end)
                continue
            if title_end > begin:
                yield from self._names_in_title(begin, title_end)
                core, last = self._trimmed(title_end, end)
                if core < last:
                    yield Name(core, last, self._label(core, last), range(begin, title_end), self._entry(core, last))
                continue
            yield from self._without_prefix(begin, end)

    def _without_prefix(self, begin: int, end: int) -> Iterator[Name]:
        """A country's or place's name right before a person's name, without a title between them, stands alone."""
        columns = self.columns
        for cut in range(begin + 1, end):
            if (
                columns.ent_begins[cut]
                and columns.ent_type[cut] == "PERSON"
                and columns.ent_type[cut - 1] in {"GPE", "NORP"}
                and self._entry(begin, cut) is not None
            ):
                yield Name(begin, cut, columns.ent_type[begin], entry=self._entry(begin, cut))
                yield Name(cut, end, "PERSON")
                return
        tagged = columns.tag[begin] in {"NNP", "NNPS"} or columns.ent_type[begin] in LABELS
        if end - begin == 1 and not tagged and not self._is_known_word(begin):
            return
        if not any(columns.text[i][0].isalpha() for i in range(begin, end)):
            return
        yield Name(begin, end, self._label(begin, end))

    def _parts(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Cut a run at an "and" that joins two names of one kind, and at a possessive inside."""
        columns, begin = self.columns, first
        for i in range(first, last):
            word = columns.lower[i]
            if (word in APOSTROPHES and columns.tag[i] == "POS" and not self._possessive_inside(begin, i)) or (
                word == "and" and not self._coordinated_inside(begin, i) and self._joins_names(begin, i, last)
            ):
                yield begin, i
                begin = i + 1
        yield begin, last

    def _joins_names(self, begin: int, conjunction: int, last: int) -> bool:
        left, right = self._entry(begin, conjunction), self._entry(conjunction + 1, last)
        if left is not None or right is not None:
            return True
        return self.columns.ent_type[conjunction] in {"PERSON", ""}

    def _trimmed(self, begin: int, end: int) -> tuple[int, int]:
        """Without articles, marks and possessives at the edges."""
        columns = self.columns
        while begin < end and (
            columns.lower[begin] in {"the", "a", "an", "and"} or not columns.text[begin][0].isalnum()
        ):
            begin += 1
        while begin < end and (
            columns.lower[end - 1] in APOSTROPHES
            or columns.lower[end - 1] in {"and", "of", "for", "the"}
            or (not columns.text[end - 1][-1].isalnum() and not columns.text[end - 1].endswith((".", "+")))
        ):
            end -= 1
        return begin, end

    def _title_end(self, begin: int, end: int) -> int:
        """Where the title phrase at the start of a stretch ends (`begin`: there is none; `end`: it is all title)."""
        columns, knowledge = self.columns, self.knowledge
        result = begin
        for i in range(begin, min(end, begin + 8)):
            if knowledge.is_title(columns.lower[i]):
                result = i + 1
                if result < end and columns.lower[result] in {"of", "for"}:
                    result = self._end_of_office(result, end)
                    break
            elif i > begin and self.columns.ent_begins[i] and columns.ent_type[i] == "PERSON":
                break
        if result > begin and not self._is_title_phrase(begin, result):
            return begin
        rest = [columns.lower[i] for i in range(result, end)]
        if (
            result > begin
            and rest
            and rest[-1] in knowledge.organizations
            and columns.lower[result - 1] not in knowledge.courtesy
        ):
            return begin
        return result

    def _end_of_office(self, of: int, end: int) -> int:
        """The end of "of State", "of the Treasury" after an office."""
        columns = self.columns
        i = of + 1
        while i < end and (columns.lower[i] in self.knowledge.modifiers or columns.lower[i] in {"the", "and", "house"}):
            i += 1
        return i if i > of + 1 else of

    def _is_title_phrase(self, begin: int, end: int) -> bool:
        """Whether the stretch that ends with a title can be one: "Bank President" is, "Green Party" is not."""
        knowledge = self.knowledge
        words = self.columns.lower[begin:end]
        if words[-1] in knowledge.organizations and words[-1] not in knowledge.persons:
            return False
        if "of" in words and words[words.index("of") - 1] in knowledge.organizations - knowledge.offices:
            return False
        return len(words) <= 8

    def _names_in_title(self, begin: int, end: int) -> Iterator[Name]:
        """Names of bodies and states inside a title phrase: "Kyiv Mayor", "OpenAI CEO"."""
        columns, knowledge = self.columns, self.knowledge
        i = begin
        while i < end:
            for size in range(min(knowledge.longest_entry, end - i), 0, -1):
                entry = self._entry(i, i + size)
                if entry is not None:
                    yield Name(i, i + size, self._label(i, i + size), entry=entry)
                    i += size
                    break
            else:
                if (
                    columns.ent_type[i] in {"ORG", "GPE"}
                    and columns.lower[i] not in knowledge.offices | knowledge.modifiers
                ):
                    last = i + 1
                    while (
                        last < end
                        and columns.ent_type[last] == columns.ent_type[i]
                        and not columns.ent_begins[last]
                        and columns.lower[last] not in knowledge.offices | knowledge.modifiers
                    ):
                        last += 1
                    yield Name(i, last, columns.ent_type[i], entry=None)
                    i = last
                else:
                    i += 1

    def _label(self, begin: int, end: int) -> str:
        """The recogniser's label for most of the tokens."""
        labels = [self.columns.ent_type[i] for i in range(begin, end) if self.columns.ent_type[i] in LABELS]
        return max(labels, key=lambda label: (labels.count(label), label)) if labels else ""

    def _entry(self, begin: int, end: int) -> Entry | None:
        if end - begin > self.knowledge.longest_entry + 2 or end <= begin:
            return None
        words = self.columns.words(begin, end).replace("’", "'")
        entry = self.knowledge.entry(words)
        if entry is None and words.isupper() and len(words) > 4:
            entry = self.knowledge.entry(words.title(), "country", "capital", "city")
        return entry
