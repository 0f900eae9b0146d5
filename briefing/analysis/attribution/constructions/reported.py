"""Contents in; whose plan or view they report out: "the envoy said that the union would leave".

What somebody says of a body, a state or a group is that one's position, too: the envoy says it, the union would do it.
Only the main clause of what is said counts, and only where somebody who can hold a position is its subject; whether it
is a position of that one, the step briefing_stakeholders tells, which knows who the two are.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.constructions.nesting import source_noun
from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.rules import without_end_marks
from briefing.analysis.lexicon.cues import SIDES, CueLexicon

MODALS = frozenset({"would", "'d", "’d", "will", "'ll", "’ll", "could"})
HOLDERS = frozenset({"name", "capital", "bodies", "persons", "third", "other"})
"""Kinds of subjects that can hold a position."""
BLIND = frozenset({"that", "this", "what", "who", "which", "nobody", "one", "somebody", "someone", "there"})
SHORTEST = 3
"""Tokens that must follow the verb."""


def find_reported(tokens: Tokens, lexicon: CueLexicon, drafts: Sequence[Draft]) -> list[Draft]:
    """A draft for each main clause of a content that tells what its subject would do, with that content's as parent."""
    taken = {i for draft in drafts for i in draft.cue}
    found = []
    for parent in drafts:
        if parent.is_nested or not parent.cue or not parent.source:
            continue
        inside = set(parent.content)
        for verb in parent.content:
            if verb not in taken and _is_main(tokens, verb, inside):
                draft = _of_clause(tokens, lexicon, verb, parent)
                found += [draft] if draft is not None else []
    return found


def _is_main(tokens: Tokens, verb: int, inside: set[int]) -> bool:
    """Whether a verb is the main verb of a content, or joined to it."""
    while tokens.part[verb] in ("VERB", "AUX"):
        above = tokens.head[verb]
        if above not in inside or above == verb:
            return True
        if tokens.relation[verb] != "conj":
            return False
        verb = above
    return False


def _of_clause(tokens: Tokens, lexicon: CueLexicon, verb: int, parent: Draft) -> Draft | None:
    """The plan or view that a clause tells; None if it has no holder, or tells neither."""
    inside = set(parent.content)
    subject = _subject(tokens, verb, parent)
    if subject is None or _is_necessity(tokens, verb):
        return None
    helpers = [c for c in tokens.children[verb] if tokens.relation[c] in ("aux", "neg") and subject < c < verb]
    # What was done in the past is sure to be a position only where a name does what always takes a side.
    is_named_deed = tokens.part[subject] == "PROPN" and _takes_side(tokens, lexicon, verb)
    if not is_named_deed and not any(tokens.lower[c] in MODALS for c in helpers):
        return None
    phrase = [i for i in tokens.phrase(subject) if i in inside]
    source = without_end_marks(tokens, phrase)
    if not source or source_noun(tokens, lexicon, source) not in HOLDERS:
        return None
    cue = [i for i in tokens.stretch(min([*helpers, verb]), verb + 1) if i in inside]
    content = [i for i in parent.content if i > source[-1] and i not in cue]
    if len(content) < SHORTEST or not set(source).isdisjoint(cue):
        return None
    draft = Draft(source, cue, content, f"rule: {tokens.lemma[verb]} with modal would")
    draft.parent, draft.is_nested, draft.is_reported = parent, True, True
    return draft


def _subject(tokens: Tokens, verb: int, parent: Draft) -> int | None:
    """The subject of a verb, where it stands in the content and, like the cue, outside quotation marks."""
    for c in tokens.children[verb]:
        if tokens.relation[c] == "nsubj" and c < verb and c in parent.content and tokens.lower[c] not in BLIND:
            return c if tokens.quotation[c] == tokens.quotation[parent.cue[0]] else None
    return None


def _is_necessity(tokens: Tokens, verb: int) -> bool:
    """Whether somebody would have to do it, which is nobody's plan."""
    return tokens.lemma[verb] == "have" and any(tokens.relation[c] == "xcomp" for c in tokens.children[verb])


def _takes_side(tokens: Tokens, lexicon: CueLexicon, verb: int) -> bool:
    return lexicon.has_sense("verb", tokens.lemma[verb], SIDES, phrasal=False)
