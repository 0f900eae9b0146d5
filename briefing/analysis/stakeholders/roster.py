"""The actors of a document, open for additions: who stands at which token, and new actors from noun phrases."""

from __future__ import annotations

from bisect import insort
from dataclasses import replace

from briefing.analysis.coreference.anaphors import kind_of_actor, kind_of_noun
from briefing.analysis.entities.actors import PLACE, Ids
from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge
from briefing.analysis.layers import Actor
from briefing.model import Mention, MentionForm, StakeholderKind

ARTICLES = {"the", "a", "an"}
KINDS = {"NN", "JJ"}
"""Tags of a last small word before a name that says what its bearer is ("daily", "broadcaster")."""


class Roster:
    """Actors by id, and the actor of each token that lies in a mention."""

    def __init__(self, actors: tuple[Actor, ...], columns: Columns, knowledge: Knowledge) -> None:
        self.columns = columns
        self.knowledge = knowledge
        self.actors: dict[str, Actor] = {actor.id: actor for actor in actors}
        self.at: dict[int, str] = {}
        self.form_at: dict[int, MentionForm] = {}
        self.names: dict[int, str] = {}
        """Actor of each token inside a name."""
        self.spoken: set[str] = set()
        """Who has been the source of something so far."""
        self.order: list[tuple[int, str, MentionForm]] = []
        """Every mention: first token, actor, form."""
        spans = []
        for actor in actors:
            for mention in actor.mentions:
                tokens = columns.tokens_of(mention.start, mention.end)
                if tokens:
                    spans.append((tokens, actor.id, mention.form))
        for tokens, actor_id, form in sorted(spans, key=lambda span: -len(span[0])):
            self.order.append((tokens.start, actor_id, form))
            for token in tokens if form != "nominal" else tokens[-1:]:
                self.at[token] = actor_id
                self.form_at[token] = form
                if form == "name":
                    self.names[token] = actor_id
        self.order.sort()

    def __getitem__(self, actor_id: str) -> Actor:
        return self.actors[actor_id]

    def add_group(self, first: int, last: int, head: int) -> str:
        """An actor for a noun phrase that no mention covers; a bare plural seen before is the same actor."""
        columns = self.columns
        start = first
        while start < head and columns.lower[start] in ARTICLES:
            start += 1
        start = self._after_kind(start, head)
        name = columns.words(start, last)
        plural = columns.tag[head] in {"NNS", "NNPS"}
        proper = columns.pos[head] == "PROPN" or name.isupper()
        mention = Mention(columns.start[first], columns.end[last - 1], "nominal")
        if plural or proper:
            for actor in self.actors.values():
                if (proper or not actor.named) and name.lower() in map(str.lower, (actor.name, *actor.aliases)):
                    self.actors[actor.id] = replace(actor, mentions=tuple(sorted({*actor.mentions, mention})))
                    return actor.id
        if plural and (body := self._body_of(name)) is not None:
            self.add_mention(body, mention)
            return body
        noun = kind_of_noun(columns.lemma[head].lower(), self.knowledge)
        if columns.tag[head] == "NNP" or columns.lemma[head].lower() in self.knowledge.places:
            noun = noun or "organization"
        if self._is_written_as_name(start, last):
            noun, plural = "organization", False
        kind = kind_of_actor(noun or "group")
        actor = Actor(
            id=Ids(set(self.actors)).new(name),
            name=name,
            kind="group" if plural and kind == "person" else kind,
            mentions=(mention,),
            number="plural" if plural else "singular",
            named=False,
            reasons=(f"source “{columns.words(first, last)}”, without a name",),
        )
        self.actors[actor.id] = actor
        self.at[head] = actor.id
        insort(self.order, (first, actor.id, "nominal"))
        return actor.id

    def _body_of(self, members: str) -> str | None:
        """The body whose name says whose it is: "rural schools" for the Association of Rural Schools."""
        if " " not in members:
            return None
        named = (a for a in self.actors.values() if a.named and a.kind == "organization")
        return next((a.id for a in named if a.name.lower().endswith(f" of {members.lower()}")), None)

    def _after_kind(self, first: int, head: int) -> int:
        """Where the name begins behind what its bearer is ("the Turin daily Voce del Porto")."""
        columns = self.columns
        if not (columns.pos[head] == "PROPN" and columns.text[head][0].isupper()):
            return first
        small = [i for i in range(first, head) if columns.tag[i] in KINDS and columns.text[i].islower()]
        behind = small[-1] + 1 if small else first
        return behind if columns.text[behind][0].isupper() else first

    def _is_written_as_name(self, first: int, last: int) -> bool:
        """Whether a phrase has a capital at each of its longer words, also common ones ("Parents Against Hunger")."""
        columns = self.columns
        words = [i for i in range(first, last) if columns.lower[i] not in self.knowledge.small_words]
        if columns.heading[first] or not all(columns.text[i][0].isupper() for i in words):
            return False
        further = words[1:] if columns.is_initial(first) or columns.lower[first - 1] == "the" else words
        return any(
            columns.pos[i] in {"ADP", "NOUN", "ADJ", "VERB"} or self.knowledge.is_common(columns.lower[i])
            for i in further
            if i not in self.names and not columns.text[i].isupper()
        )

    def widen(self, actor_id: str, first: int, last: int, head: int) -> None:
        """Name an actor without a name by its whole noun phrase, keeping the shorter form as an alias."""
        actor = self.actors[actor_id]
        if actor.named:
            return
        while first < head and self.columns.lower[first] in ARTICLES:
            first += 1
        name = self.columns.words(first, last)
        if name == actor.name or name in actor.aliases:
            return
        if actor.kind == "group" and self._is_written_as_name(first, last):
            actor = replace(actor, kind="organization", reasons=(*actor.reasons, "written like a name"))
        if actor.name in name:
            aliases = tuple(dict.fromkeys((actor.name, *actor.aliases)))
            self.actors[actor_id] = replace(actor, name=name, aliases=aliases)
        else:
            self.actors[actor_id] = replace(actor, aliases=(*actor.aliases, name))

    def add_reason(self, actor_id: str, reason: str) -> None:
        """Note why something is so."""
        actor = self.actors[actor_id]
        if reason not in actor.reasons:
            self.actors[actor_id] = replace(actor, reasons=(*actor.reasons, reason))

    def add_mention(self, actor_id: str, mention: Mention) -> None:
        """A further mention."""
        actor = self.actors[actor_id]
        if mention not in actor.mentions:
            self.actors[actor_id] = replace(actor, mentions=tuple(sorted((*actor.mentions, mention))))

    def is_place(self, actor_id: str) -> bool:
        """Whether the actor only locates something."""
        return PLACE in self.actors[actor_id].reasons

    def find_state(self, word: str) -> str | None:
        """The actor of a demonym's state, if the document names it."""
        entry = self.knowledge.entry(word, "demonym")
        if entry is None:
            return None
        for actor in self.actors.values():
            if actor.named and actor.kind == "country" and entry.actor in {actor.name, *actor.aliases}:
                return actor.id
        return None

    def latest_plural(self, token: int) -> str | None:
        """The unnamed group that was mentioned last before a token, one that has spoken before any other."""
        groups = [
            a
            for first, a, _ in self.order
            if first < token and self.actors[a].number == "plural" and not self.actors[a].named
        ]
        return next((a for a in reversed(groups) if a in self.spoken), groups[-1] if groups else None)

    def latest_called(self, token: int, noun: str) -> str | None:
        """The body that was mentioned last before a token, of those that the text calls by a noun ("his party")."""
        columns = self.columns
        for first, actor_id, _ in reversed(self.order):
            actor = self.actors[actor_id]
            if first >= token or actor.kind != "organization":
                continue
            ends = (columns.tokens_of(m.start, m.end) for m in actor.mentions if m.start < columns.start[token])
            if any(columns.lower[end[-1]] == noun for end in ends if end):
                return actor_id
        return None

    def latest(self, token: int, kinds: set[StakeholderKind], sentences: int) -> str | None:
        """The actor of one of the kinds that was named last before a token, at most so many sentences back."""
        columns = self.columns
        best = None
        for first, actor_id, form in self.order:
            if first >= token:
                break
            if (
                form == "name"
                and self.actors[actor_id].kind in kinds
                and columns.sentence[token] - columns.sentence[first] <= sentences
            ):
                best = actor_id
        return best
