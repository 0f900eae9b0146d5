"""Drafts in; the same out, with what stands around an inserted "she said" that no draft has, or only half of one.

"The plan could be discussed in May, she added, not before.": a comma, whoever speaks, a verb of saying and a comma or
the end of the sentence leave no doubt that the rest of the sentence is said, though the tagger may see none of it, or
take it for the end of the quotation in the sentence before.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.halves import ENDS, half_before, half_behind, is_quoting, signs_around
from briefing.analysis.attribution.parsing.inverted import can_speak
from briefing.analysis.attribution.parsing.labels import FINITE, NOMINALS, SUBJECTS
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.lexicon.cues import SAYING, CueLexicon

PRONOUNS = frozenset({"he", "she", "they", "it"})
JOINING = frozenset({"and", "but", "so", "yet"})
SHORTEST = 3
"""Words that must stand before "she said"."""
LONGEST_SPEAKER, LONGEST_TAIL = 8, 4
"""Tokens of whoever speaks, and of what hangs on the verb ("she said by telephone")."""
CLOSING = ENDS | {","}
"""Signs behind "she said"."""
FINDING = SAYING | {"knowledge"}
"""Classes of what documents do: "the bill, the report found, is paid twice"."""


@dataclass(frozen=True, slots=True)
class Insertion:
    """An inserted "she said", and the two halves of the sentence around it; the second may be empty."""

    source: list[int]
    verb: int
    before: list[int]
    rest: list[int]
    parts_clause: bool
    """Whether it parts a subject from its verb, neither quoted: "the letter, she replied, promised “a pier”"."""


def add_inserted(tokens: Tokens, drafts: Sequence[Draft], lexicon: CueLexicon) -> list[Draft]:
    """The drafts and those of insertions that have none; a draft of one half gets the other."""
    found = [*drafts]
    for verb in range(len(tokens)):
        insertion = _insertion(tokens, lexicon, verb)
        if insertion is None:
            continue
        own = {*insertion.source, *insertion.before, *insertion.rest}
        having = [draft for draft in drafts if verb in draft.cue and not own.isdisjoint(draft.content)]
        if having:
            _complete(tokens, having[0], insertion, drafts)
        elif (new := _new(tokens, insertion, found)) is not None:
            found.append(new)
    return found


def _insertion(tokens: Tokens, lexicon: CueLexicon, verb: int) -> Insertion | None:
    """The insertion of which a verb is the verb of saying."""
    if tokens.tag[verb] not in FINITE or tokens.quotation[verb] >= 0 or not _tells(tokens, lexicon, verb, FINDING):
        return None
    source = _speaker_before(tokens, lexicon, verb)
    if not source and _tells(tokens, lexicon, verb, SAYING):
        source = _speaker_after(tokens, lexicon, verb)
    if not source:
        return None
    first, last = min(source[0], verb), max(source[-1], verb)
    signs = signs_around(tokens, first, last, last + LONGEST_TAIL + 2, CLOSING)
    if signs is None or any(_begins_clause(tokens, i) for i in range(last + 1, signs[1])):
        return None
    before, rest = half_before(tokens, signs[0]), half_behind(tokens, signs[1])
    if before and tokens.tag[before[0]] == "CC":
        before = before[1:]
    insertion = Insertion(source, verb, before, rest, _is_one_clause(tokens, before, rest))
    if insertion.parts_clause:
        return insertion
    if is_quoting(tokens, verb) or len(before) < SHORTEST:
        return None
    return insertion if any(tokens.tag[i] in FINITE for i in (*before, *rest)) else None


def _begins_clause(tokens: Tokens, token: int) -> bool:
    """Whether what hangs on the verb is a clause of its own, so that what is said stands there and not around it."""
    return tokens.tag[token] in FINITE or tokens.lower[token] == "that"


def _is_one_clause(tokens: Tokens, before: Sequence[int], rest: Sequence[int]) -> bool:
    """Whether the first half is the subject of the verb with which the second one begins, neither quoted."""
    if not before or not rest or tokens.tag[rest[0]] not in FINITE or tokens.quotation[rest[0]] >= 0:
        return False
    subjects = [c for c in tokens.children[rest[0]] if tokens.relation[c] in SUBJECTS]
    verbless = not any(tokens.tag[i] in FINITE or tokens.quotation[i] >= 0 for i in before)
    return verbless and any(c in before for c in subjects)


def _tells(tokens: Tokens, lexicon: CueLexicon, verb: int, classes: Container[str]) -> bool:
    """Whether a verb can tell a clause, in one of some classes."""
    return lexicon.has_sense("verb", tokens.lemma[verb], classes, frame="clause", phrasal=False)


def _speaker_before(tokens: Tokens, lexicon: CueLexicon, verb: int) -> list[int]:
    """ "…, Ms Ruiz said": the subject, between the comma and the verb."""
    subject = next((c for c in tokens.children[verb] if tokens.relation[c] == "nsubj" and c < verb), None)
    if subject is None or not _is_speaker(tokens, lexicon, subject):
        return []
    source = tokens.phrase(subject)
    is_one = source[-1] == verb - 1 and source[-1] - source[0] + 1 == len(source) <= LONGEST_SPEAKER
    return source if is_one and not any(tokens.words[i] == "," for i in source) else []


def _is_speaker(tokens: Tokens, lexicon: CueLexicon, subject: int) -> bool:
    """Whether a subject may tell what stands before it: whoever speaks, or a document that finds something."""
    if tokens.lower[subject] in PRONOUNS or can_speak(tokens, lexicon, subject):
        return True
    return lexicon.source_kind(tokens.lemma[subject]) == "documents"


def _speaker_after(tokens: Tokens, lexicon: CueLexicon, verb: int) -> list[int]:
    """ "…, said its owner, Ana Ruiz": the noun phrase up to the next comma, and the name that it is given."""
    if tokens.words[verb - 1] != "," or any(tokens.relation[c] == "nsubj" and c < verb for c in tokens.children[verb]):
        return []
    last = tokens.sentences[tokens.sentence[verb]][1]
    end = next((i for i in range(verb + 1, last) if tokens.words[i] in CLOSING), last)
    phrase = list(range(verb + 1, end))
    if not phrase or len(phrase) > LONGEST_SPEAKER or any(tokens.part[i] in ("VERB", "AUX") for i in phrase):
        return []
    if tokens.part[phrase[-1]] not in ("NOUN", "PROPN"):
        return []
    name = end + 1
    while name < last and tokens.part[name] == "PROPN":
        name += 1
    is_named = end + 1 < name < last and tokens.words[name] in CLOSING and tokens.part[phrase[-1]] == "NOUN"
    source = [*phrase, *range(end, name)] if is_named else phrase
    return source if any(can_speak(tokens, lexicon, i) for i in source) else []


def _new(tokens: Tokens, insertion: Insertion, drafts: Sequence[Draft]) -> Draft | None:
    """A draft of an insertion, with what others in other sentences have of it taken away; None if it is theirs."""
    own = {*insertion.source, insertion.verb, *insertion.before, *insertion.rest}
    sentence = tokens.sentence[insertion.verb]
    holders = [d for d in drafts if not own.isdisjoint((*d.cue, *d.content))]
    if any(not d.cue or tokens.sentence[d.cue[0]] == sentence for d in holders if d.content[0] in own):
        inner = {i for d in holders if not d.source for i in d.cue}
        if any(tokens.head[i] == i or tokens.head[i] == insertion.verb for i in inner):
            return None
    for draft in holders:
        left = [i for i in draft.content if i not in own]
        if any(tokens.is_word(i) for i in left) and own.isdisjoint(draft.cue):
            draft.content = left
    return Draft(insertion.source, [insertion.verb], _said(tokens, insertion), "rule: inserted")


def _complete(tokens: Tokens, draft: Draft, insertion: Insertion, drafts: Sequence[Draft]) -> None:
    """Give a draft of one half the other one, where no other draft has it."""
    taken = {i for d in drafts if d is not draft for i in (*d.cue, *d.content)}
    if not draft.source and not set(insertion.source).isdisjoint(draft.content):
        draft.source = insertion.source
        draft.content = _said(tokens, insertion)
        return
    if insertion.parts_clause:
        draft.content = sorted({*insertion.before, *insertion.rest})
        for other in drafts:
            if other is not draft and other.source and _is_between(other, insertion):
                other.parent, other.is_nested, other.is_reported = draft, True, True
        return
    has_before, has_rest = (not set(half).isdisjoint(draft.content) for half in (insertion.before, insertion.rest))
    if has_rest and not has_before and taken.isdisjoint(insertion.before):
        draft.content = sorted({*draft.content, *insertion.before})
    elif has_before and not has_rest and taken.isdisjoint(insertion.rest) and _is_said(tokens, insertion):
        draft.content = sorted({*draft.content, *insertion.rest})


def _is_between(draft: Draft, insertion: Insertion) -> bool:
    """Whether a draft makes the parted subject the speaker."""
    return set(draft.source) <= set(insertion.before) and set(draft.cue) <= set(insertion.rest)


def _said(tokens: Tokens, insertion: Insertion) -> list[int]:
    return insertion.before + (insertion.rest if _is_said(tokens, insertion) else [])


def _is_said(tokens: Tokens, insertion: Insertion) -> bool:
    """Whether the second half is said, too, and does not tell of the speaker ("said Ana Ruiz, the mayor").

    It goes on with the clause of the first half, or says behind "and" what would or should be.
    """
    rest = insertion.rest
    if not rest:
        return False
    if tokens.lower[rest[0]] not in JOINING:
        is_about_speaker = insertion.source[-1] > insertion.verb or tokens.tag[rest[0]] in ("VBG", "VBN")
        return not is_about_speaker and (
            tokens.part[rest[0]] not in NOMINALS or any(tokens.tag[i] in FINITE for i in rest)
        )
    finite = next((n for n, i in enumerate(rest) if tokens.tag[i] in FINITE), 0)
    return tokens.tag[rest[finite]] == "MD" and any(tokens.part[i] in NOMINALS for i in rest[1:finite])
