"""Mentions in, while a text is read from left to right; the entities by how lately they were mentioned out.

Names are known from the start, and count as mentioned once the place is reached at which somebody asks. So whoever
looks for the nearest few entities need not look at all of them, however many a long sentence names.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import islice

from briefing.analysis.coreference.entity import Entity


class Recency:
    """The entities of one document in the order of their last mentions."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = list(entities)
        self.numbers = {entity: number for number, entity in enumerate(self.entities)}
        """In which order the entities were met; of two that are mentioned at one place, the earlier met comes first."""
        self.names = sorted(
            (reference.first, number) for number, entity in enumerate(self.entities) for reference in entity.references
        )
        self.read = 0
        """How many of the names have been reached."""
        self.latest: dict[int, int] = {}
        """First token of the last mention of each entity, by number."""
        self.order: list[tuple[int, int]] = []
        """The same with the number turned negative, sorted."""

    def mention(self, entity: Entity, first: int) -> None:
        """Take note of a mention that begins at a token; the entity may be new."""
        number = self.numbers.setdefault(entity, len(self.entities))
        if number == len(self.entities):
            self.entities.append(entity)
        self._note(first, number)

    def forget(self, entity: Entity) -> None:
        """Leave out an entity without a name from now on."""
        number = self.numbers.pop(entity, None)
        if number is not None and number in self.latest:
            self._drop(number)

    def before(self, token: int) -> Iterator[tuple[Entity, int]]:
        """The entities mentioned before a token, the latest first, each with the first token of that mention."""
        while self.read < len(self.names) and self.names[self.read][0] < token:
            self._note(*self.names[self.read])
            self.read += 1
        place = len(self.order)
        while place and self.order[place - 1][0] >= token:
            place -= 1
        behind = (
            (self.entities[-number], first)
            for first, number in islice(reversed(self.order), len(self.order) - place, None)
        )
        if place == len(self.order):
            yield from behind
            return
        # Inside the phrase that begins at the token others may have been mentioned already ("her" in "her party").
        ahead = []
        for _, number in self.order[place:]:
            entity = self.entities[-number]
            if (last := entity.before(token)) is not None:
                ahead.append((entity, last.first))
        ahead.sort(key=self._rank)
        yield from merge(ahead, behind, key=self._rank)

    def _rank(self, mentioned: tuple[Entity, int]) -> tuple[int, int]:
        entity, first = mentioned
        return -first, self.numbers[entity]

    def _note(self, first: int, number: int) -> None:
        known = self.latest.get(number, -1)
        if first <= known:
            return
        if known >= 0:
            self._drop(number)
        self.latest[number] = first
        insort(self.order, (first, -number))

    def _drop(self, number: int) -> None:
        del self.order[bisect_left(self.order, (self.latest.pop(number), -number))]
