"""A source that speaks for somebody else in (a spokesman, an office, a report); the actor behind it out.

What a spokesperson, a letter or an office says is held by whom it is said for: "her office" speaks for her, "its
foreign ministry" for the state, "a study by the institute" for the institute.
"""

from __future__ import annotations

from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge
from briefing.analysis.stakeholders.roster import Roster
from briefing.analysis.stakeholders.writers import WriterReader
from briefing.model import StakeholderKind

BODIES: set[StakeholderKind] = {"organization", "country", "bloc"}
RIVAL = 15
"""Within how many words another ministry shows that the state itself is torn."""
NEAR = 2
"""How many sentences back the body may be named for which "a spokesman" speaks."""


class VoiceReader:
    """Reads the sources of one document that stand for another actor."""

    def __init__(self, roster: Roster, columns: Columns, knowledge: Knowledge) -> None:
        self.roster = roster
        self.columns = columns
        self.knowledge = knowledge
        self.writers = WriterReader(roster, columns, knowledge)

    def read(self, head: int, linked: str | None) -> str | None:
        """Who is behind a source with this head; `linked` is what coreference took it for."""
        lemma = self.columns.lemma[head].lower()
        is_named = linked is not None and self.roster[linked].named
        if lemma in self.knowledge.voices and not is_named:
            return self._behind(head) or self.roster.latest(head, BODIES, NEAR) or self._subject_before(head)
        if lemma in self.knowledge.documents:
            return self._behind(head) or self.writers.read(head)
        if self._is_figure(head):
            return self._maker(head)
        if lemma in self.knowledge.sources["proposals"]:
            return self._proposer(head)
        return None if is_named else self._owner(head, lemma) or self._body_called(head, lemma)

    def _subject_before(self, head: int) -> str | None:
        """The body without a name that did something shortly before: "The police want more. …, a spokesman said"."""
        columns, roster = self.columns, self.roster
        for token in range(head - 1, -1, -1):
            if columns.sentence[head] - columns.sentence[token] > NEAR or columns.block[head] != columns.block[token]:
                return None
            actor_id = roster.at.get(token)
            if actor_id is None or columns.dep[token] != "nsubj" or columns.quotation[token]:
                continue
            return actor_id if roster[actor_id].kind in BODIES else None
        return None

    def is_paper(self, head: int) -> bool:
        """Whether the source is no voice but a document or figures: no mention of whom they come from."""
        return self.columns.lemma[head].lower() in self.knowledge.documents or self._is_figure(head)

    def _is_figure(self, head: int) -> bool:
        figures = self.knowledge.sources["figures"]
        return self.columns.lemma[head].lower() in figures or self.columns.lower[head] in figures

    def _owner(self, head: int, lemma: str) -> str | None:
        """Whose "his office", "its ambassador" or "its lawyers" are: the person or the body they speak for."""
        columns, roster = self.columns, self.roster
        for child in columns.children[head]:
            owner = roster.at.get(child) if columns.dep[child] == "poss" else None
            is_mouth = columns.pos[child] == "PRON" and self._is_mouth(head, lemma)
            if owner is not None and roster[owner].kind in BODIES and self._is_organ(head, lemma, child):
                return owner
            if owner is None or not (roster[owner].named or is_mouth):
                continue
            if lemma in self.knowledge.sources["delegations"] and (side := roster[owner].affiliation) in roster.actors:
                return side
            kind = roster[owner].kind
            if roster.form_at[child] == "nominal":
                continue  # "the governor's office" is an office of state, whoever is governor
            if kind == "person" and lemma in self.knowledge.sources["offices"] and self._is_bare(head, child):
                return owner
            if kind in BODIES and is_mouth:
                return owner
        return None

    def _body_called(self, head: int, lemma: str) -> str | None:
        """Whose "the party leadership" is: the body that the text called a party last."""
        columns, roster = self.columns, self.roster
        nouns = [c for c in columns.children[head] if columns.dep[c] == "compound" and c == head - 1]
        if lemma not in self.knowledge.sources["organs"] or not nouns:
            return None
        noun = columns.lower[nouns[0]]
        if noun not in self.knowledge.descriptions["bodies"] or columns.lower[head - 2] != "the":
            return None
        return roster.latest_called(head, noun)

    def _is_organ(self, head: int, lemma: str, owner: int) -> bool:
        """Whether a noun is a body's organ and no office-holder: "the union's executive", not "its chief executive"."""
        columns = self.columns
        before = [c for c in columns.children[head] if c < head and c != owner]
        is_bare = not any(columns.dep[c] in {"amod", "compound", "nmod"} for c in before)
        return lemma in self.knowledge.sources["organs"] and is_bare

    def _is_mouth(self, head: int, lemma: str) -> bool:
        """Whether a noun speaks for whose it is; not one of two ministries between which a state is torn."""
        columns = self.columns
        if lemma not in self.knowledge.sources["mouths"]:
            return False
        return lemma != "ministry" or not any(
            columns.lemma[i] == lemma and columns.sentence[i] == columns.sentence[head]
            for i in range(max(head - RIVAL, 0), min(head + RIVAL, len(columns)))
            if i != head
        )

    def _is_bare(self, head: int, owner: int) -> bool:
        """Whether nothing but its owner stands before "office": her private office is hers, her post office is not."""
        columns = self.columns
        further = [c for c in columns.children[head] if c < head and c != owner and columns.dep[c] != "case"]
        return not any(columns.dep[c] in {"compound", "nmod"} for c in further)

    def _maker(self, head: int) -> str | None:
        """Whose figures they are: the actor before the noun ("UN estimates", "the trust’s forecast")."""
        columns, roster = self.columns, self.roster
        for child in columns.children[head]:
            if columns.dep[child] in {"poss", "compound", "nmod"} and child < head and child in roster.at:
                return roster.at[child]
        return None

    def _proposer(self, head: int) -> str | None:
        """Whose proposal it is: "her bill would pay", "the motion, tabled by the league, would"."""
        columns, roster = self.columns, self.roster
        for child in columns.children[head]:
            if columns.dep[child] == "poss" and child in roster.at:
                return roster.at[child]
            if columns.dep[child] == "acl":
                return next((roster.at[inner] for inner in self._objects(child) if inner in roster.at), None)
        return None

    def _behind(self, head: int) -> str | None:
        """Whom a spokesman or a report speaks for: a possessor, "of/for/by …", a name or demonym before the noun."""
        columns, roster = self.columns, self.roster
        for child in columns.children[head]:
            if columns.dep[child] in {"poss", "compound", "nmod"} and child in roster.at:
                return roster.at[child]
            if columns.dep[child] in {"prep", "agent", "acl"}:
                for inner in self._objects(child):
                    if inner in roster.at:
                        return roster.at[inner]
                    if columns.lower[child] in {"by", "from"} and columns.lemma[inner] in self.knowledge.organizations:
                        return roster.add_group(min(columns.subtree(inner).start, inner), inner + 1, inner)
        for child in columns.children[head]:
            if columns.dep[child] == "amod" and (state := roster.find_state(columns.text[child])) is not None:
                return state
            if columns.dep[child] in {"poss", "compound"} and self.knowledge.organizations & {
                columns.lemma[child].lower()
            }:
                state = roster.latest(head, {"country"}, NEAR) if columns.lower[child] == "government" else None
                return state or roster.add_group(min(columns.subtree(child).start, child), child + 1, child)
        return None

    def _objects(self, preposition: int) -> list[int]:
        """The nouns of a prepositional phrase or of a participle with one ("commissioned by …")."""
        columns = self.columns
        if columns.dep[preposition] == "acl":
            if columns.lemma[preposition] in self.knowledge.sources["commissioning"]:
                preposition = next((c for c in columns.children[preposition] if columns.dep[c] == "conj"), preposition)
            if columns.lemma[preposition] in self.knowledge.sources["commissioning"]:
                return []
            agents = [
                c
                for c in columns.children[preposition]
                if columns.dep[c] in {"agent", "prep"} and columns.lower[c] == "by"
            ]
            return [o for agent in agents for o in columns.children[agent] if columns.dep[o] == "pobj"]
        if columns.lower[preposition] not in {"of", "for", "from", "by", "at", "with"}:
            return []
        return [o for o in columns.children[preposition] if columns.dep[o] == "pobj"]
