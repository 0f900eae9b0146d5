"""A description that nothing before fits in; the person of its paragraph whom it calls by another noun out.

News prose takes up a person with what she is besides ("the rancher said", "the 61-year-old music teacher"), told
nowhere else. Only where nobody else stands in the paragraph, and the description is the subject of its sentence. What
somebody was once ("the former minister", "the retired vet") she is beside whatever she is now.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analysis.coreference.anaphors import Anaphor
from briefing.analysis.coreference.entity import Entity, Reference
from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge

RETIRED = {"retired"}
"""What somebody who had a calling is, and not only who had an office."""


def person_of_paragraph(
    anaphor: Anaphor, entities: Iterable[Entity], columns: Columns, knowledge: Knowledge
) -> Entity | None:
    """The only person, named and of no other gender, whom the paragraph has mentioned before a description.

    Whoever only owns something there ("the chairman's own state"), or is a place ("Bell airport"), is left out.
    """
    if not _takes_up(anaphor, columns, knowledge):
        return None
    found: Entity | None = None
    for entity in entities:
        if entity.kind != "person":
            continue
        if anaphor.word in entity.heads:
            return None
        if not any(_counts(reference, anaphor, columns, knowledge) for reference in entity.references):
            continue
        if found is not None or not entity.named:
            return None
        found = entity
    if found is None:
        return None
    if not _is_past(anaphor, columns, knowledge) and (found.heads or (found.actor is not None and found.actor.role)):
        return None
    agrees = anaphor.gender == found.gender or "unknown" in {anaphor.gender, found.gender}
    return found if agrees else None


def _counts(reference: Reference, anaphor: Anaphor, columns: Columns, knowledge: Knowledge) -> bool:
    """Whether a mention stands in the paragraph before the description, and not beside what it is about."""
    head = reference.head
    if reference.first >= anaphor.first or columns.block[head] != columns.block[anaphor.head]:
        return False
    is_place = columns.dep[head] == "pobj" and columns.lower[columns.head[head]] in knowledge.locative
    return columns.dep[head] not in {"poss", "compound", "nmod"} and not is_place


def _takes_up(anaphor: Anaphor, columns: Columns, knowledge: Knowledge) -> bool:
    """Whether a description is the subject of its sentence, with "the", and no office that another may have."""
    head, verb = anaphor.head, columns.head[anaphor.head]
    if anaphor.kind != "person" or anaphor.number != "singular" or columns.lower[anaphor.first] != "the":
        return False
    is_office = knowledge.is_title(anaphor.word) and not _is_past(anaphor, columns, knowledge)
    if is_office or anaphor.word in knowledge.descriptions["bystanders"] | knowledge.voices:
        return False
    if columns.dep[head] != "nsubj" or columns.dep[verb] != "ROOT":
        return False
    return not any(child > head and not _is_aside(child, columns) for child in columns.children[head])


def _is_past(anaphor: Anaphor, columns: Columns, knowledge: Knowledge) -> bool:
    """Whether a description says what somebody was ("the former colonel")."""
    return any(columns.lower[i] in knowledge.former | RETIRED for i in range(anaphor.first, anaphor.head))


def _is_aside(child: int, columns: Columns) -> bool:
    """Whether what hangs on a description stands behind a comma, and tells nobody from others (", who is 61,")."""
    first = columns.subtree(child).start
    return columns.text[child] == "," or columns.text[first - 1] == ","
