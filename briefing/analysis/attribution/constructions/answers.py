"""Drafts in; the same out, with the question to which somebody only says no: "asked if fees would rise, she said no".

What she holds is in the question; "no" alone says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.tokens import Tokens

ANSWERS = frozenset({"no", "yes", "so", "not"})
WHETHER = frozenset({"whether", "if"})


def add_questions(tokens: Tokens, drafts: Iterable[Draft]) -> None:
    """Let the content of each bare answer begin with the clause behind "asked whether" at the start of its sentence."""
    for draft in drafts:
        words = [tokens.lower[i] for i in draft.content if tokens.is_word(i) and i not in draft.cue]
        if not draft.cue or len(words) != 1 or words[0] not in ANSWERS:
            continue
        question = _question(tokens, draft)
        if question:
            draft.content = sorted({*question, *draft.cue, *draft.content})


def _question(tokens: Tokens, draft: Draft) -> list[int]:
    """The clause behind "asked whether", up to the comma before the speaker."""
    first = tokens.sentences[tokens.sentence[draft.cue[0]]][0]
    while tokens.space[first]:
        first += 1
    start = min(*draft.source, draft.cue[0]) if draft.source else draft.cue[0]
    if first + 2 >= start or tokens.lower[first] != "asked" or tokens.lower[first + 1] not in WHETHER:
        return []
    return tokens.stretch(first + 2, start - 1) if tokens.words[start - 1] == "," else []
