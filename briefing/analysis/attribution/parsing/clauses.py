"""A parse in; the same with two joined clauses told apart out: "Oslo backs the bridge and Bergen stopped the tunnel".

The parser tends to read "the bridge and Bergen" as one phrase, so that Bergen's deed had no subject, or the bridge for
one. But no finite verb follows an object right away: what stands between "and" and that verb is its own subject.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.parsing.labels import TENSED

NAMES = frozenset({"NNP", "NNPS", "NNS", "NN"})
JOINED = frozenset({"conj", "ccomp"})
"""What the parser takes the second verb for."""
OBJECTS = frozenset({"dobj", "pobj"})
STEPS = 4


def part_joined_clauses(tag: Sequence[str], relation: list[str], head: list[int], children: list[list[int]]) -> None:
    """Make the noun between "and" and a joined verb the subject of that verb, in all columns."""
    for verb, one in enumerate(relation):
        if one not in JOINED or tag[verb] not in TENSED or not tag[head[verb]].startswith("VB") or head[verb] > verb:
            continue
        if one == "ccomp" and _follows_and(verb, relation, head, children):
            relation[verb] = "conj"
            continue
        noun = verb - 1
        if (
            relation[noun] != "conj"
            or tag[noun] not in NAMES
            or "cc" not in [relation[c] for c in children[head[noun]]]
        ):
            continue
        first, above = head[noun], head[verb]
        subject = next((c for c in children[verb] if relation[c] == "nsubj" and c < verb), None)
        if subject is None and relation[first] in OBJECTS and _hangs_on(first, above, head):
            _hang(noun, verb, "nsubj", relation, head, children)
        elif subject is not None and subject == first and (gap := _without_object(above, subject, relation, children)):
            _hang(first, gap, "pobj", relation, head, children)
            relation[verb] = "conj"
            _hang(noun, verb, "nsubj", relation, head, children)


def _follows_and(verb: int, relation: Sequence[str], head: Sequence[int], children: Sequence[list[int]]) -> bool:
    """Whether a clause with a subject begins behind an "and" that joins nothing else to the object before it."""
    subject = next((c for c in children[verb] if relation[c] == "nsubj" and c < verb), None)
    if subject is None or children[verb][0] != subject:
        return False
    first = min([subject, *(c for c in children[subject] if c < subject)])
    while any(c < first for c in children[first]):
        first = children[first][0]
    joint = first - 1
    if joint < 0 or relation[joint] != "cc" or relation[head[joint]] not in OBJECTS:
        return False
    siblings = children[head[joint]]
    return _hangs_on(head[joint], head[verb], head) and all(relation[c] != "conj" for c in siblings)


def _hangs_on(token: int, above: int, head: Sequence[int]) -> bool:
    """Whether a token hangs on another one, directly or by a preposition."""
    for _ in range(STEPS):
        token = head[token]
        if token == above:
            return True
    return False


def _without_object(verb: int, before: int, relation: Sequence[str], children: Sequence[list[int]]) -> int | None:
    """The preposition of a verb ("voted for") to which the parser gave no object, before a token."""
    empty = (c for c in children[verb] if relation[c] == "prep" and not children[c] and verb < c < before)
    return next(empty, None)


def _hang(
    token: int, above: int, as_what: str, relation: list[str], head: list[int], children: list[list[int]]
) -> None:
    children[head[token]].remove(token)
    children[above].append(token)
    children[above].sort()
    head[token], relation[token] = above, as_what
