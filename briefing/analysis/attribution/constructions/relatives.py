"""Drafts in; the same out, with what a relative clause says of the thing before it: "the levy, which they reject".

There the verb stands behind its object, and the parser leaves it none; what is held is the noun and the verb together
("a verdict … has always called political").
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.frames import is_calling
from briefing.analysis.attribution.parsing.inverted import can_speak
from briefing.analysis.attribution.parsing.labels import HELPERS, RELATIVES
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.lexicon.cues import CueLexicon
from briefing.analysis.lexicon.words import load_word_lists

TAKING_A_SIDE = frozenset({"support", "opposition", "criticism", "refusal", "denial", "demand"})
"""Classes of verbs that say what somebody holds of their object."""
PEOPLE = frozenset({"he", "she", "they"})
OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "prep", "agent", "prt"})
COMPLEMENTS = frozenset({"oprd", "acomp", "xcomp", "dobj", "ccomp", "attr", "amod", "advmod"})
LONG_JUDGEMENT = 4
"""Words from which what something is called stands alone."""


def add_relatives(tokens: Tokens, drafts: Sequence[Draft], lexicon: CueLexicon) -> list[Draft]:
    """The drafts, and those of relative clauses whose verb is the cue of none; others get the noun that they lack."""
    found = [*drafts]
    cues = {i: draft for draft in drafts for i in draft.cue}
    for verb in range(len(tokens)):
        draft = _relative(tokens, lexicon, verb)
        if draft is None:
            continue
        other = cues.get(verb)
        if other is None:
            found.append(draft)
        elif set(draft.content).isdisjoint(other.content) or not set(draft.content) <= set(other.content):
            other.source, other.cue, other.content = draft.source, draft.cue, draft.content
    return found


def _relative(tokens: Tokens, lexicon: CueLexicon, verb: int) -> Draft | None:
    """The draft of a verb in a relative clause whose object is the noun that the clause describes."""
    noun = tokens.head[verb]
    if tokens.relation[verb] != "relcl" or tokens.part[noun] not in ("NOUN", "PROPN") or tokens.quotation[verb] >= 0:
        return None
    if tokens.entity[noun] == "PERSON" or lexicon.source_kind(tokens.lemma[noun]) == "persons":
        return None
    subject = next((c for c in tokens.children[verb] if tokens.relation[c] == "nsubj"), None)
    if subject is None or tokens.lower[subject] in RELATIVES | {"whom"} or not noun < subject < verb:
        return None
    if tokens.lower[subject] not in PEOPLE and not can_speak(tokens, lexicon, subject):
        return None
    judgement = _judgement(tokens, verb)
    behind = [c for c in tokens.children[verb] if c > verb and tokens.relation[c] in OBJECTS]
    takes_side = lexicon.has_sense("verb", tokens.lemma[verb], TAKING_A_SIDE, frame="object", phrasal=False)
    if not judgement and (behind or not takes_side):
        return None
    source = tokens.phrase(subject)
    helpers = [c for c in tokens.children[verb] if tokens.relation[c] in HELPERS | {"advmod"} and subject < c < verb]
    cue = [i for i in sorted({*helpers, verb}) if i not in source]
    if cue != list(range(cue[0], verb + 1)):
        cue = [verb]
    if sum(tokens.is_word(i) for i in judgement) >= LONG_JUDGEMENT:
        return Draft(source, cue, judgement, "rule: relative clause")
    phrase = [i for i in tokens.subtree(noun, {verb}) if i <= noun]
    return Draft(source, cue, [*phrase, *cue, *judgement], "rule: relative clause")


def _judgement(tokens: Tokens, verb: int) -> list[int]:
    """What something is called ("called *political*"), or described as ("described *as the largest in the state*")."""
    behind = [c for c in tokens.children[verb] if c > verb]
    if is_calling(tokens, verb):
        parts = [c for c in behind if tokens.relation[c] in COMPLEMENTS]
    else:
        is_describing = tokens.lemma[verb] in load_word_lists().describing
        parts = [c for c in behind if tokens.lower[c] == "as" and is_describing]
    words = sorted({i for c in parts for i in tokens.subtree(c) if i > verb})
    return [i for i in words if tokens.lower[i] != "as" or i != words[0]] if words else []
