"""Drafts in; the same out, with the opinion in a relative clause: "a ward that nurses said was unsafe".

There the pronoun in front stands for the subject of what is said, or for what is described: "what she described as a
farce". What is held is the noun and the clause together, without who says it in between.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.inverted import can_speak
from briefing.analysis.attribution.parsing.labels import HELPERS, RELATIVES, SUBJECTS
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.rules import without_end_marks
from briefing.analysis.lexicon.cues import FORESEEING, CueLexicon

PEOPLE = frozenset({"i", "we", "he", "she", "they", "it", "many", "some", "others"})
NEAR = 2
"""Tokens behind "they say" within which the verb of what they say stands, where no pronoun stands in front."""
LONGEST_NOUN = 8


def add_opinions(tokens: Tokens, drafts: Sequence[Draft], lexicon: CueLexicon) -> list[Draft]:
    """The drafts, and those of verbs in relative clauses that are the cue of none; others get the noun they lack."""
    cues = {i: draft for draft in drafts for i in draft.cue}
    found = []
    for verb in range(len(tokens)):
        if tokens.part[verb] != "VERB" or tokens.quotation[verb] >= 0:
            continue
        subject = _speaker(tokens, verb, lexicon)
        if subject is None:
            continue
        content = _clause(tokens, verb, lexicon) or _description(tokens, verb, subject, lexicon)
        other = cues.get(verb)
        if other is not None and content and tokens.lower[other.content[0]] in RELATIVES:
            other.content = content
        elif other is None and content:
            helpers = [
                c for c in tokens.children[verb] if tokens.relation[c] in HELPERS | {"advmod"} and subject < c < verb
            ]
            source = tokens.phrase(subject)
            found.append(Draft(source, sorted({*helpers, verb}), content, "rule: opinion in a relative clause"))
    return [*drafts, *found]


def _speaker(tokens: Tokens, verb: int, lexicon: CueLexicon) -> int | None:
    """The subject of a verb, right before it, where it can speak."""
    subject = next((c for c in tokens.children[verb] if tokens.relation[c] == "nsubj" and c < verb), None)
    if subject is None or tokens.lower[subject] in RELATIVES:
        return None
    return subject if tokens.lower[subject] in PEOPLE or can_speak(tokens, lexicon, subject) else None


def _clause(tokens: Tokens, verb: int, lexicon: CueLexicon) -> list[int]:
    """The noun that a clause describes and what is said of it: "*a ward* that nurses said *was unsafe*"."""
    if tokens.relation[verb] != "relcl":
        return []
    if not lexicon.has_sense("verb", tokens.lemma[verb], FORESEEING, frame="clause"):
        return []
    noun = tokens.head[verb]
    said = next((c for c in tokens.children[verb] if tokens.relation[c] == "ccomp" and c > verb), None)
    if said is not None:
        pronouns = [c for c in tokens.children[said] if tokens.relation[c] in SUBJECTS and c < verb]
        if not pronouns or tokens.lower[pronouns[0]] not in RELATIVES:
            return []
    else:
        behind = (c for c in tokens.children[noun] if verb < c <= verb + NEAR)
        said = next((c for c in behind if tokens.relation[c] in ("acl", "relcl")), None)
    if said is None:
        return []
    phrase = [i for i in tokens.phrase(noun, {verb, said}) if i <= noun]
    told = [i for i in tokens.phrase(said) if i > verb]
    return without_end_marks(tokens, [*phrase[-LONGEST_NOUN:], *told])


def _description(tokens: Tokens, verb: int, subject: int, lexicon: CueLexicon) -> list[int]:
    """What somebody describes a thing as: "what she described as *a farce*", "what they perceive to be *a lie*"."""
    if not lexicon.has_sense("verb", tokens.lemma[verb], frame="object-as"):
        return []
    if tokens.lower[tokens.subtree(subject)[0] - 1] != "what":
        return []
    behind = (c for c in tokens.children[verb] if c > verb)
    told = next((c for c in behind if tokens.lower[c] == "as" or tokens.lemma[c] == "be"), None)
    if told is None:
        return []
    below = [c for c in tokens.children[told] if tokens.relation[c] in ("pobj", "pcomp", "attr", "acomp", "amod")]
    return without_end_marks(tokens, [i for c in below[:1] for i in tokens.phrase(c)])
