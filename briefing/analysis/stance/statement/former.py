"""The tokens of a cue in; the words that hang on it and say that what it tells of is over, out.

"*Previously* sponsored", "*once* a champion of", "*until 2019* the union opposed", "*in the past* it rejected": the
words stand outside the cue, or at its edge, but belong to its verb or noun.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.stance.statement.cue import PAST_TAGS, main_verb
from briefing.analysis.stance.words.tokens import Token, text_of

_FORMERLY = frozenset({"formerly", "previously", "once", "originally", "initially"})
_AGAIN = frozenset({"again", "more"})
"""What makes another word of "once" behind it ..."""
_FOR = frozenset({"for", "at"})
"""... and before it."""
_HOLDING = frozenset({"has", "have", "'ve", "’ve", "will", "would", "may", "might", "can", "could", "should", "must"})
"""Helpers of a verb that tells what holds, or is to come, whatever was before ("*has* previously backed")."""
_NOMINAL = frozenset({"NOUN", "PROPN"})
_FORMER = frozenset({"former", "erstwhile", "onetime", "sometime", "lapsed"})
_ENDS = frozenset({"recently", "then", "lately"})
_BESIDE = frozenset({"advmod", "npadvmod", "prep", "amod"})
"""What words of time are to what they date."""


def former_by(cue: Sequence[Token]) -> str:
    """The words by which the deed or the attitude of a cue is told as one of former times; empty where there are none.

    Args:
        cue: its tokens, of which the first verb or noun is dated.
    """
    head = main_verb(cue)
    if head is None:
        head = next((token for token in cue if token.pos_ in _NOMINAL), None)
    elif not _is_told_as_past(head):
        return ""
    if head is None:
        return ""
    beside = (child for child in head.children if child.dep_ in _BESIDE)
    return next((text_of(words).strip() for words in map(_former, beside) if words), "")


def _is_told_as_past(verb: Token) -> bool:
    """Whether a verb stands in the past or the past perfect."""
    return verb.tag_ in PAST_TAGS and not any(
        c.lower_ in _HOLDING and c.dep_ in {"aux", "auxpass"} for c in verb.children
    )


def _former(word: Token) -> Sequence[Token]:
    """The words of a dependent, if it says that something is over."""
    head = word.head
    if word.lower_ in _FORMERLY and word.i < head.i:
        before = word.doc[word.i - 1].lower_ if word.i else ""
        stands_alone = before not in _FOR and word.doc[word.i + 1].lower_ not in _AGAIN
        return [word] if stands_alone else []
    if word.lower_ in _FORMER and head.pos_ in _NOMINAL:
        return [word]
    if word.lower_ == "in" and word.i < head.i:
        objects = [child for child in word.children if child.dep_ == "pobj"]
        return sorted(word.subtree, key=_place) if any(_is_the_past(child) for child in objects) else []
    if word.lower_ in {"until", "till"} and word.i < head.i and head.tag_ == "VBD":
        return _until(word)
    return []


def _until(word: Token) -> Sequence[Token]:
    """The words of an "until" that names a time gone by; the parser hangs "recently" on the verb."""
    if word.i and word.doc[word.i - 1].pos_ in _NOMINAL:
        return []  # "his deputy *until Friday*, quit"
    behind = word.doc[word.i + 1]
    if behind.lower_ in _ENDS:
        return [word, behind]
    return sorted(word.subtree, key=_place) if any(child.ent_type_ == "DATE" for child in word.children) else []


def _is_the_past(noun: Token) -> bool:
    return noun.lower_ == "past" and [child.lower_ for child in noun.children] == ["the"]


def _place(token: Token) -> int:
    return token.i
