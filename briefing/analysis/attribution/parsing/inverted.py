"""A verb behind a comma in; who says with it what stands before the comma out: "the levy is fair, argues the union".

The parser often joins such a verb to that of the clause before it, with the speaker as its object.
"""

from __future__ import annotations

from briefing.analysis.attribution.parsing.labels import EDGE, TENSED
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.lexicon.cues import CueLexicon

INVERTED = "inverted"
"""Frame of what stands before such a verb."""
SPEAKERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def speaker_behind(tokens: Tokens, lexicon: CueLexicon, verb: int) -> int | None:
    """The noun behind a joined verb that speaks with it; None unless the sentence ends with that noun's phrase."""
    if tokens.relation[verb] != "conj" or verb == 0 or tokens.words[verb - 1] != "," or tokens.tag[verb] not in TENSED:
        return None
    speakers = [c for c in tokens.children[verb] if tokens.relation[c] in ("nsubj", "dobj")]
    if len(speakers) != 1 or speakers[0] < verb or not can_speak(tokens, lexicon, speakers[0]):
        return None
    rest = range(max(tokens.subtree(verb)) + 1, tokens.sentences[tokens.sentence[verb]][1])
    ends = all(tokens.words[i] in EDGE or tokens.space[i] for i in rest)
    return speakers[0] if ends and not any(tokens.relation[c] == "conj" for c in tokens.children[verb]) else None


def before_comma(tokens: Tokens, verb: int) -> list[int]:
    """The sentence up to the comma before a verb."""
    return tokens.stretch(tokens.sentences[tokens.sentence[verb]][0], verb - 1)


def can_speak(tokens: Tokens, lexicon: CueLexicon, noun: int) -> bool:
    """Whether a noun names a person or a body."""
    return tokens.entity[noun] in SPEAKERS or lexicon.source_kind(tokens.lemma[noun]) in ("persons", "bodies")
