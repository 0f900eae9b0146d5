"""Named actors and anaphors in; entities with all their mentions out.

The anaphors are taken from left to right. What the grammar decides (appositions, predicates, relative pronouns) is
taken from the parse; for the rest the compatible entities are ranked, and an anaphor is left alone unless the best
one is sure enough.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.analysis.coreference.anaphors import PRONOUNS, Anaphor
from briefing.analysis.coreference.belonging import BelongingReader
from briefing.analysis.coreference.candidates import CandidateFinder, class_of, speaks
from briefing.analysis.coreference.entity import Entity, Reference
from briefing.analysis.coreference.features import INDEX, Describer, Others, phrase_head
from briefing.analysis.coreference.grammar import GrammarReader
from briefing.analysis.coreference.nominals import words_before
from briefing.analysis.coreference.variation import person_of_paragraph
from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge

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
        self.candidates = CandidateFinder(columns, knowledge, entities, self.at, self.belonging, self.grammar)
        for entity in entities:
            for reference in entity.references:
                self._mark(reference, entity)

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

    def _by_rank(self, anaphor: Anaphor) -> Entity | None:
        candidates = self.candidates.find(anaphor)
        if not candidates and (named := self.grammar.named_in_main_clause(anaphor)) is not None:
            return named
        if not candidates:
            return person_of_paragraph(anaphor, self.entities, self.columns, self.knowledge)
        if anaphor.form == "nominal":
            nearest = candidates[0][0]
            if not nearest.named and anaphor.word in nearest.heads and anaphor.number == nearest.number:
                return nearest
            candidates = self._by_same_noun(anaphor, candidates)
            if len(candidates) == 1 and self.candidates.is_so_called(anaphor, candidates[0][0]):
                return candidates[0][0]
        kind = class_of(anaphor)
        vectors = self.vectors(anaphor, candidates)
        scores = self.score(kind, vectors)
        best = max(range(len(candidates)), key=lambda i: scores[i])
        best = self._owned(anaphor, candidates, scores, self._bound(anaphor, candidates, scores, best))
        threshold = self.thresholds.get(kind, 0.5)
        if anaphor.form == "pronoun" and speaks(anaphor, self.columns, self.knowledge):
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

    def vectors(self, anaphor: Anaphor, candidates: list[tuple[Entity, Reference]]) -> list[list[float]]:
        """The features of all candidates, which are in the order of nearness."""
        others = Others(anaphor, candidates, self.describer)
        return [
            self.describer.describe(anaphor, last, entity, rank, others)
            for rank, (entity, last) in enumerate(candidates)
        ]

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
