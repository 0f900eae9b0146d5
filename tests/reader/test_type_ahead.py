"""Keys that come while the screen is changing in; the same keys, in the order in which they were typed, out."""

from __future__ import annotations

import pytest
from fixtures import make_app
from textual import events

from briefing.reader import type_ahead
from briefing.reader.panes.prompt import Line
from briefing.reader.type_ahead import LONGEST, TypeAhead


class Clock:
    """A clock that a test sets."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(type_ahead, "monotonic", clock)
    return clock


def key(character: str, time: float = 0.0) -> events.Key:
    event = events.Key(character, character)
    event.time = time
    return event


def test_no_key_overtakes_one_that_is_still_held(clock: Clock) -> None:
    given: list[str] = []
    keys = TypeAhead(lambda event: given.append(event.key))
    keys.begin()
    keys.hold(key("a", 1.0))
    clock.now += LONGEST + 0.1
    assert keys.holds
    keys.hold(key("b", 2.0))
    assert given == ["a", "b"]
    assert not keys.holds


def test_keys_are_given_on_in_the_order_in_which_they_were_typed(clock: Clock) -> None:
    given: list[str] = []
    keys = TypeAhead(lambda event: given.append(event.key))
    keys.begin()
    for event in (key("b", 2.0), key("a", 1.0), key("c", 3.0)):
        keys.hold(event)
    keys.release()
    assert given == ["a", "b", "c"]


def test_nothing_is_held_when_nothing_changes(clock: Clock) -> None:
    keys = TypeAhead(lambda event: None)
    assert not keys.holds
    keys.begin()
    assert keys.holds
    clock.now += LONGEST + 0.1
    assert not keys.holds


async def test_a_held_key_reaches_the_line_before_the_next_one_from_the_keyboard() -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("slash")
        line = app.reading.prompt.query_one(Line)
        app.type_ahead.begin()
        app.type_ahead.hold(key("f", 1.0))
        app.type_ahead.release()
        line.post_message(key("e", 2.0))
        await pilot.pause()
        assert line.value == "fe"
