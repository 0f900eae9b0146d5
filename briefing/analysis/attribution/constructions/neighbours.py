"""Drafts in; the same out without what belongs to the clause beside them.

A semicolon or a colon in front of the speaker ends what was told before her: "the miners want more; their leader said
that he would wait". And behind what somebody would do or is for, "and" with a new subject begins another one's matter.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analysis.attribution.describe import describe_cue
from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.labels import SUBJECTS
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.lexicon.cues import FORESEEING, CueLexicon

ENDS = frozenset({";", ":"})
TELLING = FORESEEING | {"knowledge", "denial", "question", None}
"""Classes of cues whose content may go on behind "and" with a subject of its own."""


def leave_neighbours(tokens: Tokens, drafts: Iterable[Draft], lexicon: CueLexicon) -> None:
    """Cut the contents of the drafts."""
    for draft in drafts:
        if draft.cue:
            _cut_before(tokens, draft)
            _cut_behind(tokens, draft, lexicon)


def _cut_before(tokens: Tokens, draft: Draft) -> None:
    """Take off what stands before the semicolon in front of source and cue, where there is a content behind them."""
    start, end = min((*draft.source, *draft.cue)), max((*draft.source, *draft.cue))
    first = tokens.sentences[tokens.sentence[draft.cue[0]]][0]
    behind = [i for i in draft.content if i > end]
    before = [i for i in draft.content if first <= i < start]
    if not before or not any(tokens.is_word(i) for i in behind):
        return
    if any(tokens.quotation[i] >= 0 for i in before) or behind[0] > tokens.sentences[tokens.sentence[end]][1]:
        return
    between = range(before[-1] + 1, start)
    if any(tokens.words[i] in ENDS for i in between) or any(tokens.words[i] == ";" for i in before):
        draft.content = [i for i in draft.content if i not in before]


def _cut_behind(tokens: Tokens, draft: Draft, lexicon: CueLexicon) -> None:
    """Cut from "and" on, where a clause with its own subject is joined to the cue's verb."""
    if draft.content[0] < draft.cue[-1] or any(tokens.quotation[i] >= 0 for i in draft.content):
        return
    inside = set(draft.content)
    for verb in draft.cue:
        for joined in tokens.children[verb]:
            if joined not in inside or tokens.relation[joined] != "conj":
                continue
            if not any(tokens.relation[c] in SUBJECTS and c < joined for c in tokens.children[joined]):
                continue
            if describe_cue(tokens, draft.cue, draft.content, lexicon).cue_class in TELLING - _modal(tokens, draft):
                continue
            kept = [i for i in draft.content if i < min(tokens.subtree(joined))]
            while kept and (tokens.tag[kept[-1]] == "CC" or tokens.words[kept[-1]] == ","):
                kept.pop()
            if any(tokens.is_word(i) for i in kept):
                draft.content = kept
                return


def _modal(tokens: Tokens, draft: Draft) -> frozenset[str | None]:
    """What is no telling where the cue is a plan in a verb that the lexicon does not know ("will put up")."""
    return frozenset({None}) if any(tokens.tag[i] == "MD" for i in draft.cue) else frozenset()
