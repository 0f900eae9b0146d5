"""A Briefing and a decision about one of its stakeholders in; the Briefing as it stands after it out."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.corrections.correction import Actor, StakeholderCorrection
from briefing.model import Briefing, Stakeholder


def actor_of(stakeholder: Stakeholder) -> Actor:
    """How a decision names a stakeholder."""
    return Actor(id=stakeholder.id, name=stakeholder.name, kind=stakeholder.kind)


def find_actor(briefing: Briefing, actor: Actor) -> Stakeholder | None:
    """The stakeholder that a decision names: by name, else by id, else by the only one who has it as an alias."""
    of_that_name = [one for one in briefing.stakeholders if one.name == actor.name]
    of_that_id = [one for one in briefing.stakeholders if one.id == actor.id]
    both = [one for one in of_that_id if one.name == actor.name]
    for found in (both, of_that_name, of_that_id):
        if found:
            return found[0]
    called_so = [one for one in briefing.stakeholders if actor.name in one.aliases]
    return called_so[0] if len(called_so) == 1 else None


def decide(briefing: Briefing, found: Stakeholder, correction: StakeholderCorrection) -> Briefing:
    """The briefing after a decision about a stakeholder that is in it."""
    if correction.is_none:
        return _without(briefing, found)
    if correction.same_as is not None:
        other = find_actor(briefing, correction.same_as)
        return briefing if other is None or other.id == found.id else _joined(briefing, found, other)
    changed = found
    if correction.name is not None and correction.name != found.name:
        aliases = tuple(dict.fromkeys((*found.aliases, found.name)))
        reason = f"named by hand; the analysis said {found.name}"
        changed = replace(changed, name=correction.name, aliases=aliases, reasons=(reason, *changed.reasons))
    if correction.kind is not None and correction.kind != found.kind:
        reason = f"kind set by hand; the analysis said {found.kind}"
        changed = replace(changed, kind=correction.kind, reasons=(reason, *changed.reasons))
    return replace(briefing, stakeholders=tuple(changed if one is found else one for one in briefing.stakeholders))


def with_actor(briefing: Briefing, actor: Actor) -> tuple[Briefing, Stakeholder]:
    """The stakeholder that a decision names, and the briefing with it: made anew if it is not there."""
    found = find_actor(briefing, actor)
    if found is not None:
        return briefing, found
    made = Stakeholder(id=actor.id, name=actor.name, kind=actor.kind, reasons=("named by hand",))
    return replace(briefing, stakeholders=(*briefing.stakeholders, made)), made


def _without(briefing: Briefing, removed: Stakeholder) -> Briefing:
    """Nobody's words stay; but they are nobody's now."""
    stakeholders = tuple(
        replace(one, affiliation=None) if one.affiliation == removed.id else one
        for one in briefing.stakeholders
        if one is not removed
    )
    statements = tuple(
        replace(one, stakeholder=None) if one.stakeholder == removed.id else one for one in briefing.statements
    )
    return replace(briefing, stakeholders=stakeholders, statements=statements)


def _joined(briefing: Briefing, found: Stakeholder, other: Stakeholder) -> Briefing:
    """Two stakeholders who are one: everything of the first goes to the second."""
    one = replace(
        other,
        role=other.role or found.role,
        affiliation=other.affiliation or (found.affiliation if found.affiliation != other.id else None),
        aliases=tuple(dict.fromkeys((*other.aliases, found.name, *found.aliases))),
        mentions=tuple(sorted({*other.mentions, *found.mentions})),
        reasons=(f"joined by hand with {found.name}", *other.reasons),
    )
    if one.affiliation in (found.id, other.id):
        one = replace(one, affiliation=None)
    stakeholders = []
    for stakeholder in briefing.stakeholders:
        if stakeholder is found:
            continue
        if stakeholder is other:
            stakeholders.append(one)
        elif stakeholder.affiliation == found.id:
            stakeholders.append(replace(stakeholder, affiliation=other.id))
        else:
            stakeholders.append(stakeholder)
    statements = tuple(
        replace(statement, stakeholder=other.id) if statement.stakeholder == found.id else statement
        for statement in briefing.statements
    )
    return replace(briefing, stakeholders=tuple(stakeholders), statements=statements)
