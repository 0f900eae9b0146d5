"""What an action is: an id for the configuration, keys, words for help and palette, and the function that runs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Literal

from msgspec import Struct

Where = Literal["everywhere", "article", "stakeholders", "positions", "list"]
"""The pane in which a key works. The same key may mean different things in different panes, never in one."""


class Action(Struct, frozen=True):
    """Something she can do.

    The docstring of `run` is the help text; so help, palette and key row never say what the code does not.
    """

    id: str
    """Name in the configuration: lower-case words joined by hyphens."""
    keys: str
    """Keys by default, with commas between; empty for what only the palette offers."""
    title: str
    """One to four words for the key row and the palette."""
    run: Callable[[Any], Awaitable[None] | None]
    where: Where = "everywhere"
    group: str = "Around"
    """Heading in the help."""
    is_shown: bool = False
    """Whether the key row has it where there is room."""
    name: str = ""
    """What the palette calls it, where the words of the key row are too short for a long list."""
    reaches_out: bool = False
    """Whether it reads, writes or runs what was not named at the start; a restricted reader has no such action."""

    @property
    def help(self) -> str:
        """A sentence on what it does."""
        return " ".join((self.run.__doc__ or self.title).split("\n\n")[0].split())
