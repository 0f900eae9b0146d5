"""Drafts in; the same out without the newspaper's note that somebody had nothing to say.

"The port did not respond to a request for comment", "could not be reached", "declined to comment": of no matter is
anything said. What somebody does not comment on ("declined to comment on the strike") is a matter, and stays.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.lexicon.words import load_word_lists

COMMENTING = frozenset({"comment", "commenting"})


def without_silences(tokens: Tokens, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts that are more than a note of that kind."""
    return [draft for draft in drafts if not _is_silence(tokens, draft)]


def _is_silence(tokens: Tokens, draft: Draft) -> bool:
    if any(tokens.quotation[i] >= 0 for i in draft.content):
        return False
    words = sorted({*draft.cue, *draft.content})
    last = next((i for i in reversed(words) if tokens.is_word(i)), None)
    if last is None or tokens.lower[last] not in COMMENTING:
        return False
    lemmas = {tokens.lemma[i] for i in words}
    lists = load_word_lists()
    is_unanswered = bool(lemmas & lists.replying) and (bool(lemmas & lists.inquiring) or "reach" in lemmas)
    said = [tokens.lower[i] for i in draft.content if i not in draft.cue and tokens.is_word(i)]
    return is_unanswered or said in (["to", "comment"], ["comment"])
