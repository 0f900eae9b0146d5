"""Drafts in; the same out without quotations that another sentence gives to somebody else.

"Ruiz said she was glad. The farmer Li Wei saw it differently: “Over my dead body.”" and "Ruiz said so. Wei: “Never.”":
the quotation belongs to whom the words before the colon name, not to who spoke in the sentence before. In "the lake
would rise, she said, as the ministry claims. “We need no permit.”" the ministry speaks only in passing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.subjects import source_of_verb
from briefing.analysis.attribution.parsing.tokens import Tokens

LONGEST_NAME = 5
FEWEST_WORDS = 3
"""Words that must remain of what is said in passing."""


def find_introductions(tokens: Tokens) -> dict[int, set[int]]:
    """The words before its colon that name somebody, for each quotation with such words, by its number."""
    found = {number: _introduction(tokens, number) for number in range(len(tokens.quotations))}
    return {number: words for number, words in found.items() if words}


def leave_introduced(tokens: Tokens, drafts: Sequence[Draft], introductions: Mapping[int, set[int]]) -> list[Draft]:
    """The drafts without what is somebody else's; without those that hold nothing more."""
    left = []
    for draft in drafts:
        for number, words in introductions.items():
            if draft.cue and _is_elsewhere(tokens, draft, words):
                draft.content = [i for i in draft.content if tokens.quotation[i] != number and i not in words]
        if not draft.content:
            continue
        aside = _aside(tokens, draft)
        if aside is not None and tokens.sentence[draft.content[-1]] > tokens.sentence[aside]:
            draft.content = [i for i in draft.content if tokens.sentence[i] <= tokens.sentence[aside]]
            if sum(tokens.is_word(i) for i in draft.content) < FEWEST_WORDS:
                continue
        if any(tokens.is_word(i) for i in draft.content):
            left.append(draft)
    return left


def colon_before(tokens: Tokens, first: int) -> int | None:
    """The colon right before a token, in the same block."""
    colon = first - 1
    while colon > 0 and tokens.space[colon]:
        colon -= 1
    is_one = colon > 0 and tokens.words[colon] == ":" and tokens.block[colon] == tokens.block[first]
    return colon if is_one else None


def named_before_colon(tokens: Tokens, colon: int) -> list[int]:
    """Whom a sentence names before its colon: its subject, or the name that is all there is ("Wei: “…”")."""
    first = tokens.sentences[tokens.sentence[colon]][0]
    words = tokens.stretch(first, colon)
    if not words or any(tokens.quotation[i] >= 0 for i in words):
        return []
    if len(words) <= LONGEST_NAME and all(tokens.part[i] == "PROPN" or _is_named_before(tokens, i) for i in words):
        return words
    root = next((i for i in words if tokens.head[i] == i and tokens.part[i] in ("VERB", "AUX")), None)
    source = source_of_verb(tokens, root) if root is not None else []
    source = [i for i in source if i < colon and not tokens.space[i]]
    return source if any(tokens.part[i] == "PROPN" for i in source) else []


def _is_named_before(tokens: Tokens, word: int) -> bool:
    """Whether a word with a capital is part of a name before; alone before a colon the tagger cannot tell."""
    if not tokens.words[word][0].isupper():
        return False
    return any(
        tokens.words[i] == tokens.words[word] and tokens.part[i] == "PROPN" and tokens.entity[i] for i in range(word)
    )


def _introduction(tokens: Tokens, number: int) -> set[int]:
    """The words of the sentence before a quotation's colon, where they name somebody; else nothing."""
    quotation = tokens.quotations[number]
    inside = tokens.between(quotation.start, quotation.end)
    colon = colon_before(tokens, inside[0]) if inside else None
    if colon is None or not named_before_colon(tokens, colon):
        return set()
    return set(range(tokens.sentences[tokens.sentence[colon]][0], colon + 1))


def _is_elsewhere(tokens: Tokens, draft: Draft, introduction: set[int]) -> bool:
    """Whether source and cue stand in a sentence before the introduction, and mean somebody else."""
    if not introduction.isdisjoint((*draft.cue, *draft.source)) or draft.cue[-1] > min(introduction):
        return False
    names = {tokens.lower[i] for i in introduction if tokens.part[i] == "PROPN"}
    return names.isdisjoint(tokens.lower[i] for i in draft.source)


def _aside(tokens: Tokens, draft: Draft) -> int | None:
    """The verb of a cue that is spoken only in passing: "as the ministry claims"."""
    verb = next((i for i in draft.cue if tokens.part[i] == "VERB"), None)
    if verb is None or tokens.relation[verb] != "advcl":
        return None
    is_as = any(tokens.lower[c] == "as" and tokens.relation[c] == "mark" for c in tokens.children[verb])
    return verb if is_as else None
