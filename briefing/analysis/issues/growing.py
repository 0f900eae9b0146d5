"""Labels of the issues found so far, the issue of each statement and explicit targets in; further issues out.

Many matters of an article are spoken of once or twice only ("asked for an exemption", "wants the discounts to be
published"). They found no issue by the number of their words, and under the issue of their neighbours the demand for
them would be read as a side in another dispute. So a target whose nouns no label holds becomes an issue of its own,
while there is room, the most spoken of first; other statements that name it and not their own issue's label come along.
A target for which there is no room stays without an issue, unless it shares a word with the label of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from briefing.analysis.issues.concepts import ConceptTable
from briefing.analysis.issues.targets import Target
from briefing.analysis.issues.words import label_stems

MOST = 8
"""Issues in the end: more columns than that nobody compares."""
WIDEST = 12
"""Issues from which on no further ones grow: more than in the end, because some of them are one matter."""
_NEARBY = 0.5
"""What a statement counts whose sentence names the target, beside 1 for one whose content does."""


@dataclass(frozen=True, slots=True)
class Grown:
    """Issues after growth, the new ones last."""

    issue: tuple[int, ...]
    """Issue of each statement; -1 for none."""
    targets: tuple[Target, ...]
    """What each new issue grew out of."""


def grow_issues(
    table: ConceptTable,
    labels: Sequence[str],
    issue: Sequence[int],
    targets: Sequence[Target],
    actors: Collection[str],
    room: int,
) -> Grown:
    """Give targets that no issue is named after an issue of their own, and others the issue of their name.

    Args:
        labels: of the issues found so far.
        issue: place of each statement's issue in them; -1 for none.
        actors: stems of the words in names of actors; that both name Ukraine makes two matters no one matter.
        room: how many issues may be added.
    """
    nouns = frozenset(table.stems) - frozenset(actors)
    named = [label_stems(label) & nouns for label in labels]
    place = list(issue)
    free: list[Target] = []
    for target in targets:
        same = next((n for n, label in enumerate(labels) if says_the_same(target.label, label)), None)
        if same is not None:
            place[target.statement] = same
        elif not any((target.core & nouns) <= stems for stems in named):
            free.append(target)
    room = max(room, 0)
    groups = _most_spoken_of(table, _by_matter(free))
    for target in (target for group in groups[room:] for target in group):
        current = place[target.statement]
        if current >= 0 and not table.content_names(target.statement, named[current]):
            place[target.statement] = -1
    groups = groups[:room]
    for number, group in enumerate(groups, len(labels)):
        for statement in np.flatnonzero(table.in_content[group[0].concept]).tolist():
            current = place[statement]
            if current < 0 or (current < len(named) and not table.content_names(statement, named[current])):
                place[statement] = number
    for number, group in enumerate(groups, len(labels)):
        for target in group:
            place[target.statement] = number
    return Grown(tuple(place), tuple(group[0] for group in groups))


def says_the_same(label: str, other: str) -> bool:
    """Whether two labels have the same words of content, or one has all of the other's ("patrols", "joint patrols")."""
    stems, others = label_stems(label), label_stems(other)
    return bool(stems and others) and (stems <= others or stems >= others)


def _by_matter(targets: Sequence[Target]) -> list[list[Target]]:
    """Targets whose labels say the same together, in the order of the text."""
    groups: list[list[Target]] = []
    for target in targets:
        same = next((group for group in groups if says_the_same(target.label, group[0].label)), None)
        if same is None:
            groups.append([target])
        else:
            same.append(target)
    return groups


def _most_spoken_of(table: ConceptTable, groups: list[list[Target]]) -> list[list[Target]]:
    """The groups of targets by how many statements name their concept; earlier ones first."""
    spoken = table.in_content.sum(1) + _NEARBY * table.in_sentence.sum(1)
    return sorted(groups, key=lambda group: (-spoken[group[0].concept], group[0].statement))
