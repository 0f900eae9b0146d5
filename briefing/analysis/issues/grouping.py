"""Profiles of the attributions in; groups that speak about the same matter out.

Greedy covering: the concept that most statements and most holders speak about founds a group, then the next among the
statements that are left. The others join the group whose words they share, or that of the statement before them in the
same paragraph. What fits nothing stays without a group. Deterministic: ties are broken by the order of the text.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from briefing.analysis.issues.profile import Profile, cosine, is_content, mean
from briefing.analysis.issues.words import stem

MOST = 8
ENOUGH = 4
FEWEST_STATEMENTS = 3
"""A group that fewer statements speak about is none, as soon as there are enough; until then two do."""
NONE = 0.25
"""How well a statement fits no group at all; a group must fit better, alone or together with its neighbours."""
STAY = 0.05
STAY_IN_PARAGRAPH = 0.2
"""What it adds to stay with the matter of the statement before, in another and in the same paragraph."""
ROUNDS = 2
NAMED = 0.3
"""What it adds that a statement names the concept that founded the group."""
PRIOR = 0.05
"""What the size of a group adds (times its logarithm): most statements are about the main matters."""
TITLE_BONUS = 1.5
"""What a concept of the title or a heading counts more."""


@dataclass(slots=True)
class Group:
    """Statements about one matter."""

    concept: str
    """The stem that founded the group."""
    members: list[int] = field(default_factory=list)
    """Indices of the profiles."""


def group_statements(doc: Doc, profiles: Sequence[Profile]) -> tuple[list[Group], dict[int, int]]:
    """The groups, the largest first, and the group of each profile that has one."""
    groups = _found_groups(doc, profiles)
    if not groups:
        return [], {}
    assigned = {index: number for number, group in enumerate(groups) for index in group.members}
    for _ in range(ROUNDS):
        centres = [
            mean(profiles[i].vector for i, n in assigned.items() if n == number) for number in range(len(groups))
        ]
        assigned = _best_sequence(profiles, _likeness(profiles, groups, centres))
    return _ordered(groups, assigned)


def _found_groups(doc: Doc, profiles: Sequence[Profile]) -> list[Group]:
    headings = _heading_stems(doc)
    left = set(range(len(profiles)))
    groups: list[Group] = []
    while len(groups) < MOST:
        needed = FEWEST_STATEMENTS if len(groups) >= ENOUGH else 2
        speakers: dict[str, set[str]] = {}
        count: Counter[str] = Counter()
        for index in sorted(left):
            for concept in profiles[index].founding:
                count[concept] += 1
                speakers.setdefault(concept, set()).update(profiles[index].attribution.holders)
        scores = {
            concept: number * math.log(2 + len(speakers[concept])) * (TITLE_BONUS if concept in headings else 1.0)
            for concept, number in count.items()
            if number >= needed
        }
        if not scores:
            break
        best = max(sorted(scores), key=lambda concept: scores[concept])
        members = [index for index in sorted(left) if best in profiles[index].concepts]
        groups.append(Group(best, members))
        left -= set(members)
    return groups


def _likeness(
    profiles: Sequence[Profile], groups: Sequence[Group], centres: Sequence[dict[str, float]]
) -> list[list[float]]:
    """For each statement how well it fits each group; the last column is how well it fits none."""
    table = []
    for profile in profiles:
        row = [
            cosine(profile.vector, centre)
            + NAMED * (group.concept in profile.concepts)
            + PRIOR * math.log(1 + len(group.members))
            for group, centre in zip(groups, centres, strict=True)
        ]
        table.append([*row, NONE])
    return table


def _best_sequence(profiles: Sequence[Profile], likeness: list[list[float]]) -> dict[int, int]:
    """The sequence of groups that fits best, where staying with a matter counts for itself (Viterbi's algorithm).

    Neighbouring statements mostly speak about the same matter, those of one paragraph nearly always.
    """
    states = range(len(likeness[0]))
    none = len(likeness[0]) - 1
    score = list(likeness[0])
    back: list[list[int]] = []
    for index in range(1, len(profiles)):
        same = profiles[index].block == profiles[index - 1].block
        stay = STAY_IN_PARAGRAPH if same else STAY
        best = max(states, key=lambda state: (score[state], -state))
        origins = [state if score[state] + stay * (state != none) >= score[best] else best for state in states]
        score = [
            score[origin] + stay * (origin == state != none) + likeness[index][state]
            for state, origin in zip(states, origins, strict=True)
        ]
        back.append(origins)
    state = max(states, key=lambda state: (score[state], -state))
    path = [state]
    for origins in reversed(back):
        state = origins[state]
        path.append(state)
    path.reverse()
    return {index: state for index, state in enumerate(path) if state != none}


def _ordered(groups: list[Group], assigned: dict[int, int]) -> tuple[list[Group], dict[int, int]]:
    size = Counter(assigned.values())
    order = sorted((n for n in size), key=lambda n: (-size[n], n))
    place = {number: new for new, number in enumerate(order)}
    result = [Group(groups[n].concept, sorted(i for i, m in assigned.items() if m == n)) for n in order]
    return result, {index: place[number] for index, number in sorted(assigned.items())}


def _heading_stems(doc: Doc) -> frozenset[str]:
    return frozenset(_stems_in(doc, ((b.start, b.end) for b in doc._.briefing_blocks if b.kind == "heading")))


def _stems_in(doc: Doc, areas: Iterable[tuple[int, int]]) -> Iterable[str]:
    for start, end in areas:
        span = doc.char_span(start, end, alignment_mode="contract")
        for token in span or ():
            if is_content(token):
                yield stem(token.text)
