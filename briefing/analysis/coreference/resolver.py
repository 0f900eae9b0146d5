"""Named actors and anaphors in; entities with all their mentions out.

The anaphors are taken from left to right. What the grammar decides (appositions, predicates, relative pronouns) is
taken from the parse; for the rest the compatible entities are ranked, and an anaphor is left alone unless the best
one is sure enough.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from briefing.analysis.coreference.anaphors import PRONOUNS, REFLEXIVE, Anaphor
from briefing.analysis.coreference.belonging import BelongingReader
from briefing.analysis.coreference.entity import Entity, Reference
from briefing.analysis.coreference.features import INDEX, Describer, Others, phrase_head
from briefing.analysis.coreference.grammar import GrammarReader
from briefing.analysis.coreference.items import is_of_other_item
from briefing.analysis.coreference.nominals import Description, is_new, words_before
from briefing.analysis.coreference.turns import speakers_of_turns
from briefing.analysis.coreference.variation import person_of_paragraph
from briefing.analysis.entities.address import follows_address
from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge

WINDOW = {"person": 6, "it": 3, "they": 3, "nominal": 40}
"""How many sentences back an antecedent may lie."""

SPEAKER_DISCOUNT = {"person": 0.75, "it": 0.75, "they": 1.0}
"""Part of the threshold that is asked of a pronoun which speaks, by class: it means an actor, "it" otherwise seldom.

