"""Given mentions read from left to right, the entities come back by how lately they were mentioned before a place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.coreference.entity import Entity, Reference
from briefing.analysis.coreference.recency import Recency

places = st.integers(min_value=0, max_value=30)


def entity(*firsts: int) -> Entity:
    references = [Reference(first, first + 1, first, "name") for first in sorted(firsts)]
    return Entity(kind="person", gender="unknown", number="singular", named=True, references=references)


def by_search(entities: list[Entity], token: int) -> list[tuple[Entity, int]]:
    """What a look at all entities gives."""
    found = [(each, last.first) for each in entities if (last := each.before(token)) is not None]
    return sorted(found, key=lambda pair: -pair[1])


def test_the_latest_comes_first_and_what_follows_does_not_count() -> None:
    ana, bo, cleo = entity(1, 9), entity(4), entity(7)
    recency = Recency([ana, bo, cleo])
    assert list(recency.before(6)) == [(bo, 4), (ana, 1)]
    assert list(recency.before(10)) == [(ana, 9), (cleo, 7), (bo, 4)]


def test_of_two_mentioned_at_one_place_the_one_met_first_comes_first() -> None:
    ana, bo = entity(3), entity(3)
    assert [each for each, _ in Recency([ana, bo]).before(5)] == [ana, bo]


def test_who_is_forgotten_does_not_come_back() -> None:
    ana, described = entity(1), entity()
    recency = Recency([ana])
    recency.mention(described, 2)
    recency.forget(described)
    assert list(recency.before(5)) == [(ana, 1)]


@given(
    names=st.lists(st.lists(places, min_size=1, max_size=4), max_size=6),
    mentions=st.lists(st.tuples(st.integers(min_value=0, max_value=8), places, st.integers(0, 2)), max_size=12),
)
def test_the_order_is_that_of_a_look_at_all_entities(
    names: list[list[int]], mentions: list[tuple[int, int, int]]
) -> None:
    entities = [entity(*firsts) for firsts in names]
    recency = Recency(entities)
    for number, head, width in sorted(mentions, key=lambda mention: mention[1]):
        first = max(head - width, 0)  # "her party" begins before "her" has been read
        assert list(recency.before(first)) == by_search(entities, first)
        if number >= len(entities):
            entities.append(entity())
        meant = entities[min(number, len(entities) - 1)]
        meant.add(Reference(first, head + 1, head, "nominal"))
        recency.mention(meant, first)
    assert list(recency.before(40)) == by_search(entities, 40)
