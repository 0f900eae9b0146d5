"""A head inside a source in; the noun phrase around it out, by which the source is shown and mentioned.

Relative clauses, appositions and examples are left out, unless a clause is all that tells whom "a person" means.
"""

from __future__ import annotations

from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge
from briefing.analysis.stakeholders.heads import is_owner
from briefing.analysis.stakeholders.members import EXAMPLES
from briefing.model import Mention

LONGEST_CLAUSE = 8
"""Words of a clause that names an unnamed source ("who have seen the draft")."""
ENDS_PHRASE = {",", ";", ":", "(", "–", "—"}


class PhraseReader:
    """Reads the phrases of the sources of one document."""

    def __init__(self, columns: Columns, knowledge: Knowledge) -> None:
        self.columns = columns
        self.knowledge = knowledge

    def read(self, head: int, tokens: range) -> tuple[int, int]:
        """The noun phrase around a head inside the source, without its relative clause and appositions."""
        columns = self.columns
        subtree = columns.subtree(head)
        first, last = max(subtree.start, tokens.start), min(subtree.stop, tokens.stop)
        first += columns.dep[first] == "preconj"
        first += 2 * (columns.lower[first : first + 2] == ["not", "even"])
        if columns.dep[head] == "conj" and is_owner(columns.head[head], columns):
            first = max(columns.subtree(columns.head[head]).start, tokens.start)
        for child in columns.children[head]:
            if child > head and columns.dep[child] in {"relcl", "appos", "cc", "conj", "punct"}:
                last = min(last, max(head + 1, min(columns.subtree(child).start, child)))
            if child < head and columns.dep[child] in {"cc", "punct"}:
                first = max(first, child + 1) if child < head - 1 else first
        for token in range(head + 1, last):
            is_example = columns.lower[token] in EXAMPLES or columns.lower[token : token + 2] == ["such", "as"]
            if columns.text[token] in ENDS_PHRASE or columns.tag[token] in {"WDT", "WP", "WP$"} or is_example:
                last = token
                break
        last = self._end_of_telling_clause(head, last, tokens)
        while last > head + 1 and (not columns.text[last - 1][-1].isalnum() or columns.pos[last - 1] == "ADP"):
            last -= 1
        return first, last

    def _end_of_telling_clause(self, head: int, last: int, tokens: range) -> int:
        """Behind "a person", "two people" the clause "who saw the list" is all that tells them from others."""
        columns = self.columns
        if last not in tokens or last != head + 1 or columns.lower[last] not in {"who", "that"}:
            return last
        if columns.lower[head] not in self.knowledge.sources["anybody"]:
            return last
        for token in range(last, min(last + LONGEST_CLAUSE, tokens.stop)):
            if not columns.text[token][0].isalnum():
                return token
        return tokens.stop if 2 <= tokens.stop - last <= LONGEST_CLAUSE else last

    def mention_of(self, head: int, tokens: range) -> Mention:
        """The source as a mention."""
        first, last = self.read(head, tokens)
        return Mention(self.columns.start[first], self.columns.end[last - 1], "nominal")
