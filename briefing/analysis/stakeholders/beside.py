"""A description in; the person or body that is named right beside it out: "the helpline Lifelight".

The parser attaches such a name in many ways, and takes "its Thai envoy, Ana Ruiz," for a body.
"""

from __future__ import annotations

from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge
from briefing.analysis.stakeholders.roster import Roster

LONGEST_NAME = 8


class BesideReader:
    """Reads the names beside the descriptions of one document."""

    def __init__(self, roster: Roster, columns: Columns, knowledge: Knowledge) -> None:
        self.roster = roster
        self.columns = columns
        self.knowledge = knowledge

    def names(self, head: int, tokens: range) -> list[str]:
        """A person named beside her description where the parser attached the name in another way.

        Beside a plural ("two members, Ana Ruiz and Li Wei, voted against") all who are named together.
        """
        columns = self.columns
        if (body := self._body(head, tokens)) is not None:
            return [body]
        for token in tokens:
            inner = columns.head[token]
            beside = (
                inner == head and (columns.dep[token] == "appos" or (token > head and columns.dep[token] == "nmod"))
            ) or self._is_behind_body(token, head)
            if not beside or not self._is_person(token):
                continue
            together = [token]
            if columns.tag[head] in {"NNS", "NNPS"}:
                for name in together:
                    further = (c for c in columns.children[name] if columns.dep[c] == "conj" and c in tokens)
                    together += [c for c in further if self._is_person(c)]
                if len(together) == 1:
                    continue  # "allies of the governor, Ana Ruiz,": one name is not that of several
            return list(dict.fromkeys(self.roster.names[name] for name in together))
        return []

    def person(self, head: int, tokens: range) -> str | None:
        """The person named in apposition to what the parser took for a body: "its Thai envoy, Ana Ruiz,"."""
        columns = self.columns
        if self._is_person(head):
            return None
        beside, below = [], [head]
        while below:
            next_to = [t for t in columns.children[below.pop()] if t in tokens and columns.dep[t] == "appos"]
            beside += next_to
            below += next_to
        return next((self.roster.names[t] for t in beside if self._is_person(t)), None)

    def _is_behind_body(self, token: int, head: int) -> bool:
        """Whether a name seems to be another one of whom it stands behind ("a spokesman for the league, Ana Ruiz,")."""
        columns, names = self.columns, self.roster.names
        body = columns.head[token]
        if columns.dep[token] != "appos" or columns.dep[body] != "pobj" or columns.head[columns.head[body]] != head:
            return False
        return body in names and names[body] != names.get(token)

    def _body(self, head: int, tokens: range) -> str | None:
        """The body named right after a description: "the helpline Lifelight", "a second bidder, the Harbour Trust".

        Behind a plural only after a comma: "its partners, the Greens,".
        """
        columns, names = self.columns, self.roster.names
        first = head + 1
        if columns.lower[head] in self.knowledge.offices:
            return None
        if columns.tag[head] not in {"NN", "NNP"} and columns.text[first : first + 1] != [","]:
            return None
        if first in tokens and columns.text[first] == ",":
            first += 2 if columns.lower[first + 1 : first + 2] == ["the"] else 1
        actor_id = names.get(first) if first in tokens else None
        if actor_id is None or self.roster[actor_id].kind != "organization" or self.roster.is_place(actor_id):
            return None
        last = max(i for i in range(first, tokens.stop) if names.get(i) == actor_id and i - first < LONGEST_NAME)
        return actor_id if columns.head[last] == head or first == head + 1 else None

    def _is_person(self, token: int) -> bool:
        actor_id = self.roster.names.get(token)
        return actor_id is not None and self.roster[actor_id].kind == "person"
