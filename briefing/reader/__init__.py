"""Articles in; a screen on which they are read, with who stands where, out.

Only `run` is for other rooms. It imports Textual when it is called, so that importing this package is cheap.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model import Article
    from briefing.settings import Settings


def run(sources: Sequence[str], settings: Settings, *, stdin_article: Article | None = None) -> int:
    """Open the reader and return the exit code when she leaves it.

    Args:
        sources: files and addresses; without any, and without `stdin_article`, the start screen is shown.
        settings: everything that can be chosen.
        stdin_article: what came through standard input.

    Raises:
        BriefingError: the first source cannot be read; nothing has been drawn then.
    """
    from briefing.reader.start import start

    return start(sources, settings, stdin_article)
