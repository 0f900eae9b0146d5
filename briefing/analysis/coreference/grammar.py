"""An anaphor in; the entity that the grammar alone ties it to out: apposition, predicate, relative clause, owner."""

from __future__ import annotations

from briefing.analysis.coreference.anaphors import POSSESSIVE, REFLEXIVE, Anaphor, relative_noun
from briefing.analysis.coreference.belonging import BelongingReader
from briefing.analysis.coreference.entity import Entity, Reference
from briefing.analysis.entities.address import follows_address
from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge

LONGEST_DESCRIPTION = 12
"""Words of a description between commas, after its noun."""
LONGEST_PATH = 4
"""Steps in the parse from a possessive pronoun up to the verb of its clause."""
LONGEST_TITLE = 3
"""Words of a title between the comma and the name ("the head of the bank, Dame Ana Ruiz")."""
LONGEST_COMPLEMENT = 10
"""Tokens from a noun to the comma behind what it is the head of."""


def end_of_complement(first: int, columns: Columns) -> int | None:
    """The comma that ends the prepositional phrase which begins at a token ("of the city council,")."""
    if first >= len(columns) or columns.pos[first] != "ADP":
        return None
    for token in range(first + 1, min(first + LONGEST_COMPLEMENT, len(columns))):
        if columns.text[token] == ",":
            return token
        if columns.pos[token] in {"VERB", "AUX", "PRON", "SCONJ", "PUNCT"} and columns.dep[token] != "poss":
            return None
    return None


