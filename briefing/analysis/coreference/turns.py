"""Columns and the named entities in; who speaks in each block that a label opens out ("Ana Ruiz: I told her so.").

Whoever speaks is "I" there, and so nobody whom the turn calls "he" or "she". A paragraph or list item about somebody
("Ana Ruiz: She opposes the toll.") has no "I" and is none.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analysis.coreference.entity import Entity
from briefing.analysis.entities.columns import Columns

FIRST_PERSON = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours"})


def speakers_of_turns(entities: Iterable[Entity], columns: Columns) -> dict[int, Entity]:
    """The person who speaks in a block, by the block's number."""
    labelled = {
        columns.block[reference.first]: entity
        for entity in entities
        if entity.kind == "person"
        for reference in entity.references
        if reference.form == "name" and _is_label(reference.first, reference.last, columns)
    }
    if not labelled:
        return {}
    speaking = {
        columns.block[i]
        for i in range(len(columns))
        if columns.block[i] in labelled and columns.lower[i] in FIRST_PERSON and not columns.quotation[i]
    }
    return {block: entity for block, entity in labelled.items() if block in speaking}


def _is_label(first: int, last: int, columns: Columns) -> bool:
    """Whether a name opens its block and a colon follows."""
    while first > 0 and columns.block[first - 1] == columns.block[first] and not columns.text[first - 1][0].isalnum():
        first -= 1
    opens = first == 0 or columns.block[first - 1] != columns.block[first]
    return opens and last < len(columns) and columns.text[last] == ":"
