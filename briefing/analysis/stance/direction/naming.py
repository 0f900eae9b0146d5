"""The words of a content with a label in; those that name what the label is about out."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.issues.words import STOP, stem
from briefing.analysis.stance.direction.labels import LabelReading, names_operator
from briefing.analysis.stance.words.tokens import Token

_CONTENT_POS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_TRANSFERS = frozenset(
    stem(word)
    for word in (
        "sale", "selling", "sell-off", "privatisation", "privatization", "privatising", "privatizing", "takeover",
        "outsourcing", "relocation", "relocating", "move", "moving", "transfer", "renaming", "replacement", "replacing",
    )
)  # fmt: skip
"""What labels name that is done to something: who keeps that thing is against it."""
_SELLING = frozenset({"sell", "privatise", "privatize", "move", "relocate", "transfer", "rename", "replace"})


def named_by_operator(tokens: Sequence[Token], label: LabelReading) -> Token | None:
    """The first word of a content that is the operator of the label ("the *ban*"), if any."""
    if label.operator is None:
        return None
    named = (token for token in tokens if names_operator(label, token.text))
    return next((token for token in named if _tells(token)), None)


def named_by_core(tokens: Sequence[Token], label: LabelReading) -> list[Token]:
    """The first token for each stem of the label's core that the content shares, by stem."""
    found: dict[str, Token] = {}
    for token in tokens if label.core else ():
        if token.pos_ in _CONTENT_POS and (key := stem(token.text)) in label.core and _tells(token):
            found.setdefault(key, token)
    return [found[key] for key in sorted(found)]


def names_any(tokens: Sequence[Token], label: LabelReading) -> bool:
    """Whether a content names the matter by any word."""
    return named_by_operator(tokens, label) is not None or bool(named_by_core(tokens, label))


def _tells(token: Token) -> bool:
    """Whether a token is a content word: "that" and "have" are in many labels and name nothing."""
    return token.pos_ in _CONTENT_POS and token.lower_ not in STOP


def shared_deed(tokens: Sequence[Token], label: LabelReading) -> bool:
    """Whether a content names a sale or a move that its label names; true of every label that names none."""
    return not label.matter & _TRANSFERS or any(stem(t.text) in _TRANSFERS or t.lemma_ in _SELLING for t in tokens)
