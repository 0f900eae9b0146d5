"""Drafts in; the same out without "asked not to be named" and its like: it says nothing of any matter."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.lexicon.cues import CueLexicon

OPENING = 4
"""Tokens of a content in which the wish stands ("not to be named")."""


def drop_requests_for_anonymity(
    tokens: Tokens, drafts: Iterable[Draft], ruled: Iterable[Draft], lexicon: CueLexicon
) -> list[Draft]:
    """The drafts in which nobody wishes to stay unnamed.

    In "an officer who did not want to be named said …" the wish hides what is said: there the rules have it.
    """
    kept: list[Draft] = []
    unnamed: list[Draft] = []
    for draft in drafts:
        (unnamed if _stays_unnamed(tokens, draft, lexicon) else kept).append(draft)
    taken = {i for draft in kept for i in (*draft.cue, *draft.content)}
    verbs = {tokens.head[tokens.head[i]] for draft in unnamed for i in draft.cue if tokens.relation[i] == "relcl"}
    for draft in ruled if verbs else ():
        if not verbs.isdisjoint(draft.cue) and taken.isdisjoint((*draft.cue, *draft.content)):
            kept.append(draft)
    return kept


def _stays_unnamed(tokens: Tokens, draft: Draft, lexicon: CueLexicon) -> bool:
    """Whether somebody asks not to be named, or declines to be."""
    opening = draft.content[:OPENING]
    words = [tokens.lower[i] for i in opening if tokens.lower[i] != "not"]
    if words[:2] != ["to", "be"] and words[:1] != ["be"]:
        return False
    if not any(tokens.lemma[i] in lexicon.naming for i in opening if tokens.tag[i] == "VBN"):
        return False
    if len(words) < len(opening) or any(tokens.lower[i] in lexicon.negators for i in draft.cue):
        return True
    senses = (sense for i in draft.cue for sense in lexicon.of("verb", tokens.lemma[i]))
    return any(sense.cue_class == "refusal" for sense in senses)
