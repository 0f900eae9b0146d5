"""A verb in; the tokens of whoever does what it says out, by the parse: subject, agent, or the head it describes."""

from __future__ import annotations

from briefing.analysis.attribution.parsing.labels import RELATIVES
from briefing.analysis.attribution.parsing.tokens import Tokens

CLIMB = frozenset({"conj", "xcomp", "advcl", "dep", "pcomp", "prep"})
NOBODY = frozenset({"no", "not", "none", "nobody", "neither", "few", "little", "hardly"})
STEPS = 4
"""Verbs up to which a subject is looked for ("he came and, smiling, said")."""


def source_of_verb(tokens: Tokens, verb: int) -> list[int]:
    """The verb's own agent or subject, else that of the verb it is joined to; empty if there is none.

    A relative pronoun gives way to the noun that it stands for; a relative clause at the end of a subject is left out.
    """
    joined = participle_before(tokens, verb)
    x = verb if joined is None else joined
    for _ in range(STEPS):
        agent = agent_of(tokens, x)
        subject = _subject(tokens, x)
        if agent is not None and subject is None:
            return tokens.subtree(agent)
        if subject is not None:
            if tokens.relation[x] == "relcl" and tokens.lower[subject] in RELATIVES:
                return [i for i in tokens.subtree(tokens.head[x], {x}) if i < verb]
            return tokens.subtree(subject, {c for c in tokens.children[subject] if tokens.relation[c] == "relcl"})
        if tokens.relation[x] == "acl":
            return [i for i in tokens.subtree(tokens.head[x], {x}) if i < verb]
        if tokens.relation[x] not in CLIMB or tokens.head[x] == x:
            return []
        x = tokens.head[x]
    return []


def participle_before(tokens: Tokens, verb: int) -> int | None:
    """The participle to which a bare one is joined, where the parser hung it on the finite verb between the two.

    In "the court allowed it, *holding* that the council had erred but *refusing* to help" the court refuses.
    """
    if tokens.relation[verb] != "conj" or not _is_bare_participle(tokens, verb):
        return None
    x = tokens.head[verb]
    while not _is_bare_participle(tokens, x):
        if tokens.head[x] == x or tokens.tag[x] == "VBG":  # "were *blocking*" has a subject of its own
            return None
        x = tokens.head[x]
    return x if x != tokens.head[verb] else None


def _is_bare_participle(tokens: Tokens, verb: int) -> bool:
    has_own = any(tokens.relation[c] in ("aux", "auxpass", "nsubj") for c in tokens.children[verb])
    return tokens.tag[verb] == "VBG" and tokens.part[verb] == "VERB" and not has_own


def _subject(tokens: Tokens, verb: int) -> int | None:
    """The subject; of two between which a semicolon stands the nearer, since the parser ran two sentences together."""
    subjects = [c for c in tokens.children[verb] if tokens.relation[c] == "nsubj"]
    if len(subjects) > 1 and subjects[1] < verb and ";" in tokens.words[subjects[0] : subjects[1]]:
        return subjects[1]
    return subjects[0] if subjects else _of_auxiliary(tokens, verb) or _joined_to_verb(tokens, verb)


def _of_auxiliary(tokens: Tokens, verb: int) -> int | None:
    """The subject that the parser hung on the auxiliary: "The firm had in earlier years opposed the tax"."""
    for auxiliary in tokens.children[verb]:
        if tokens.relation[auxiliary] == "aux" and auxiliary < verb:
            for c in tokens.children[auxiliary]:
                if tokens.relation[c] == "nsubj" and c < auxiliary:
                    return c
    return None


def _joined_to_verb(tokens: Tokens, verb: int) -> int | None:
    """The subject that the parser joined to the verb before: "Talks ended, and the chair, Ana Ruiz, said"."""
    first = tokens.head[verb]
    if tokens.relation[verb] != "conj" or tokens.part[first] != "VERB":
        return None
    nouns = [
        c
        for c in tokens.children[first]
        if first < c < verb and tokens.relation[c] == "conj" and tokens.part[c] in ("NOUN", "PROPN")
    ]
    joining = tokens.subtree(nouns[-1])[0] - 1 if nouns else -1
    is_clause = joining > 0 and tokens.lower[joining] in ("and", "but") and tokens.words[joining - 1] == ","
    return nouns[-1] if is_clause else None


def agent_of(tokens: Tokens, verb: int) -> int | None:
    """The noun after "by" that a passive verb names."""
    for c in tokens.children[verb]:
        if tokens.relation[c] == "agent":
            return next((g for g in tokens.children[c] if tokens.relation[g] == "pobj"), None)
    return None


def is_passive(tokens: Tokens, verb: int) -> bool:
    """Whether a verb is a passive, or a participle that describes what it is done to ("a plan backed by")."""
    if any(tokens.relation[c] in ("auxpass", "nsubjpass") for c in tokens.children[verb]):
        return True
    if _is_only_verb(tokens, verb):
        return False
    perfect = any(tokens.lemma[c] == "have" and tokens.relation[c] == "aux" for c in tokens.children[verb])
    return tokens.tag[verb] == "VBN" and not perfect and tokens.relation[verb] in ("acl", "advcl", "amod")


def _is_only_verb(tokens: Tokens, verb: int) -> bool:
    """Whether a verb that the parser hangs on a noun is the sentence's own: "Ruiz, who had left, asked in a letter"."""
    above = tokens.head[verb]
    return (
        tokens.relation[verb] == "acl"
        and tokens.relation[above] == "ROOT"
        and tokens.part[above] in ("NOUN", "PROPN")
        and verb > above + 1
        and tokens.words[verb - 1] == ","
        and any(tokens.relation[c] in ("relcl", "appos") and above < c < verb for c in tokens.children[above])
    )


def is_nobody(tokens: Tokens, source: list[int]) -> bool:
    """Whether a subject denies what its verb says: "not all members are on board", "few would pay"."""
    return bool(source) and tokens.lower[source[0]] in NOBODY
