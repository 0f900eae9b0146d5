"""What people near to somebody tell of her in; her view out, as hearsay: "aides to Ms Ruiz said she wants a vote".

Aides, friends, people close to her or familiar with her thinking tell what she wants or fears; their "she" is
nobody else.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.constructions.nesting import propose_nested
from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.lexicon.cues import CueLexicon

PERSONAL = frozenset({"he", "she"})
VIEWS = frozenset({"support", "opposition", "refusal", "demand", "wish", "worry", "criticism"})
"""Classes of cues that tell a view."""


def find_confided(tokens: Tokens, lexicon: CueLexicon, drafts: Sequence[Draft]) -> list[Draft]:
    """The views that people near to somebody tell of her; those already among the drafts are marked as hearsay."""
    known = {i: draft for draft in drafts for i in draft.cue}
    found = []
    for parent in drafts:
        if parent.is_nested or not parent.cue or not _are_near(tokens, lexicon, parent.source):
            continue
        for draft in propose_nested(tokens, lexicon, parent):
            verb = draft.cue[0]
            other = next((known[i] for i in draft.cue if i in known), None)
            is_personal = len(draft.source) == 1 and tokens.lower[draft.source[0]] in PERSONAL
            if not is_personal or tokens.quotation[verb] >= 0:
                continue
            if other is not None and other is not parent:
                other.is_hearsay = True
            elif other is None and _tells_view(tokens, lexicon, draft) and _is_main(tokens, draft, parent):
                draft.is_hearsay = draft.is_sure = True
                found.append(draft)
    return found


def _are_near(tokens: Tokens, lexicon: CueLexicon, source: Sequence[int]) -> bool:
    """Whether a source tells by what it knows of somebody: "people close to", "a friend of"."""
    inside = set(source)
    if any(i + 1 in inside and f"{tokens.lower[i]} {tokens.lower[i + 1]}" in lexicon.knowing for i in source):
        return True
    head = next((i for i in source if tokens.head[i] not in inside), None)
    return head is not None and tokens.lemma[head] in lexicon.confidants


def _tells_view(tokens: Tokens, lexicon: CueLexicon, draft: Draft) -> bool:
    lemmas = [tokens.lemma[i] for i in draft.cue]
    return any(lexicon.has_sense("verb", one, VIEWS) or lexicon.has_sense("adjective", one, VIEWS) for one in lemmas)


def _is_main(tokens: Tokens, draft: Draft, parent: Draft) -> bool:
    """Whether a cue is the main verb of what is told, and not of a clause inside it."""
    inside = set(draft.cue)
    verb = next((i for i in draft.cue if tokens.head[i] not in inside), draft.cue[0])
    return tokens.head[verb] in parent.cue or tokens.head[verb] not in parent.content
