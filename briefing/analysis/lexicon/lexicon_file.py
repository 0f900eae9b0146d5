"""A TOML file of words in; its values, once they have been checked, out.

A wrong file is a `ConfigurationError` that names the file and the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import ConfigurationError
from briefing.settings.toml_file import read_toml


@dataclass(frozen=True, slots=True)
class LexiconFile:
    """One parsed TOML file with its text."""

    path: Path
    text: str
    data: dict[str, Any]

    @classmethod
    def read(cls, path: Path, keys: Set[str] | None = None) -> LexiconFile:
        """Read a file that must have just these keys; any, where none are given.

        Raises:
            ConfigurationError: the file cannot be read, is no TOML, or has other keys.
        """
        data, text = read_toml(path, advice="install briefing again")
        file = cls(path, text, data)
        if keys is not None:
            file.only(file.data, keys)
            for key in sorted(keys - file.data.keys()):
                raise file.error("", f"{key} is missing; add it")
        return file

    def only(self, entry: Mapping[str, Any], known: Set[str], what: str = "key") -> None:
        """Check that an entry has no other keys; `what` they are is said of one that it has."""
        for key in entry:
            if key not in known:
                raise self.error(key, f"{what} {key!r} is unknown; use one of {', '.join(sorted(known))}")

    def choice(self, entry: Mapping[str, Any], key: str, choices: Iterable[str] | None) -> Any:
        """A value that must be one of the choices; any word, where none are given."""
        value = entry.get(key)
        if not isinstance(value, str) or (choices is not None and value not in choices):
            wanted = "a word" if choices is None else f"one of {', '.join(choices)}"
            raise self.error(str(value if value is not None else key), f"{key} must be {wanted}, not {value!r}")
        return value

    def words(self, entry: Mapping[str, Any], key: str) -> list[str]:
        """A value that must be a list of phrases."""
        words = entry.get(key)
        if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
            raise self.error(key, f"{key} must be a list of phrases")
        return words

    def error(self, needle: str, message: str) -> ConfigurationError:
        """An error that names the first line with some words."""
        lines = self.text.splitlines()
        number = next((n for n, line in enumerate(lines, 1) if needle in line and not line.startswith("#")), 1)
        return ConfigurationError(f"{self.path}:{number}: {message}")
