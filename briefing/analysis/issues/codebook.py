"""Codebook files of the user in; the issues that she wants to see out.

TOML: one `[[issue]]` table for each, with `label`, `keywords` and, if wanted, `description`. CSV as Taguette writes it:
a line with column names, among them `tag` (or `label`), `description`, and `keywords` separated by semicolons; without
keywords the words of the tag itself count.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import tomli

from briefing.errors import ConfigurationError


@dataclass(frozen=True, slots=True)
class CodebookIssue:
    """One issue of a codebook."""

    label: str
    keywords: tuple[str, ...]
    description: str = ""

    def matches(self, words: str) -> bool:
        """Whether one of the keywords stands in the words; "*" at its end leaves the ending open."""
        return any(_pattern(keyword).search(words) for keyword in self.keywords)


def read_codebooks(paths: Iterable[str | Path]) -> tuple[CodebookIssue, ...]:
    """All issues of all files, in their order.

    Raises:
        ConfigurationError: a file cannot be read or is no codebook; the message names file and line.
    """
    return tuple(issue for path in paths for issue in _read(Path(path)))


def _read(path: Path) -> Iterator[CodebookIssue]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be read ({error.strerror or error}); check the path") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ConfigurationError(f"{path}:{line}: not UTF-8 text; save the file as UTF-8") from error
    if path.suffix.casefold() == ".csv":
        yield from _from_csv(path, text)
    else:
        yield from _from_toml(path, text)


def _from_toml(path: Path, text: str) -> Iterator[CodebookIssue]:
    try:
        data = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise ConfigurationError(f"{path}: no valid TOML ({error}); correct the codebook") from error
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.strip() == "[[issue]]"]
    entries = data.get("issue")
    if not isinstance(entries, list) or set(data) != {"issue"}:
        raise ConfigurationError(f"{path}:1: a codebook holds [[issue]] tables and nothing else")
    for number, entry in enumerate(entries):
        line = lines[number] if number < len(lines) else 1
        unknown = sorted(set(entry) - {"label", "description", "keywords"})
        if unknown:
            raise ConfigurationError(f"{path}:{line}: {unknown[0]} is unknown; use label, description and keywords")
        label, keywords = entry.get("label"), entry.get("keywords", [])
        if not isinstance(label, str) or not label.strip():
            raise ConfigurationError(f"{path}:{line}: this issue needs a label")
        if not isinstance(keywords, list) or not all(isinstance(k, str) and k.strip("* ") for k in keywords):
            raise ConfigurationError(f"{path}:{line}: keywords must be a list of words")
        yield CodebookIssue(label, tuple(keywords) or (label,), str(entry.get("description", "")))


def _from_csv(path: Path, text: str) -> Iterator[CodebookIssue]:
    rows = csv.DictReader(io.StringIO(text))
    name = next((column for column in ("tag", "label") if column in (rows.fieldnames or ())), None)
    if name is None:
        raise ConfigurationError(f"{path}:1: the first line must name the columns, one of them tag or label")
    for row in rows:
        label = (row.get(name) or "").strip()
        if not label:
            raise ConfigurationError(f"{path}:{rows.line_num}: this line has no {name}")
        keywords = tuple(word.strip() for word in (row.get("keywords") or "").split(";") if word.strip("* "))
        yield CodebookIssue(label, keywords or (label,), (row.get("description") or "").strip())


def _pattern(keyword: str) -> re.Pattern[str]:
    ending = "" if keyword.endswith("*") else r"(?!\w)"
    return re.compile(r"(?<!\w)" + re.escape(keyword.rstrip("*")) + ending, re.IGNORECASE)
