"""A TOML file in; its contents out, and the line on which a key stands, so that messages can name it.

tomli reports lines only for syntax errors. A wrong key or type is found later, in the parsed table; `line_of` goes
back to the text for it. Used for the configuration and for every other TOML file that a person writes. Hardly ever is
something wrong, so the expressions for it are compiled when they are first needed.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import tomli

from briefing.errors import ConfigurationError

_HEADER = r"\s*\[\[?(?P<name>[^\]]+)\]\]?\s*(?:#.*)?$"
_PART = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
_KEY = rf"\s*(?P<name>{_PART}(?:\s*\.\s*{_PART})*)\s*="


def read_toml(path: Path, advice: str = "") -> tuple[dict[str, Any], str]:
    """The parsed table of a TOML file, and its text.

    Args:
        path: of the file.
        advice: what to do where it cannot be read, if anything can be said.

    Raises:
        ConfigurationError: not readable, not UTF-8, or not TOML; the message names file and line.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise ConfigurationError(
            f"{path}: cannot be read ({error.strerror or error}){advice and f'; {advice}'}"
        ) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ConfigurationError(f"{path}, line {line}: not UTF-8 text; save the file as UTF-8") from error
    try:
        return tomli.loads(text), text
    except tomli.TOMLDecodeError as error:
        raise ConfigurationError(f"{path}{_line_of_syntax_error(error, text)}") from error


def line_of(text: str, key: str, table: str = "") -> int | None:
    """The line (from 1) on which a key of a table is set; None if it cannot be told.

    Args:
        text: a valid TOML document.
        key: the bare name of the key.
        table: dotted name of the table it stands in; empty for the top level.
    """
    wanted = [*(table.split(".") if table else []), key]
    inside: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if header := re.match(_HEADER, line):
            inside = _parts(header["name"])
            if inside == wanted:
                return number
        elif (found := re.match(_KEY, line)) and [*inside, *_parts(found["name"])][: len(wanted)] == wanted:
            return number
    return None


def place(path: Path | str, line: int | None) -> str:
    """How messages name a place in a file."""
    return f"{path}, line {line}" if line is not None else str(path)


def _parts(dotted: str) -> list[str]:
    return [part.strip("\"'") for part in re.findall(_PART, dotted)]


def _line_of_syntax_error(error: tomli.TOMLDecodeError, text: str) -> str:
    """tomli's message ends in "(at line 3, column 5)" or "(at end of document)"; put the line first."""
    message = str(error)
    found = re.search(r"\s*\(at line (\d+), column (\d+)\)$", message)
    if found:
        return f", line {found[1]}: not valid TOML: {message[: found.start()]} (column {found[2]})"
    return f", line {text.count(chr(10)) + 1}: not valid TOML: {message}"
