"""Environment and standard streams in; a description of the terminal out.

`detect` decides whether the screen may start at all and what may be sent to it. It asks the terminal nothing: an
answer that comes late, or after the program has ended, would be typed into the reader's shell.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import IO, Any, Literal

from msgspec import Struct

from briefing.terminal import terminfo

Colours = Literal["none", "16", "256", "truecolor"]
Multiplexer = Literal["tmux", "screen"]
Keyboard = Literal["stdin", "tty"]

CONTROLLING_TERMINAL = "/dev/tty"

KNOWN_FAMILIES = re.compile(
    r"(xterm|screen|tmux|rxvt|linux|vt[1-5]\d\d|konsole|gnome|vte|putty|kitty|foot|alacritty|wezterm|ghostty|st-|iterm)"
)
"""Names that can be trusted to move the cursor even where this host has no entry for them."""
KITTY_KEY_TERMS = ("kitty", "foot", "ghostty", "wezterm", "alacritty")
TRUE_COLOUR_TERMS = (*KITTY_KEY_TERMS, "iterm")
MARGIN_TERMS = re.compile(r"xterm(?!-kitty)|ghostty|iterm|wezterm|mintty|contour|foot")
"""Names of terminals that may have left and right margins; they are asked, and those without them say so."""
COERCED_CTYPES = {"C.UTF-8", "C.utf8", "UTF-8"}
"""What Python itself puts into LC_CTYPE when it finds the C locale (PEP 538)."""


class Terminal(Struct, frozen=True):
    """What may be sent to the terminal, and where from keys come."""

    may_start: bool
    """Whether a full screen may be shown; otherwise print the briefing as text."""
    reason: str = ""
    """Why the screen may not start, in a short sentence; empty where it may."""
    term: str = ""
    colours: Colours = "none"
    unicode: bool = True
    """Whether the locale is UTF-8; otherwise only ASCII may be sent."""
    ssh: bool = False
    multiplexer: Multiplexer | None = None
    keyboard: Keyboard = "stdin"
    """Where keys are read: standard input, or the controlling terminal when standard input is a pipe."""
    scroll_region: bool = True
    scrolls_many: bool = True
    erases_characters: bool = True
    erases_with_background: bool = False
    alternate_screen: bool = True
    kitty_keys: bool = False
    """Whether the terminal is known to speak the Kitty keyboard protocol (a lone Escape is then unambiguous)."""
    may_have_margins: bool = False
    """Whether it is worth asking for left and right margins (DECLRMM)."""


def detect(environment: Mapping[str, str], stdin: IO[Any], stdout: IO[Any]) -> Terminal:
    """Describe the terminal that the program runs in.

    Args:
        environment: the variables of the process (TERM, COLORTERM, NO_COLOR, LANG, TMUX, STY, SSH_TTY, …).
        stdin: where keys come from if it is a terminal.
        stdout: where the screen goes; without a terminal here the screen never starts.
    """
    term = environment.get("TERM", "")
    entry = terminfo.find(term, environment)
    keyboard = _keyboard(stdin)
    reason = _why_not(term, entry, keyboard, stdout)
    return Terminal(
        may_start=not reason,
        reason=reason,
        term=term,
        colours=_colours(environment, term, entry),
        unicode=is_utf8(environment),
        ssh=any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")),
        multiplexer="tmux" if environment.get("TMUX") else "screen" if environment.get("STY") else None,
        keyboard=keyboard or "stdin",
        scroll_region=entry.scroll_region if entry else False,
        scrolls_many=entry.scrolls_many if entry else False,
        erases_characters=entry.erases_characters if entry else False,
        erases_with_background=entry.erases_with_background if entry else False,
        alternate_screen=entry.alternate_screen if entry else True,
        kitty_keys=any(name in term for name in KITTY_KEY_TERMS),
        may_have_margins=bool(MARGIN_TERMS.match(term)) and not (environment.get("TMUX") or environment.get("STY")),
    )


def _why_not(term: str, entry: terminfo.Entry | None, keyboard: Keyboard | None, stdout: IO[Any]) -> str:
    """Why the screen may not start; empty where nothing stands against it."""
    if not _is_terminal(stdout):
        return "the output is not a terminal"
    if keyboard is None:
        return "there is no terminal to read keys from"
    if not term:
        return "TERM is not set"
    if entry is None and not KNOWN_FAMILIES.match(term):
        return f"the terminal {term} is not known"
    if entry is not None and not entry.moves_cursor:
        return f"the terminal {term} cannot move the cursor"
    return ""


def _is_terminal(stream: IO[Any]) -> bool:
    """Whether a stream is an open terminal; closed or replaced streams are not."""
    try:
        return stream.isatty()
    except (AttributeError, ValueError, OSError):
        return False


def _keyboard(stdin: IO[Any]) -> Keyboard | None:
    """Where keys can be read, as `less` does it when the text comes through a pipe."""
    if _is_terminal(stdin):
        return "stdin"
    try:
        os.close(os.open(CONTROLLING_TERMINAL, os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return None
    return "tty"


def _colours(environment: Mapping[str, str], term: str, entry: terminfo.Entry | None) -> Colours:
    """The palette: NO_COLOR first (no-color.org), then what the terminal claims."""
    if environment.get("NO_COLOR"):
        return "none"
    claims_true = environment.get("COLORTERM", "").lower() in ("truecolor", "24bit") or term.endswith("-direct")
    if (claims_true or any(name in term for name in TRUE_COLOUR_TERMS)) and not environment.get("STY"):
        return "truecolor"
    colors = entry.colors if entry else 256 if "256color" in term else 8
    if colors >= 256:
        return "256"
    return "16" if colors >= 8 else "none"


def is_utf8(environment: Mapping[str, str]) -> bool:
    """Whether the locale's characters are UTF-8, by the precedence of setlocale(3)."""
    everything, characters = environment.get("LC_ALL", ""), environment.get("LC_CTYPE", "")
    language = environment.get("LANG", "")
    if not everything and characters in COERCED_CTYPES and language in ("", "C", "POSIX"):
        return False
    locale = everything or characters or language
    return "utf8" in locale.lower().replace("-", "")
