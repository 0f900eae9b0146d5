"""The name of a terminal in; the few facts of its terminfo entry that the screen depends on out.

The entries are read from the compiled files, whose layout is described in term(5) of ncurses. The `curses` module of
the standard library reads them too, but only one entry in the life of a process, and it is missing from some Pythons.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

SYSTEM_FOLDERS = (
    "/etc/terminfo",
    "/lib/terminfo",
    "/usr/share/terminfo",
    "/usr/lib/terminfo",
    "/usr/local/share/terminfo",
)

# Places of the capabilities within their sections, in the order of <term.h>.
BACK_COLOR_ERASE = 28
MAX_COLORS = 13
CHANGE_SCROLL_REGION = 3
CURSOR_ADDRESS = 10
ENTER_ALTERNATE_SCREEN = 28
ERASE_CHARS = 37
PARM_INDEX = 109

MAGIC_16_BIT = 0o432
MAGIC_32_BIT = 0o1036


class Entry(Struct, frozen=True):
    """What a terminfo entry says about the terminal."""

    colors: int
    """Number of colours; 0 for a monochrome terminal."""
    moves_cursor: bool
    """The cursor can be put anywhere (cup)."""
    scroll_region: bool
    """A part of the rows can be scrolled (csr)."""
    scrolls_many: bool
    """Several rows can be scrolled with one sequence (indn)."""
    erases_characters: bool
    """A number of cells can be erased in place (ech)."""
    alternate_screen: bool
    """There is a second screen that leaves the shell's text alone (smcup)."""
    erases_with_background: bool
    """Erased cells take the current background colour (bce)."""


def find(term: str, environment: Mapping[str, str]) -> Entry | None:
    """The entry of a terminal name, or None where no readable entry exists."""
    if not term or "/" in term or term.startswith("."):
        return None
    for folder in _folders(environment):
        for directory in (term[0], f"{ord(term[0]):x}"):
            try:
                return parse((folder / directory / term).read_bytes())
            except (OSError, ValueError):
                continue
    return None


def parse(data: bytes) -> Entry:
    """Read a compiled entry.

    Raises:
        ValueError: the bytes are not a compiled terminfo entry.
    """
    try:
        magic, names, flags, numbers, strings, _ = struct.unpack_from("<6H", data)
        if magic not in (MAGIC_16_BIT, MAGIC_32_BIT):
            raise ValueError("not a compiled terminfo entry")
        number_size = 2 if magic == MAGIC_16_BIT else 4
        flags_at = 12 + names
        numbers_at = flags_at + flags
        numbers_at += numbers_at % 2
        strings_at = numbers_at + numbers * number_size
        number_format = "<h" if number_size == 2 else "<i"

        def flag(index: int) -> bool:
            return index < flags and bool(data[flags_at + index] == 1)

        def number(index: int) -> int:
            if index >= numbers:
                return 0
            return max(0, int(struct.unpack_from(number_format, data, numbers_at + index * number_size)[0]))

        def has_string(index: int) -> bool:
            return index < strings and int(struct.unpack_from("<h", data, strings_at + index * 2)[0]) >= 0

        return Entry(
            colors=number(MAX_COLORS),
            moves_cursor=has_string(CURSOR_ADDRESS),
            scroll_region=has_string(CHANGE_SCROLL_REGION),
            scrolls_many=has_string(PARM_INDEX),
            erases_characters=has_string(ERASE_CHARS),
            alternate_screen=has_string(ENTER_ALTERNATE_SCREEN),
            erases_with_background=flag(BACK_COLOR_ERASE),
        )
    except (struct.error, IndexError) as error:
        raise ValueError("a compiled terminfo entry is cut short") from error


def _folders(environment: Mapping[str, str]) -> Iterator[Path]:
    """The folders to look in, in the order of ncurses."""
    if own := environment.get("TERMINFO"):
        yield Path(own)
    if home := environment.get("HOME"):
        yield Path(home) / ".terminfo"
    for folder in environment.get("TERMINFO_DIRS", "").split(":"):
        if folder:
            yield Path(folder)
    yield from map(Path, SYSTEM_FOLDERS)
