"""Contents that begin inside a subject in; contents that hold the word with which the subject denies, out.

"In her view, *nothing in the statute* “suggests …”": without its first words the content would say the opposite. And
"nothing" says nothing: it is nobody's source.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.labels import SUBJECTS
from briefing.analysis.attribution.parsing.tokens import Tokens

DENYING = frozenset({"no", "nothing", "nobody", "none", "neither"})


def keep_denials(tokens: Tokens, drafts: Sequence[Draft]) -> None:
    """Let a content begin where the subject of its verb does, if that begins with a word that denies."""
    taken = {i for draft in drafts for i in (*draft.source, *draft.cue, *draft.content)}
    for draft in drafts:
        before = _denying_start(tokens, draft)
        if before and taken.isdisjoint(before):
            draft.content = [*before, *draft.content]


def without_nothing(tokens: Tokens, drafts: Sequence[Draft]) -> list[Draft]:
    """The attributions whose source is somebody or something."""
    return [draft for draft in drafts if [tokens.lower[i] for i in draft.source] != ["nothing"]]


def _denying_start(tokens: Tokens, draft: Draft) -> list[int]:
    """The tokens of the subject that stand right before the content; none if it does not begin with a denial."""
    first = draft.content[0]
    for verb in draft.content:
        if tokens.part[verb] not in ("VERB", "AUX"):
            continue
        for subject in tokens.children[verb]:
            if tokens.relation[subject] not in SUBJECTS:
                continue
            before = [i for i in tokens.subtree(subject) if i < first]
            if before and tokens.lower[before[0]] in DENYING and before == list(range(before[0], first)):
                return before
    return []
