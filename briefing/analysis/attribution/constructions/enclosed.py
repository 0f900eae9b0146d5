"""Drafts in; the same out, with no source that is only a clause or an apposition behind whoever speaks.

In "the guild, at present an opponent of the fee, says …" and "the mayor, who once called them useless, said …" the
tagger may take what stands before the verb. But no subject has a comma between it and its verb, unless something stands
between two commas: what does is no source, and who stands before it is.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analysis.attribution.constructions.sources import PHRASE
from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.labels import NOMINALS
from briefing.analysis.attribution.parsing.subjects import source_of_verb
from briefing.analysis.attribution.parsing.tokens import Tokens

RELATIVES = frozenset({"who", "which", "whose"})
STEPS = 8


def leave_enclosed(tokens: Tokens, drafts: Iterable[Draft]) -> None:
    """Give each draft whose source stands between two commas, before its cue, the noun phrase before the first one."""
    for draft in drafts:
        outer = _subject_around(tokens, draft)
        if outer and set(outer).isdisjoint((*draft.cue, *draft.content)):
            draft.source = outer
            continue
        opening = _opening_comma(tokens, draft)
        if opening is not None:
            speaker = _phrase_before(tokens, opening)
            if speaker and set(speaker).isdisjoint((*draft.cue, *draft.content)):
                draft.source = speaker


def _subject_around(tokens: Tokens, draft: Draft) -> list[int]:
    """Who "declined, as a group had asked, saying that …": a participle behind an inserted clause is not that one's."""
    verb = draft.cue[0] if len(draft.cue) == 1 else -1
    if verb < 1 or tokens.tag[verb] != "VBG" or tokens.relation[verb] != "advcl" or tokens.words[verb - 1] != ",":
        return []
    inserted = tokens.head[verb]
    begins = min(tokens.subtree(inserted, {verb}), default=0)
    is_as = any(tokens.relation[c] == "mark" and tokens.lower[c] == "as" for c in tokens.children[inserted])
    if not is_as or tokens.relation[inserted] != "advcl" or begins < 1 or tokens.words[begins - 1] != ",":
        return []
    is_its_own = draft.source and all(begins <= i < inserted for i in draft.source)
    return source_of_verb(tokens, tokens.head[inserted]) if is_its_own else []


def _opening_comma(tokens: Tokens, draft: Draft) -> int | None:
    """The comma that opens what the source is a part of, if a comma closes it right before the cue."""
    source = [i for i in draft.source if tokens.words[i] != ","]
    if source and draft.cue and _is_subject_of_clause(tokens, source, draft.cue[0]):
        return source[0] - 1
    if not source or not draft.cue or source[-1] + 2 != draft.cue[0] or tokens.words[source[-1] + 1] != ",":
        return None
    if len(source) <= source[-1] - source[0]:
        return None
    first = tokens.sentences[tokens.sentence[source[0]]][0]
    if source[0] - 1 <= first:
        return None
    if tokens.words[source[0] - 1] == ",":
        return source[0] - 1
    places = range(source[0] - 1, first, -1)
    return next((i - 1 for i in places if tokens.lower[i] in RELATIVES and tokens.words[i - 1] == ","), None)


def _is_subject_of_clause(tokens: Tokens, source: list[int], cue: int) -> bool:
    """Whether a source is only "whose members" of a clause that a comma ends right before the cue."""
    before, last = source[0] - 1, cue - 1
    if tokens.lower[source[0]] != "whose" or source[-1] >= last or before < 1:
        return False
    return tokens.words[before] == tokens.words[last] == "," and "," not in tokens.words[before + 1 : last]


def _phrase_before(tokens: Tokens, comma: int) -> list[int]:
    """The noun phrase that ends right before a comma; empty if something else does."""
    first, last = tokens.sentences[tokens.sentence[comma]][0], comma - 1
    if tokens.part[last] not in NOMINALS or tokens.quotation[last] >= 0:
        return []
    top = last
    for _ in range(STEPS):
        if not first <= tokens.head[top] < comma or tokens.relation[top] not in PHRASE:
            break
        top = tokens.head[top]
    phrase = [i for i in tokens.phrase(top) if first <= i < comma]
    return phrase if tokens.part[top] in NOMINALS and len(phrase) == phrase[-1] - phrase[0] + 1 else []
