"""A memo in; whoever wrote it, as its head says, out: "From: Policy Unit", "Policy Unit, 3 October."

In a memo "we" outside of quotations is its author, and what "we expect" or "we should support" is the author's view.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.analysis.entities.columns import Columns
from briefing.analysis.stakeholders.roster import Roster

HEAD = 6
"""Blocks at the beginning of a document that may say who wrote it."""
LONGEST_NAME = 8
ENDS = {",", ";", "(", "–", "—", "."}


def author_of(columns: Columns, roster: Roster) -> str | None:
    """The actor who wrote a document; None where its head does not say."""
    for block in columns.blocks[:HEAD]:
        tokens = columns.tokens_of(block.start, block.end)
        if len(tokens) > 2 and columns.lower[tokens.start] == "from" and columns.text[tokens.start + 1] == ":":
            return _named(columns, roster, range(tokens.start + 2, tokens.stop))
    return _before_date(columns, roster)


def _named(columns: Columns, roster: Roster, tokens: range) -> str | None:
    """Whom the rest of a line names, up to a comma."""
    last = next((i for i in tokens if columns.text[i] in ENDS or not columns.text[i].strip()), tokens.stop)
    if not 0 < last - tokens.start <= LONGEST_NAME:
        return None
    actors = {roster.names.get(i) for i in range(tokens.start, last)}
    actor_id = actors.pop() if len(actors) == 1 else None
    if actor_id is None:
        actor_id = roster.add_group(tokens.start, last, last - 1)
        roster.actors[actor_id] = replace(roster[actor_id], named=True)
    return actor_id


def _before_date(columns: Columns, roster: Roster) -> str | None:
    """The body with which the line under the title begins, if a comma and a day follow it."""
    if len(columns.blocks) < 2:
        return None
    tokens = columns.tokens_of(columns.blocks[1].start, columns.blocks[1].end)
    actor_id = roster.names.get(tokens.start) if tokens else None
    if actor_id is None or roster[actor_id].kind != "organization" or roster.is_place(actor_id):
        return None
    last = tokens.start
    while last in tokens and roster.names.get(last) == actor_id:
        last += 1
    is_dated = last + 1 in tokens and columns.text[last] == "," and columns.text[last + 1].isdigit()
    return actor_id if is_dated else None
