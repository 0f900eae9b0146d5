"""The beginning of a path in; how the path may go on out, for Tab in the line that asks for a file."""

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

    async def get_suggestion(self, value: str) -> str | None:
        """The first file or folder, by name, that begins with what was typed."""
        if not value or "://" in value:
            return None
        typed = Path(value).expanduser()
        parent, beginning = (typed, "") if value.endswith("/") else (typed.parent, typed.name)
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
                return value[: len(value) - len(beginning)] + names[0]
        return None
