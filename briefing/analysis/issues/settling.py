"""Issues with their statements, and passages, in; the issue of each statement with regard to the passages out.

A statement whose sentence names its issue stays there. The others go by their passage: with the issue that its
statements name most. A passage in which hardly any statement names its issue is about something else: about the issue
whose label suits it best, or about a matter of its own, which becomes an issue while there is room. What is left
without an issue goes to the one that its own words name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass

from briefing.analysis.issues.concepts import ConceptTable
from briefing.analysis.issues.words import label_stems

FOREIGN = 1 / 3
"""A passage of whose statements no more name their issues is about something else."""
SMALLEST = 3
"""Statements that a passage must have to become an issue."""
_IN_CONTENT = 2
"""What a statement counts whose content names its issue, beside 1 for one whose sentence does."""

Passage = tuple[int, ...]
"""Places of statements in the table, in the order of the text."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a passage is about."""

    label: str
    known: int | None = None
    """Place of the label among those that there are already; none for a new one."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Issues after the passages were looked at, the new ones last."""

    issue: tuple[int, ...]
    """Issue of each statement; -1 for none."""
    labels: tuple[str, ...]
    """Of the new issues."""


def settle(
    table: ConceptTable,
    labels: Sequence[str],
    issue: Sequence[int],
    passages: Sequence[Passage],
    name: Callable[[Passage, Sequence[str]], Matter | None],
    room: int,
) -> Settled:
    """Let statements that name nothing of their issue follow their passage.

    Args:
        labels: of the issues found so far.
        issue: place of each statement's issue in them; -1 for none.
        name: what a passage is about, given the labels that there are; nothing if no label suits it.
        room: how many issues may be added.
    """
    named = [label_stems(label) for label in labels]
    votes = _votes(table, named, issue)
    place, new = list(issue), list[str]()
    wanted: dict[Passage, int] = {}
    for passage in _foreign(passages, votes):
        matter = name(passage, [*labels, *new])
        if matter is not None and matter.known is not None:
            wanted[passage] = matter.known
        elif matter is not None and len(new) < room:
            wanted[passage] = len(labels) + len(new)
            new.append(matter.label)
    for passage in passages:
        count = Counter[int]()
        for statement in passage:
            if votes[statement]:
                count[place[statement]] += votes[statement]
        most = wanted.get(passage, count.most_common(1)[0][0] if count else None)
        for statement in passage:
            if not votes[statement] and most is not None:
                place[statement] = most
    return Settled(_named_at_last(table, [*named, *map(label_stems, new)], place), tuple(new))


def _named_at_last(table: ConceptTable, named: Sequence[Set[str]], issue: Sequence[int]) -> tuple[int, ...]:
    """The issue of each statement, where one without any has the only issue that its content names.

    Args:
        named: the stems of each issue's label.
    """
    place = list(issue)
    for statement, number in enumerate(issue):
        if number < 0:
            able = [n for n, stems in enumerate(named) if table.content_names(statement, stems)]
            place[statement] = able[0] if len(able) == 1 else -1
    return tuple(place)


def _votes(table: ConceptTable, named: Sequence[Set[str]], issue: Sequence[int]) -> list[int]:
    """How much each statement speaks for its issue: 0 where neither content nor sentence names it."""
    columns = table.columns
    votes = []
    for statement, (number, content) in enumerate(zip(issue, table.contents, strict=True)):
        first, last = columns.sentence[content[0]], columns.sentence[content[-1]]
        ends = [*columns.sentence_start[last + 1 : last + 2], len(columns)]
        if number < 0:
            votes.append(0)
        elif table.content_names(statement, named[number]):
            votes.append(_IN_CONTENT)
        else:
            words = table.word_stems[columns.sentence_start[first] : ends[0]]
            votes.append(int(not named[number].isdisjoint(words)))
    return votes


def _foreign(passages: Sequence[Passage], votes: Sequence[int]) -> list[Passage]:
    """The passages that are about something else, those that name least of their issues and are longest first."""

    def share(passage: Passage) -> float:
        return sum(votes[statement] > 0 for statement in passage) / len(passage)

    several = [passage for passage in passages if len(passage) >= SMALLEST and share(passage) <= FOREIGN]
    return sorted(several, key=lambda passage: (share(passage), -len(passage), passage[0]))
