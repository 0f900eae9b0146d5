"""Text in; the text on the reader's clipboard, wherever her terminal is, and a sentence about the way it took, out.

Over SSH only the terminal itself can reach the reader's clipboard: OSC 52 (see
https://invisible-island.net/xterm/ctlseqs/ctlseqs.html) asks it to. A multiplexer in between swallows that: tmux is
asked with its own command, GNU screen passes it through when wrapped in a DCS string. No terminal tells whether it
obeyed, so the text is always put into a file as well.
"""

from __future__ import annotations

import base64
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

from briefing.errors import NoOutputError
from briefing.files import write_atomically
from briefing.settings.places import Places
from briefing.terminal.capabilities import Terminal

LONGEST_SEQUENCE = 100_000
"""Characters of base64 that terminals take in one OSC 52 (the limit of hterm and others)."""
SCREEN_PIECE = 700
"""Characters of one DCS string that GNU screen lets through; it drops strings of more than 768."""
TMUX_PATIENCE = 2.0
FILE_NAME = "clipboard.txt"


def copy(text: str, terminal: Terminal, write: Callable[[str], object], *, file: Path | None = None) -> str:
    """Copy a text, and say how in a short sentence for the status row.

    Args:
        text: what is copied.
        terminal: what `detect` found out.
        write: sends a control sequence to the terminal.
        file: where the text is kept as well; `clipboard.txt` in the program's state folder if not given.
    """
    ways = []
    if terminal.multiplexer == "tmux" and _load_into_tmux(text):
        ways.append("copied through tmux")
    elif sequence := clipboard_sequence(text, terminal):
        write(sequence)
        ways.append("copied by the terminal (if it allows that)")
    file = file or Places.from_environment(os.environ).state / FILE_NAME
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, text.encode("utf-8"))
    except (NoOutputError, OSError) as error:
        ways.append(f"no file: {error}" if not ways else "")
    else:
        ways.append(f"{'also ' if ways else 'too long for the terminal, '}in {_short(file)}")
    return "; ".join(way for way in ways if way)


def clipboard_sequence(text: str, terminal: Terminal) -> str:
    """The OSC 52 sequence for a text, wrapped for GNU screen; empty where the text is too long for terminals."""
    data = base64.b64encode(text.encode("utf-8")).decode("ascii")
    if len(data) > LONGEST_SEQUENCE:
        return ""
    sequence = f"\x1b]52;c;{data}\x07"
    if terminal.multiplexer != "screen":
        return sequence
    pieces = [sequence[start : start + SCREEN_PIECE] for start in range(0, len(sequence), SCREEN_PIECE)]
    return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)


def _load_into_tmux(text: str) -> bool:
    """Give a text to tmux, which hands it on to the terminals of its clients (-w, since tmux 3.2)."""
    for options in (["-w"], []):
        command = ["tmux", "load-buffer", *options, "-"]
        try:
            subprocess.run(command, input=text.encode("utf-8"), check=True, capture_output=True, timeout=TMUX_PATIENCE)
        except (OSError, subprocess.SubprocessError):
            continue
        return True
    return False


def _short(path: Path) -> str:
    """A path with ~ for the home folder."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(path)
