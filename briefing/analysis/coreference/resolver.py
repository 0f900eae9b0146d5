"""Named actors and anaphors in; entities with all their mentions out.

The anaphors are taken from left to right. What the grammar decides (appositions, predicates, relative pronouns) is
taken from the parse; for the rest the compatible entities are ranked, and an anaphor is left alone unless the best
one is sure enough.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.analysis.coreference.anaphors import POSSESSIVE, REFLEXIVE, Anaphor, relative_noun
from briefing.analysis.coreference.entity import Entity, Reference
from briefing.analysis.coreference.features import Describer, Others
from briefing.analysis.coreference.nominals import is_new, may_refer
from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge

LONGEST_DESCRIPTION = 12
"""Words of a description between commas, after its noun."""

WINDOW = {"person": 6, "it": 3, "they": 3, "nominal": 40}
"""How many sentences back an antecedent may lie."""

SPEAKER_DISCOUNT = {"person": 0.75, "it": 0.75, "they": 1.0}
"""Part of the threshold that is asked of a pronoun which speaks, by class: it means an actor, "it" otherwise seldom.

Chosen on the corpus (cross-validated) so that at most one source in twenty that is "he" or "she" gets a wrong holder.
"""

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
            entity = self.by_grammar(anaphor)
            if entity is None:
                entity = self._by_rank(anaphor)
            if entity is None and anaphor.form == "nominal":
                entity = self.new_entity(anaphor)
            if entity is not None:
                self.link(anaphor, entity)
        for entity in self.entities:
            if entity.kind == "person" and entity.affiliation is None:
                entity.owner = self._owner(entity)

    def _owner(self, entity: Entity) -> Entity | None:
        """The body or state in "its chair", "the president of the federation", "Ana Ruiz of the federation"."""
        columns = self.columns
        for reference in entity.references:
            if reference.form == "pronoun":
                continue
            for child in columns.children[reference.head]:
                found = [child] if columns.dep[child] == "poss" else []
                if columns.dep[child] == "prep" and columns.lower[child] in {"of", "at", "for", "from", "with"}:
                    found = [inner for inner in columns.children[child] if columns.dep[inner] == "pobj"]
                for token in found:
                    owner = self.at.get(token)
                    if owner is not None and owner.kind in {"organization", "country", "bloc"} and not owner.is_place:
                        return owner
        return None

    def link(self, anaphor: Anaphor, entity: Entity) -> None:
        """Make the anaphor a mention of the entity."""
        reference = Reference(anaphor.first, anaphor.last, anaphor.head, anaphor.form, anaphor.word)
        entity.add(reference)
        self._mark(reference, entity)
        if anaphor.form == "nominal":
            entity.heads.add(anaphor.word)
            entity.words.update(
                self.columns.lower[i]
                for i in range(anaphor.first, anaphor.head)
                if self.columns.pos[i] in {"NOUN", "ADJ", "PROPN"}
            )
        if entity.kind == "person" and entity.gender == "unknown" and anaphor.gender in {"male", "female"}:
            entity.gender = anaphor.gender

    def by_grammar(self, anaphor: Anaphor) -> Entity | None:
        """Apposition, predicate and relative clause."""
        columns, head = self.columns, anaphor.head
        if anaphor.kind == "who":
            return self._before_relative(head)
        if anaphor.word in REFLEXIVE:
            subject = next((c for c in columns.children[columns.head[head]] if columns.dep[c] == "nsubj"), None)
            return self.at.get(subject) if subject is not None else None
        if anaphor.form != "nominal":
            return None
        beside: list[int] = []
        if columns.dep[head] == "appos":
            beside.append(columns.head[head])
        beside += [child for child in columns.children[head] if columns.dep[child] == "appos"]
        if columns.dep[head] == "attr" and columns.lemma[columns.head[head]] == "be" and anaphor.number == "singular":
            beside += [child for child in columns.children[columns.head[head]] if columns.dep[child] == "nsubj"]
        for other in beside:
            entity = self.at.get(other)
            if entity is not None and self._describes(anaphor, entity):
                return entity
        return self._second_description(anaphor) or self._between_commas(anaphor) or self._state_of_owner(anaphor)

    def _second_description(self, anaphor: Anaphor) -> Entity | None:
        """ "Ana Ruiz, a lawyer and a mother of two": a description coordinated with one that stands beside a name."""
        columns, first = self.columns, self.columns.head[anaphor.head]
        if (
            columns.dep[anaphor.head] != "conj"
            or columns.dep[first] not in {"appos", "attr"}
            or anaphor.kind != "person"
        ):
            return None
        entity = self.at.get(first)
        return entity if entity is not None and entity.kind == "person" and columns.tag[first] == "NN" else None

    def _between_commas(self, anaphor: Anaphor) -> Entity | None:
        """ "Ana Ruiz, a lawyer from Turin, said": right after a name and closed by a comma, however it was parsed."""
        columns, first = self.columns, anaphor.first
        if anaphor.kind != "person" or anaphor.number != "singular" or first < 2 or columns.text[first - 1] != ",":
            return None
        entity = self.at.get(first - 2)
        if entity is None or entity.kind != "person" or not entity.named or columns.dep[first - 2] == "poss":
            return None
        if not any(r.form == "name" and r.last == first - 1 for r in entity.references):
            return None
        if columns.dep[anaphor.head] in {"nsubj", "conj"} and columns.head[anaphor.head] != columns.head[first - 2]:
            return None
        last = anaphor.last
        while last < len(columns) and last - anaphor.last < LONGEST_DESCRIPTION and columns.text[last][0].isalnum():
            if columns.pos[last] in {"VERB", "AUX"} and columns.dep[last] not in {"relcl", "acl"}:
                return None
            last += 1
        return entity if last < len(columns) and columns.text[last] in ",.;:—–" else None

    def _state_of_owner(self, anaphor: Anaphor) -> Entity | None:
        """ "her government", "his country": the state for which the person holds an office."""
        if anaphor.possessor is None or anaphor.number != "singular":
            return None
        owner = self.at.get(anaphor.possessor)
        if owner is None or anaphor.word not in {"government", "administration", "country", "nation"}:
            return None
        if owner.kind == "country":
            return owner
        state = owner.owner if owner.owner is not None else self._by_id(owner.affiliation)
        return state if state is not None and state.kind == "country" else None

    def _by_id(self, actor_id: str | None) -> Entity | None:
        return next((e for e in self.entities if e.actor is not None and e.actor.id == actor_id), None)

    def _is_of_owner(self, anaphor: Anaphor, entity: Entity) -> bool:
        """Whether a description with a possessive pronoun ("her party") can mean an entity: only one of hers."""
        if anaphor.possessor is None or self.columns.pos[anaphor.possessor] != "PRON":
            return True
        owner = self.at.get(anaphor.possessor)
        if owner is None or entity is owner:
            return False
        return entity.belongs_to is owner or owner.owner is entity or self._by_id(owner.affiliation) is entity

    def _before_relative(self, pronoun: int) -> Entity | None:
        """The entity a relative clause belongs to; "which" only right after a mention, for the parse is often wrong."""
        noun = relative_noun(pronoun, self.columns)
        entity = self.at.get(noun) if noun is not None else None
        if entity is None or noun is None:
            return None
        if self.columns.lower[pronoun] in {"who", "whom", "whose"}:
            return entity if entity.kind in {"person", "group"} or self.columns.lower[pronoun] == "whose" else None
        before = pronoun - 1
        while before > 0 and not self.columns.text[before][0].isalnum():
            before -= 1
        return entity if self.at.get(before) is entity and entity.kind != "person" else None

    def _describes(self, anaphor: Anaphor, entity: Entity) -> bool:
        """Whether a description can be one of this entity at all."""
        if anaphor.kind in {"person", "group"}:
            return entity.kind in {"person", "group"} if anaphor.kind == "group" else entity.kind == "person"
        return entity.kind not in {"person"}

    def _by_rank(self, anaphor: Anaphor) -> Entity | None:
        candidates = self.candidates(anaphor)
        if not candidates:
            return None
        if anaphor.form == "nominal":
            nearest = candidates[0][0]
            if not nearest.named and anaphor.word in nearest.heads and anaphor.number == nearest.number:
                return nearest
        kind = class_of(anaphor)
        vectors = self.vectors(anaphor, candidates)
        scores = self.score(kind, vectors)
        best = max(range(len(candidates)), key=lambda i: scores[i])
        threshold = self.thresholds.get(kind, 0.5)
        if anaphor.form == "pronoun" and self._speaks(anaphor):
            threshold *= SPEAKER_DISCOUNT.get(kind, 1.0)
        if scores[best] < threshold:
            return None
        return candidates[best][0]

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
        sentence = self.columns.sentence[anaphor.head]
        window = WINDOW.get(class_of(anaphor), 3)
        for entity in self.entities:
            last = entity.before(anaphor.first)
            if last is None or sentence - self.columns.sentence[last.head] > window:
                continue
            if (
                self._agrees(anaphor, entity)
                and not self._excluded(anaphor, last, entity)
                and self._is_of_owner(anaphor, entity)
            ):
                found.append((entity, last))
        found.sort(key=lambda pair: -pair[1].first)
        return found[:12]

    def _agrees(self, anaphor: Anaphor, entity: Entity) -> bool:
        if anaphor.form == "nominal":
            return may_refer(anaphor, entity, self.columns, self.knowledge)
        if anaphor.kind == "person":
            return entity.kind == "person" and (entity.gender == "unknown" or entity.gender == anaphor.gender)
        if anaphor.kind == "it":
            return entity.kind in {"organization", "country", "bloc"}
        return entity.kind in {"group", "organization", "bloc", "country"}

    def _excluded(self, anaphor: Anaphor, last: Reference, entity: Entity) -> bool:
        """What binding forbids: a pronoun inside the mention, or two arguments of one verb with one referent."""
        columns, head = self.columns, anaphor.head
        if last.first <= anaphor.first < last.last:
            return True
        if anaphor.form == "pronoun" and anaphor.word not in POSSESSIVE | REFLEXIVE:
            parent = columns.head[head]
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
