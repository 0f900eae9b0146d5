"""A TOML file of words and names in, ours or a team's; its tables, once they have been checked, out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefing.errors import ConfigurationError
from briefing.settings.toml_file import read_toml

KINDS = {"person", "organization", "country", "bloc", "group"}
TABLES = {
    "nouns", "synonyms", "names", "ambiguous", "context", "descriptions", "pairs", "sources", "titles",
    "country", "bloc", "body", "actor",
}  # fmt: skip
FIELDS = {
    "country": {"code", "name", "names", "people", "demonym", "capital", "capitals", "seats"},
    "bloc": {"name", "names", "seats", "adjectives"},
    "body": {"name", "names", "country"},
    "actor": {"name", "names", "kind", "role", "affiliation"},
}
"""What may stand in the tables of those who act."""
SEVERAL = {"names", "people", "capitals", "seats", "adjectives"}
"""The fields that hold a list."""


def read_dictionary(path: Path) -> dict[str, Any]:
    """The tables of a file.

    Raises:
        ConfigurationError: it cannot be read, or has a table or value that nobody reads; the message names the line.
    """
    table, text = read_toml(path, advice="check the file")
    _check(path, table, text)
    return table


def _check(path: Path, table: dict[str, Any], text: str) -> None:
    """Raise a ConfigurationError that names file and line if the table has something that nobody reads."""
    lines = text.splitlines()

    def line_of(word: str) -> int:
        return next((n for n, line in enumerate(lines, 1) if word in line), 1)

    for name, value in table.items():
        if name not in TABLES:
            raise ConfigurationError(
                f"{path}, line {line_of(name)}: nobody reads the table '{name}'; use one of {', '.join(sorted(TABLES))}"
            )
        if name in FIELDS:
            for record in value if isinstance(value, list) else [value]:
                if not isinstance(record, dict) or not (record.get("name") or record.get("code")):
                    raise ConfigurationError(f"{path}, line {line_of(f'[[{name}]]')}: each [[{name}]] needs a name")
                if name == "actor" and record.get("kind") not in KINDS:
                    raise ConfigurationError(
                        f"{path}, line {line_of(str(record['name']))}: the kind of '{record['name']}' must be one of "
                        f"{', '.join(sorted(KINDS))}"
                    )
                for field, content in record.items():
                    place = f"{path}, line {line_of(field)}: "
                    if field not in FIELDS[name]:
                        known = ", ".join(sorted(FIELDS[name]))
                        raise ConfigurationError(f"{place}nobody reads '{field}' in [[{name}]]; use one of {known}")
                    if field in SEVERAL and not _are_texts(content):
                        raise ConfigurationError(f"{place}{field} must be a list of names in quotation marks")
                    if field not in SEVERAL and not isinstance(content, str):
                        raise ConfigurationError(f"{place}{field} must be text in quotation marks")
        elif not isinstance(value, dict) or not all(isinstance(words, str) for words in value.values()):
            raise ConfigurationError(f"{path}, line {line_of(name)}: [{name}] holds lists of words in quotation marks")


def _are_texts(content: object) -> bool:
    return isinstance(content, list) and all(isinstance(one, str) for one in content)
