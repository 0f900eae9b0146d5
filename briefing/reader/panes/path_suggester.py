"""The beginning of a path in; how the path may go on out, for Tab and the arrows in the line that asks for a file."""

from __future__ import annotations

from pathlib import Path

from textual.suggester import Suggester


class PathSuggester(Suggester):
    """Completes paths from the present folder, and from a second one where nothing fits there.

    Args:
        folder: the second folder, usually that of the open article.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._folders = (Path(), folder)
        self._typed = ""
        """What she typed herself, while she looks through what begins with it."""
        self._offered = ""
        """What stands in the line instead."""

    async def get_suggestion(self, value: str) -> str | None:
        """The first file or folder, by name, that begins with what was typed."""
        return self.first(value)

    def first(self, value: str) -> str | None:
        """The same at once, for keys that come faster than what is proposed."""
        return next(iter(self._candidates(value)), None) if value else None

    def other(self, value: str, step: int) -> str:
        """The next of the paths that begin with what was typed, or the one before; after the last what was typed."""
        if value != self._offered:
            self._typed = value
        choices = [self._typed, *self._candidates(self._typed)]
        index = choices.index(value) if value in choices else 0
        self._offered = choices[(index + step) % len(choices)]
        return self._offered

    def _candidates(self, value: str) -> list[str]:
        """Files and folders by name; those of the second folder where the present one has none."""
        if "://" in value:
            return []
        typed = Path(value).expanduser()
        parent, beginning = (typed, "") if value.endswith("/") or not value else (typed.parent, typed.name)
        for folder in self._folders:
            try:
                names = sorted(
                    entry.name + ("/" if entry.is_dir() else "")
                    for entry in (folder / parent).iterdir()
                    if entry.name.startswith(beginning) and (beginning or not entry.name.startswith("."))
                )
            except OSError:
                continue
            if names:
                return [value[: len(value) - len(beginning)] + name for name in names]
        return []
