"""The columns of a parsed Doc in; its tokens as plain Python objects out.

A spaCy token looks each attribute up anew, and its children among the tokens around. The rules ask for them
many times, so they are read once for each Doc. They have spaCy's names and mean what they mean there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, repeat

from briefing.analysis.entities.columns import Columns

VERBAL = frozenset({"VERB", "AUX"})
"""Parts of speech that can head a clause."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""What a noun is to the verb that says something of it."""
PARTNERS = SUBJECTS | {"dobj"}
"""What a noun is to the verb that says something of it or does something to it."""
OBLIGATION = frozenset({"must", "should", "shall", "ought"})
"""Auxiliaries that demand."""
TYING = frozenset({"of", "against", "into", "on", "for", "to", "by", "with", "from"})
"""Prepositions that tie one thing to another."""


class Token:
    """A token with its place in the parse."""

    __slots__ = (
        "children", "dep_", "doc", "ent_type_", "head", "i", "idx", "is_spaced", "lemma_", "lower_", "pos_", "sent",
        "tag_", "text",
    )  # fmt: skip

    children: Sequence[Token]
    doc: Sequence[Token]
    """All tokens of the Doc."""
    head: Token
    sent: Sequence[Token]
    """The tokens of the sentence."""

    def __init__(
        self,
        i: int,
        idx: int,
        text: str,
        spaced: bool,
        lower: str,
        lemma: str,
        pos: str,
        tag: str,
        dep: str,
        ent_type: str,
        doc: Sequence[Token],
    ) -> None:
        self.i = i
        self.idx = idx
        self.text = text
        self.is_spaced = spaced
        self.lower_ = lower
        self.lemma_ = lemma
        self.pos_ = pos
        self.tag_ = tag
        self.dep_ = dep
        self.ent_type_ = ent_type
        self.doc = doc
        self.children = ()

    @property
    def text_with_ws(self) -> str:
        """The text with the blank behind it, if there is one."""
        return self.text + " " if self.is_spaced else self.text

    @property
    def lefts(self) -> list[Token]:
        """The children before the token."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """The children behind it."""
        return [child for child in self.children if child.i > self.i]

    @property
    def n_lefts(self) -> int:
        """How many children stand before it."""
        return len(self.lefts)

    @property
    def subtree(self) -> Iterator[Token]:
        """The token and all that hangs on it, as the parse orders them.

        Without recursion: in a sentence of thousands of words the parse may be deeper than Python can call.
        """
        waiting: list[tuple[Token, bool]] = [(self, False)]
        while waiting:
            token, is_due = waiting.pop()
            if is_due or not token.children:
                yield token
            else:
                waiting += [(child, False) for child in reversed(token.rights)]
                waiting.append((token, True))
                waiting += [(child, False) for child in reversed(token.lefts)]

    @property
    def left_edge(self) -> Token:
        """The first token of the subtree."""
        return min(self.subtree, key=lambda token: token.i)

    @property
    def right_edge(self) -> Token:
        """The last token of the subtree."""
        return max(self.subtree, key=lambda token: token.i)

    @property
    def conjuncts(self) -> list[Token]:
        """The tokens that are coordinated with it."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:
            found += [child for child in token.rights if child.dep_ == "conj"]
        return [token for token in found if token is not self]


def tokens_of(columns: Columns) -> list[Token]:
    """All tokens of a Doc."""
    tokens: list[Token] = []
    tokens += map(
        Token,
        range(len(columns)),
        columns.start,
        columns.text,
        columns.spaced,
        columns.lower,
        columns.lemma,
        columns.pos,
        columns.tag,
        columns.dep,
        columns.ent_type,
        repeat(tokens),
    )
    for token, head, children in zip(tokens, columns.head, columns.children, strict=True):
        token.head = tokens[head]
        if children:
            token.children = [tokens[child] for child in children]
    for first, end in pairwise((*columns.sentence_start, len(tokens))):
        sentence = tokens[first:end]
        for token in sentence:
            token.sent = sentence
    return tokens


def text_of(tokens: Iterable[Token]) -> str:
    """The tokens as one text, each with the blank behind it."""
    return "".join(token.text_with_ws for token in tokens)


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive ("the ban should *be lifted*")."""
    return any(child.dep_ == "auxpass" for child in verb.children)


def has_object(verb: Token) -> bool:
    """Whether a verb is done to something."""
    return any(child.dep_ == "dobj" for child in verb.children)
