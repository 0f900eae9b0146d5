"""A parse in; the same with verbs for what the tagger took for adverbs out: "they back it", "Oslo and Bergen back it".

A word between a subject and an object is their verb. Where the sentence has no other one, the parser even hangs the
object on the subject.
"""

from __future__ import annotations

from collections.abc import Sequence

ADVERBS = frozenset({"ADV", "ADP"})
SUPPORTING = "back"
OBJECTS = frozenset({"dobj", "pobj"})
PLURALS = frozenset({"NNS", "NNPS"})


def read_adverbs_as_verbs(
    lower: Sequence[str],
    part: list[str],
    tag: list[str],
    relation: list[str],
    head: list[int],
    children: list[list[int]],
) -> None:
    """Make each such word a verb, in all columns."""
    for i, one in enumerate(part):
        if one not in ADVERBS:
            continue
        if _has_arguments(i, lower, relation, children):
            for c in children[i]:
                relation[c] = "dobj" if relation[c] == "pobj" else relation[c]
        elif (found := _object_beside(i, lower, tag, relation, head, children)) is not None:
            _raise(i, found, relation, head, children)
        elif (verb := _verb_behind(i, lower, relation, head, children)) is not None:
            children[head[i]].remove(i)
            children[verb] = sorted([*children[verb], i])
            head[i], relation[i] = verb, "conj"
            for c in children[i]:
                relation[c] = "dobj" if relation[c] == "pobj" else relation[c]
        else:
            continue
        part[i], tag[i] = "VERB", "VBP"


def _has_arguments(i: int, lower: Sequence[str], relation: Sequence[str], children: Sequence[list[int]]) -> bool:
    """Whether a subject and an object hang on a word; that of a preposition only counts below "back"."""
    relations = {relation[c] for c in children[i]}
    return "nsubj" in relations and ("dobj" in relations or (lower[i] == SUPPORTING and "pobj" in relations))


def _object_beside(
    i: int,
    lower: Sequence[str],
    tag: Sequence[str],
    relation: Sequence[str],
    head: Sequence[int],
    children: Sequence[list[int]],
) -> int | None:
    """The object of "back" that the parser hangs on the subject, in a sentence of which that is the top."""
    subject = head[i]
    if lower[i] != SUPPORTING or relation[i] != "advmod" or head[subject] != subject or subject > i:
        return None
    is_plural = tag[subject] in PLURALS or any(relation[c] == "conj" and c < i for c in children[subject])
    if not is_plural or not tag[subject].startswith("NN"):
        return None
    return next((c for c in children[subject] if c > i and relation[c] == "appos"), None)


def _verb_behind(
    i: int, lower: Sequence[str], relation: Sequence[str], head: Sequence[int], children: Sequence[list[int]]
) -> int | None:
    """The verb to which "and" joins a "back" with an object: "Oslo and Bergen back the plan and would like to pay"."""
    subject = head[i]
    if lower[i] != SUPPORTING or relation[i] != "advmod" or relation[subject] != "nsubj" or subject > i:
        return None
    joint = any(relation[c] == "cc" and i < c < head[subject] for c in children[subject])
    has_object = any(relation[c] in OBJECTS and c > i for c in children[i])
    return head[subject] if joint and has_object else None


def _raise(verb: int, found: int, relation: list[str], head: list[int], children: list[list[int]]) -> None:
    """Make a word the top of its sentence, with the old top for its subject and a word behind it for its object."""
    subject = head[verb]
    moved = [c for c in children[subject] if c > verb]
    children[subject] = [c for c in children[subject] if c < verb]
    children[verb] = sorted({subject, *children[verb], *moved})
    for c in moved:
        head[c] = verb
    head[subject], head[verb] = verb, verb
    relation[subject], relation[verb], relation[found] = "nsubj", "ROOT", "dobj"
