"""A word of a content in; whether it turns round what it governs, or says that it ends, out.

Most such words are in `words/operators.toml`; here is what they need beside them for it ("the loss *of*", "keep it
*closed*").
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing.analysis.stance.words.tokens import Token

_BY_THE_END = frozenset({"by", "at", "before", "until", "towards", "toward"})
"""What stands before "the end of the month", which ends nothing."""
_WITH_FOR = frozenset({"fight", "press", "push"})
"""Verbs that "for" turns round: who fights for something wants it."""
_RAISED = frozenset(
    {
        "coverage", "pay", "wage", "salary", "income", "pension", "price", "rate", "output", "growth", "production",
        "sale", "spending", "revenue", "morale", "standard", "score", "share", "turnout", "people", "family", "million",
    }
)  # fmt: skip
"""What is raised when it is lifted, and not ended."""
_PARTICLES = frozenset({"prt", "advmod"})
"""What the parse makes of the particle of a verb ("do *away* with")."""
SHUT = frozenset({"closed", "shut", "blocked", "banned", "out", "away", "off", "frozen", "suspended"})
"""What is kept so is ended ("kept the road *closed*", "stay *away*")."""
_SHIELDING = frozenset({"vaccinate", "immunise", "immunize", "protect", "insure", "guard", "defend", "hedge", "shield"})
"""Verbs whose "against" names what they keep off and not what they are against."""
_HOSTILE = frozenset(
    {
        "boycott", "complaint", "criticism", "fight", "injunction", "objection", "opposition", "protest",
        "resistance", "threat", "veto",
    }
)  # fmt: skip
"""Words that turn round by themselves what their "against" names ("the *fight against* the toll")."""
_BROUGHT = frozenset({"challenge"})
"""Nouns that turn round what they are brought "to" or "against" ("a *challenge* to the toll")."""
_PUTTING = frozenset({"bring", "call", "put"})
_ENDS = frozenset({"end", "halt", "stop"})
"""What is put "to" a matter ("*put an end to* night flights")."""
_OPPONENTS = frozenset({"critic", "detractor", "enemy", "foe", "opponent"})
"""People who turn round what they are against ("*opponents* of the toll")."""
_COMPLEMENTS = frozenset({"oprd", "acomp", "ccomp", "xcomp", "dative"})
_FAILING = frozenset({"collapse", "crumble", "fail", "falter", "flop", "founder", "unravel"})
"""What happens to a matter that comes to nothing."""
_FALLING = frozenset({"through", "apart", "flat"})
_DEMISE = frozenset({"collapse", "defeat", "demise", "downfall"})
"""The end of a matter that nobody need have brought about."""
_IDLE = frozenset({"dobj", "xcomp", "ccomp"})


def is_against(token: Token, operators: Mapping[str, int]) -> bool:
    """Whether a word turns round what it governs, alone or with its particle ("put off")."""
    lemma = token.lemma_.casefold()
    if _ends_nothing(token, lemma):
        return False
    if operators.get(lemma) == -1 or operators.get(token.lower_) == -1:
        return _governs_its_object(token, lemma)
    if lemma in _PUTTING and any(c.dep_ == "dobj" and c.lemma_ in _ENDS for c in token.children):
        return any(child.lower_ == "to" and child.dep_ in {"prep", "dative"} for child in token.children)
    return (
        _stands_in_the_way(token, lemma)
        or (lemma == "keep" and any(_is_shut(child) for child in token.children))
        or _is_verb_against(token, lemma, operators)
        or any(child.dep_ in _PARTICLES and operators.get(f"{lemma} {child.lower_}") == -1 for child in token.children)
    )


def _ends_nothing(token: Token, lemma: str) -> bool:
    """Whether an operator has another sense here ("by the *end* of May", "*lift* pay", "*press* for it")."""
    if lemma == "end":
        return token.head.lower_ in _BY_THE_END or any(child.dep_ == "prt" for child in token.children)
    if lemma == "lift":
        return any(child.dep_ == "dobj" and child.lemma_ in _RAISED for child in token.children)
    return lemma in _WITH_FOR and any(child.dep_ == "prep" and child.lower_ == "for" for child in token.children)


def _governs_its_object(token: Token, lemma: str) -> bool:
    """Whether an operator is said of what it ends: "against" of what it is against, a loss of what is lost."""
    if lemma == "against":
        return token.head.lemma_ not in _SHIELDING and not _is_hostile(token.head)
    if lemma == "loss":
        return any(child.lower_ == "of" or child.dep_ in {"compound", "poss"} for child in token.children)
    return lemma != "opposition" or any(child.lower_ in {"to", "against"} for child in token.children)


def _stands_in_the_way(token: Token, lemma: str) -> bool:
    """Whether a noun is against what is named behind it ("*critics* of it", "a *challenge* to it")."""
    if lemma in _OPPONENTS or (lemma == "way" and token.head.lower_ == "in"):
        return any(child.lower_ == "of" for child in token.children)
    return lemma in _BROUGHT and token.pos_ == "NOUN" and any(c.lower_ in {"to", "against"} for c in token.children)


def _is_verb_against(token: Token, lemma: str, operators: Mapping[str, int]) -> bool:
    """Whether a word is an operator as a verb only, or the participle of one ("wants the ban *relaxed*")."""
    if token.tag_ == "JJ" and token.dep_ == "ccomp" and any(operators.get(form) == -1 for form in _verbs_of(lemma)):
        return True
    return token.pos_ == "VERB" and operators.get(f"to {lemma}") == -1 and not _leaves_as_it_is(token)


def _verbs_of(participle: str) -> tuple[str, ...]:
    """What a participle that the parse takes for an adjective may come from ("relaxed": relax, "eased": ease)."""
    root = participle.removesuffix("ed")
    return () if root == participle else (root, f"{root}e", root[:-1])


def comes_to_nothing(word: Token, subject: Token) -> bool:
    """Whether a word says that its subject, or what it is of, fails ("the sale *fell* through", "its *collapse*")."""
    if word.pos_ == "NOUN":
        return word.lemma_ in _DEMISE and any(c.lower_ == "of" or c.dep_ in {"poss", "compound"} for c in word.children)
    if subject.dep_ != "nsubj" or any(child.dep_ in _IDLE for child in word.children):
        return False
    falling = word.lemma_ == "fall" and any(child.lower_ in _FALLING for child in word.children)
    return falling or word.lemma_ in _FAILING


def _is_shut(word: Token) -> bool:
    """Whether a word says that what is kept so is shut, or kept from a place ("kept it *out* of the town")."""
    away = word.lower_ in {"out", "off", "away"} and word.dep_ in {"prep", "advmod", "prt"}
    return word.lower_ in SHUT and (away or word.dep_ in _COMPLEMENTS)


def _is_hostile(word: Token) -> bool:
    """Whether a word already turns round what the "against" behind it names (but "put *in* the appeal against")."""
    return word.lemma_ in _HOSTILE and word.pos_ in {"NOUN", "VERB"}


def is_gone(verb: Token) -> bool:
    """Whether what a bare "go" is said of ends ("the ban must *go*"; but "go ahead", "go to court")."""
    behind = (child for child in verb.children if child.i > verb.i)
    return verb.lemma_ == "go" and not any(c.dep_ not in {"punct", "npadvmod", "cc", "conj"} for c in behind)


def _leaves_as_it_is(verb: Token) -> bool:
    """Whether a verb says what its object is made of or where it stays ("*leave* the rules unchanged")."""
    return verb.lemma_ == "leave" and (
        verb.tag_ in {"VBN", "VBD"} or any(child.dep_ in _COMPLEMENTS for child in verb.children)
    )
