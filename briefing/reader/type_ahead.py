"""Keys that come while the screen is changing, from a fast typist or a paste; kept and given on in their order.

An action that asks for a line or opens a list takes a moment until the line or list has the keyboard. Without this, the
keys that follow would do something else, or get lost.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from textual import events

LONGEST = 0.5
"""Seconds after which keys are no longer kept: an action that takes longer must not hold up reading."""


class TypeAhead:
    """One for the whole app.

    Args:
        give: hands a key to whoever has the keyboard now.
    """

    def __init__(self, give: Callable[[events.Key], object]) -> None:
        self._give = give
        self._held: list[events.Key] = []
        self._since: float | None = None

    @property
    def holds(self) -> bool:
        """Whether keys are kept: the screen is changing, or earlier keys are still here, which no key may overtake."""
        return bool(self._held) or self._is_changing

    def begin(self) -> None:
        """The screen begins to change."""
        self._since = monotonic()

    def hold(self, event: events.Key) -> None:
        """Keep a key; where the longest time is over, all keys go on at once."""
        self._held.append(event)
        self.release_late()

    def release_late(self) -> None:
        """Give on what is still kept after the longest time."""
        if self._held and not self._is_changing:
            self.release()

    def release(self) -> None:
        """The screen is ready: give all keys on, in the order in which they were typed.

        On their way to here some may have overtaken others, because they were meant for different widgets.
        """
        self._since = None
        held, self._held = sorted(self._held, key=lambda event: event.time), []
        for event in held:
            self._give(events.Key(event.key, event.character))

    @property
    def _is_changing(self) -> bool:
        return self._since is not None and monotonic() - self._since < LONGEST
