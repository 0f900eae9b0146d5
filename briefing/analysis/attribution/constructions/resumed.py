"""Drafts in; the same out, cut before a verb with which their speaker goes on: "argues that the levy is fair and has
promised a review".

The parser joins the second verb to the verb of what is said, as if the levy had promised the review. That it belongs
to the speaker is shown by its number ("ovens *have* become too dear and *wants* a cut"), by a tense that nothing
reported has ("said it was void and *has* asked"), or by its sense: a bridge urges nobody. Then what it says is a
statement of its own by the same speaker; without such a sign the sentence is left as it is parsed.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.labels import FINITE, SUBJECTS, TENSED
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.rules import find_inside, without_end_marks
from briefing.analysis.lexicon.cues import CueLexicon

JOINING = frozenset({"and", "but"})
VERBAL = frozenset({"VERB", "AUX"})
PRESENT_HELPERS = frozenset({"has", "have", "is", "are", "'s", "’s", "'ve", "’ve", "'re", "’re"})
PERFECT = frozenset({"has", "have", "'ve", "’ve"})
PLURALS = frozenset({"NNS", "NNPS"})
OF_THINGS = frozenset(
    {
        "affect", "allow", "argue", "block", "call", "cause", "contradict", "contribute", "defy", "demand", "dictate",
        "expect", "favor", "favour", "find", "force", "foresee", "hinder", "imply", "indicate", "invite", "mean",
        "need", "note", "offer", "prevent", "promise", "prompt", "propose", "protect", "prove", "raise", "read",
        "reflect", "reject", "require", "reveal", "say", "see", "serve", "set", "show", "signal", "stop", "suggest",
        "support", "take", "tell", "threaten", "underline", "undermine", "violate", "warrant",
    }
)  # fmt: skip
"""Verbs of cues that things are the subject of as well ("the job was hard and *demanded* patience")."""
STEPS = 3
"""Joined verbs between the cue and the one that goes on."""


def add_resumed(tokens: Tokens, drafts: Sequence[Draft], lexicon: CueLexicon) -> list[Draft]:
    """The drafts, cut before a verb of their speaker that goes on, and those of such verbs."""
    by_cue = {i: draft for draft in drafts for i in draft.cue}
    found = []
    for draft in drafts:
        verb = _resuming(tokens, draft, lexicon)
        if verb is None:
            continue
        start = _start(tokens, verb)
        behind = [i for i in draft.content if i >= start]
        known = by_cue.get(verb)
        if known is draft:
            continue
        if known is not None:
            known.source = draft.source
        elif (new := next((d for d in find_inside(tokens, lexicon, behind) if verb in d.cue), None)) is not None:
            found.append(Draft(draft.source, new.cue, new.content, new.rule))
        else:
            continue
        if behind:
            draft.content = without_end_marks(tokens, [i for i in draft.content if i < start])
    return [*drafts, *found]


def _resuming(tokens: Tokens, draft: Draft, lexicon: CueLexicon) -> int | None:
    """The verb behind "and" or "but" that has the subject of the cue, though the parser gives it another one."""
    cue = next((i for i in draft.cue if tokens.tag[i] in TENSED and tokens.part[i] == "VERB"), None)
    if cue is None or not draft.source or draft.source[-1] > cue or draft.content[0] < draft.cue[-1]:
        return None
    said = next((i for i in draft.content if tokens.head[i] == cue and tokens.relation[i] == "ccomp"), None)
    if said is None or any(tokens.quotation[i] >= 0 for i in draft.content):
        return None
    subject = _subject(tokens, said)
    verb = _joined(tokens, said) if subject is not None else None
    if verb is None or subject is None or not lexicon.of("verb", tokens.lemma[verb]):
        return None
    return verb if _goes_on(tokens, cue, said, subject, verb, lexicon) else None


def _joined(tokens: Tokens, said: int) -> int | None:
    """The finite verb without a subject that is joined to the verb of what is said."""
    last = said
    for _ in range(STEPS):
        joined = [
            c for c in tokens.children[last] if tokens.relation[c] == "conj" and tokens.part[c] in ("VERB", "AUX")
        ]
        if not joined:
            return None
        before, last = last, joined[0]
        if _subject(tokens, last) is None:
            is_joint = any(tokens.lower[i] in JOINING for i in range(before + 1, last) if tokens.relation[i] == "cc")
            finite = _finite(tokens, last)
            is_told = finite is not None and tokens.tag[finite] in TENSED
            return last if is_joint and tokens.part[last] == "VERB" and is_told else None
    return None


def _goes_on(tokens: Tokens, cue: int, said: int, subject: int, verb: int, lexicon: CueLexicon) -> bool:
    """Whether number, tense or sense show that a verb has the subject of the cue and not that of what is said."""
    finite, told = _finite(tokens, verb), _finite(tokens, said)
    if finite is None:
        return False
    if _is_other_number(tokens, subject, finite) or (told is not None and tokens.tag[told] == "MD"):
        return True  # behind "would" a joined verb of the same subject has no ending
    is_present = finite != verb and tokens.lower[finite] in PRESENT_HELPERS
    if tokens.tag[cue] == "VBD" and told is not None and tokens.tag[told] == "VBD" and is_present:
        return True
    is_noun = tokens.part[subject] == "NOUN" and not tokens.entity[subject]
    if not is_noun or lexicon.source_kind(tokens.lemma[subject]) != "things":
        return False
    is_shifted = is_present and told is not None and tokens.lower[told] not in PERFECT
    return is_shifted or tokens.lemma[verb] not in OF_THINGS


def _is_other_number(tokens: Tokens, subject: int, finite: int) -> bool:
    """Whether a verb in the present does not agree with a subject."""
    if tokens.tag[subject] in PLURALS:
        return tokens.tag[finite] == "VBZ"
    is_one = tokens.tag[subject] == "NN" and not any(tokens.relation[c] == "conj" for c in tokens.children[subject])
    return is_one and tokens.tag[finite] == "VBP"


def _finite(tokens: Tokens, verb: int) -> int | None:
    """The word of a predicate that bears its tense: the verb, or the first of its helpers; None for an infinitive."""
    helpers = [c for c in tokens.children[verb] if tokens.relation[c] in ("aux", "auxpass") and c < verb]
    first = helpers[0] if helpers else verb
    return first if tokens.tag[first] in FINITE else None


def _subject(tokens: Tokens, verb: int) -> int | None:
    return next((c for c in tokens.children[verb] if tokens.relation[c] in SUBJECTS | {"expl"} and c < verb), None)


def _start(tokens: Tokens, verb: int) -> int:
    """Where the clause of a verb begins: with its helpers and adverbs, and the "and" before it."""
    start = verb
    while start and (tokens.head[start - 1] == verb or tokens.lower[start - 1] in JOINING):
        start -= 1
    return start
