"""What a description can mean: whether it introduces somebody, and which entities its words allow."""

from __future__ import annotations

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
        return anaphor.number == "singular" and columns.pos[anaphor.head] != "PROPN"
    return False


def may_refer(anaphor: Anaphor, entity: Entity, columns: Columns, knowledge: Knowledge) -> bool:
    """Whether a definite description (or a repeated bare plural) can mean an entity."""
    modifiers, nouns = _modifiers(anaphor, columns), knowledge.descriptions
    if anaphor.kind in {"country", "place"} and _names_itself(anaphor, columns):
        return False
    if anaphor.definiteness == "bare" and anaphor.number == "plural":
        same = anaphor.word in entity.heads and modifiers == entity.modifiers
        return same and not entity.named and entity.number != "singular"
    unknown = (
        modifiers
        - entity.words
        - nouns["neutral"]
        - {word for word in modifiers if _is_of_state(word, entity, knowledge)}
    )
    if anaphor.word in nouns["partisans"]:
        unknown = {word for word in unknown if knowledge.entry(word.capitalize()) is None}
    if unknown and (not entity.named or entity.kind == "person" or anaphor.word in nouns["public"]):
        return False
    if anaphor.possessor is not None and columns.pos[anaphor.possessor] != "PRON":
        owner = columns.lower[anaphor.possessor]
        if owner not in entity.words and slug(columns.text[anaphor.possessor]) != entity.affiliation:
            return False
    if anaphor.kind == "person":
        if entity.kind != "person" or (
            "unknown" not in {anaphor.gender, entity.gender} and anaphor.gender != entity.gender
        ):
            return False
        wanted = {anaphor.word} | knowledge.synonyms.get(anaphor.word, frozenset())
        return bool(wanted & (entity.heads | entity.words)) or anaphor.word in nouns["persons"] | nouns["partisans"]
    if anaphor.kind == "group":
        return entity.kind == "group" and anaphor.word in entity.heads
    if entity.kind == "person" or entity.kind == "group":
        return False
    if anaphor.number == "plural":
        return not entity.named and anaphor.word in entity.heads
    if entity.kind == "country" and anaphor.word == "government":
        return any(_is_of_state(word, entity, knowledge) for word in modifiers)
    if anaphor.word in entity.heads or anaphor.word in entity.words:
        return True
    if anaphor.kind == "place":
        return entity.is_place or (anaphor.word == "state" and entity.kind == "country")
    if anaphor.kind == "country":
        return entity.kind == "country"
    if anaphor.kind == "bloc":
        return entity.kind == "bloc"
    if anaphor.word in knowledge.bloc_nouns and entity.kind == "bloc":
        return True
    if entity.kind != "organization" or entity.is_place or not entity.named or anaphor.word not in nouns["bodies"]:
        return False
    public = entity.words & nouns["public"]
    if anaphor.word in nouns["companies"]:
        return not public
    if anaphor.word in {"union", "party"}:
        return bool(entity.words & nouns["members"])
    return True


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


def _modifiers(anaphor: Anaphor, columns: Columns) -> set[str]:
    return {columns.lower[i] for i in range(anaphor.first, anaphor.head) if columns.pos[i] in {"NOUN", "ADJ", "PROPN"}}
