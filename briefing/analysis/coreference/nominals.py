"""What a description can mean: whether it introduces somebody, and which entities its words allow."""

from __future__ import annotations

from briefing.analysis.coreference.anaphors import Anaphor
from briefing.analysis.coreference.entity import Entity
from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge

OTHER = {"another", "other", "second", "third", "separate", "different", "rival", "fellow", "further"}
"""Words by which a description says that it means somebody not yet mentioned."""


def is_new(anaphor: Anaphor, columns: Columns) -> bool:
    """Whether a description introduces somebody: indefinite, "another …", or with a possessor of its own."""
    words = {columns.lower[i] for i in range(anaphor.first, anaphor.head)}
    if words & OTHER:
        return True
    if anaphor.definiteness == "indefinite":
        return True
    if anaphor.definiteness == "bare":
        return anaphor.number == "singular" and columns.pos[anaphor.head] != "PROPN"
    return False


def may_refer(anaphor: Anaphor, entity: Entity, columns: Columns, knowledge: Knowledge) -> bool:
    """Whether a definite description (or a repeated bare plural) can mean an entity."""
    if anaphor.definiteness == "bare" and anaphor.number == "plural":
        return not entity.named and anaphor.word in entity.heads and _modifiers(anaphor, columns) <= entity.words
    if anaphor.kind == "person":
        if entity.kind != "person" or "unknown" not in {anaphor.gender, entity.gender} and anaphor.gender != entity.gender:
            return False
        return anaphor.word in entity.heads or anaphor.word in entity.words or anaphor.word in GENERAL
    if anaphor.kind == "group":
        return entity.kind == "group" and anaphor.word in entity.heads
    if entity.kind == "person" or entity.kind == "group":
        return False
    if anaphor.number == "plural":
        return not entity.named and anaphor.word in entity.heads
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
    return entity.kind == "organization" and not entity.is_place and anaphor.word in GENERAL_BODIES and entity.named


GENERAL = {"man", "woman"}
GENERAL_BODIES = {"company", "group", "organisation", "organization", "firm", "agency", "body", "association", "union", "club", "charity", "institution", "team", "party", "manufacturer", "maker", "retailer", "bank", "alliance"}


def _modifiers(anaphor: Anaphor, columns: Columns) -> set[str]:
    return {columns.lower[i] for i in range(anaphor.first, anaphor.head) if columns.pos[i] in {"NOUN", "ADJ", "PROPN"}}
