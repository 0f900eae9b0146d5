"""Contents in; whose plan or view they report out: "the envoy said that the union would leave".

What somebody says of a body, a state or a group is that one's position, too: the envoy says it, the union would do it.
Only the main clause of what is said counts, and only where somebody who can hold a position is its subject.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.nesting import source_noun
from briefing.analysis.attribution.rules import EDGE
from briefing.analysis.attribution.tokens import Tokens
from briefing.analysis.lexicon.cues import CueLexicon

MODALS = frozenset({"would", "'d", "’d", "will", "'ll", "’ll", "could"})
HOLDERS = frozenset({"name", "capital", "bodies", "persons", "third", "other"})
"""Kinds of subjects that can hold a position."""
SIDES = frozenset({"support", "opposition", "refusal", "commitment", "demand", "wish"})
"""Classes of cues by which their holder takes a side."""
BLIND = frozenset({"that", "this", "what", "who", "which", "nobody", "one", "somebody", "someone", "there"})
SHORTEST = 3
"""Tokens that must follow the verb."""


def find_reported(tokens: Tokens, lexicon: CueLexicon, outer: Sequence[Draft]) -> list[Draft]:
    """One draft for each main clause of a content whose subject would do something, with the content as its parent."""
    found: list[Draft] = []
    taken = {i for draft in outer for i in draft.cue}
    for parent in outer:
        if not parent.cue or not parent.source or parent.is_nested:
            continue
        inside = set(parent.content)
        found += [
            draft
            for verb in parent.content
            if verb not in taken and _is_main(tokens, verb, inside, parent) and (draft := _of_clause(tokens, lexicon, verb, parent, inside))
        ]
    return found


def _is_main(tokens: Tokens, verb: int, inside: set[int], parent: Draft) -> bool:
    """Whether a verb is the main verb of a content."""
    if tokens.part[verb] not in ("VERB", "AUX"):
        return False
    above = tokens.head[verb]
    return above not in inside or above == verb or (tokens.relation[verb] == "conj" and _is_main(tokens, above, inside, parent))


def _of_clause(tokens: Tokens, lexicon: CueLexicon, verb: int, parent: Draft, inside: set[int]) -> Draft | None:
    children = tokens.children[verb]
    subject = next((c for c in children if tokens.relation[c] == "nsubj" and c < verb and c in inside), None)
    if subject is None or tokens.lower[subject] in BLIND or tokens.quotation[subject] != tokens.quotation[parent.cue[0]]:
        return None
    if tokens.lemma[verb] == "have" and any(tokens.relation[c] == "xcomp" for c in children):
        return None
    helpers = [c for c in children if tokens.relation[c] in ("aux", "neg") and subject < c < verb]
    is_named = tokens.part[subject] == "PROPN"
    if not any(tokens.lower[c] in MODALS for c in helpers) and not (is_named and _takes_side(tokens, lexicon, verb)):
        return None
    source = [i for i in tokens.subtree(subject) if i in inside and not tokens.space[i]]
    while source and tokens.words[source[-1]] in EDGE:
        source.pop()
    if not source or source_noun(tokens, lexicon, source) not in HOLDERS:
        return None
    cue = [i for i in range(min([*helpers, verb]), verb + 1) if i in inside and not tokens.space[i]]
    content = [i for i in parent.content if i > source[-1] and i not in cue]
    if len(content) < SHORTEST or not set(source).isdisjoint(cue):
        return None
    draft = Draft(source, cue, content, f"rule: {tokens.lemma[verb]} with modal would")
    draft.parent, draft.is_nested, draft.is_reported = parent, True, True
    return draft


def _takes_side(tokens: Tokens, lexicon: CueLexicon, verb: int) -> bool:
    return any(sense.cue_class in SIDES and not sense.particles for sense in lexicon.of("verb", tokens.lemma[verb]))
