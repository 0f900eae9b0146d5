"""A word of a content in; the direction that the words above it in the parse give it out."""

from __future__ import annotations

from collections.abc import Container, Mapping

from briefing.analysis.stance.direction.against import comes_to_nothing, is_against
from briefing.analysis.stance.words.tokens import SUBJECTS, Token, has_object

_SUFFERING = frozenset({"nsubjpass", "dobj"})
_BEFORE = frozenset({"det", "predet", "amod", "advmod", "nummod"})
_NONE = frozenset({"no", "neither", "fewer", "less", "half"})
"""Words before a noun that want none, or less, of it."""
_NOTHING = frozenset({"nothing", "nobody"})
"""Subjects that deny what their verb does ("*nothing* will stop the sale")."""
_STEPS = 12
"""How many words above are looked at."""


def path_sign(
    target: Token, inside: Container[int], operators: Mapping[str, int], words: list[str], felt: bool = False
) -> int:
    """Product of the operators and negations from a word of the content up to the content's root.

    Args:
        inside: the places of the content.
        words: to which the operators and negations are added.
        felt: whether somebody hopes for the content or is sorry about it, so that what comes to nothing counts, too.
    """
    sign = 1
    token = below = target
    for _ in range(_STEPS):
        for denial in _denials(token, is_target=token == target):
            if denial.i in inside:
                sign = -sign
                words.append(denial.text)
        if token != target and _turns(token, below, operators, felt):
            sign = -sign
            words.append(token.text)
        if token.head == token or token.head.i not in inside:
            break
        below, token = token, token.head
    return sign


def _denials(token: Token, is_target: bool) -> list[Token]:
    """What denies a word: its own negations, those before its modifiers, and those of what the target is done to."""
    below = [*token.children]
    below += [word for before in below if before.n_lefts and before.dep_ in _BEFORE for word in before.lefts]
    if is_target and token.pos_ == "VERB":
        below += [word for noun in token.children if _suffers(noun, token) for word in noun.children]
    return [child for child in below if _denies(child)]


def _denies(word: Token) -> bool:
    if word.dep_ == "neg" or (word.dep_ in _BEFORE and word.lower_ in _NONE):
        return True
    return word.dep_ in SUBJECTS and word.lower_ in _NOTHING


def _turns(token: Token, below: Token, operators: Mapping[str, int], felt: bool) -> bool:
    """Whether a word on the path turns round what is below it."""
    left_undone = token.lemma_ == "fail" and below.dep_ == "xcomp"
    if left_undone or (felt and comes_to_nothing(token, below)):
        return True
    return is_against(token, operators) and not _does_it(below, token)


def _suffers(noun: Token, verb: Token) -> bool:
    """Whether a verb is done to a noun, or happens to it ("no *kindergarten* would close")."""
    happens = noun.dep_ == "nsubj" and not has_object(verb)
    return noun.dep_ in _SUFFERING or happens


def _does_it(subject: Token, operator: Token) -> bool:
    """Whether a word does the operator to something else ("the *toll* would kill jobs") and does not suffer it."""
    suffers = subject.dep_ != "nsubj" or operator.lemma_ == "lose"
    return not suffers and has_object(operator)
