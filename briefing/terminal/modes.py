"""A terminal's description in; what switches the screen on, and what puts everything back, out."""

from __future__ import annotations

from briefing.terminal.capabilities import Terminal

ALTERNATE_SCREEN = 1049
CURSOR = 25
WRAPPING = 7
PASTE_BRACKETS = 2004
MARGINS = 69
SYNCHRONISED = 2026
MOUSE = (1000, 1002, 1006)
"""Buttons, drags, and coordinates without an upper limit. Any-motion reports (1003) are never asked for."""


def entering(terminal: Terminal, *, mouse: bool) -> str:
    """The sequences that start the screen."""
    parts = [on(ALTERNATE_SCREEN)] if terminal.alternate_screen else ["\x1b[m\x1b[H\x1b[2J"]
    parts += [off(CURSOR), off(WRAPPING), on(PASTE_BRACKETS)]
    if mouse:
        parts += [on(mode) for mode in MOUSE]
    if terminal.kitty_keys:
        # Only "disambiguate escape codes": a lone Escape needs no waiting, and typed text stays plain text.
        parts.append("\x1b[>1u")
    return "".join(parts)


def leaving(terminal: Terminal, *, mouse: bool) -> str:
    """The sequences that leave the terminal as it was found, also when a frame was cut in the middle.

    String Terminator first: it ends a sequence whose end was thrown away.
    """
    parts = ["\x1b\\", off(SYNCHRONISED)]
    if terminal.may_have_margins:
        parts.append(off(MARGINS))
    parts += ["\x1b[r\x1b[m", off(PASTE_BRACKETS), on(WRAPPING)]
    if mouse:
        parts += [off(mode) for mode in MOUSE]
    if terminal.kitty_keys:
        parts.append("\x1b[<u")
    parts.append(off(ALTERNATE_SCREEN) if terminal.alternate_screen else "\x1b[H\x1b[2J")
    parts.append(on(CURSOR))
    return "".join(parts)


def on(mode: int) -> str:
    """Switch a private mode of the terminal on (DECSET)."""
    return f"\x1b[?{mode}h"


def request(mode: int) -> str:
    """Ask whether a private mode is on, off or unknown (DECRQM)."""
    return f"\x1b[?{mode}$p"


def off(mode: int) -> str:
    """Switch a private mode of the terminal off (DECRST)."""
    return f"\x1b[?{mode}l"
