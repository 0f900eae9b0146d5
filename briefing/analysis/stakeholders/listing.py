"""Actors and attributions with holders in; the actors with the stakeholders marked, the weightiest first, out.

A stakeholder holds a statement, or is a main actor of the text: named more than once, or doing something. Places that
only locate, the byline and the publisher are none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.analysis.coreference.features import phrase_head
from briefing.analysis.entities.actors import PLACE
from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge
from briefing.analysis.layers import Actor, Attribution
from briefing.analysis.stakeholders.naming import owned
from briefing.analysis.stakeholders.roster import Roster

OFTEN = 3
"""Times that a person who neither says nor does anything must be named to be listed."""

DEFINITE = re.compile(r"(?:the|its|his|her|their|our)\s|.*['’]s?\s", re.IGNORECASE)


def list_stakeholders(roster: Roster, attributions: tuple[Attribution, ...], columns: Columns) -> tuple[Actor, ...]:
    """All actors; `is_stakeholder` is set for those that belong on the list, which come first."""
    statements: dict[str, int] = {}
    for attribution in attributions:
        for holder in attribution.holders:
            statements[holder] = statements.get(holder, 0) + 1
    actors = []
    for actor in roster.actors.values():
        said = statements.get(actor.id, 0)
        reasons = actor.reasons
        if said:
            actor = replace(actor, reasons=tuple(r for r in reasons if r != PLACE))
            reason = f"holds {said} statement{'s' if said > 1 else ''}"
        else:
            reason = main_actor(actor, columns, roster.knowledge)
        actor = owned(_settled(actor, columns), roster)
        why = (*actor.reasons, f"listed: {reason}") if reason else actor.reasons
        actors.append(replace(actor, is_stakeholder=bool(reason), reasons=why))

    def weight(actor: Actor) -> tuple[bool, float, int]:
        first = actor.mentions[0].start if actor.mentions else len(columns)
        return not actor.is_stakeholder, -(3.0 * statements.get(actor.id, 0) + len(actor.mentions)), first

    return tuple(sorted(actors, key=weight))


def main_actor(actor: Actor, columns: Columns, knowledge: Knowledge) -> str:
    """Why somebody who says nothing still belongs on the list; "" if not."""
    if not actor.named or PLACE in actor.reasons or actor.kind == "group":
        return ""
    acts = locates = 0
    for mention in actor.mentions:
        if mention.form == "pronoun":
            continue
        tokens = columns.tokens_of(mention.start, mention.end)
        if not tokens:
            continue
        heads = [i for i in tokens if columns.head[i] not in tokens]
        head = phrase_head(heads[-1] if heads else tokens[-1], columns)
        if (
            columns.dep[head] in {"nsubj", "agent"}
            and columns.pos[columns.head[head]] == "VERB"
            and not columns.heading[head]
        ):
            acts += 1
        elif columns.dep[head] == "pobj" and columns.lower[columns.head[head]] in knowledge.locative:
            locates += 1
    names = sum(mention.form == "name" for mention in actor.mentions)
    if acts:
        return "acts in the text"
    if actor.kind == "person":
        return f"named {names} times" if names > OFTEN else ""
    return "named several times" if names - locates > 2 else ""


def _settled(actor: Actor, columns: Columns) -> Actor:
    """An unnamed single source is a group (of one), unless the text treats it as the holder of one office."""
    if actor.named or actor.kind != "person" or not actor.mentions:
        return actor
    first = min((m for m in actor.mentions if m.form == "nominal"), default=actor.mentions[0])
    tokens = columns.tokens_of(first.start, first.end)
    words = columns.words(tokens.start, tokens.stop) if tokens else actor.name
    if DEFINITE.match(words):
        return actor
    return replace(actor, kind="group", reasons=(*actor.reasons, "an unnamed source counts as a group"))
