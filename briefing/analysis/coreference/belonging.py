"""A person, or what is called hers, in; the body or state she belongs to out.

A description of her may name it ("its chair", "the president of the federation"), or a clause ("who chairs the
league"). "Her company", "his party" and "the league's president" then mean that body, and whoever presides over it.
"""

from __future__ import annotations

from briefing.analysis.coreference.anaphors import Anaphor
from briefing.analysis.coreference.entity import Entity
from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge
from briefing.analysis.entities.roles import LEADING

MODIFIERS = {"nmod", "compound"}
APOSTROPHES = {"'", "’", "'s", "’s"}
STATES = {"government", "administration", "country", "nation"}


class BelongingReader:
    """Reads who belongs to what in one document; `at` and `entities` grow while the anaphors are resolved."""

    def __init__(self, columns: Columns, knowledge: Knowledge, at: dict[int, Entity], entities: list[Entity]) -> None:
        self.columns = columns
        self.knowledge = knowledge
        self.at = at
        self.entities = entities

    def by_id(self, actor_id: str | None) -> Entity | None:
        """The named entity of an actor."""
        return next((e for e in self.entities if e.actor is not None and e.actor.id == actor_id), None)

    def home_of(self, person: Entity) -> Entity | None:
        """The body or state that a person belongs to, as far as the text has told."""
        if person.affiliation is not None:
            return self.by_id(person.affiliation)
        return person.owner if person.owner is not None else self.owner_of(person)

    def belongs_to_owner(self, anaphor: Anaphor, person: Entity) -> bool:
        """Whether a person belongs to the body that a description names as its owner ("the union's president")."""
        owner = self.at.get(anaphor.possessor) if anaphor.possessor is not None else None
        return owner is not None and person.kind == "person" and self.home_of(person) is owner

    def owner_of(self, entity: Entity) -> Entity | None:
        """The body in "its chair", "the president of the federation", "Ana Ruiz, who chairs the federation"."""
        columns = self.columns
        for reference in entity.references:
            if reference.form == "pronoun":
                found = self._led(reference.head)
            else:
                found = [token for child in columns.children[reference.head] for token in self._owners(child)]
            for token in found:
                owner = self.at.get(token)
                if owner is not None and owner.kind in {"organization", "country", "bloc"} and not owner.is_place:
                    return owner
        return None

    def _owners(self, child: int) -> list[int]:
        columns = self.columns
        if columns.dep[child] == "poss" or (columns.dep[child] in MODIFIERS and self._is_possessive(child)):
            return [child]
        if columns.dep[child] == "prep" and columns.lower[child] in {"of", "at", "for", "from", "with"}:
            return [inner for inner in columns.children[child] if columns.dep[inner] == "pobj"]
        return []

    def _is_possessive(self, noun: int) -> bool:
        """Whether an apostrophe follows a noun, whatever the parser takes it for ("the Greens’ leader")."""
        return noun + 1 < len(self.columns) and self.columns.text[noun + 1] in APOSTROPHES

    def _led(self, who: int) -> list[int]:
        """The "league" of "who chairs the league", "who speaks for the league on taxes"."""
        columns, verb = self.columns, self.columns.head[who]
        if columns.lower[who] != "who" or columns.dep[who] != "nsubj":
            return []
        if columns.lemma[verb] in LEADING:
            return [child for child in columns.children[verb] if columns.dep[child] == "dobj"]
        if columns.lemma[verb] != "speak":
            return []
        behind = [child for child in columns.children[verb] if columns.lower[child] == "for"]
        return [inner for child in behind for inner in columns.children[child] if columns.dep[inner] == "pobj"]

    def state_of_owner(self, anaphor: Anaphor) -> Entity | None:
        """ "her government", "his country": the state for which the person holds an office."""
        if anaphor.possessor is None or anaphor.number != "singular" or anaphor.word not in STATES:
            return None
        owner = self.at.get(anaphor.possessor)
        if owner is None or owner.kind == "country":
            return owner
        state = owner.owner if owner.owner is not None else self.by_id(owner.affiliation)
        return state if state is not None and state.kind == "country" else None

    def body_of_owner(self, anaphor: Anaphor) -> Entity | None:
        """ "her company", "his party", "their network": the body that the person before belongs to."""
        if anaphor.possessor is None or anaphor.number != "singular" or anaphor.kind not in {"organization", "bloc"}:
            return None
        owner = self.at.get(anaphor.possessor)
        if owner is None or owner.kind != "person":
            return None
        home = self.home_of(owner)
        if home is not None and self._may_be_called(home, anaphor.word):
            return home
        return self._run_by(owner, anaphor.word)

    def _run_by(self, minister: Entity, word: str) -> Entity | None:
        """ "Her ministry": the one whose name has the field of the minister's office ("health minister")."""
        role = set((minister.actor.role or "").lower().split()) if minister.actor is not None else set()
        fields = role & self.knowledge.fields
        nouns = self.knowledge.descriptions
        if word not in nouns["ministries"] or not role & nouns["ministers"] or not fields:
            return None
        run = [e for e in self.entities if e.named and e.kind == "organization" and word in e.words]
        of_field = [e for e in run if fields & e.words]
        return of_field[0] if len(of_field) == 1 else None

    def _may_be_called(self, home: Entity, word: str) -> bool:
        """Whether a body can be taken up by a noun: one of its name, one that fits all bodies or those of its sort."""
        nouns = self.knowledge.descriptions
        if home.kind not in {"organization", "bloc"} or home.is_place:
            return False
        if word in home.words or word in home.heads:
            return True
        if home.words & nouns["offices of state"]:
            return False
        if word in nouns["homes"]:
            return True
        if not home.named:
            return False
        if word in {"union", "association"}:
            return bool(home.words & nouns["members"])
        if word == "party":
            return not home.words & ((nouns["public"] | nouns["companies"]) - nouns["parties"])
        return word in nouns["companies"] and not home.words & nouns["public"]
