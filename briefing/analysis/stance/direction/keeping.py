"""A content in; the word out that says that something is to stay as it is, which speaks against its end or its sale.

"To *keep* the doors open", "should *stay* in public hands", "for the gates to be *opened*"; but what is kept closed or
out is ended.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from briefing.analysis.stance.direction.against import SHUT
from briefing.analysis.stance.words.tokens import Token, is_passive

_KEEPING = frozenset(
    {
        "keep", "keeping", "maintain", "retain", "preserve", "continue", "stay", "remain", "save", "open", "reopen",
        "restore", "reinstate",
    }
)  # fmt: skip
"""Heads of a content that by themselves turn a label round that names an end ("to keep the plant")."""
_KEPT = (_KEEPING - {"open", "keeping"}) | {"uphold", "spare", "extend", "return"}
"""What is against a matter that ends something, though it names nothing of it ("to *restore* the buses")."""
_STAYING = frozenset({"keep", "retain", "stay", "remain"})
_UNDOING = frozenset({"mend", "open", "rebuild", "renew", "repair", "resume", "reverse"})
"""What undoes an end when it is done to something ("for the gates to be *opened*")."""
_OPENED = frozenset({"ccomp", "xcomp", "relcl", "acl", "pcomp"})


def keeping_head(heads: Sequence[Token], tokens: Sequence[Token]) -> Token | None:
    """The head of a content that keeps something or brings it back."""
    return next((head for head in heads if head.lemma_ in _KEEPING and not _keeps_out(head, tokens)), None)


def kept_back(tokens: Sequence[Token], roots: Sequence[Token]) -> Token | None:
    """The word that keeps what would be sold or moved ("*keep* the port", "should *stay* in public hands")."""
    heads = [*roots, *(child for root in roots for child in root.children if child.dep_ in {"xcomp", "ccomp", "csubj"})]
    return next((t for t in heads if t.lemma_ in _STAYING and not _keeps_out(t, tokens)), None)


def kept(head: Token | None, inside: Container[int]) -> Token | None:
    """The verb that keeps something at the head of a content, or right below it ("to *keep* the doors open")."""
    if head is None:
        return None
    if head.lower_ == "for":
        head = next((child for child in head.children if child.dep_ == "pobj"), head)
    around = (head, *(child for child in head.children if child.dep_ in _OPENED and child.i in inside))
    verbs = (token for token in around if token.pos_ == "VERB" and (token.lemma_ in _KEPT or _is_undone(token)))
    return next((verb for verb in verbs if not _keeps_out(verb, list(verb.subtree))), None)


def _keeps_out(verb: Token, tokens: Sequence[Token]) -> bool:
    """Whether what is kept is an end ("kept the road *closed*", "stay *away*")."""
    return any(token.lower_ in SHUT and token.i > verb.i and token.dep_ not in {"amod", "nsubj"} for token in tokens)


def _is_undone(verb: Token) -> bool:
    """Whether an end is undone ("for the gates to be *opened*")."""
    return verb.tag_ == "VBN" and verb.lemma_ in _UNDOING and is_passive(verb)
