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
FEWEST_STATEMENTS = 3
"""A group that fewer statements speak about is none."""
JOIN = 0.10
"""Similarity from which on a statement joins a group."""
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
    seeds = {index: number for number, group in enumerate(groups) for index in group.members}
    for _ in range(2):
        centres = [mean(profiles[i].vector for i, n in seeds.items() if n == number) for number in range(len(groups))]
        seeds = _assign(profiles, groups, centres)
    return _ordered(groups, _carry_on(profiles, seeds))


def _found_groups(doc: Doc, profiles: Sequence[Profile]) -> list[Group]:
    headings = _heading_stems(doc)
    left = set(range(len(profiles)))
    groups: list[Group] = []
    needed = min(FEWEST_STATEMENTS, max(1, len(profiles) // 4))
    while len(groups) < MOST:
        speakers: dict[str, set[str]] = {}
        count: Counter[str] = Counter()
        for index in sorted(left):
            for concept in profiles[index].concepts:
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


def _assign(profiles: Sequence[Profile], groups: Sequence[Group], centres: list[dict[str, float]]) -> dict[int, int]:
    """Each statement to the nearest centre; a statement that names the founding concept needs no other likeness."""
    assigned = {}
    for index, profile in enumerate(profiles):
        best, number = max(
            (cosine(profile.vector, centre) + 0.3 * (groups[n].concept in profile.concepts), -n)
            for n, centre in enumerate(centres)
        )
        if best >= JOIN and not profile.pointing:
            assigned[index] = -number
    return assigned


def _carry_on(profiles: Sequence[Profile], assigned: dict[int, int]) -> dict[int, int]:
    """Statements without a group take that of the statement before (or else after) them in the same paragraph."""
    result = dict(assigned)
    for order in (range(len(profiles)), range(len(profiles) - 1, -1, -1)):
        last: dict[int, int] = {}
        for index in order:
            block = profiles[index].block
            if index in result:
                last[block] = result[index]
            elif block in last:
                result[index] = last[block]
    return result


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
