"""An anaphor and an earlier mention in; whether they stand in items of a list that are about different things out.

"• Cycling Alliance. It backs the charge. • Ferry crews’ branch. The union rejects it.": an item that opens with a
heading of its own is about that, whether or not anybody knows the name; its "union" is not the body of the item before.
"""

from __future__ import annotations

from briefing.analysis.coreference.anaphors import Anaphor
from briefing.analysis.coreference.entity import Reference
from briefing.analysis.entities.columns import FINITE, Columns

LONGEST_HEADING = 14
"""Tokens of the words with which an item opens."""


def is_of_other_item(anaphor: Anaphor, last: Reference, columns: Columns) -> bool:
    """Whether a mention stands in another item than an anaphor whose item says at its beginning what it is about."""
    block, other = columns.block[anaphor.head], columns.block[last.head]
    if block == other or min(block, other) < 0:
        return False
    if {columns.blocks[block].kind, columns.blocks[other].kind} != {"item"}:
        return False
    return _has_heading(anaphor.first, columns)


def _has_heading(token: int, columns: Columns) -> bool:
    """Whether the item of a token opens with a sentence without a verb, before the sentence of the token."""
    block = columns.blocks[columns.block[token]]
    inside = [i for i in columns.tokens_of(block.start, block.end) if columns.text[i][0].isalnum()]
    opening = [i for i in inside if columns.sentence[i] == columns.sentence[inside[0]]]
    if len(opening) > LONGEST_HEADING or columns.sentence[token] == columns.sentence[inside[0]]:
        return False
    return not any(columns.tag[i] in FINITE for i in opening)
