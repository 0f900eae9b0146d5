"""Drafts in; the same out, with the alleged holder as the source: "the ministry is said to favour a ban".

The passive names nobody who says so, and the parse makes the subject part of what is said. Where the subject is
somebody who can hold a position, the reader wants to know it as that holder's, with the cue telling how sure it is.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.nesting import source_noun
from briefing.analysis.attribution.tokens import Tokens
from briefing.analysis.lexicon.cues import CueLexicon

HOLDERS = frozenset({"name", "capital", "bodies", "persons", "third"})
"""Kinds of subjects that can hold a position; a queue that is said to be long cannot."""


def name_alleged_holders(tokens: Tokens, lexicon: CueLexicon, drafts: Iterable[Draft]) -> None:
    """Take the subject of a passive cue out of a content that begins with it, and make it the source."""
    for draft in drafts:
        if draft.source or not draft.cue or draft.content[0] > draft.cue[0]:
            continue
        holder = [i for i in draft.content if i < draft.cue[0]]
        told = [i for i in draft.content if i > draft.cue[-1]]
        if not told or tokens.lower[told[0]] not in ("to", "not") or not _is_subject(tokens, holder, draft.cue):
            continue
        if not _holds(tokens, lexicon, told):
            continue
        is_named = any(tokens.part[i] == "PROPN" and tokens.head[i] not in holder for i in holder)
        if is_named or source_noun(tokens, lexicon, holder) in HOLDERS:
            draft.source, draft.content = holder, told


def _holds(tokens: Tokens, lexicon: CueLexicon, told: list[int]) -> bool:
    """Whether what is said of somebody is a view or a deed that shows one, and no state or misdeed ("to be ill")."""
    verb = next((i for i in told if tokens.part[i] == "VERB"), None)
    return verb is not None and bool(lexicon.of("verb", tokens.lemma[verb]))


def _is_subject(tokens: Tokens, phrase: list[int], cue: list[int]) -> bool:
    """Whether a phrase is what a passive verb of the cue has as its subject."""
    heads = [i for i in phrase if tokens.relation[i] in ("nsubjpass", "nsubj") and tokens.head[i] not in phrase]
    verbs = {i for i in cue if tokens.tag[i] == "VBN"}
    return bool(heads and verbs) and all(tokens.quotation[i] < 0 for i in phrase)
