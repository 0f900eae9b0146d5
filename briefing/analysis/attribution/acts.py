"""A verb in; out whether it tells a deed that shows a side by what is done to what: "blocked the bill", "in protest".

Only what has been done, or is being done, counts: what somebody does as a rule, will do or is to do shows less.
"""

from __future__ import annotations

from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.lexicon.acts import Act, ActLexicon

NEAR = 6
"""Tokens after a verb within which its further words stand."""
REACH = 12
"""Tokens after a verb within which an adjunct belongs to it."""
STEPS = 4
"""Words between a verb and one of its further words in the parse."""
PRONOUNS = frozenset({"it", "one", "own"})
HAVING = frozenset({"have", "'ve", "’ve", "'s", "’s", "'d", "’d"})


def shows_a_side(tokens: Tokens, lexicon: ActLexicon, verb: int) -> bool:
    """Whether a verb is one of the lexicon's deeds, and was done."""
    if not is_done(tokens, verb):
        return False
    lemma = tokens.lemma[verb]
    after = range(verb + 1, min(verb + 1 + NEAR, tokens.sentences[tokens.sentence[verb]][1]))
    if any(_follow(tokens, verb, words, after) for words in lexicon.phrases_of(lemma)):
        return True
    if any(_is_done_to(tokens, verb, act, after) for act in lexicon.acts_of(lemma)):
        return True
    return any(_has_adjunct(tokens, verb, words) for words in lexicon.adjuncts)


def is_done(tokens: Tokens, verb: int) -> bool:
    """Whether a verb stands in the past, in the perfect, or is going on; is not negated, and stands in no heading.

    In headings the past is mostly a passive ("Mayor barred from port").
    """
    if tokens.blocks[tokens.block[verb]].kind == "heading":
        return False
    helpers = [c for c in tokens.children[verb] if tokens.relation[c] in ("aux", "neg") and c < verb]
    if any(tokens.relation[c] == "neg" or tokens.tag[c] in ("MD", "TO") for c in helpers):
        return False
    if tokens.tag[verb] == "VBD":
        return not any(tokens.lemma[c] == "do" for c in helpers)
    lemmas = {tokens.lemma[c] for c in helpers}
    if tokens.tag[verb] == "VBG":
        return "be" in lemmas
    return tokens.tag[verb] == "VBN" and (bool(lemmas & HAVING) or is_taken_for_participle(tokens, verb))


def is_taken_for_participle(tokens: Tokens, verb: int) -> bool:
    """Whether a participle without a helper has a subject: a past that the tagger mistook ("the board approved it")."""
    relations = {tokens.relation[c] for c in tokens.children[verb]}
    return tokens.tag[verb] == "VBN" and "nsubj" in relations and not relations & {"aux", "auxpass"}


def _is_done_to(tokens: Tokens, verb: int, act: Act, after: range) -> bool:
    """Whether the verb has one of the objects of a deed, by itself or behind a preposition."""
    if not _follow(tokens, verb, act.particles, after):
        return False
    if act.prepositions:
        leading = [c for words in act.prepositions for c in _leading(tokens, verb, words)]
        objects = [g for c in leading for g in tokens.children[c] if tokens.relation[g] == "pobj"]
    else:
        objects = [c for c in tokens.children[verb] if tokens.relation[c] == "dobj" and c > verb]
    return any(
        tokens.lemma[i] in act.objects
        or tokens.entity[i] in act.objects
        or (act.takes_pronouns and tokens.lower[i] in PRONOUNS)
        for i in objects
    )


def _leading(tokens: Tokens, verb: int, words: tuple[str, ...]) -> list[int]:
    """The last words of a preposition behind a verb, each of which hangs on the one before ("out" <- "of")."""
    above = [verb]
    for word in words:
        above = [c for i in above for c in tokens.children[i] if c > i and tokens.lower[c] == word]
    return above


def _has_adjunct(tokens: Tokens, verb: int, words: tuple[str, ...]) -> bool:
    """Whether an adjunct hangs on the verb, or on its object, not far behind it."""
    last = min(verb + REACH, tokens.sentences[tokens.sentence[verb]][1] - len(words))
    for i in range(verb + 1, last + 1):
        if tuple(tokens.lower[i : i + len(words)]) != words:
            continue
        above = tokens.head[i]
        while tokens.part[above] not in ("VERB", "AUX") and tokens.head[above] != above:
            above = tokens.head[above]
        return above == verb
    return False


def _follow(tokens: Tokens, verb: int, words: tuple[str, ...], after: range) -> bool:
    """Whether words that hang on a verb occur after it, as they stand or as lemmas, in order."""
    remaining = (i for i in after if _hangs_on(tokens, i, verb))
    return all(any(word in (tokens.lower[i], tokens.lemma[i]) for i in remaining) for word in words)


def _hangs_on(tokens: Tokens, i: int, verb: int) -> bool:
    """Whether a word hangs on a verb by a few steps: "down" in "turned it down", not in "turned and ran down"."""
    for _ in range(STEPS):
        if tokens.relation[i] == "conj":
            return False
        if tokens.head[i] == verb:
            return True
        i = tokens.head[i]
    return False
