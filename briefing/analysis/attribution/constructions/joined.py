"""Drafts in; the same out, with what their speaker says by a further verb: "praised the plan, adding that it was late".

There the tagger tends to take the second verb and what it says for a part of what the first one says. Where the parse
joins the second verb to the first, or hangs it there as a participle, and the lexicon knows it for a cue, what it says
is a statement of its own by the same speaker.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.labels import TENSED
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.rules import find_inside, without_end_marks
from briefing.analysis.lexicon.cues import SAYING, CueLexicon

SUBJECTS = frozenset({"nsubj", "nsubjpass", "mark"})
MARKS = frozenset({"”", "’", '"', "''"})
OPENINGS = frozenset({",", "before", "after"})
STARTS = frozenset({"and", "but", "before", "after"})
EMPTY = frozenset({"it", "this", "that", "so", "to"})
FEWEST_WORDS = 2


def add_joined(tokens: Tokens, drafts: Sequence[Draft], lexicon: CueLexicon) -> list[Draft]:
    """The drafts, cut before a further verb of their speaker, and those of such verbs."""
    cues = {i for draft in drafts for i in draft.cue}
    found = []
    for draft in drafts:
        verb = _further_verb(tokens, draft, lexicon)
        if verb is None or verb in cues:
            continue
        start = _start(tokens, verb, draft)
        kept = without_end_marks(tokens, [i for i in draft.content if i < start])
        behind = [i for i in draft.content if i >= start]
        new = next((d for d in find_inside(tokens, lexicon, behind) if verb in d.cue), None)
        if new is None or any(_words(tokens, content) < FEWEST_WORDS for content in (kept, new.content)):
            continue
        draft.content = kept
        found.append(Draft(draft.source, new.cue, new.content, new.rule))
    return [*drafts, *found]


def _further_verb(tokens: Tokens, draft: Draft, lexicon: CueLexicon) -> int | None:
    """The first verb in a content after its cue that has the cue's subject."""
    if not draft.cue or not draft.source or draft.content[0] < draft.cue[-1]:
        return None
    for i in draft.content[1:]:
        if tokens.part[i] != "VERB" or tokens.quotation[i] >= 0 or _has_subject(tokens, i):
            continue
        is_of_cue = tokens.head[i] in draft.cue
        if is_of_cue and tokens.relation[i] == "conj" and tokens.tag[i] in TENSED:
            return i
        # Behind a comma a verb of saying goes on with what its speaker says, wherever the parser hung it.
        goes_on = is_of_cue or lexicon.has_sense("verb", tokens.lemma[i], SAYING)
        if tokens.tag[i] == "VBG" and _opens_clause(tokens, i) and goes_on:
            return i
    return None


def _words(tokens: Tokens, content: Sequence[int]) -> int:
    return sum(tokens.is_word(i) and tokens.lower[i] not in EMPTY for i in content)


def _opens_clause(tokens: Tokens, verb: int) -> bool:
    """Whether a participle stands behind a comma ("…, adding"), a closing mark or an adverb in between left aside."""
    before = verb - 1
    while before > 0 and (tokens.words[before] in MARKS or tokens.part[before] == "ADV"):
        before -= 1
    return tokens.lower[before] in OPENINGS


def _has_subject(tokens: Tokens, verb: int) -> bool:
    return any(tokens.relation[c] in SUBJECTS for c in tokens.children[verb])


def _start(tokens: Tokens, verb: int, draft: Draft) -> int:
    """Where the clause of a further verb begins: with its adverb, and the "and" before it."""
    start = verb
    while start - 1 in draft.content and (tokens.head[start - 1] == verb or tokens.lower[start - 1] in STARTS):
        start -= 1
    return start
