"""The step briefing_coreference.

In: a parsed Doc with `briefing_actors` (named). Out: the same actors with the pronouns and descriptions that mean
them, and an Actor (`named` false) for each person or group that the text only describes.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.coreference.anaphors import find_anaphors, kind_of_actor
from briefing.analysis.coreference.entity import Entity, Reference
from briefing.analysis.coreference.leads import name_the_lead
from briefing.analysis.coreference.ranker import Ranker, load_ranker
from briefing.analysis.coreference.resolver import Resolver
from briefing.analysis.entities.actors import PLACE, Ids
from briefing.analysis.entities.columns import Columns, columns_of
from briefing.analysis.entities.knowledge import Knowledge, load_knowledge
from briefing.analysis.layers import Actor, register_layers
from briefing.analysis.one_thread import one_thread
from briefing.model import Mention


@Language.factory(
    "briefing_coreference",
    assigns=["doc._.briefing_actors"],
    requires=["doc._.briefing_actors", "token.dep", "token.tag", "token.lemma"],
)
def create_coreference(nlp: Language, name: str) -> CoreferenceStep:
    """Create the step."""
    register_layers()
    return CoreferenceStep()


class CoreferenceStep:
    """Links pronouns and descriptions to actors."""

    def __init__(self, ranker: Ranker | None = None) -> None:
        self.knowledge = load_knowledge()
        self.ranker = ranker or load_ranker()

    def __call__(self, doc: Doc) -> Doc:
        """Run the step on a Doc and return it."""
        self.set_annotations(doc, self.predict(doc))
        return doc

    @one_thread()
    def predict(self, doc: Doc) -> tuple[Actor, ...]:
        """The actors with all their mentions, the named ones first."""
        columns = columns_of(doc)
        entities = resolve(columns, doc._.briefing_actors, self.knowledge, self.ranker)
        return actors_of(entities, columns)

    def set_annotations(self, doc: Doc, actors: tuple[Actor, ...]) -> None:
        """Write the actors."""
        doc._.briefing_actors = actors


def resolve(columns: Columns, actors: tuple[Actor, ...], knowledge: Knowledge, ranker: Ranker) -> list[Entity]:
    """The entities of a document after all anaphors were looked at."""
    entities = entities_of(actors, columns, knowledge)
    resolver = Resolver(columns, knowledge, entities, ranker, ranker.thresholds)
    resolver.resolve(find_anaphors(columns, knowledge, name_tokens(entities, columns)))
    for described, named in name_the_lead(resolver.entities, columns, knowledge):
        _join(described, named, resolver.entities)
    return resolver.entities


def _join(described: Entity, named: Entity, entities: list[Entity]) -> None:
    """Give all that is known of a described entity to the named one that it is."""
    for reference in described.references:
        named.add(reference)
    for other in entities:
        if other.owner is described:
            other.owner = named
        if other.belongs_to is described:
            other.belongs_to = named
    entities[:] = [entity for entity in entities if entity is not described]


def entities_of(actors: tuple[Actor, ...], columns: Columns, knowledge: Knowledge) -> list[Entity]:
    """The named actors in the form in which mentions are collected."""
    entities = []
    for actor in actors:
        references = []
        for mention in sorted(actor.mentions):
            tokens = columns.tokens_of(mention.start, mention.end)
            if not tokens:
                continue
            heads = [i for i in tokens if columns.head[i] not in tokens or columns.head[i] == i]
            references.append(Reference(tokens.start, tokens.stop, heads[-1] if heads else tokens.stop - 1, "name"))
        words = {word for text in (actor.name, *actor.aliases, actor.role or "") for word in text.lower().split()}
        words |= {knowledge.short_titles[word] for word in words & knowledge.short_titles.keys()}
        entities.append(
            Entity(
                kind=actor.kind,
                gender=actor.gender,
                number=actor.number,
                named=True,
                references=references,
                words=words,
                actor=actor,
                is_place=PLACE in actor.reasons,
                affiliation=actor.affiliation,
                leaning=knowledge.leaning(actor.name.split()[0]) if actor.kind == "person" else 0.0,
            )
        )
    return entities


def name_tokens(entities: list[Entity], columns: Columns) -> dict[int, str]:
    """The tokens of names ("name") and of the titles before persons' names ("title")."""
    tokens: dict[int, str] = {}
    for entity in entities:
        for reference in entity.references:
            tokens.update(dict.fromkeys(range(reference.first, reference.last), "name"))
            if entity.kind == "person":
                i = reference.first - 1
                while (
                    i >= 0
                    and columns.dep[i] in {"compound", "nmod", "amod"}
                    and reference.first <= columns.head[i] < reference.last
                ):
                    tokens.setdefault(i, "title")
                    i -= 1
    return tokens


def actors_of(entities: list[Entity], columns: Columns) -> tuple[Actor, ...]:
    """Actors again: the named ones with more mentions, then those without a name."""
    ids = Ids({entity.actor.id for entity in entities if entity.actor is not None})
    actors: list[Actor] = []
    for entity in entities:
        mentions = tuple(
            sorted(Mention(columns.start[r.first], columns.end[r.last - 1], r.form) for r in entity.references)
        )
        if entity.actor is not None:
            actors.append(replace(entity.actor, mentions=mentions, gender=entity.gender))
        else:
            actors.append(_unnamed(entity, mentions, columns, ids))
    actor_of = {id(entity): actor for entity, actor in zip(entities, actors, strict=True)}
    return tuple(_affiliated(actor, entity, actor_of) for entity, actor in zip(entities, actors, strict=True))


def _affiliated(actor: Actor, entity: Entity, actor_of: dict[int, Actor]) -> Actor:
    """The actor with the body whose name or pronoun stands in a description of her."""
    if entity.owner is None or actor.affiliation is not None:
        return actor
    owner = actor_of[id(entity.owner)]
    reason = f"affiliation: {owner.name}, named in a description"
    return replace(actor, affiliation=owner.id, reasons=(*actor.reasons, reason))


def _end_of_seat(reference: Reference, columns: Columns) -> int | None:
    """Where "the teachers’ college in Turin" ends: the place that tells a body from others of its kind."""
    preposition = reference.last
    if reference.form != "nominal" or preposition + 1 >= len(columns) or columns.lower[preposition] != "in":
        return None
    last = preposition + 1
    while last < len(columns) and columns.tag[last] == "NNP" and columns.ent_type[last] == "GPE":
        last += 1
    return last if last > preposition + 1 and columns.head[preposition] == reference.head else None


def _unnamed(entity: Entity, mentions: tuple[Mention, ...], columns: Columns, ids: Ids) -> Actor:
    first = entity.references[0]
    start = first.first
    while start < first.head and columns.lower[start] in {"the", "a", "an"}:
        start += 1
    name = columns.words(start, first.last)
    aliases = dict.fromkeys(columns.words(r.first, r.last) for r in entity.references if r.form == "nominal")
    if (last := _end_of_seat(first, columns)) is not None:
        aliases.setdefault(columns.words(start, last))
    return Actor(
        id=ids.new(name),
        name=name,
        kind=kind_of_actor(entity.kind),
        aliases=tuple(alias for alias in aliases if alias != name),
        mentions=mentions,
        number=entity.number,
        gender=entity.gender,
        named=False,
        reasons=((PLACE,) if entity.is_place else ()) + (f"described as “{name}”, without a name",),
    )
