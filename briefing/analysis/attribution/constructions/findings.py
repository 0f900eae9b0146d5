"""Drafts in; the same out, with what a poll finds people to think: "the poll shows only a narrow lead for the dam".

There no clause is said, but a thing; so the tagger, which has seen people show so many things, finds nothing. What
other documents show are facts, and nobody's view.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.labels import HELPERS, TENSED
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.rules import without_end_marks
from briefing.analysis.lexicon.words import load_word_lists

OBJECTS = frozenset({"dobj", "ccomp"})
FEWEST_WORDS = 3


def add_findings(tokens: Tokens, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, and those of verbs of showing that no draft has for its cue or content."""
    taken = {i for draft in drafts for i in (*draft.cue, *draft.content)}
    found, showing = [], load_word_lists().showing
    for verb in range(len(tokens)):
        if tokens.lemma[verb] in showing and verb not in taken and tokens.quotation[verb] < 0:
            draft = _finding(tokens, verb)
            if draft is not None and taken.isdisjoint((*draft.source, *draft.content)):
                found.append(draft)
    return [*drafts, *found]


def _finding(tokens: Tokens, verb: int) -> Draft | None:
    """The draft of a verb whose subject is a poll and which has an object."""
    children = tokens.children[verb]
    helpers = [c for c in children if tokens.relation[c] in HELPERS and c < verb]
    subject = next((c for c in children if tokens.relation[c] == "nsubj" and c < verb), None)
    thing = next((c for c in children if tokens.relation[c] in OBJECTS and c > verb), None)
    if subject is None or thing is None or tokens.lemma[subject] not in load_word_lists().polls:
        return None
    if tokens.tag[min([*helpers, verb])] not in TENSED:
        return None
    source = without_end_marks(tokens, tokens.phrase(subject))
    content = without_end_marks(tokens, tokens.phrase(thing))
    if sum(tokens.is_word(i) for i in content) < FEWEST_WORDS or content[0] < verb:
        return None
    return Draft(source, [*helpers, verb], content, f"rule: {tokens.lemma[verb]} (finding)")
