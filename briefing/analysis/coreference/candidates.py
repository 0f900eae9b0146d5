"""A pronoun or a description in; the entities that it may mean out, the nearest first.

They agree with it in kind, gender and wording, were mentioned not too long ago, and are not ruled out by binding.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from briefing.analysis.coreference.anaphors import REFLEXIVE, Anaphor
from briefing.analysis.coreference.belonging import BelongingReader
from briefing.analysis.coreference.entity import Entity, Reference
from briefing.analysis.coreference.grammar import GrammarReader
from briefing.analysis.coreference.items import is_of_other_item
from briefing.analysis.coreference.nominals import Description, is_new, words_before
from briefing.analysis.coreference.turns import speakers_of_turns
from briefing.analysis.entities.address import follows_address
from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge

WINDOW = {"person": 6, "it": 3, "they": 3, "nominal": 40}
"""How many sentences back an antecedent may lie."""
MOST = 12
"""How many candidates are looked at: the nearest ones."""


def class_of(anaphor: Anaphor) -> str:
    """Which weights rank the candidates of an anaphor."""
    return "nominal" if anaphor.form == "nominal" else anaphor.kind


def speaks(anaphor: Anaphor, columns: Columns, knowledge: Knowledge) -> bool:
    """Whether the anaphor is the subject of a verb of speech: then it means an actor."""
    head = anaphor.head
    return columns.dep[head] == "nsubj" and columns.lemma[columns.head[head]] in knowledge.speech


class CandidateFinder:
    """Finds the candidates in one document; `at` and the entities grow while the anaphors are resolved."""

    def __init__(
        self,
        columns: Columns,
        knowledge: Knowledge,
        entities: list[Entity],
        at: Mapping[int, Entity],
        belonging: BelongingReader,
        grammar: GrammarReader,
    ) -> None:
        self.columns = columns
        self.knowledge = knowledge
        self.at = at
        self.belonging = belonging
        self.grammar = grammar
        self.entities = entities
        self.turns = speakers_of_turns(entities, columns)

    def find(self, anaphor: Anaphor) -> list[tuple[Entity, Reference]]:
        """The candidates, each with its last mention before the anaphor."""
        if anaphor.form == "nominal" and is_new(anaphor, self.columns, self.knowledge):
            return []
        sentence = self.columns.sentence
        oldest = sentence[anaphor.head] - WINDOW.get(class_of(anaphor), 3)
        agrees = self._agreement(anaphor)
        is_pronoun = anaphor.form == "pronoun"
        found = []
        for entity in self.entities:
            # Of a pronoun this is cheaper than the search for the last mention, of a description it is dearer.
            if is_pronoun and not agrees(entity):
                continue
            last = entity.before(anaphor.first)
            if (
                last is not None
                and (sentence[last.head] >= oldest or self.is_so_called(anaphor, entity))
                and (is_pronoun or agrees(entity))
                and not self._excluded(anaphor, last, entity)
                and self._is_of_owner(anaphor, entity)
            ):
                found.append((entity, last))
        found.sort(key=lambda pair: -pair[1].first)
        return found[:MOST]

    def is_so_called(self, anaphor: Anaphor, entity: Entity) -> bool:
        """Whether "the union" stands in a body's name: then it is not forgotten, however long ago it was named."""
        is_plain = (
            anaphor.definiteness == "definite" and anaphor.number == "singular" and anaphor.kind == "organization"
        )
        if not is_plain or entity.actor is None or entity.kind != "organization" or entity.is_place:
            return False
        nouns = self.knowledge.descriptions
        if words_before(anaphor, self.columns) - entity.words - nouns["neutral"]:
            return False
        return anaphor.word not in nouns["anybody"] and anaphor.word in entity.actor.name.lower().split()

    def _agreement(self, anaphor: Anaphor) -> Callable[[Entity], bool]:
        """What tells whether an entity is of the kind, gender and wording that an anaphor asks for."""
        if anaphor.form == "nominal":
            at_home = partial(self.belonging.belongs_to_owner, anaphor)
            return Description(anaphor, self.columns, self.knowledge, at_home).may_mean
        if anaphor.kind == "person":
            genders = {"unknown", anaphor.gender}
            return lambda entity: entity.kind == "person" and entity.gender in genders
        kinds = {"organization", "country", "bloc"} | ({"group"} if anaphor.kind != "it" else set())
        return lambda entity: entity.kind in kinds

    def _is_of_owner(self, anaphor: Anaphor, entity: Entity) -> bool:
        """Whether a description with a possessive pronoun ("her party") can mean an entity: only one of hers."""
        if anaphor.possessor is None or self.columns.pos[anaphor.possessor] != "PRON":
            return True
        owner = self.at.get(anaphor.possessor)
        if owner is None or entity is owner:
            return False
        return entity.belongs_to is owner or owner.owner is entity or self.belonging.by_id(owner.affiliation) is entity

    def _excluded(self, anaphor: Anaphor, last: Reference, entity: Entity) -> bool:
        """What binding forbids: a pronoun inside the mention, or two arguments of one verb with one referent."""
        columns, head = self.columns, anaphor.head
        if last.first <= anaphor.first < last.last or self.grammar.is_owner_of_place_of(anaphor, last):
            return True
        if anaphor.gender in {"male", "female"} and self._is_speaker_of_turn(anaphor, entity):
            return True
        is_body = anaphor.form == "nominal" and entity.kind == anaphor.kind == "organization"
        if is_body and is_of_other_item(anaphor, last, columns) and not self.is_so_called(anaphor, entity):
            return True
        if last.last == anaphor.first - 1 and follows_address(anaphor.first, columns):
            return True
        if self._is_spoken_of(anaphor, last):
            return True
        if anaphor.form == "pronoun" and columns.dep[head] != "poss" and anaphor.word not in REFLEXIVE:
            parent = columns.head[head]
            if columns.dep[head] in {"dobj", "dative"} and self._acts(entity, parent, head):
                return True
            if (
                columns.dep[head] in {"dobj", "dative", "nsubj"}
                and columns.head[last.head] == parent
                and last.head != head
            ):
                return columns.dep[last.head] in {"nsubj", "nsubjpass", "dobj", "dative"}
            if columns.dep[head] == "pobj" and columns.head[parent] == columns.head[last.head]:
                return columns.dep[last.head] in {"nsubj", "dobj"}
        if anaphor.form == "nominal" and columns.head[last.head] == columns.head[head]:
            return columns.dep[last.head] in {"nsubj", "dobj", "conj"} or columns.dep[head] == "conj"
        return False

    def _is_speaker_of_turn(self, anaphor: Anaphor, entity: Entity) -> bool:
        """Whether the anaphor is a "he" or "she" in what an entity says itself, and not in what is quoted there."""
        is_pronoun = anaphor.form == "pronoun" and not self.columns.quotation[anaphor.head]
        return is_pronoun and self.turns.get(self.columns.block[anaphor.head]) is entity

    def _is_spoken_of(self, anaphor: Anaphor, last: Reference) -> bool:
        """Whether a speaker says a name or a noun in a quotation: “The college is late,” they wrote, is not of it."""
        columns = self.columns
        if anaphor.form != "pronoun" or last.form == "pronoun" or not speaks(anaphor, columns, self.knowledge):
            return False
        return (
            not columns.quotation[anaphor.head]
            and bool(columns.quotation[last.head])
            and columns.sentence[last.head] == columns.sentence[anaphor.head]
        )

    def _acts(self, entity: Entity, verb: int, before: int) -> bool:
        """Whether an entity, wherever else it was named since, is the subject of a verb, or of the one before it."""
        columns = self.columns
        subjects = [c for c in columns.children[verb] if columns.dep[c] == "nsubj" and c < before]
        if not subjects and columns.dep[verb] == "conj":
            subjects = [c for c in columns.children[columns.head[verb]] if columns.dep[c] == "nsubj" and c < before]
        return any(self.at.get(subject) is entity for subject in subjects)
