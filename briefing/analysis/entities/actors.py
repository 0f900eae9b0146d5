"""Clusters of names in; Actors with name, kind, role, affiliation, aliases and reasons out."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.gender import gender_of
from briefing.analysis.entities.knowledge import Knowledge
from briefing.analysis.entities.merging import Cluster
from briefing.analysis.entities.names import Name
from briefing.analysis.entities.roles import Role, find_role
from briefing.analysis.layers import Actor, Gender, Number
from briefing.model import Mention, StakeholderKind

MAXIMUM_REASONS = 8


def make_actors(clusters: list[Cluster], columns: Columns, knowledge: Knowledge) -> tuple[Actor, ...]:
    """The actors in the order of their first mention; things (laws, ships, events) are left out."""
    ids = Ids()
    actors: list[Actor] = []
    roles: list[Role | None] = []
    for cluster in clusters:
        if cluster.kind == "thing":
            continue
        role = find_role(cluster, columns, knowledge)
        if role is None and cluster.entry is not None and cluster.entry.role:
            role = Role(cluster.entry.role, (), "dictionary")
        roles.append(role)
        actors.append(_actor(cluster, role, ids, columns, knowledge))
    return tuple(
        _affiliated(actor, role, actors, columns, knowledge) for actor, role in zip(actors, roles, strict=True)
    )


def _actor(cluster: Cluster, role: Role | None, ids: Ids, columns: Columns, knowledge: Knowledge) -> Actor:
    names = sorted(cluster.names, key=lambda name: name.first)
    name = best_name(cluster, columns, knowledge)
    kind, reasons = _kind(cluster)
    if role is not None:
        reasons = (*reasons, role.reason)
        if any(columns.lower[i].rstrip("-") in knowledge.former for i in role.tokens):
            reasons = (*reasons, FORMER)
    return Actor(
        id=ids.new(name),
        name=name,
        kind=kind,
        role=role.text if role else None,
        aliases=aliases_of(names, name, columns),
        mentions=tuple(Mention(columns.start[n.first], columns.end[n.last - 1], "name") for n in names),
        number=_number(cluster),
        gender=_gender(cluster, columns, knowledge),
        reasons=tuple(dict.fromkeys(reasons))[:MAXIMUM_REASONS],
    )


def _kind(cluster: Cluster) -> tuple[StakeholderKind, tuple[str, ...]]:
    if cluster.kind == "place":
        return "organization", (PLACE, *cluster.reasons)
    if cluster.kind == "thing":
        raise ValueError("a thing is no actor")
    return cluster.kind, tuple(cluster.reasons)


FORMER = "former office"
"""Reason of an actor whose role the text calls past."""

LONGEST_SEAT = 4
"""Words of "in" and the place behind the name of a body."""
PLACE = "a place, not an actor"
"""First reason of actors that only locate something; they are never listed."""


def best_name(cluster: Cluster, columns: Columns, knowledge: Knowledge) -> str:
    """The name to show: the fullest of the text, for states the usual one if the text has only a short sign."""
    if cluster.usual_name is not None:
        forms = Counter(
            columns.words(n.first, n.last)
            for n in cluster.names
            if n.entry is not None and n.entry.kind == cluster.entry_kind
        )
        spelled = [form for form in forms if not form.isupper()]
        if cluster.usual_name in forms or not spelled:
            return cluster.usual_name
        return max(spelled, key=lambda form: (forms[form], form)) if cluster.kind == "country" else cluster.usual_name
    texts = [columns.words(n.first, n.last) for n in cluster.names]
    counts = Counter(text for text in texts)
    if cluster.kind == "person":
        counts = Counter({text: number for text, number in counts.items() if not _has_shorter(text, counts, knowledge)})
    longest = max(len(_words(text)) for text in counts)
    candidates = [text for text in counts if len(_words(text)) == longest]
    mixed = [text for text in candidates if not text.isupper()] or candidates
    return max(mixed, key=lambda text: (counts[text], -texts.index(text)))


def _has_shorter(text: str, others: Iterable[str], knowledge: Knowledge) -> bool:
    """Whether the full name is there without what stands before it ("Scientologist Tom Cruise", "Tom Cruise")."""
    if knowledge.is_given_name(text.split()[0]):
        return False
    return any(
        " " in other and text.endswith(f" {other}") and other.split()[0].lower() not in knowledge.particles
        for other in others
    )


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[\s]+", text) if word]


def aliases_of(names: list[Name], name: str, columns: Columns) -> tuple[str, ...]:
    """Every other form under which the text names the actor, also with its title."""
    forms: dict[str, None] = {}
    for mention in names:
        forms.setdefault(columns.words(mention.first, mention.last))
        if mention.title:
            forms.setdefault(columns.words(mention.title.start, mention.last))
        if (last := _end_of_seat(mention, columns)) is not None:
            forms.setdefault(columns.words(mention.first, last))
    forms.pop(name, None)
    return tuple(forms)


def _end_of_seat(name: Name, columns: Columns) -> int | None:
    """Where "the High Court in Turin" ends: the place that tells it from others of its name."""
    preposition = name.last
    if (
        preposition >= len(columns)
        or columns.lower[preposition] != "in"
        or columns.head[preposition] not in name.tokens
    ):
        return None
    places = [c for c in columns.children[preposition] if columns.ent_type[c] == "GPE" and columns.dep[c] == "pobj"]
    return places[0] + 1 if places and columns.words(preposition, places[0] + 1).count(" ") < LONGEST_SEAT else None


def _number(cluster: Cluster) -> Number:
    if cluster.kind == "group":
        return "plural"
    return "singular"


def _gender(cluster: Cluster, columns: Columns, knowledge: Knowledge) -> Gender:
    if cluster.kind != "person":
        return "neuter"
    gender = gender_of(cluster.names, columns, knowledge)
    return "female" if gender == "female" else "male" if gender == "male" else "unknown"


def _affiliated(actor: Actor, role: Role | None, actors: list[Actor], columns: Columns, knowledge: Knowledge) -> Actor:
    """The actor with the body or state that the phrase of its role names."""
    if role is None or not role.tokens:
        return actor
    first, last = columns.start[role.tokens[0]], columns.end[role.tokens[-1]]
    for other in sorted(actors, key=lambda other: other.kind == "country"):
        if other.id == actor.id or other.kind == "person" or PLACE in other.reasons:
            continue
        if any(first <= mention.start and mention.end <= last for mention in other.mentions):
            return replace(
                actor, affiliation=other.id, reasons=(*actor.reasons, f"affiliation: {other.name}, named in the role")
            )
    for i in role.tokens:
        entry = knowledge.entry(columns.text[i], "demonym")
        state = next(
            (a for a in actors if entry is not None and a.kind == "country" and entry.actor in {a.name, *a.aliases}),
            None,
        )
        if state is not None:
            return replace(actor, affiliation=state.id, reasons=(*actor.reasons, f"affiliation: {columns.text[i]}"))
    return actor


class Ids:
    """Gives out ids that are slugs of names and unique."""

    def __init__(self, taken: set[str] | None = None) -> None:
        self.taken: set[str] = set(taken or ())

    def new(self, name: str) -> str:
        """A new id for a name."""
        base = slug(name) or "actor"
        identity, number = base, 1
        while identity in self.taken:
            number += 1
            identity = f"{base}-{number}"
        self.taken.add(identity)
        return identity


def slug(name: str) -> str:
    """A name in small Latin letters, digits and hyphens."""
    decomposed = unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in decomposed if not unicodedata.combining(c)).lower().replace("’", "").replace("'", "")
    return re.sub(r"[^\w]+", "-", letters).strip("-_")[:60]
