"""The tokens of a source in; the nouns by which it is read out: its head, and the heads coordinated with it.

The parser does not always know where a source ends, and makes a clause, a title or an owner of it: "Norway's and
Denmark's unions" are unions, and "president and chief executive" is one person.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge
from briefing.analysis.stakeholders.members import is_only_who_leads

PREFIXES = {"co", "vice", "ex", "deputy"}
"""What the tokenizer parts from the noun that it belongs to ("co-leader")."""
BESIDE = 5
"""How many tokens before a source that is nothing but marks a name may stand."""


class HeadReader:
    """Reads the heads of the sources of one document; `names` are the actors of the tokens of names."""

    def __init__(self, names: Mapping[int, str], columns: Columns, knowledge: Knowledge) -> None:
        self.names = names
        self.columns = columns
        self.knowledge = knowledge

    def read(self, tokens: range) -> list[int]:
        """The head noun of the phrase and the heads coordinated with it."""
        columns = self.columns
        if columns.lower[tokens.start] in {"who", "which"}:
            return [tokens.start]
        if not any(columns.text[i][0].isalnum() for i in tokens):
            return self._beside(tokens)
        heads = self._coordinated(self._root(tokens), tokens)
        owners = [head for head in heads if is_owner(head, columns)]
        return [head for head in heads if head not in owners] if len(owners) < len(heads) else heads

    def _beside(self, marks: range) -> list[int]:
        """The nearest name beside a source that is nothing but marks."""
        near = (*range(marks.start - 1, max(marks.start - BESIDE - 1, -1), -1), marks.stop)
        return [i for i in near if i in self.names][:1]

    def _root(self, tokens: range) -> int:
        """The head noun, wherever the parser has it."""
        columns = self.columns
        roots = [i for i in tokens if columns.head[i] not in tokens or columns.head[i] == i]
        nouns = [i for i in roots if columns.pos[i] in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"}] or roots
        root = next((i for i in nouns if i in self.names), nouns[0] if nouns else tokens[-1])
        if nouns and root != nouns[0] and is_only_who_leads(root, nouns[0], columns):
            root = nouns[0]
        if root not in self.names and (name := self._leading_name(tokens)) is not None:
            root = name
        if root == tokens.start and columns.pos[root] == "VERB":
            root = next((c for c in columns.children[root] if c < root and columns.dep[c] == "nsubj"), root)
        if columns.pos[root] in {"VERB", "AUX", "ADP"} or not columns.text[root][0].isalnum():
            root = self._first_noun(tokens, root)
        if columns.lower[root] in PREFIXES and root + 2 in tokens and columns.text[root + 1] == "-":
            root += 2
        return root

    def _coordinated(self, root: int, tokens: range) -> list[int]:
        """A head and those coordinated with it, but for a second noun of the same title or name."""
        columns = self.columns
        heads, stack = [root], [root]
        while stack:
            for child in columns.children[stack.pop()]:
                is_noun = columns.dep[child] == "conj" and columns.pos[child] in {"NOUN", "PROPN", "PRON"}
                if is_noun and child in tokens and not self._is_apposition_of(child, root):
                    heads.append(child)
                    stack.append(child)
        return heads

    def _leading_name(self, tokens: range) -> int | None:
        """The name that a source begins with, up to a comma ("The Growers’ Union, at first an opponent,")."""
        columns, names = self.columns, self.names
        first = tokens.start + (columns.lower[tokens.start] == "the")
        last = first
        while last in tokens and last in names and names[last] == names.get(first):
            last += 1
        return last - 1 if last > first and last in tokens and columns.text[last] == "," else None

    def _first_noun(self, tokens: range, root: int) -> int:
        """Where the parser made a clause of the source: its first name, or its first noun that is no modifier."""
        columns = self.columns
        for i in tokens:
            if columns.pos[i] in {"ADP", "SCONJ"} or columns.lower[i] in {"who", "which", "that"}:
                break
            if i in self.names:
                actor_id = self.names[i]
                return max(t for t in tokens if self.names.get(t) == actor_id and t - i < 4)
            if columns.pos[i] in {"NOUN", "PRON"} and columns.dep[i] not in {"compound", "amod", "poss", "nmod"}:
                return i
        return next((i for i in tokens if i in self.names), root)

    def _is_apposition_of(self, head: int, root: int) -> bool:
        """A second noun inside one title or one name is no second source ("president and chief executive")."""
        columns = self.columns
        if self.names.get(head) is not None:
            return self.names.get(head) == self.names.get(root)
        parent = columns.head[head]
        return (
            self.knowledge.is_person_noun(columns.lemma[head].lower())
            and columns.tag[head] == "NN"
            and not any(columns.dep[child] in {"det", "poss"} for child in columns.children[head])
            and columns.tag[parent] == "NN"
        )


def is_owner(head: int, columns: Columns) -> bool:
    """Whether it only owns what the next one names: "Norway's and Denmark's unions"."""
    return any(columns.tag[child] == "POS" and child > head for child in columns.children[head])
