"""The file `patterns.toml` in; for a line of text, the kind of line it is by its wording.

Bylines, datelines, captions and trailers ("read also", credits, invitations to subscribe) are known by set phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

import tomli
from msgspec import Struct

from briefing.errors import ConfigurationError

PATTERNS_FILE = Path(__file__).with_name("patterns.toml")

LineKind = Literal["byline", "dateline", "caption", "trailer"]


class LinePattern(Struct, frozen=True):
    """One kind of line: what it begins with, and how many words it has at most."""

    kind: LineKind
    words: int
    expression: re.Pattern[str]

    def matches(self, line: str, words: int) -> bool:
        """Whether the line of so many words, without white space at its edges, is of this kind."""
        return words <= self.words and len(line) <= 12 * self.words and bool(self.expression.match(line))


@lru_cache(maxsize=1)
def line_patterns() -> dict[LineKind, LinePattern]:
    """The patterns of the file, compiled once."""
    return read_patterns(PATTERNS_FILE.read_text(encoding="utf-8"), str(PATTERNS_FILE))


def read_patterns(toml: str, name: str) -> dict[LineKind, LinePattern]:
    """Compile the patterns of a TOML text.

    Raises:
        ConfigurationError: the text is no TOML, a table is missing or unknown, or an expression is wrong.
    """
    try:
        tables = tomli.loads(toml)
    except tomli.TOMLDecodeError as error:
        raise ConfigurationError(f"{name}: {error}") from error
    kinds: tuple[LineKind, ...] = get_args(LineKind)
    if set(tables) != set(kinds):
        raise ConfigurationError(f"{name}: needs the tables {', '.join(kinds)} and no others")
    return {kind: _compile(kind, tables[kind], toml, name) for kind in kinds}


def _compile(kind: LineKind, table: dict[str, object], toml: str, name: str) -> LinePattern:
    words, sources = table.get("words"), table.get("patterns")
    if not isinstance(words, int) or not isinstance(sources, list) or not all(isinstance(s, str) for s in sources):
        raise ConfigurationError(f"{name}: [{kind}] needs a number `words` and a list of strings `patterns`")
    try:
        return LinePattern(kind, words, re.compile("|".join(f"(?:{source})" for source in sources), re.IGNORECASE))
    except re.error as error:
        # Compiling takes long enough to be felt at the start, so each alone is only looked at when something is wrong.
        line, culprit, reason = next(_wrong_ones(sources, toml), (0, "all together", str(error)))
        raise ConfigurationError(f"{name}:{line}: not a regular expression ({reason}): {culprit}") from error


def _wrong_ones(sources: Iterable[str], toml: str) -> Iterator[tuple[int, str, str]]:
    """Line, text and fault of each expression that is wrong by itself."""
    for source in sources:
        try:
            re.compile(source, re.IGNORECASE)
        except re.error as error:
            yield next((n for n, text in enumerate(toml.splitlines(), 1) if source in text), 0), source, str(error)
