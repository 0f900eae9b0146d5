"""A draft in; what the lexicon and the text say about it out: form, cue lemma and class, negation, hedges, reasons."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.analysis.attribution.acts import shows_a_side
from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.lexicon.acts import load_acts
from briefing.analysis.lexicon.cues import SAYING, CueLexicon, PartOfSpeech, Sense
from briefing.analysis.lexicon.words import load_word_lists
from briefing.model import Span, StatementForm

HEDGE_REACH = 3
"""Tokens around a cue in which a hedge belongs to it."""

NOT_DONE = frozenset({"MD", "TO"})
DONE = frozenset({"VBD", "VBN"})
TELLING = SAYING | {"denial"}
DEED_FRAMES = frozenset({"act", "deed", "bare"})
COPULAS = frozenset({"be", "remain", "stay"})
COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp", "attr", "oprd", "dative"})
KINDS: dict[str, PartOfSpeech] = {"VERB": "verb", "AUX": "verb", "ADJ": "adjective", "NOUN": "noun"}


@dataclass(frozen=True, slots=True)
class CueDescription:
    """What the words of a cue mean."""

    lemma: str
    cue_class: str | None
    negated: bool
    sense: Sense | None


def describe_cue(tokens: Tokens, cue: list[int], content: list[int], lexicon: CueLexicon) -> CueDescription:
    """The lemma, class and negation of a cue; its class is None where the lexicon does not know the word.

    Args:
        tokens: of the document.
        cue: tokens of the cue; may be empty.
        content: tokens of its content, which tell the senses of a word apart ("condemned it", "condemned it as …").
        lexicon: the cue lexicon.
    """
    if not cue:
        return CueDescription("", None, False, None)
    negated = any(tokens.lower[i] in lexicon.negators for i in cue)
    negated = negated or any(
        tokens.relation[c] == "neg" and tokens.part[i] in ("VERB", "AUX") and "," not in tokens.words[i:c]
        for i in cue
        for c in tokens.children[i]
    )
    words = " ".join(tokens.lower[i] for i in cue)
    for phrase, cue_class in lexicon.phrases.items():
        if words.startswith(phrase):
            return CueDescription(phrase, cue_class, negated, None)
    sense = _best_sense(tokens, cue, content, lexicon)
    if sense is not None:
        return CueDescription(sense.words, sense.cue_class, negated, sense)
    if not any(tokens.words[i][0].isalpha() for i in cue):
        return CueDescription(tokens.words[cue[0]], "speech", negated, None)
    return CueDescription(tokens.lemma[_main(tokens, cue)], None, negated, None)


def _best_sense(tokens: Tokens, cue: list[int], content: list[int], lexicon: CueLexicon) -> Sense | None:
    """The sense with the most particles; of equal ones, that whose frame the content has; light verbs come last."""
    places = [*cue, *range(cue[-1] + 1, min(cue[-1] + 3, len(tokens)))]
    forms = [(tokens.lower[i], tokens.lemma[i]) for i in places]
    has_agent = any(tokens.relation[i] == "agent" for i in cue)
    best: tuple[int, Sense] | None = None
    for position, i in enumerate(cue):
        kind = KINDS.get(tokens.part[i])
        if kind is None:
            continue
        senses = lexicon.of(kind, tokens.lemma[i])
        frames = _frames(tokens, i, content) if senses else set()
        behind = forms[position + 1 :]
        for sense in senses:
            if not _follow(sense.particles, behind) or (has_agent and sense.lemma == "be"):
                continue
            if sense.frames == ("none",) and sense.lemma in COPULAS and not frames & {"none"}:
                continue
            light = kind == "verb" and tokens.lemma[i] in lexicon.light_verbs and not sense.particles
            rank = 4 * len(sense.particles) + 2 * (not light) + any(frame in frames for frame in sense.frames)
            if best is None or rank > best[0]:
                best = (rank, sense)
    return best[1] if best else None


def _frames(tokens: Tokens, verb: int, content: list[int]) -> set[str]:
    """Which frames of the lexicon a content can be, seen from its verb."""
    inside = set(content)
    children = [c for c in tokens.children[verb] if c in inside]
    relations = {tokens.relation[c] for c in children}
    if verb in inside and not relations & COMPLEMENTS:
        return {"none", "bare"}
    if any(tokens.lower[c] == "as" for c in children) or "oprd" in relations:
        return {"object-as"}
    if tokens.quotation[content[0]] >= 0 or not relations & {"dobj", "xcomp", "prep"}:
        return {"clause"}
    if "dobj" in relations and relations & {"xcomp", "ccomp"}:
        return {"object-to"}
    frames = {"ccomp": "clause", "xcomp": "infinitive", "dobj": "object", "prep": "preposition"}
    return {frame for relation, frame in frames.items() if relation in relations}


def _follow(particles: tuple[str, ...], forms: list[tuple[str, str]]) -> bool:
    """Whether the particles occur among the words, as they stand or as lemmas, in order."""
    remaining = iter(forms)
    for particle in particles:
        for form in remaining:
            if particle in form:
                break
        else:
            return False
    return True


def _main(tokens: Tokens, cue: list[int]) -> int:
    """The word of the cue on which the others hang."""
    inside = set(cue)
    return next((i for i in cue if tokens.head[i] not in inside or tokens.head[i] == i), cue[0])


def form_of(tokens: Tokens, draft: Draft, cue_class: str | None) -> StatementForm:
    """direct: every word of the content stands in quotation marks; mixed: some do; action: a deed done; else indirect.

    Marks that stand around the cue, too, are those of somebody who tells what the source said: no word of the source's.
    """
    words = [i for i in draft.content if tokens.is_word(i)]
    told = {-1, *(tokens.quotation[i] for i in draft.cue)}
    quoted = sum(tokens.quotation[i] not in told for i in words)
    if words and quoted == len(words):
        return "direct"
    if quoted:
        return "mixed"
    done = cue_class == "deed" and not any(tokens.tag[i] == "MD" for i in draft.cue)
    return "action" if done else "indirect"


def is_deed(tokens: Tokens, draft: Draft, cue_class: str | None, lexicon: CueLexicon) -> bool:
    """Whether somebody did something that shows a position: "voted for the bill", "suspended the talks".

    Other than by `form_of`, which only looks at the class of the cue: the trained steps know that form.
    """
    is_told = cue_class in TELLING and draft.words_and_frame[1] not in DEED_FRAMES
    if is_told and not any(shows_a_side(tokens, load_acts(), i) for i in draft.cue):
        return False
    return has_deed(tokens, draft, lexicon)


def has_deed(tokens: Tokens, draft: Draft, lexicon: CueLexicon) -> bool:
    """Whether the verb of a cue is one of deeds, and tells that it was done."""
    verb = next((i for i in reversed(draft.cue) if tokens.part[i] == "VERB"), None)
    words = load_word_lists()
    if verb is None or tokens.tag[verb] not in DONE or tokens.lemma[verb] in words.mere_words:
        return False
    lemma = tokens.lemma[verb]
    is_known = lemma in words.voting or lemma in lexicon.plain_deeds or lemma in lexicon.deeds_to_measures
    is_known = is_known or shows_a_side(tokens, load_acts(), verb)
    if not is_known and draft.words_and_frame[1] not in DEED_FRAMES:
        return False
    return not any(
        tokens.tag[i] in NOT_DONE or tokens.relation[i] == "neg" or tokens.lemma[i] == "be" for i in draft.cue
    )


def hedges_of(tokens: Tokens, cue: list[int], lexicon: CueLexicon) -> tuple[Span, ...]:
    """The hedges inside a cue or within a few tokens of it in the same sentence."""
    if not cue:
        return ()
    first, last = tokens.sentences[tokens.sentence[cue[0]]]
    near = range(max(first, cue[0] - HEDGE_REACH), min(last, cue[-1] + 1 + HEDGE_REACH))
    return tuple(
        Span(tokens.starts[i], tokens.ends[i])
        for i in near
        if tokens.lower[i] in lexicon.hedges and (i in cue or tokens.part[i] == "ADV")
    )