class GrammarReader:
    """Reads the parse of one document; `at` grows while the anaphors are resolved."""

    def __init__(
        self, columns: Columns, at: dict[int, Entity], belonging: BelongingReader, knowledge: Knowledge
    ) -> None:
        self.columns = columns
        self.belonging = belonging
        self.ambiguous = knowledge.ambiguous
        """Nouns that mean a person as often as a body ("owner")."""
        self.thoughts = knowledge.descriptions["thoughts"]
        self.asking = knowledge.descriptions["asking"]
        self.at = at
        self.places = knowledge.organizations
        """Nouns of bodies that somebody is from ("an official in his office")."""

    def read(self, anaphor: Anaphor) -> Entity | None:
        """Apposition, predicate and relative clause."""
        columns, head = self.columns, anaphor.head
        if anaphor.kind == "who":
            return self._before_relative(head)
        if anaphor.word in REFLEXIVE:
            subject = next((c for c in columns.children[columns.head[head]] if columns.dep[c] == "nsubj"), None)
            return self.at.get(subject) if subject is not None else None
        if anaphor.form != "nominal":
            return None
        if follows_address(anaphor.first, columns):
            return None
        beside: list[int] = []
        if columns.dep[head] == "appos":
            beside.append(columns.head[head])
        beside += [child for child in columns.children[head] if columns.dep[child] == "appos"]
        beside += self._called(head)
        if columns.dep[head] == "attr" and columns.lemma[columns.head[head]] == "be" and anaphor.number == "singular":
            beside += [child for child in columns.children[columns.head[head]] if columns.dep[child] == "nsubj"]
        for other in beside:
            entity = self.at.get(other)
            if entity is not None and self._describes(anaphor, entity):
                return entity
        return (
            self._named_behind_complement(anaphor)
            or self._body_between_commas(anaphor)
            or self._body_behind_colon(anaphor)
            or self._second_description(anaphor)
            or self._between_commas(anaphor)
            or self.belonging.state_of_owner(anaphor)
            or self.belonging.body_of_owner(anaphor)
        )

    def subject_of_clause(self, possessive: int) -> Entity | None:
        """The subject before a possessive pronoun in an object of the same verb ("sold its barges")."""
        columns, token = self.columns, self.columns.head[possessive]
        for _ in range(LONGEST_PATH):
            if columns.dep[token] not in {"dobj", "pobj", "prep", "conj", "agent", "dative", "attr"}:
                return None
            token = columns.head[token]
            if columns.pos[token] in {"VERB", "AUX"}:
                subjects = [c for c in columns.children[token] if columns.dep[c] == "nsubj" and c < possessive]
                return self.at.get(subjects[0]) if subjects else None
        return None

    def is_owner_of_place_of(self, anaphor: Anaphor, last: Reference) -> bool:
        """Whether a pronoun is whose office or party it is that somebody is from ("an official in his office")."""
        columns, place = self.columns, self.columns.head[anaphor.head]
        if anaphor.word in POSSESSIVE and columns.lower[place] in self.thoughts:
            return place in columns.subtree(last.head)
        if anaphor.word not in POSSESSIVE or columns.lemma[place] not in self.places or columns.dep[place] != "pobj":
            return False
        return columns.head[columns.head[place]] == last.head

    def before_colon(self, anaphor: Anaphor) -> Entity | None:
        """ "Ruiz will vote against it: he thinks …": the only person before the colon, where the gender allows it."""
        columns, colon = self.columns, anaphor.head - 1
        if anaphor.word not in {"he", "she"} or colon < 1 or columns.text[colon] not in {":", ";"}:
            return None
        found: Entity | None = None
        for token in range(colon - 1, -1, -1):
            if columns.sentence[token] != columns.sentence[colon]:
                break
            entity = self.at.get(token)
            if entity is None or entity.kind != "person" or entity is found:
                continue
            if found is not None:
                return None
            found = entity
        return found if found is not None and found.gender in {"unknown", anaphor.gender} else None

    def asked_before(self, anaphor: Anaphor) -> Entity | None:
        """ "When Ruiz asked her to step down, she refused": whoever was asked answers."""
        columns, verb = self.columns, self.columns.head[anaphor.head]
        if anaphor.word not in {"he", "she"} or columns.dep[anaphor.head] != "nsubj":
            return None
        for asking in columns.children[verb]:
            if columns.dep[asking] != "advcl" or asking > verb or columns.lemma[asking] not in self.asking:
                continue
            subjects = [c for c in columns.children[asking] if columns.dep[c] == "nsubj"]
            objects = [c for c in columns.children[asking] if columns.dep[c] in {"dobj", "dative"}]
            asked = self.at.get(objects[0]) if subjects and objects else None
            if asked is not None and asked.kind == "person" and asked.gender in {"unknown", anaphor.gender}:
                return asked
        return None

    def named_in_main_clause(self, anaphor: Anaphor) -> Entity | None:
        """ "Although he voted for the law, Mr Ruiz dislikes it": the name that is the main clause's subject."""
        columns, verb = self.columns, self.columns.head[anaphor.head]
        if (
            anaphor.word not in {"he", "she"}
            or columns.dep[verb] != "advcl"
            or not columns.is_initial(anaphor.head - 1)
        ):
            return None
        for subject in columns.children[columns.head[verb]]:
            entity = self.at.get(subject)
            if columns.dep[subject] == "nsubj" and subject > verb and entity is not None and entity.named:
                is_she = entity.kind == "person" and entity.gender in {"unknown", anaphor.gender}
                return entity if is_she and columns.pos[subject] == "PROPN" else None
        return None

    def owner_in_source(self, anaphor: Anaphor) -> Entity | None:
        """ "An official in his office said he would …", "her lawyer said she …": the owner, not who speaks.

        "Aides to Mr Ruiz said he …": several cannot be "he", and speak of whom they are named by.
        """
        columns, verb = self.columns, self.columns.head[anaphor.head]
        if anaphor.word not in {"he", "she"} or columns.dep[verb] != "ccomp":
            return None
        wanted = "his" if anaphor.word == "he" else "her"
        for source in columns.children[columns.head[verb]]:
            if columns.dep[source] == "nsubj" and columns.pos[source] == "NOUN" and source < anaphor.head:
                owners = [i for i in columns.subtree(source) if columns.lower[i] == wanted and columns.dep[i] == "poss"]
                entity = self.at.get(owners[0]) if owners and self._leads_to(owners[0], source) else None
                if entity is None and columns.tag[source] == "NNS":
                    entity = self._only_person_in(source, anaphor)
                return entity if entity is not None and entity is not self.at.get(source) else None
        return None

    def _only_person_in(self, source: int, anaphor: Anaphor) -> Entity | None:
        """The only person whom a phrase names ("people close to Ana Ruiz", "the mayor’s friends"), if it can be he."""
        found = [self.at[i] for i in self.columns.subtree(source) if i in self.at and i != source]
        persons = list({id(entity): entity for entity in found if entity.kind == "person"}.values())
        if len(persons) != 1 or persons[0].gender not in {"unknown", anaphor.gender}:
            return None
        return persons[0]

    def _leads_to(self, owner: int, noun: int) -> bool:
        """Whether a possessive belongs to a noun, to the body that its bearer is from, or to what its bearer knows."""
        columns, place = self.columns, self.columns.head[owner]
        if place == noun or columns.lower[place] in self.thoughts:
            return True
        return columns.lemma[place] in self.places and columns.head[columns.head[place]] == noun

    def _called(self, head: int) -> list[int]:
        """ "a welder called Ana Ruiz"."""
        columns = self.columns
        return [
            name
            for child in columns.children[head]
            if columns.dep[child] == "acl" and columns.lower[child] in {"called", "named"}
            for name in columns.children[child]
            if columns.dep[name] == "oprd"
        ]

    def _named_behind_complement(self, anaphor: Anaphor) -> Entity | None:
        """ "The mayor of Turin, Ana Ruiz, said": the name between commas is the mayor's, whatever the parser says."""
        columns = self.columns
        if anaphor.kind != "person" or anaphor.number != "singular" or anaphor.definiteness in {"indefinite", "bare"}:
            return None
        comma = end_of_complement(anaphor.last, columns)
        if comma is None or any(self._is_person(i) for i in range(anaphor.last, comma)):
            return None
        for first in range(comma + 1, min(comma + 1 + LONGEST_TITLE, len(columns))):
            entity = self.at.get(first)
            if entity is None:
                if not columns.text[first][0].isupper():
                    return None
                continue
            name = next((r for r in entity.references if r.form == "name" and r.first == first), None)
            is_apposition = name is not None and entity.kind == "person" and not self._goes_on(name.last)
            return entity if is_apposition else None
        return None

    def _body_between_commas(self, anaphor: Anaphor) -> Entity | None:
        """ "Her group, Save Our Ponds, wants": the name of the body between commas, however it was parsed."""
        columns, comma = self.columns, anaphor.last
        if anaphor.kind != "organization" or anaphor.number != "singular" or columns.dep[anaphor.head] == "conj":
            return None
        if anaphor.definiteness not in {"definite", "possessive"} or columns.text[comma : comma + 1] != [","]:
            return None
        first = comma + 1 + (columns.lower[comma + 1 : comma + 2] == ["the"])
        entity = self.at.get(first)
        if entity is None or entity.kind != "organization" or entity.is_place:
            return None
        name = next((r for r in entity.references if r.form == "name" and r.first == first), None)
        if name is None or columns.text[name.last : name.last + 1] != [","] or self._goes_on(name.last):
            return None
        return entity

    def _body_behind_colon(self, anaphor: Anaphor) -> Entity | None:
        """ "Her union thinks otherwise: the Pilots' Association …": what the clause behind the colon begins with."""
        columns = self.columns
        if anaphor.kind != "organization" or anaphor.number != "singular" or anaphor.definiteness != "possessive":
            return None
        if columns.dep[anaphor.head] != "nsubj" or not columns.is_initial(anaphor.first):
            return None
        behind = range(anaphor.last, min(anaphor.last + LONGEST_COMPLEMENT, len(columns) - 2))
        colon = next((i for i in behind if columns.text[i] in {":", ";", "."}), None)
        if colon is None or columns.text[colon] != ":":
            return None
        first = colon + 1 + (columns.lower[colon + 1] == "the")
        entity = self.at.get(first)
        if entity is None or entity.kind != "organization" or not entity.named or entity.is_place:
            return None
        is_first = entity.references[0].first == first
        return entity if is_first or anaphor.word in entity.words else None

    def _is_person(self, token: int) -> bool:
        entity = self.at.get(token)
        return entity is not None and entity.kind == "person"

    def _goes_on(self, token: int) -> bool:
        """Whether a list of names goes on after one ("the mayor of Turin, Ana Ruiz and Li Wei")."""
        columns = self.columns
        if token < len(columns) and columns.text[token] == ",":
            token += 1
        return token < len(columns) and (columns.lower[token] in {"and", "or", "&"} or self._is_person(token))

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

    def _before_relative(self, pronoun: int) -> Entity | None:
        """The entity a relative clause belongs to; "which" only right after a mention, for the parse is often wrong."""
        if (named := self._named_between_commas(pronoun)) is not None:
            return named
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

    def _named_between_commas(self, pronoun: int) -> Entity | None:
        """ "The envoy of Peru, Luis Ramos, who opposes it": the person whose name fills the place between commas."""
        columns = self.columns
        last = pronoun - 2
        entity = self.at.get(last) if last > 0 and columns.text[pronoun - 1] == "," else None
        if entity is None or not entity.named or entity.kind != "person" or columns.lower[pronoun] != "who":
            return None
        first = last
        while first and self.at.get(first - 1) is entity:
            first -= 1
        return entity if first < last and first and columns.text[first - 1] == "," else None

    def _describes(self, anaphor: Anaphor, entity: Entity) -> bool:
        """Whether a description can be one of this entity at all."""
        if anaphor.word in self.ambiguous and entity.kind == "organization":
            return True
        if anaphor.kind in {"person", "group"}:
            return entity.kind == anaphor.kind
        return entity.kind not in {"person"}
