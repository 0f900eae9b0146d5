"""Where she has been: places in the order she left them, with a way back and forward, as in a browser."""

from __future__ import annotations

from msgspec import Struct, field

LONGEST = 100


class Place(Struct, frozen=True):
    """What is needed to stand again where she stood."""

    pane: str
    offset: int
    """Character at the top of the article pane."""
    stakeholder: str | None = None
    statement: str | None = None


class Trail(Struct):
    """The places before and after the present one."""

    behind: list[Place] = field(default_factory=list)
    ahead: list[Place] = field(default_factory=list)

    def leave(self, place: Place) -> None:
        """Remember the place that is left by a jump; what was ahead is forgotten."""
        if not self.behind or self.behind[-1] != place:
            self.behind.append(place)
            del self.behind[:-LONGEST]
        self.ahead.clear()

    def back(self, present: Place) -> Place | None:
        """The place before the present one."""
        if not self.behind:
            return None
        self.ahead.append(present)
        return self.behind.pop()

    def forward(self, present: Place) -> Place | None:
        """The place that was left by going back."""
        if not self.ahead:
            return None
        self.behind.append(present)
        return self.ahead.pop()
