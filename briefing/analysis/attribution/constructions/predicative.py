"""Drafts in; the same out, with what somebody's demand or fear is: "the drivers' main complaint was that nobody asked".

There the noun is the subject of "be" and the clause stands behind it, or behind a colon ("Their demand: a new vote").
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.rules import without_end_marks
from briefing.analysis.lexicon.cues import CueLexicon

COMPLEMENTS = frozenset({"ccomp", "xcomp"})
OPENINGS = frozenset({"that", "to", "whether"})
NOBODY = frozenset({"its", "it", "whose"})
LONGEST_CUE = 6


def add_predicative(tokens: Tokens, drafts: Sequence[Draft], lexicon: CueLexicon) -> list[Draft]:
    """The drafts, and those of nouns that no draft has for its cue or content."""
    taken = {i for draft in drafts for i in (*draft.cue, *draft.content)}
    found = []
    for noun in range(len(tokens) - 1):
        if tokens.part[noun] != "NOUN" or noun in taken or tokens.quotation[noun] >= 0:
            continue
        draft = _predicative(tokens, noun, lexicon)
        if draft is not None and taken.isdisjoint((*draft.cue, *draft.content[:1])):
            found.append(draft)
    return [*drafts, *found]


def _predicative(tokens: Tokens, noun: int, lexicon: CueLexicon) -> Draft | None:
    """The draft of a noun with an owner, whose content the noun is said to be."""
    senses = lexicon.of("noun", tokens.lemma[noun])
    if not any({"clause", "infinitive"} & set(sense.frames) for sense in senses):
        return None
    owner = next((c for c in tokens.children[noun] if tokens.relation[c] == "poss"), None)
    if owner is None or tokens.lower[owner] in NOBODY:
        return None
    last, content = _clause(tokens, noun) or _behind_colon(tokens, noun) or (noun, [])
    source = [i for i in tokens.phrase(owner) if tokens.tag[i] != "POS"]
    if not source:
        return None
    cue = [i for i in tokens.stretch(source[-1] + 1, last + 1) if tokens.tag[i] != "POS"]
    if not content or len(cue) > LONGEST_CUE:
        return None
    return Draft(source, cue, content, f"rule: {senses[0].words} (predicative noun)")


def _clause(tokens: Tokens, noun: int) -> tuple[int, list[int]] | None:
    """The verb "be" of which a noun is the subject, and the clause or infinitive behind it."""
    verb = tokens.head[noun]
    if tokens.relation[noun] != "nsubj" or tokens.lemma[verb] != "be" or verb < noun:
        return None
    clause = next((c for c in tokens.children[verb] if c > verb and tokens.relation[c] in COMPLEMENTS), None)
    if clause is None:
        return None
    content = without_end_marks(tokens, tokens.phrase(clause))
    opens = content and tokens.lower[content[0]] in OPENINGS and content[0] > verb
    return (verb, content) if opens else None


def _behind_colon(tokens: Tokens, noun: int) -> tuple[int, list[int]] | None:
    """The colon right behind a noun that opens its sentence, and the rest of the sentence, where it is no quotation."""
    first, last = tokens.sentences[tokens.sentence[noun]]
    if tokens.words[noun + 1] != ":" or noun - first > LONGEST_CUE:
        return None
    content = without_end_marks(tokens, tokens.stretch(noun + 2, last))
    if not content or any(tokens.quotation[i] >= 0 for i in content):
        return None
    return noun + 1, content
