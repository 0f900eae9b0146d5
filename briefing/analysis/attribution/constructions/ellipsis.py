"""Drafts in; those that share another one's content by "as did", "so did" and "joined by" out, or deny it.

"Oslo supported the draft, as did Riga", "she wants a ban, and so does her deputy", "the union had asked for 60 nights.
So had the tenants": the second verb is only an auxiliary, and the statement is the one before. In "Oslo supports the
draft. Riga does not" the second sentence is a statement of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.labels import NOMINALS
from briefing.analysis.attribution.parsing.subjects import source_of_verb
from briefing.analysis.attribution.parsing.tokens import Tokens

OPENINGS = frozenset({"as", "so"})
AUXILIARIES = frozenset({"do", "have", "be", "would", "will", "could", "can", "should"})
NEGATIONS = ("not", "n't", "n’t")
BREAKS = frozenset({",", ".", ";", ":", "!", "?", "—", "–", "(", ")"})
LONGEST_NAME = 8


def find_shared(tokens: Tokens, drafts: Sequence[Draft]) -> list[Draft]:
    """One draft for each "as did X", "so did X" and "joined by X" behind a statement."""
    found = []
    for i in range(len(tokens) - 2):
        if tokens.quotation[i] >= 0 or not _opens(tokens, i):
            continue
        auxiliary = i + 1
        source = _subject(tokens, auxiliary)
        shared = _before(tokens, i, drafts) if source else None
        if shared is not None and set(source).isdisjoint(shared.source):
            shared.content = _up_to(tokens, shared.content, i)
            rule = f"rule: {tokens.lower[i]} with ellipsis"
            found.append(Draft(source, [i, auxiliary], list(shared.content), rule, shares=shared))
    return found


def find_denied(tokens: Tokens, drafts: Sequence[Draft]) -> list[Draft]:
    """One draft for each "the union does not" behind what somebody else is for, wants or does."""
    found = []
    for word in NEGATIONS:
        for i in (i for i, lower in enumerate(tokens.lower) if lower == word):
            if i + 1 >= len(tokens) or tokens.words[i + 1] not in BREAKS or tokens.quotation[i] >= 0:
                continue
            auxiliary = i - 1
            if tokens.lemma[auxiliary] not in AUXILIARIES or tokens.head[i] != auxiliary:
                continue
            source = [k for k in source_of_verb(tokens, auxiliary) if k < auxiliary and not tokens.space[k]]
            cue = [auxiliary, i]
            told = _before(tokens, min(source, default=auxiliary), drafts)
            is_free = all(not set(cue) & {*draft.cue, *draft.content} for draft in drafts)
            if source and told is not None and is_free and set(source).isdisjoint(told.source):
                # "Does not" says nothing alone; with its subject it does.
                content = tokens.stretch(source[0], i + 1)
                found.append(Draft(source, cue, content, f"rule: {tokens.lemma[auxiliary]} with bare"))
    return found


def _opens(tokens: Tokens, i: int) -> bool:
    """Whether "as did", "so does" or ", joined by" begins here."""
    if tokens.lower[i] not in OPENINGS and tokens.lower[i] != "joined":
        return False
    following = {tokens.lower[i + 1], tokens.lemma[i + 1]}
    if tokens.lower[i] == "joined":
        return "by" in following and i > 0 and tokens.words[i - 1] == ","
    return not AUXILIARIES.isdisjoint(following)


def _subject(tokens: Tokens, auxiliary: int) -> list[int]:
    """The noun phrase right after the auxiliary, up to a break; empty if a verb follows it ("so did he leave")."""
    last = tokens.sentences[tokens.sentence[auxiliary]][1]
    end = next((i for i in range(auxiliary + 1, last) if tokens.words[i] in BREAKS), last)
    phrase = tokens.stretch(auxiliary + 1, end)
    if not 0 < len(phrase) <= LONGEST_NAME or any(tokens.part[i] in ("VERB", "AUX", "ADJ") for i in phrase[-1:]):
        return []
    nouns = [i for i in phrase if tokens.part[i] in NOMINALS]
    return phrase if nouns and all(tokens.part[i] not in ("VERB", "AUX", "SCONJ") for i in phrase) else []


def _before(tokens: Tokens, opening: int, drafts: Iterable[Draft]) -> Draft | None:
    """The last statement before, in the same sentence or, where "so" begins one, in the sentence before."""
    first = tokens.sentences[tokens.sentence[opening]][0]
    sentence = tokens.sentence[opening] - (opening <= first + 1)
    near = [
        draft
        for draft in drafts
        if draft.cue
        and draft.source
        and not draft.is_nested
        and tokens.sentence[draft.cue[0]] == sentence
        and max(draft.cue[-1], draft.content[0]) < opening
        and all(tokens.quotation[i] < 0 for i in draft.content)
    ]
    return max(near, key=lambda draft: draft.cue[0], default=None)


def _up_to(tokens: Tokens, content: list[int], opening: int) -> list[int]:
    """The content before "as did X", which is no part of it, and without the comma."""
    kept = [i for i in content if i < opening]
    while len(kept) > 1 and (tokens.words[kept[-1]] in BREAKS or tokens.tag[kept[-1]] == "CC"):
        kept.pop()
    return kept
