"""Drafts in; the same out without those in which nobody speaks: "that means it will close", "you need a permit".

The tagger goes by the verb and takes what stands before it for a speaker: a mark, a "this" that stands for a whole
sentence, the reader who is addressed, a place, a thing that means something or needs patience, "nothing". Mere trying
tells no position, either.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.inverted import can_speak
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.lexicon.cues import CueLexicon

DEMONSTRATIVE = frozenset({"DT", "WP"})
POINTING = frozenset({"this", "that", "what", "whatever"})
READER = frozenset({"you", "your"})
PEOPLE = frozenset({"i", "we", "he", "she", "they", "who"})
PLACES = frozenset({"at", "in", "on"})
"""Prepositions that alone tell where somebody is ("workers *at* the yard")."""
TAKING = frozenset({"demand", "require", "need", "deserve"})
"""Verbs that a thing can do, too ("the job *demanded* patience")."""
COMMON = frozenset({"NN", "NNS"})
BARE = frozenset({"amod", "compound", "cc", "conj"})
"""What hangs on an object that names no matter: "*great* patience", but not "an end to the war"."""
TRYING = frozenset({"try", "attempt"})


def without_impersonal(tokens: Tokens, drafts: Iterable[Draft], lexicon: CueLexicon) -> list[Draft]:
    """The drafts that have a speaker, or none that could be checked."""
    return [draft for draft in drafts if not draft.cue or not _is_impersonal(tokens, draft, lexicon)]


def without_nothing(tokens: Tokens, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts whose source is somebody or something: "nothing" says nothing."""
    return [draft for draft in drafts if [tokens.lower[i] for i in draft.source] != ["nothing"]]


def _is_impersonal(tokens: Tokens, draft: Draft, lexicon: CueLexicon) -> bool:
    verbs = [i for i in draft.cue if tokens.part[i] == "VERB"]
    if verbs and tokens.lemma[verbs[-1]] in TRYING:
        return True
    if not draft.source:
        return False
    if not any(tokens.is_word(i) for i in draft.source):
        return True
    if len(draft.source) == 1 and tokens.quotation[draft.source[0]] < 0:
        word = draft.source[0]
        if tokens.lower[word] in READER or (tokens.lower[word] in POINTING and tokens.tag[word] in DEMONSTRATIVE):
            return True
    if not verbs and len(draft.cue) == 1 and tokens.lower[draft.cue[0]] in PLACES and not _quotes(tokens, draft):
        return True
    if len(verbs) == 1 and tokens.lemma[verbs[0]] in TAKING and _takes_a_thing(tokens, draft, verbs[0], lexicon):
        return True
    return bool(verbs) and tokens.lemma[verbs[-1]] == "mean" and not _names_people(tokens, draft, lexicon)


def _quotes(tokens: Tokens, draft: Draft) -> bool:
    return any(tokens.quotation[i] >= 0 for i in draft.content)


def _takes_a_thing(tokens: Tokens, draft: Draft, verb: int, lexicon: CueLexicon) -> bool:
    """Whether a thing needs another one ("the job demanded patience"): neither it nor what it needs can speak."""
    subject = next((c for c in tokens.children[verb] if tokens.relation[c] == "nsubj"), None)
    subject = draft.source[-1] if subject is None else subject
    if subject not in draft.source or tokens.tag[subject] not in COMMON or _names_people(tokens, draft, lexicon):
        return False
    if tokens.entity[subject] or lexicon.source_kind(tokens.lemma[subject]) != "things":
        return False
    needed = [c for c in tokens.children[verb] if tokens.relation[c] == "dobj"]
    return len(needed) == 1 and all(tokens.relation[c] in BARE for c in tokens.children[needed[0]])


def _names_people(tokens: Tokens, draft: Draft, lexicon: CueLexicon) -> bool:
    return any(tokens.lower[i] in PEOPLE or can_speak(tokens, lexicon, i) for i in draft.source)
