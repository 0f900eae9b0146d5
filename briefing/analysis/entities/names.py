"""Columns of a parsed Doc in; the places where somebody or something is named out.

The runs of capitalised words are cut at titles, months, possessives and coordinations. Titles are no part of a name but
are kept beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Entry, Knowledge
from briefing.analysis.entities.runs import APOSTROPHES, LABELS, RunFinder

LABELLED = ("option", "options", "scenario", "scenarios", "annex", "appendix", "schedule", "phase", "tier", "variant")
"""What papers label with a letter, of which none is a name: "Option B", "Annex C"."""
LETTERS = r"[A-Z](?: ?(?:/|,|and|or) ?[A-Z])*[.]?"
ONE_LABEL = rf"(?:{'|'.join(LABELLED)})(?: (?-i:{LETTERS}))?"
LABEL = re.compile(rf"{ONE_LABEL}(?: (?:to|and|or|with) {ONE_LABEL})*", re.IGNORECASE)
LETTER = re.compile(LETTERS)
HONOURS = frozenset({"mp", "msp", "mep", "td", "mla"})
"""Titles that stand behind a name ("Ana Ruiz MP")."""
SEAT = re.compile(r"[DRI]-[A-Z]")
"""Party and state of a member of an American parliament ("D-Ohio")."""


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
    return list(_Cutter(columns, knowledge).names())


class _Cutter:
    def __init__(self, columns: Columns, knowledge: Knowledge) -> None:
        self.columns = columns
        self.knowledge = knowledge
        self.runs = RunFinder(columns, knowledge)

    def names(self) -> Iterator[Name]:
        for first, last in self.runs.find():
            yield from self._split(first, last)

    def _split(self, first: int, last: int) -> Iterator[Name]:
        """The names in a run: coordinated names apart, titles beside the name they belong to."""
        columns = self.columns
        for begin, end in self._parts(first, last):
            begin, end = self._trimmed(begin, end)
            if end - begin == 1 and columns.lower[begin] in self.knowledge.courtesy:
                continue
            if begin >= end or SEAT.match(columns.words(begin, end)) or self._is_label(begin, end):
                continue
            entry = self.runs.entry(begin, end)
            if entry is not None:
                yield Name(begin, end, self._label(begin, end), entry=entry)
                continue
            title_end = self._title_end(begin, end)
            if title_end == begin and (office := self._office_before(begin, end)) is not None:
                yield Name(office[1], end, "PERSON", range(office[0], office[1]))
                continue
            if title_end == end:
                yield from self._names_in_title(begin, end)
                continue
            if title_end > begin and columns.lower[title_end] in {"of", "for"}:
                yield from self._names_in_title(begin, end)
                continue
            if title_end > begin:
                yield from self._names_in_title(begin, title_end)
                core, last = self._trimmed(title_end, end)
                if core < last:
                    yield Name(
                        core, last, self._label(core, last), range(begin, title_end), self.runs.entry(core, last)
                    )
                continue
            yield from self._without_prefix(begin, end)

    def _is_label(self, begin: int, end: int) -> bool:
        """Whether a part of a paper is meant: "Option B", or the letter in "option B"."""
        columns = self.columns
        words = columns.words(begin, end)
        is_behind = begin > 0 and columns.lower[begin - 1] in LABELLED
        return LABEL.fullmatch(words) is not None or (is_behind and LETTER.fullmatch(words) is not None)

    def _without_prefix(self, begin: int, end: int) -> Iterator[Name]:
        """A country's or place's name right before a person's name, without a title between them, stands alone."""
        columns = self.columns
        for cut in range(begin + 1, end):
            if (
                columns.ent_begins[cut]
                and columns.ent_type[cut] == "PERSON"
                and columns.ent_type[cut - 1] in {"GPE", "NORP"}
                and self.runs.entry(begin, cut) is not None
            ):
                yield Name(begin, cut, columns.ent_type[begin], entry=self.runs.entry(begin, cut))
                yield Name(cut, end, "PERSON")
                return
        tagged = columns.tag[begin] in {"NNP", "NNPS"} or columns.ent_type[begin] in LABELS
        if end - begin == 1 and not tagged and not self.runs.is_known_word(begin):
            return
        if not any(columns.text[i][0].isalpha() for i in range(begin, end)):
            return
        yield Name(begin, end, self._label(begin, end))

    def _parts(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Cut a run at an "and" that joins two names of one kind, and at a possessive inside."""
        columns, begin = self.columns, first
        for i in range(first, last):
            word = columns.lower[i]
            if (
                word in APOSTROPHES and columns.tag[i] == "POS" and not self.runs.bodies.possessive_inside(begin, i)
            ) or (word == "and" and not self._is_inside(begin, i) and self._joins_names(begin, i, last)):
                yield begin, i
                begin = i + 1
        yield begin, last

    def _is_inside(self, begin: int, conjunction: int) -> bool:
        """Whether an "and" belongs to one name: "Bus and Coach Makers’ Association", "Ministry of Ports and Roads"."""
        bodies = self.runs.bodies
        return (
            (bodies.end_of_apposition(begin) or 0) > conjunction
            or bodies.coordinated_inside(begin, conjunction)
            or bodies.rest_of_remit(begin, conjunction) > 0
        )

    def _joins_names(self, begin: int, conjunction: int, last: int) -> bool:
        left, right = self.runs.entry(begin, conjunction), self.runs.entry(conjunction + 1, last)
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
            if self._is_monogram(i, end) or self._is_honour(i, begin, end):
                break
            if knowledge.is_title(columns.lower[i]) or self._is_calling(i, end):
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
            and columns.lower[result - 1] not in knowledge.courtesy | knowledge.short_titles.keys()
        ):
            return begin
        return result

    def _is_honour(self, i: int, begin: int, end: int) -> bool:
        """Whether a title stands behind a full name: "Ana Ruiz MP"."""
        is_last = i == end - 1 and i - begin > 1
        return is_last and self.columns.lower[i] in HONOURS and self._begins_person(begin)

    def _is_monogram(self, i: int, end: int) -> bool:
        """Whether an initial is followed by another one: then "M." is no Monsieur."""
        texts = self.columns.text[i : min(i + 2, end)]
        return len(texts) == 2 and all(len(text) == 2 and text[0].isupper() and text[1] == "." for text in texts)

    def _is_calling(self, i: int, end: int) -> bool:
        """Whether a capitalised noun for persons is a title before a full name ("Columnist Ana Ruiz")."""
        columns, knowledge = self.columns, self.knowledge
        if end - i < 3 or columns.text[i] in knowledge.given_names or not knowledge.is_person_noun(columns.lower[i]):
            return False
        return columns.text[i + 1] in knowledge.given_names and columns.tag[i + 2] in {"NNP", "NNPS", "FW"}

    def _end_of_office(self, of: int, end: int) -> int:
        """The end of "of State", "of the Treasury" after an office; of any words right before a given name."""
        columns = self.columns
        i = of + 1
        while i < end and (columns.lower[i] in self.knowledge.modifiers or columns.lower[i] in {"the", "and", "house"}):
            i += 1
        given = next((j for j in range(i, min(end, i + 4)) if self._begins_person(j)), end)
        if of + 1 < given < end - 1 and self.runs.entry(given, end) is None:
            return given
        return i if i > of + 1 else of

    def _office_before(self, begin: int, end: int) -> tuple[int, int] | None:
        """Where an office begins and ends whose remit, and then a name, stand at the start of the stretch.

        "Undersecretary" is no part of a run that begins with "State Ana Ruiz", "minister" none of "Trade Ana Ruiz".
        """
        of = begin - 2 if begin > 1 and self.columns.lower[begin - 1] == "the" else begin - 1
        if of < 1 or self.columns.lower[of] not in {"of", "for", "to"}:
            return None
        if self.columns.lower[of - 1] not in self.knowledge.offices:
            return None
        person = self._end_of_office(begin - 1, end)
        return (of - 1, person) if begin < person < end - 1 and self._begins_person(person) else None

    def _begins_person(self, i: int) -> bool:
        """Whether a person's name begins at a token: a given name, or what the recogniser takes for one."""
        columns = self.columns
        is_recognised = columns.ent_type[i] == "PERSON" and columns.ent_begins[i]
        return is_recognised or columns.text[i] in self.knowledge.given_names

    def _is_title_phrase(self, begin: int, end: int) -> bool:
        """Whether the stretch that ends with a title can be one: "Bank President" is, "Green Party" is not."""
        knowledge = self.knowledge
        words = self.columns.lower[begin:end]
        if "of" in words[1:-1] and words[words.index("of") - 1] in knowledge.offices:
            return len(words) <= 8
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
                entry = self.runs.entry(i, i + size)
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
