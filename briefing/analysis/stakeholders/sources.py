"""The source of an attribution in; the actors who hold what it says out.

A source is read from its head noun: a mention stands for its actor, coordinated heads for several, a spokesman or a
report for the body behind it, a pronoun for what coreference found, "I" for the speaker of the quotation around it.
Where nothing is sure, there is no holder.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge
from briefing.analysis.stakeholders.authors import author_of
from briefing.analysis.stakeholders.beside import BesideReader
from briefing.analysis.stakeholders.heads import HeadReader
from briefing.analysis.stakeholders.members import named_as_examples
from briefing.analysis.stakeholders.pairs import PairReader
from briefing.analysis.stakeholders.parts import PartReader
from briefing.analysis.stakeholders.phrases import PhraseReader
from briefing.analysis.stakeholders.roster import Roster
from briefing.analysis.stakeholders.voices import VoiceReader
from briefing.model import Span

FIRST_SINGULAR = {"i", "me", "my", "mine", "myself"}
FIRST_PLURAL = {"we", "us", "our", "ours", "ourselves"}
SECOND = {"you", "your", "yours"}
NEGATIVE = {"no", "nobody", "none", "neither", "nothing"}
NO_NOUNS = {"VERB", "AUX", "ADP", "SCONJ", "CCONJ", "INTJ", "PART", "PUNCT"}
"""Parts of speech of words that name no source, where the parser made one of them its head."""

Found = list[tuple[str, str]]
"""Ids of actors, each with why it is meant."""


@dataclass(frozen=True, slots=True)
class Holders:
    """Ids of actors, and why."""

    ids: tuple[str, ...] = ()
    reason: str = ""


class SourceReader:
    """Reads the sources of one document."""

    def __init__(self, roster: Roster, columns: Columns, knowledge: Knowledge) -> None:
        self.roster = roster
        self.columns = columns
        self.knowledge = knowledge
        self.heads = HeadReader(roster.names, columns, knowledge)
        self.phrases = PhraseReader(columns, knowledge)
        self.beside = BesideReader(roster, columns, knowledge)
        self.parts = PartReader(roster, columns, knowledge)
        self.pairs = PairReader(roster, columns, knowledge)
        self.voices = VoiceReader(roster, columns, knowledge)
        self.found_author: tuple[str, ...] | None = None

    def read(self, source: Span, speaker: tuple[str, ...]) -> Holders:
        """The holders of a source; `speaker` are the holders of the quotation around it."""
        tokens = self.columns.tokens_of(source.start, source.end)
        if not tokens:
            return Holders()
        columns = self.columns
        found: list[str] = []
        reasons: list[str] = []
        for head in self.heads.read(tokens):
            for actor_id, reason in (
                *self._read_head(head, tokens, speaker),
                *named_as_examples(head, columns, self.roster.names),
            ):
                if actor_id not in found:
                    found.append(actor_id)
                if reason not in reasons:
                    reasons.append(reason)
        self.roster.spoken.update(found)
        return Holders(tuple(found), "; ".join(reasons))

    def _read_head(self, head: int, tokens: range, speaker: tuple[str, ...]) -> Found:
        """The actors whom one head stands for, and why: names first, then pronouns, then descriptions."""
        columns, roster = self.columns, self.roster
        lower = columns.lower[head]
        if head in roster.names:
            beside = self.beside.person(head, tokens)
            return self._named(beside if beside is not None else roster.names[head])
        if lower in FIRST_SINGULAR | FIRST_PLURAL:
            return self._first_person(head, speaker)
        if lower in SECOND:
            return []
        if self.pairs.is_pair(head):
            return self._pair(head, tokens)
        if self._is_negative(head):
            return []
        words = self.knowledge.sources
        if columns.pos[head] == "PRON" and lower not in words["parts"] | words["quantities"]:
            return self._third_person(head)
        if named := self.beside.names(head, tokens):
            return [(actor_id, f"named beside the description: {roster[actor_id].name}") for actor_id in named]
        found = self._mouthpiece(head, tokens)
        if found is None:
            found = self._part(head, tokens)
        return self._described(head, tokens) if found is None else found

    def _first_person(self, head: int, speaker: tuple[str, ...]) -> Found:
        """ "I" and "we": the speaker of the quotation around, or whoever wrote the document, with her side."""
        columns = self.columns
        is_plural = columns.lower[head] in FIRST_PLURAL
        word = "we" if is_plural else "I"
        is_writer = not speaker and not columns.quotation[head]
        meant = "who wrote this" if is_writer else "the speaker's side" if is_plural else "the speaker"
        return [
            (self.side_of(actor_id) if is_plural else actor_id, f"“{word}” is {meant}")
            for actor_id in (self.author() if is_writer else speaker[:1])
        ]

    def _third_person(self, head: int) -> Found:
        """Whom coreference found for a pronoun, or the noun that "who" stands for."""
        columns, roster = self.columns, self.roster
        linked, lower = roster.at.get(head), columns.lower[head]
        if linked is None and lower == "who":
            linked = self.parts.one_of_few(head)
        if linked is None and lower in {"who", "which"} and columns.text[head - 1] == ",":
            linked = roster.names.get(head - 2) or roster.at.get(head - 2)
        return [] if linked is None else [(linked, f"“{columns.text[head]}” is {roster[linked].name}")]

    def _mouthpiece(self, head: int, tokens: range) -> Found | None:
        """Whom a spokesman or a report speaks for; None where it is neither."""
        behind = self.voices.read(head, self.roster.at.get(head))
        if behind is None:
            return None
        word, name = self.columns.text[head], self.roster[behind].name
        if self.voices.is_paper(head):
            return [(behind, f"“{word}” gives the words of {name}")]
        self._mark(behind, head, tokens)
        return [(behind, f"“{word}” speaks for {name}")]

    def _part(self, head: int, tokens: range) -> Found | None:
        """The group that "one of the diplomats" or "the other" is a part of; None where it is no part."""
        columns, roster = self.columns, self.roster
        lower = columns.lower[head]
        if lower in self.knowledge.sources["parts"] and (whole := self.parts.whole(head, tokens)) is not None:
            self._mark(whole, head, tokens)
            return [(whole, f"part of {roster[whole].name}")]
        if lower != "other" or columns.lower[tokens.start] != "the":
            return None
        pair = roster.latest_plural(head)
        if pair is None:
            return []
        self._mark(pair, head, tokens)
        return [(pair, f"the other of {roster[pair].name}")]

    def _described(self, head: int, tokens: range) -> Found:
        """Whom coreference found for a description, or else an unnamed source of its own."""
        columns, roster = self.columns, self.roster
        linked, lower = roster.at.get(head), columns.lower[head]
        if linked is not None:
            roster.widen(linked, *self.phrases.read(head, tokens), head)
            named = f"description of {roster[linked].name}"
            return [(linked, named if roster[linked].named else "the source as described")]
        is_nobody = (
            lower in self.knowledge.sources["generic"]
            or columns.pos[head] in NO_NOUNS
            or (lower == "few" and not columns.children[head])
            or self._is_lifeless(head)
            or self.parts.is_bare_share(head)
        )
        return [] if is_nobody else [(self._new(head, tokens), "an unnamed source of its own")]

    def _is_lifeless(self, head: int) -> bool:
        """Whether a noun is a paper or a change, which holds no view; "ACT" is a party."""
        lemma = self.columns.lemma[head].lower()
        is_one = lemma in self.knowledge.papers or lemma in self.knowledge.sources["lifeless"]
        is_name = self.columns.pos[head] == "PROPN" and not self.columns.children[head]  # "*Bill* opposes it"
        return is_one and not is_name and not self.columns.text[head].isupper()

    def _is_negative(self, head: int) -> bool:
        """ "no expert", "no one’s mother": a phrase that says there is nobody."""
        columns = self.columns
        phrase = range(columns.subtree(head).start, head + 1)
        # "Neither the mayor nor the council" are two who hold the opposite of what is said.
        return any(columns.lower[i] in NEGATIVE and columns.dep[i] != "preconj" for i in phrase)

    def _pair(self, head: int, tokens: range) -> Found:
        """The two actors of "both leaders", or the group of two that the text last spoke of, or a group of its own."""
        columns = self.columns
        words = columns.words(*self.phrases.read(head, tokens))
        pair = self.pairs.read(head)
        for actor_id in pair:
            self._mark(actor_id, head, tokens)
        if pair:
            first, second = (self.roster[actor_id].name for actor_id in pair)
            return [(actor_id, f"“{words}” are {first} and {second}") for actor_id in pair]
        if self._is_negative(head):
            return []
        if columns.pos[head] in {"PRON", "DET"}:
            whole = self.parts.whole(head, tokens)
            return [(whole, f"part of {self.roster[whole].name}")] if whole is not None else []
        return [(self._new(head, tokens), "two at once, a source of their own")]

    def _mark(self, actor_id: str, head: int, tokens: range) -> None:
        """Count the source as a mention of the actor."""
        self.roster.add_mention(actor_id, self.phrases.mention_of(head, tokens))

    def _named(self, actor_id: str) -> Found:
        return [(actor_id, f"named {self.roster[actor_id].name}")]

    def author(self) -> tuple[str, ...]:
        """Whoever wrote the document, looked up once; empty where it does not say."""
        if self.found_author is None:
            author = author_of(self.columns, self.roster)
            self.found_author = () if author is None else (author,)
        return self.found_author

    def side_of(self, actor_id: str) -> str:
        """The body or state a person speaks for with "we"; the person alone where none is known."""
        affiliation = self.roster[actor_id].affiliation
        return affiliation if affiliation in self.roster.actors else actor_id

    def _new(self, head: int, tokens: range) -> str:
        first, last = self.phrases.read(head, tokens)
        return self.roster.add_group(first, last, head)
