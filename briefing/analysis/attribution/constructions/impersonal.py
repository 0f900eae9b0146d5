"""Drafts in; the same out without those in which nobody speaks: "that means it will close", "you need a permit".

The tagger goes by the verb and takes what stands before it for a speaker: a mark, a "this" that stands for a whole
sentence, the reader who is addressed, a thing that means something, "nothing". Mere trying tells no position, either.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.inverted import can_speak
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.lexicon.cues import CueLexicon

DEMONSTRATIVE = frozenset({"DT", "WP"})
POINTING = frozenset({"this", "that", "what", "whatever"})
READER = frozenset({"you", "your"})
PEOPLE = frozenset({"i", "we", "he", "she", "they", "who"})
TRYING = frozenset({"try", "attempt"})


def without_impersonal(tokens: Tokens, drafts: Iterable[Draft], lexicon: CueLexicon) -> list[Draft]:
    """The drafts that have a speaker, or none that could be checked."""
    return [draft for draft in drafts if not draft.cue or not _is_impersonal(tokens, draft, lexicon)]


def without_nothing(tokens: Tokens, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts whose source is somebody or something: "nothing" says nothing."""
    return [draft for draft in drafts if [tokens.lower[i] for i in draft.source] != ["nothing"]]


def _is_impersonal(tokens: Tokens, draft: Draft, lexicon: CueLexicon) -> bool:
    verbs = [i for i in draft.cue if tokens.part[i] == "VERB"]
    if verbs and tokens.lemma[verbs[-1]] in TRYING:
        return True
    if not draft.source:
        return False
    if not any(tokens.is_word(i) for i in draft.source):
        return True
    if len(draft.source) == 1 and tokens.quotation[draft.source[0]] < 0:
        word = draft.source[0]
        if tokens.lower[word] in READER or (tokens.lower[word] in POINTING and tokens.tag[word] in DEMONSTRATIVE):
            return True
    return bool(verbs) and tokens.lemma[verbs[-1]] == "mean" and not _names_people(tokens, draft, lexicon)


def _names_people(tokens: Tokens, draft: Draft, lexicon: CueLexicon) -> bool:
    return any(tokens.lower[i] in PEOPLE or can_speak(tokens, lexicon, i) for i in draft.source)
