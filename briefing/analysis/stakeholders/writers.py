"""A paper that is a source in; whoever wrote, sent or published it, as the text tells, out.

"A letter it sent to members" says so in its clause; "the letter" in the sentence before ("wrote to all members").
"""

from __future__ import annotations

from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge
from briefing.analysis.stakeholders.roster import Roster

NEAR = 2
"""How many sentences back a paper may have been written that "the letter" means."""


class WriterReader:
    """Finds the makers of papers in one document."""

    def __init__(self, roster: Roster, columns: Columns, knowledge: Knowledge) -> None:
        self.roster = roster
        self.columns = columns
        self.letters = knowledge.sources["letters"]
        self.making = knowledge.sources["making"]
        self.telling = knowledge.speech | self.making

    def read(self, paper: int) -> str | None:
        """The actor who made the paper with this head, if the text says so."""
        return self._in_clause(paper) or self._before(paper)

    def _in_clause(self, paper: int) -> str | None:
        """ "A letter it sent": the subject of a clause on the paper."""
        columns = self.columns
        for verb in columns.children[paper]:
            if columns.dep[verb] in {"relcl", "acl"} and columns.lemma[verb] in self.making:
                return self._subject(verb, but={"that", "which"})
        return None

    def _before(self, paper: int) -> str | None:
        """ "… wrote to all members. The letter": the subject of the verb in a sentence shortly before."""
        columns = self.columns
        if not any(columns.lower[child] in {"the", "this"} for child in columns.children[paper]):
            return None
        word = columns.lemma[paper]
        first = columns.subtree(paper).start
        for verb in range(first - 1, -1, -1):
            if columns.sentence[paper] - columns.sentence[verb] > NEAR or columns.block[verb] != columns.block[paper]:
                return None
            if columns.lemma[verb] == word and columns.dep[verb] != "dobj" and columns.pos[verb] == "NOUN":
                return self._who_said_in(verb)
            if columns.pos[verb] == "VERB" and columns.lemma[verb] in self.making and self._makes(verb, word):
                return self._subject(verb, but=set())
        return None

    def _who_said_in(self, paper: int) -> str | None:
        """ "In a letter to members, the union said …": the subject of what was said in the paper."""
        columns, preposition = self.columns, self.columns.head[paper]
        if columns.dep[paper] != "pobj" or columns.lower[preposition] != "in":
            return None
        verb = columns.head[preposition]
        return self._subject(verb, but={"that", "which"}) if columns.lemma[verb] in self.telling else None

    def _makes(self, verb: int, word: str) -> bool:
        """Whether the paper is what a verb is about; "wrote to" makes a letter."""
        columns = self.columns
        made = [columns.lemma[child] for child in columns.children[verb] if columns.dep[child] == "dobj"]
        if made:
            return word in made
        is_addressed = any(columns.lower[child] == "to" for child in columns.children[verb])
        return word in self.letters and columns.lemma[verb] == "write" and is_addressed

    def _subject(self, verb: int, but: set[str]) -> str | None:
        columns = self.columns
        for child in columns.children[verb]:
            if columns.dep[child] == "nsubj" and columns.lower[child] not in but:
                named = (self.roster.names.get(c) for c in columns.children[child] if columns.dep[c] == "appos")
                return next((actor_id for actor_id in named if actor_id is not None), self.roster.at.get(child))
        return None
