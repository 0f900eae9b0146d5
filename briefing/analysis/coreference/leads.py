"""Entities of a text in; those whom its lead only describes out, joined to the name that the next sentences give.

A news lead holds a name back: "Britain's competition watchdog wants …" is "the Fair Markets Authority" a sentence on,
"A judge ordered …" is "Judge Ana Ruiz". Only where one name alone, not met before, can be meant.
"""

from __future__ import annotations

from briefing.analysis.coreference.entity import Entity
from briefing.analysis.entities.columns import FINITE, Columns
from briefing.analysis.entities.knowledge import Knowledge

SOON = 3
"""How many sentences after the lead the name may follow."""
SUBJECTS = {"nsubj", "nsubjpass", "agent"}


def name_the_lead(entities: list[Entity], columns: Columns, knowledge: Knowledge) -> list[tuple[Entity, Entity]]:
    """Pairs of an entity that the lead describes, and the named one that it is."""
    found = []
    lead = _lead(columns)
    for entity in entities:
        first = entity.references[0] if entity.references else None
        if entity.named or first is None or first.form != "nominal" or columns.sentence[first.head] != lead:
            continue
        if columns.dep[first.head] not in SUBJECTS:
            continue
        follows = (other for other in entities if _follows(other, lead, columns))
        named = [other for other in follows if _is_so_called(entity, other, knowledge)]
        if len(named) == 1:
            found.append((entity, named[0]))
    return found


def _lead(columns: Columns) -> int:
    """The first sentence below the headings that has a verb."""
    verbs = (i for i in range(len(columns)) if not columns.heading[i] and columns.tag[i] in FINITE)
    return next((columns.sentence[i] for i in verbs), 0)


def _follows(entity: Entity, lead: int, columns: Columns) -> bool:
    """Whether somebody is named for the first time right after the lead."""
    if not entity.named or entity.is_place or not entity.references:
        return False
    return 0 < columns.sentence[entity.references[0].head] - lead <= SOON


def _is_so_called(described: Entity, named: Entity, knowledge: Knowledge) -> bool:
    """Whether a name tells that its bearer is what the lead called it."""
    nouns = knowledge.descriptions
    if described.kind != named.kind or described.number != "singular":
        return False
    if described.kind == "person":
        offices = {word for word in described.heads if knowledge.is_title(word)}
        is_other = (described.modifiers ^ named.words) & nouns["seconds"]
        return bool(offices & named.words) and not is_other
    is_watching = bool(described.heads & nouns["watchdogs"] and named.words & nouns["watching"])
    return described.kind == "organization" and is_watching
