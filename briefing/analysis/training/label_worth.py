"""A label and an annotated issue in; how good the label is for the issue out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.analysis.issues.words import STOP, stem
from briefing.analysis.training.corpus import MarkedIssue

TERM_SHARE, LIKENESS_SHARE = 0.5, 0.75
"""What a label is worth that holds a term of its issue, and one that has the words of the annotators' label."""


def worth_of(label: str, issue: MarkedIssue) -> float:
    """From 0 to the sum of both shares."""
    return TERM_SHARE * holds_term(label, issue) + LIKENESS_SHARE * likeness(label, issue.label)


def holds_term(label: str, issue: MarkedIssue) -> bool:
    """Whether a label has one of the terms of an issue in it, word for word (without plural endings)."""
    words = _without_plural(label)
    for term in issue.terms or (issue.label,):
        wanted = _without_plural(term)
        if wanted and any(words[n : n + len(wanted)] == wanted for n in range(len(words))):
            return True
    return False


def likeness(label: str, other: str) -> float:
    """F1 of the stems of two labels."""
    left, right = term_stems((label,)), term_stems((other,))
    return 2 * len(left & right) / max(len(left) + len(right), 1)


def term_stems(terms: Iterable[str]) -> frozenset[str]:
    """The stems of the words of several terms."""
    words = (word for term in terms for word in re.findall(r"[\w-]+", term))
    return frozenset(stem(word) for word in words if word.casefold() not in STOP)


def _without_plural(text: str) -> list[str]:
    words = re.findall(r"\w+(?:['’]\w+)*", text.casefold())
    return [re.sub(r"(['’]s|s)$", "", word) if len(word) > 3 else word for word in words]
