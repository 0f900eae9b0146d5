"""Drafts in; the same out, with what the text gives "in the mayor's words" or "in the view of the union".

There the noun is the cue and its owner the source; all else in the sentence is said or thought by that one. "Has the
backing of the union" is the union's support, whoever is the subject.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.rules import without_marks
from briefing.analysis.lexicon.words import load_word_lists

SPEAKERS = frozenset({"my", "our", "your", "other"})
"""Owners outside quotations who are nobody of the text's, and "in other words"."""


def add_wordings(tokens: Tokens, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with one for each such phrase in place of what was taken for it."""
    left, wordings = list(drafts), load_word_lists().wordings
    for noun in range(len(tokens)):
        if tokens.lower[noun] not in wordings or tokens.quotation[noun] >= 0:
            continue
        found = _wording(tokens, noun)
        if found is None or any(noun in draft.content for draft in left) or _is_of_subject(tokens, noun, found, left):
            continue
        left = [draft for draft in left if noun not in draft.cue and noun not in draft.source]
        for draft in left:
            if draft.cue and set(found.content).issuperset((*draft.source, *draft.cue)):
                draft.parent, draft.is_nested = found, True
        left.append(found)
    for draft in left:
        _name_backer(tokens, draft)
    return left


def _is_of_subject(tokens: Tokens, noun: int, found: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the owner is who says it anyway: "in its opinion the agency found no fault"."""
    is_pronoun = all(tokens.part[i] == "PRON" for i in found.source)
    return is_pronoun and any(tokens.head[tokens.head[noun]] in draft.cue for draft in drafts)


def _wording(tokens: Tokens, noun: int) -> Draft | None:
    """Whose words they are, and what else the sentence has."""
    preposition = tokens.head[noun]
    if tokens.relation[noun] != "pobj" or tokens.lower[preposition] != "in":
        return None
    owner = next((c for c in tokens.children[noun] if tokens.relation[c] == "poss"), None)
    of = next((c for c in tokens.children[noun] if tokens.lower[c] == "of"), None)
    if owner is None and of is not None:
        owner = next((c for c in tokens.children[of] if tokens.relation[c] == "pobj"), None)
    if owner is None or tokens.lower[owner] in SPEAKERS:
        return None
    source = [i for i in tokens.phrase(owner) if tokens.tag[i] != "POS"]
    cue = [noun] if owner < noun else list(range(preposition, (of or noun) + 1))
    first, last = tokens.sentences[tokens.sentence[noun]]
    phrase = range(min(preposition, source[0]), max(noun, source[-1]) + 1)
    content = [i for i in tokens.stretch(first, last) if i not in phrase]
    content = _trimmed(tokens, content, phrase)
    return Draft(source, cue, content, f"rule: in {tokens.lower[noun]}") if content else None


def _trimmed(tokens: Tokens, content: list[int], phrase: range) -> list[int]:
    """Without marks at the edges, and without the commas around the phrase."""
    kept = [i for i in content if not (i in (phrase.start - 1, phrase.stop) and tokens.words[i] == ",")]
    return without_marks(tokens, kept)


def _name_backer(tokens: Tokens, draft: Draft) -> None:
    """Make the union the source of "the plan has the backing of the union"."""
    words = load_word_lists()
    noun = next((i for i in draft.cue if tokens.lower[i] in words.backing and tokens.relation[i] == "dobj"), None)
    if noun is None or tokens.lemma[tokens.head[noun]] not in words.having or not draft.source:
        return
    of = next((c for c in tokens.children[noun] if tokens.lower[c] == "of"), None)
    backer = next((c for c in tokens.children[of] if tokens.relation[c] == "pobj"), None) if of is not None else None
    if backer is not None and backer in draft.content:
        subject, draft.source = draft.source, [i for i in tokens.subtree(backer) if i in draft.content]
        draft.content = sorted({*subject, *draft.cue, *draft.source})
