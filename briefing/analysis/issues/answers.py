"""Attributions and the issue of each in; short answers with the issue of the question above them out.

"Yes, if the boats are paid for" and "No" say nothing of the matter; the question does, and the words of a condition
name what is asked for in return, which is another matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.analysis.layers import Attribution

_ANSWER = re.compile(
    r"\W*(?:yes|no|yeah|nope|never|absolutely|certainly|of course|definitely|only)(?: not)?"
    r"(?=(?P<bare>\W*$|\W+(?:but )?(?:only )?(?:if|unless|provided|(?:as|so) long as|on (?:the |one )?condition)\b)"
    r"|\W)",
    re.IGNORECASE,
)
"""Words that answer a question; `bare` is found where nothing but a condition follows."""
_QUESTION = re.compile(r"\?[\s”\"’'*_]*$")
_WIDEST = 80
"""Characters between question and answer: a label, and a little more."""


def follow_questions(text: str, attributions: Sequence[Attribution], issue_of: dict[str, str]) -> None:
    """Give each answer the issue of its question, in place: a bare one always, a longer one if it has none itself.

    Args:
        text: of the article.
        attributions: those whose issues may change, and the questions.
        issue_of: id of the issue by that of the attribution.
    """
    outer = sorted((one for one in attributions if one.within is None), key=lambda one: one.content[0].start)
    for question, answer in pairwise(outer):
        asked, said = question.content, text[answer.content[0].start : answer.content[-1].end]
        found = _ANSWER.match(said)
        between = text[asked[-1].end : answer.content[0].start]
        if found is None or "\n" not in between or len(between) > _WIDEST or not _asks(text, question):
            continue
        if found["bare"] is None and answer.id in issue_of:
            continue
        issue_of.pop(answer.id, None)
        if question.id in issue_of:
            issue_of[answer.id] = issue_of[question.id]


def _asks(text: str, one: Attribution) -> bool:
    return _QUESTION.search(text[one.content[0].start : one.content[-1].end]) is not None
