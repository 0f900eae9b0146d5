"""Labels of the issues found so far, the issue of each statement and explicit targets in; further issues out.

Many matters of an article are spoken of once or twice only ("asked for an exemption", "wants the discounts to be
published"). They found no issue by the number of their words, and under the issue of their neighbours the demand for
them would be read as a side in another dispute. So a target that shares no word with the label of its statement's issue
becomes an issue of its own, while there is room, the most spoken of first; other statements that name it and not their
own issue's label come along.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from briefing.analysis.issues.concepts import ConceptTable
from briefing.analysis.issues.targets import Target
from briefing.analysis.issues.words import label_stems, stem

MOST = 8
"""Issues from which on no further ones grow: more columns than that nobody compares."""
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
    """Give targets that no issue is named after an issue of their own.

    Args:
        labels: of the issues found so far.
        issue: place of each statement's issue in them; -1 for none.
        actors: stems of the words in names of actors; that both name Ukraine makes two matters no one matter.
        room: how many issues may be added.
    """
    columns = table.columns
    nouns = frozenset(table.stems) - frozenset(actors)
    named = [label_stems(label) & nouns for label in labels]
    words = [frozenset(stem(columns.text[token]) for token in content) for content in table.contents]
    free: dict[int, list[Target]] = {}
    for target in targets:
        if not any(words[target.statement] & stems for stems in named):
            free.setdefault(target.concept, []).append(target)
    spoken = table.in_content.sum(1) + _NEARBY * table.in_sentence.sum(1)
    chosen = sorted(free, key=lambda concept: (-spoken[concept], free[concept][0].statement))[: max(room, 0)]
    place = list(issue)
    for number, concept in enumerate(chosen, len(labels)):
        for statement in np.flatnonzero(table.in_content[concept]).tolist():
            current = place[statement]
            if not 0 <= current < len(named) or not words[statement] & named[current]:
                place[statement] = number
        for target in free[concept]:
            place[target.statement] = number
    return Grown(tuple(place), tuple(free[concept][0] for concept in chosen))
