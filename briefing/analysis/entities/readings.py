"""A name that a gazetteer lists in; what it means at its place out: a state, its people, its capital as a place.

"Washington" may be the government, the city, the state or a general: the words around the name decide.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.evidence import NameKind, head_of
from briefing.analysis.entities.forms import form_of
from briefing.analysis.entities.knowledge import Entry, Knowledge
from briefing.analysis.entities.names import Name


class EntryReader:
    """Reads the gazetteer's names of one document."""

    def __init__(self, columns: Columns, knowledge: Knowledge) -> None:
        self.columns = columns
        self.knowledge = knowledge

    def person_forms(self, names: Iterable[Name]) -> dict[tuple[str, ...], int]:
        """Forms of a gazetteer that this document uses for a person, from which token on.

        "General Washington", and so "Washington" after it.
        """
        persons: dict[tuple[str, ...], int] = {}
        for name in names:
            last = self.columns.text[name.last - 1]
            if name.title and name.entry is not None and name.entry.kind in {"city", "capital", "country"}:
                persons.setdefault(form_of(name, self.columns, self.knowledge), name.first)
            elif name.last - name.first > 1 and (
                name.label == "PERSON" or self.columns.text[name.first] in self.knowledge.given_names
            ):
                entry = self.knowledge.entry(last)
                if entry is not None and entry.kind in {"city", "capital"}:
                    persons.setdefault((last.lower(),), name.first)
        return persons

    def is_person(self, name: Name, form: tuple[str, ...], persons: dict[tuple[str, ...], int]) -> bool:
        """Whether a name with such a form means the person at this place and not the city."""
        before = self.columns.lower[name.first - 1] if name.first else ""
        return form in persons and (name.first >= persons[form] or name.entry is None) and before not in {"in", "near"}

    def read(self, name: Name) -> tuple[Entry, str] | None:
        """What a name in the gazetteer means at this place."""
        entry = name.entry
        if entry is None:
            return None
        words = self.columns.words(name.first, name.last).replace("’", "'")
        if entry.kind == "capital" and not self._acts(name):
            return self.knowledge.entry(words, "city") or Entry("city", words), "a place"
        if entry.kind == "seat" and self.knowledge.entry(words, "capital") is not None and not self._acts(name):
            return self.knowledge.entry(words, "city") or Entry("city", words), "a place"
        if entry.kind in {"demonym", "adjective"} and self._is_people(name):
            return Entry("country", entry.actor), "its people"
        if entry.kind == "city":
            return None if name.title else (entry, "a place")
        return entry, "gazetteer"

    def _is_people(self, name: Name) -> bool:
        """ "the French", "the British": a demonym that is no attribute of a further noun."""
        root = head_of(name, self.columns)
        before = self.columns.lower[name.first - 1] if name.first else ""
        return before == "the" and self.columns.dep[root] in {"nsubj", "nsubjpass", "pobj", "dobj", "conj", "agent"}

    def is_adjective(self, name: Name) -> bool:
        """Whether the name is an attribute of a noun, and does not own it ("the Greens’ leader")."""
        root = head_of(name, self.columns)
        if self.columns.text[name.last : name.last + 1] in [["'"], ["’"]] and self.columns.tag[root] in {"NNP", "NNPS"}:
            return False
        return self.columns.pos[root] == "ADJ" or (
            self.columns.dep[root] in {"amod", "compound", "nmod"} and name.last < len(self.columns)
        )

    def _acts(self, name: Name) -> bool:
        """Whether a capital or seat does, says or owns something at this place, as governments do."""
        columns = self.columns
        root = head_of(name, columns)
        before = columns.lower[name.first - 1] if name.first else ""
        while columns.dep[root] == "conj" and columns.pos[columns.head[root]] == "PROPN":
            root = columns.head[root]
        parent, dep = columns.head[root], columns.dep[root]
        if before in self.knowledge.city_prepositions:
            return False
        if dep in {"nsubj", "agent"}:
            return columns.pos[parent] == "VERB" or columns.lemma[parent] == "be"
        if dep == "pobj":
            phrase = columns.lemma[parent].lower()
            return phrase in {"with", "by", "between", "against"} or (
                phrase == "to" and columns.dep[parent] == "dative"
            )
        if dep == "poss":
            noun = columns.lemma[parent].lower()
            return (
                noun not in self.knowledge.places
                and noun not in self.knowledge.city_nouns
                and not self.knowledge.is_person_noun(noun)
            )
        if dep == "nsubjpass" and any(
            columns.dep[c] == "xcomp" and self._is_active(c) for c in columns.children[parent]
        ):
            return True
        return dep in {"dobj", "nsubjpass"} and columns.lemma[parent] in self.knowledge.acts_on_states

    def _is_active(self, verb: int) -> bool:
        """Whether the subject of a verb does it itself: "Rome is expected to oppose it", and not "to be flooded"."""
        columns = self.columns
        return columns.pos[verb] == "VERB" and not any(columns.dep[c] == "auxpass" for c in columns.children[verb])


def kind_of_entry(entry: Entry) -> NameKind:
    """The kind of what an entry of a gazetteer means."""
    if entry.kind in {"country", "capital", "demonym", "people"}:
        return "country"
    if entry.kind == "seat":
        return "bloc" if entry.of_bloc else "country"
    if entry.kind in {"bloc", "organization", "person", "group"}:
        return entry.kind
    return "place"