Chosen on the corpus (cross-validated) so that at most one source in twenty that is "he" or "she" gets a wrong holder.
"""

SPOKE_BEFORE, GENDER_UNKNOWN = INDEX["spoke in the sentence before"], INDEX["gender unknown"]
LIKELY = 0.5
"""Probability from which on a possessive pronoun means the subject of its clause, however likely others are."""
CONTESTED = 0.9
"""Probability from which on a pronoun is read against the speaker of the sentence before it."""

NAMED_SOON = 3
"""How many sentences after a description ("the mayor") the same one with the name may follow."""

Scorer = Callable[[str, list[list[float]]], Sequence[float]]
"""Class of the anaphor and the vectors of its candidates in; their probabilities out."""


def class_of(anaphor: Anaphor) -> str:
    """Which weights rank the candidates of an anaphor."""
    return "nominal" if anaphor.form == "nominal" else anaphor.kind


class Resolver:
    """Resolves the anaphors of one document."""

    def __init__(
        self,
        columns: Columns,
        knowledge: Knowledge,
        entities: list[Entity],
        score: Scorer,
        thresholds: dict[str, float],
    ) -> None:
        self.columns = columns
        self.knowledge = knowledge
        self.entities = entities
        self.score = score
        self.thresholds = thresholds
        self.describer = Describer(columns, knowledge)
        self.at: dict[int, Entity] = {}
        """Entity of each token inside one of its mentions."""
        self.belonging = BelongingReader(columns, knowledge, self.at, entities)
        self.grammar = GrammarReader(columns, self.at, self.belonging, knowledge)
        for entity in entities:
            for reference in entity.references:
                self._mark(reference, entity)
        self.turns = speakers_of_turns(entities, columns)

    def _mark(self, reference: Reference, entity: Entity) -> None:
        for token in range(reference.first, reference.last):
            self.at.setdefault(token, entity)
        self.at[reference.head] = entity

    def resolve(self, anaphors: list[Anaphor]) -> None:
        """Give each anaphor to an entity, make a new entity of it, or leave it alone."""
        for anaphor in anaphors:
            entity = self.grammar.read(anaphor)
            if entity is not None:
                self._absorb(anaphor, entity)
            if entity is None and anaphor.kind == "person":
                entity = (
                    self.grammar.owner_in_source(anaphor)
                    or self.grammar.before_colon(anaphor)
                    or self.grammar.asked_before(anaphor)
                )
            if entity is None and anaphor.word not in {"which", "that"}:
                entity = self._by_rank(anaphor)
            if entity is None and anaphor.form == "nominal":
                entity = self.new_entity(anaphor)
            if entity is not None:
                self.link(anaphor, entity)
        for entity in self.entities:
            if entity.kind == "person" and entity.affiliation is None:
                entity.owner = self.belonging.owner_of(entity)

    def _absorb(self, anaphor: Anaphor, entity: Entity) -> None:
        """ "The mayor has asked …": the same description, shortly before it names somebody, meant her already."""
        if anaphor.form != "nominal" or not entity.named or anaphor.kind != "person":
            return
        columns = self.columns
        for other in self.entities:
            reference = other.references[-1] if other.references else None
            if (
                reference is None
                or other.named
                or other.is_indefinite
                or other.kind != "person"
                or anaphor.word not in other.heads
                or other.modifiers
                or columns.sentence[anaphor.head] - columns.sentence[reference.head] > NAMED_SOON
                or (columns.block[reference.head] != columns.block[anaphor.head])
            ):
                continue
            for earlier in other.references:
                entity.add(earlier)
                for token in range(earlier.first, earlier.last):
                    self.at[token] = entity
            self.entities.remove(other)
            return

    def link(self, anaphor: Anaphor, entity: Entity) -> None:
        """Make the anaphor a mention of the entity."""
        reference = Reference(anaphor.first, anaphor.last, anaphor.head, anaphor.form, anaphor.word)
        entity.add(reference)
        self._mark(reference, entity)
        if anaphor.form == "nominal":
            entity.heads.add(anaphor.word)
            if entity.kind == "person" and anaphor.kind == "organization":
                entity.kind, entity.gender = "organization", "neuter"  # an office, and not who holds it
            before = words_before(anaphor, self.columns)
            if anaphor.possessor is not None:
                entity.owners |= {self.columns.lower[anaphor.possessor]} - entity.words
            entity.words |= before
        if entity.kind == "person" and entity.gender == "unknown" and anaphor.gender in {"male", "female"}:
            self._learn_gender(anaphor, entity)

    def _learn_gender(self, anaphor: Anaphor, entity: Entity) -> None:
        """A noun and a subject tell the gender; other pronouns, too often read wrongly, only hint at it."""
        if anaphor.form == "nominal" or self.columns.dep[anaphor.head] in {"nsubj", "nsubjpass"}:
            entity.gender = anaphor.gender
        else:
            hint = 0.5 if anaphor.gender == "female" else -0.5
            entity.leaning = max(-1.0, min(1.0, entity.leaning + hint))

    def _is_of_owner(self, anaphor: Anaphor, entity: Entity) -> bool:
        """Whether a description with a possessive pronoun ("her party") can mean an entity: only one of hers."""
        if anaphor.possessor is None or self.columns.pos[anaphor.possessor] != "PRON":
            return True
        owner = self.at.get(anaphor.possessor)
        if owner is None or entity is owner:
            return False
        return entity.belongs_to is owner or owner.owner is entity or self.belonging.by_id(owner.affiliation) is entity

    def _by_rank(self, anaphor: Anaphor) -> Entity | None:
        candidates = self.candidates(anaphor)
        if not candidates and (named := self.grammar.named_in_main_clause(anaphor)) is not None:
            return named
        if not candidates:
            return person_of_paragraph(anaphor, self.entities, self.columns, self.knowledge)
        if anaphor.form == "nominal":
            nearest = candidates[0][0]
            if not nearest.named and anaphor.word in nearest.heads and anaphor.number == nearest.number:
                return nearest
            candidates = self._by_same_noun(anaphor, candidates)
            if len(candidates) == 1 and self._is_so_called(anaphor, candidates[0][0]):
                return candidates[0][0]
        kind = class_of(anaphor)
        vectors = self.vectors(anaphor, candidates)
        scores = self.score(kind, vectors)
        best = max(range(len(candidates)), key=lambda i: scores[i])
        best = self._owned(anaphor, candidates, scores, self._bound(anaphor, candidates, scores, best))
        threshold = self.thresholds.get(kind, 0.5)
        if anaphor.form == "pronoun" and self._speaks(anaphor):
            threshold *= SPEAKER_DISCOUNT.get(kind, 1.0)
        if scores[best] < threshold or (kind == "person" and self._is_contested(best, vectors, scores)):
            return None
        return candidates[best][0]

    def _by_same_noun(
        self, anaphor: Anaphor, candidates: list[tuple[Entity, Reference]]
    ) -> list[tuple[Entity, Reference]]:
        """Those of the candidates that were called by the very noun; all where none was.

        Behind "a Western diplomat" and an envoy, "the diplomat" is the former, though an envoy is one, too; and
        beside the Harbour Union, "the union" is no federation. What any body may be called decides nothing.
        """
        if anaphor.kind == "person":
            same = [pair for pair in candidates if anaphor.word in pair[0].heads | pair[0].words]
        elif anaphor.word in self.knowledge.descriptions["anybody"]:
            same = [pair for pair in candidates if words_before(anaphor, self.columns) & pair[0].words]
            same = same or self._only_one_of_block(anaphor, candidates)
        else:
            same = [pair for pair in candidates if pair[0].named and anaphor.word in pair[0].words]
        return same or candidates

    def _is_so_called(self, anaphor: Anaphor, entity: Entity) -> bool:
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

    def _only_one_of_block(
        self, anaphor: Anaphor, candidates: list[tuple[Entity, Reference]]
    ) -> list[tuple[Entity, Reference]]:
        """The only candidate that the paragraph has mentioned before the anaphor, if it did something there."""
        block = self.columns.block[anaphor.head]
        near = [pair for pair in candidates if self.columns.block[pair[1].head] == block]
        return near if len(near) == 1 and self.describer.role(near[0][1].head) == "subject" else []

    def _bound(
        self, anaphor: Anaphor, candidates: list[tuple[Entity, Reference]], scores: Sequence[float], best: int
    ) -> int:
        """Of "The union sold its barges" the subject, if it is likely at all, before a likelier one further off."""
        if anaphor.word not in {"its", "their"}:
            return best
        subject = self.grammar.subject_of_clause(anaphor.head)
        chosen = next((i for i, (entity, _) in enumerate(candidates) if entity is subject), best)
        return chosen if scores[chosen] >= LIKELY else best

    def _owned(
        self, anaphor: Anaphor, candidates: list[tuple[Entity, Reference]], scores: Sequence[float], best: int
    ) -> int:
        """After "His deputy, Nils Berg, denied it" a pronoun means the deputy, not whose deputy he is."""
        last = candidates[best][1]
        if class_of(anaphor) != "person" or last.form != "pronoun" or self.columns.dep[last.head] != "poss":
            return best
        owned = self.columns.head[last.head]
        for i, (_, reference) in enumerate(candidates):
            if phrase_head(reference.head, self.columns) == owned and self.describer.is_main_subject(reference.head):
                return i if scores[i] >= LIKELY or _is_of_other_gender(anaphor, last) else best
        return best

    def _is_contested(self, best: int, vectors: list[list[float]], scores: Sequence[float]) -> bool:
        """Whether somebody else spoke in the sentence before whose gender only is not known: better no answer."""
        if vectors[best][SPOKE_BEFORE] or scores[best] >= CONTESTED:
            return False
        return any(vector[SPOKE_BEFORE] and vector[GENDER_UNKNOWN] for i, vector in enumerate(vectors) if i != best)

    def _speaks(self, anaphor: Anaphor) -> bool:
        """Whether the anaphor is the subject of a verb of speech: then it means an actor."""
        columns, head = self.columns, anaphor.head
        return columns.dep[head] == "nsubj" and columns.lemma[columns.head[head]] in self.knowledge.speech

    def vectors(self, anaphor: Anaphor, candidates: list[tuple[Entity, Reference]]) -> list[list[float]]:
        """The features of all candidates, which are in the order of nearness."""
        others = Others(anaphor, candidates, self.describer)
        return [
            self.describer.describe(anaphor, last, entity, rank, others)
            for rank, (entity, last) in enumerate(candidates)
        ]

    def candidates(self, anaphor: Anaphor) -> list[tuple[Entity, Reference]]:
        """The entities that agree with an anaphor and were mentioned not too long ago, the nearest first."""
        if anaphor.form == "nominal" and is_new(anaphor, self.columns, self.knowledge):
            return []
        found = []
        oldest = self.columns.sentence[anaphor.head] - WINDOW.get(class_of(anaphor), 3)
        agrees = self._agreement(anaphor)
        is_pronoun = anaphor.form == "pronoun"
        for entity in self.entities:
            # Of a pronoun this is cheaper than the search for the last mention, of a description it is dearer.
            if is_pronoun and not agrees(entity):
                continue
            last = entity.before(anaphor.first)
            if (
                last is not None
                and (self.columns.sentence[last.head] >= oldest or self._is_so_called(anaphor, entity))
                and (is_pronoun or agrees(entity))
                and not self._excluded(anaphor, last, entity)
                and self._is_of_owner(anaphor, entity)
            ):
                found.append((entity, last))
        found.sort(key=lambda pair: -pair[1].first)
        return found[:12]

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

    def _excluded(self, anaphor: Anaphor, last: Reference, entity: Entity) -> bool:
        """What binding forbids: a pronoun inside the mention, or two arguments of one verb with one referent."""
        columns, head = self.columns, anaphor.head
        if last.first <= anaphor.first < last.last or self.grammar.is_owner_of_place_of(anaphor, last):
            return True
        if anaphor.gender in {"male", "female"} and self._is_speaker_of_turn(anaphor, entity):
            return True
        is_body = anaphor.form == "nominal" and entity.kind == anaphor.kind == "organization"
        if is_body and is_of_other_item(anaphor, last, columns) and not self._is_so_called(anaphor, entity):
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
        if anaphor.form != "pronoun" or last.form == "pronoun" or not self._speaks(anaphor):
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

    def new_entity(self, anaphor: Anaphor) -> Entity:
        """An entity that the text only describes, so far without mentions."""
        kind = {"place": "organization"}.get(anaphor.kind, anaphor.kind)
        entity = Entity(
            kind=kind if kind in {"person", "organization", "country", "bloc", "group"} else "group",
            gender=anaphor.gender,
            number=anaphor.number,
            named=False,
            references=[],
            is_place=anaphor.kind == "place",
            is_indefinite=anaphor.definiteness == "indefinite",
        )
        if anaphor.possessor is not None:
            entity.belongs_to = self.at.get(anaphor.possessor)
        entity.modifiers = {
            self.columns.lower[i]
            for i in range(anaphor.first, anaphor.head)
            if self.columns.pos[i] in {"NOUN", "ADJ", "PROPN"}
        }
        self.entities.append(entity)
        return entity


def _is_of_other_gender(anaphor: Anaphor, last: Reference) -> bool:
    """Whether "he" would take up what was "she" before: in "her deputy denied it; he fears" he is not whose he is."""
    return {anaphor.gender, PRONOUNS[last.word][1]} == {"male", "female"}
