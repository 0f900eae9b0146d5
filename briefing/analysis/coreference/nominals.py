"""What a description can mean: whether it introduces somebody, and which entities its words allow."""

from __future__ import annotations

from collections.abc import Callable

from briefing.analysis.coreference.anaphors import Anaphor
from briefing.analysis.coreference.entity import Entity
from briefing.analysis.entities.actors import slug
from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge


def is_new(anaphor: Anaphor, columns: Columns, knowledge: Knowledge) -> bool:
    """Whether a description introduces somebody: indefinite, "another …", or with a possessor of its own."""
    words = {columns.lower[i] for i in range(anaphor.first, anaphor.head)}
    if words & knowledge.descriptions["other"]:
        return True
    if anaphor.definiteness == "indefinite":
        return True
    if anaphor.definiteness == "bare":
        if anaphor.number == "plural":
            return _has_origin(anaphor, columns)
        return columns.pos[anaphor.head] != "PROPN"
    return False


def _has_origin(anaphor: Anaphor, columns: Columns) -> bool:
    """Whether a bare plural says where its people are from or at ("nurses from Leeds"): others than before."""
    return any(
        columns.lower[child] in {"from", "at"}
        and any(columns.pos[inner] == "PROPN" for inner in columns.children[child])
        for child in columns.children[anaphor.head]
        if child > anaphor.head
    )


