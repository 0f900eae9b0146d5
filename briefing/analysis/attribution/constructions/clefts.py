"""Drafts in; the same out, with views that a sentence gives to somebody by its build alone.

"What she would prefer is a ceiling" and "for the general, that condition amounts to surrender" have no verb of saying
whose object is what is held: it stands behind "is", and around "for".
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.labels import HELPERS
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.rules import without_end_marks
from briefing.analysis.lexicon.cues import CueLexicon
from briefing.analysis.lexicon.words import load_word_lists

HOLDERS = frozenset({"PERSON", "ORG", "NORP"})
COMPLEMENTS = frozenset({"attr", "ccomp", "xcomp", "acomp"})


def add_clefts(tokens: Tokens, drafts: Sequence[Draft], lexicon: CueLexicon) -> list[Draft]:
    """The drafts, with one for each such sentence in place of what was taken for it."""
    found = []
    for i in range(len(tokens)):
        if tokens.quotation[i] >= 0:
            continue
        if tokens.lower[i] == "what":
            found += _cleft(tokens, i, lexicon)
        elif tokens.lower[i] == "for" and tokens.sentences[tokens.sentence[i]][0] in (i, i - 1):
            found += _for_somebody(tokens, i, drafts)
    verbs = {draft.cue[-1] for draft in found}
    return [*(draft for draft in drafts if verbs.isdisjoint(draft.cue)), *found]


def _cleft(tokens: Tokens, what: int, lexicon: CueLexicon) -> list[Draft]:
    """ "What she would prefer is a ceiling": the complement is what she would prefer."""
    verb = tokens.head[what] if tokens.relation[what] != "pobj" else tokens.head[tokens.head[what]]
    copula = tokens.head[verb]
    if tokens.relation[verb] != "csubj" or tokens.lemma[copula] != "be" or not what < verb < copula:
        return []
    subject = next((c for c in tokens.children[verb] if tokens.relation[c] == "nsubj" and what < c < verb), None)
    held = next((c for c in tokens.children[copula] if tokens.relation[c] in COMPLEMENTS and c > copula), None)
    if subject is None or held is None or not lexicon.of("verb", tokens.lemma[verb]):
        return []
    helpers = [c for c in tokens.children[verb] if tokens.relation[c] in HELPERS and subject < c < verb]
    told = tokens.phrase(held, _told_of(tokens, held))
    content = without_end_marks(tokens, [i for i in told if i > copula])
    cue = list(range(min([*helpers, verb]), verb + 1))
    return [Draft(tokens.subtree(subject), cue, content, f"rule: {tokens.lemma[verb]} with cleft")]


def _told_of(tokens: Tokens, held: int) -> set[int]:
    """What the text adds to what is held with a clause of its own ("a ceiling, an idea that others deride")."""
    return {
        token
        for token in tokens.subtree(held)
        if tokens.relation[token] == "appos" and any(tokens.relation[c] == "relcl" for c in tokens.children[token])
    }


def _for_somebody(tokens: Tokens, preposition: int, drafts: Sequence[Draft]) -> list[Draft]:
    """ "For the general, that condition amounts to surrender": it is the general's view."""
    verb = tokens.head[preposition]
    whom = next((c for c in tokens.children[preposition] if tokens.relation[c] == "pobj"), None)
    if whom is None or tokens.entity[whom] not in HOLDERS or tokens.lemma[verb] not in load_word_lists().amounting:
        return []
    subject = next((c for c in tokens.children[verb] if tokens.relation[c] == "nsubj"), None)
    if subject is None or not whom < subject < verb or any(verb in (*d.cue, *d.content) for d in drafts):
        return []
    source = [i for i in tokens.phrase(whom) if i < subject]
    last = tokens.sentences[tokens.sentence[verb]][1]
    rest = [i for i in tokens.stretch(min(tokens.subtree(subject)), last) if i not in source]
    content = without_end_marks(tokens, rest)
    return [Draft(source, [preposition], content, "rule: for somebody")] if source and content else []