class Description:
    """A definite description (or a repeated bare plural), and which entities its words allow it to mean."""

    def __init__(
        self,
        anaphor: Anaphor,
        columns: Columns,
        knowledge: Knowledge,
        is_at_home: Callable[[Entity], bool] = lambda entity: False,
    ) -> None:
        self.anaphor = anaphor
        self.is_at_home = is_at_home
        """Whether somebody belongs to the body that the description names ("the union’s president")."""
        self.columns = columns
        self.knowledge = knowledge
        self.modifiers = words_before(anaphor, columns)
        self.telling = self.modifiers - knowledge.descriptions["neutral"]
        """The words before its head that not everybody can be called by."""
        self.names_itself = anaphor.kind in {"country", "place"} and _names_itself(anaphor, columns)
        self.is_bare_plural = anaphor.definiteness == "bare" and anaphor.number == "plural"

    def may_mean(self, entity: Entity) -> bool:
        """Whether it can mean an entity."""
        anaphor, knowledge = self.anaphor, self.knowledge
        if self.names_itself:
            return False
        if self.is_bare_plural:
            same = anaphor.word in entity.heads and self.modifiers == entity.modifiers
            return same and not entity.named and entity.number != "singular"
        if anaphor.kind == "person" and anaphor.word in self.knowledge.descriptions["watching offices"] & entity.heads:
            return entity.kind in {"person", "organization"} and self._fits(entity)
        if anaphor.kind == "person":
            return entity.kind == "person" and self._fits(entity) and self._may_be_person(entity)
        if anaphor.kind == "group":
            if entity.kind == "organization":
                return self._are_members_of(entity)
            return entity.kind == "group" and anaphor.word in entity.heads and self._fits(entity)
        if self._is_office(entity):
            return True
        if entity.kind in {"person", "group"} or not self._fits(entity):
            return False
        if anaphor.number == "plural":
            return not entity.named and anaphor.word in entity.heads
        if entity.kind == "country" and anaphor.word == "government":
            return any(_is_of_state(word, entity, knowledge) for word in self.modifiers)
        return anaphor.word in entity.heads or anaphor.word in entity.words or self._may_be_body(entity)

    def _is_office(self, entity: Entity) -> bool:
        """Whether "the watchdog" can mean an office whose holder the text does not name ("the Data Commissioner")."""
        nouns = self.knowledge.descriptions
        is_unnamed = entity.kind == "person" and not entity.named and not entity.is_indefinite
        return self.anaphor.word in nouns["watchdogs"] and is_unnamed and bool(entity.heads & nouns["watching offices"])

    def _are_members_of(self, entity: Entity) -> bool:
        """Whether "the nurses" can mean a union: one whose name says that its members are nurses."""
        anaphor, columns = self.anaphor, self.columns
        if not entity.named or entity.is_place or anaphor.definiteness != "definite" or self.modifiers:
            return False
        if any(child > anaphor.head and columns.dep[child] != "case" for child in columns.children[anaphor.head]):
            return False
        members = {word.strip("’'") for word in entity.words}
        return columns.lower[anaphor.head] in members and bool(entity.words & self.knowledge.descriptions["of members"])

    def _fits(self, entity: Entity) -> bool:
        """Whether the words before its head, and its owner, are not those of somebody else."""
        anaphor, nouns, columns = self.anaphor, self.knowledge.descriptions, self.columns
        if self.telling and (not entity.named or entity.kind == "person" or anaphor.word in nouns["public"]):
            unknown = {w for w in self.telling - entity.words if not _is_of_state(w, entity, self.knowledge)}
            if anaphor.word in nouns["partisans"]:
                unknown = {word for word in unknown if self.knowledge.entry(word.capitalize()) is None}
            if anaphor.possessor is not None and self.is_at_home(entity):
                unknown.discard(columns.lower[anaphor.possessor])
            if unknown:
                return False
        if anaphor.possessor is None or columns.pos[anaphor.possessor] == "PRON":
            return True
        owner = anaphor.possessor
        if columns.lower[owner] in entity.words or slug(columns.text[owner]) == entity.affiliation:
            return True
        return entity.kind == "person" and anaphor.word in entity.heads | entity.words and self.is_at_home(entity)

    def _may_be_person(self, entity: Entity) -> bool:
        anaphor, nouns = self.anaphor, self.knowledge.descriptions
        if "unknown" not in {anaphor.gender, entity.gender} and anaphor.gender != entity.gender:
            return False
        if anaphor.word in nouns["persons"] or anaphor.word in nouns["partisans"]:
            return True
        wanted = {anaphor.word} | self.knowledge.synonyms.get(anaphor.word, frozenset())
        if not wanted & (entity.heads | (entity.words - entity.owners)):
            return False
        return not self._is_only_second(entity)

    def _is_only_second(self, entity: Entity) -> bool:
        """Whether a person is the deputy of whom the description means: "the mayor" is no "deputy mayor"."""
        seconds = self.knowledge.descriptions["seconds"]
        role = (entity.actor.role or "").lower().replace("-", " ").split() if entity.actor is not None else []
        if self.anaphor.word not in role[1:] or self.modifiers & seconds:
            return False
        places = [place for place, word in enumerate(role) if word == self.anaphor.word]
        return all(place and role[place - 1] in seconds for place in places)

    def _may_be_body(self, entity: Entity) -> bool:
        anaphor, nouns = self.anaphor, self.knowledge.descriptions
        if anaphor.kind == "place":
            return entity.is_place or (anaphor.word == "state" and entity.kind == "country")
        if anaphor.kind in {"country", "bloc"}:
            return entity.kind == anaphor.kind
        if anaphor.word in self.knowledge.bloc_nouns and entity.kind == "bloc":
            return True
        if entity.kind != "organization" or entity.is_place or not entity.named or anaphor.word not in nouns["bodies"]:
            return False
        if anaphor.word in nouns["companies"]:
            return not entity.words & nouns["public"]
        if anaphor.word in nouns["watchdogs"]:
            return bool(entity.words & nouns["watching"])
        if anaphor.word == "party" and self._is_party(entity):
            return True
        if anaphor.word in {"union", "party"}:
            return bool(entity.words & nouns["members"])
        return True

    def _is_party(self, entity: Entity) -> bool:
        """Whether a body is called by what the members of a party are ("the Greens", "the Liberal Democrats")."""
        words = entity.actor.name.lower().split() if entity.actor is not None else []
        return not {words[-1] if words else "", "-".join(words[-2:])}.isdisjoint(self.knowledge.parties)


def _names_itself(anaphor: Anaphor, columns: Columns) -> bool:
    """ "the state of Washington", "the city of Lyon": the phrase says which one it means."""
    prepositions = [c for c in columns.children[anaphor.head] if columns.lower[c] == "of"]
    return any(columns.pos[inner] == "PROPN" for c in prepositions for inner in columns.children[c])


def _is_of_state(word: str, entity: Entity, knowledge: Knowledge) -> bool:
    """Whether an adjective is that of the entity's own state ("the Turkish leader")."""
    entry = knowledge.entry(word.capitalize(), "demonym", "country")
    if entry is None:
        return False
    if entity.kind == "country":
        return entity.actor is not None and entry.actor in {entity.actor.name, *entity.actor.aliases}
    return entity.affiliation == slug(entry.actor)


def words_before(anaphor: Anaphor, columns: Columns) -> set[str]:
    """The words before the head of a description that are more than articles."""
    return {columns.lower[i] for i in range(anaphor.first, anaphor.head) if columns.pos[i] in {"NOUN", "ADJ", "PROPN"}}
