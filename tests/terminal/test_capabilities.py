"""Given an environment and streams, what the screen may do."""

from __future__ import annotations

import io
import os
import pty
from collections.abc import Iterator
from typing import IO, Any

import pytest

from briefing.terminal import capabilities, terminfo
from briefing.terminal.capabilities import Terminal, detect

SSH = {"TERM": "xterm-256color", "LANG": "en_GB.UTF-8", "SSH_TTY": "/dev/pts/9"}


@pytest.fixture
def tty() -> Iterator[IO[Any]]:
    master, slave = pty.openpty()
    with os.fdopen(slave, "r+b", buffering=0) as stream:
        yield stream
    os.close(master)


def on(stream: IO[Any], **variables: str) -> Terminal:
    return detect({**SSH, **variables}, stream, stream)


def test_a_shell_over_ssh_has_256_colours_because_colorterm_is_not_forwarded(tty: IO[Any]) -> None:
    terminal = on(tty)
    assert terminal.may_start and terminal.reason == ""
    assert (terminal.colours, terminal.unicode, terminal.ssh, terminal.multiplexer) == ("256", True, True, None)


@pytest.mark.parametrize(
    ("variables", "colours"),
    [
        ({"COLORTERM": "truecolor"}, "truecolor"),
        ({"COLORTERM": "24bit"}, "truecolor"),
        ({"TERM": "linux"}, "16"),
        ({"TERM": "screen"}, "16"),
        ({"TERM": "screen", "STY": "1", "COLORTERM": "truecolor"}, "16"),
        ({"TERM": "tmux-256color", "TMUX": "x"}, "256"),
        ({"TERM": "xterm-kitty"}, "truecolor"),
        ({"TERM": "vt100"}, "none"),
        ({"NO_COLOR": "1", "COLORTERM": "truecolor"}, "none"),
        ({"NO_COLOR": ""}, "256"),
    ],
)
def test_palette(tty: IO[Any], variables: dict[str, str], colours: str) -> None:
    assert on(tty, **variables).colours == colours


@pytest.mark.parametrize(
    ("term", "reason"),
    [
        ("", "TERM is not set"),
        ("dumb", "the terminal dumb cannot move the cursor"),
        ("unknown", "the terminal unknown is not known"),
        ("../../etc/passwd", "the terminal ../../etc/passwd is not known"),
    ],
)
def test_a_terminal_that_cannot_show_a_screen_never_gets_one(tty: IO[Any], term: str, reason: str) -> None:
    terminal = on(tty, TERM=term)
    assert not terminal.may_start
    assert terminal.reason == reason


def test_without_a_terminal_to_show_it_on_there_is_no_screen(tty: IO[Any]) -> None:
    assert detect(SSH, tty, io.StringIO()).reason == "the output is not a terminal"
    closed = io.StringIO()
    closed.close()
    assert not detect(SSH, tty, closed).may_start


def test_a_text_from_a_pipe_leaves_the_keys_to_the_controlling_terminal(
    tty: IO[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(capabilities, "CONTROLLING_TERMINAL", os.ttyname(tty.fileno()))
    assert detect(SSH, io.StringIO("text"), tty).keyboard == "tty"
    monkeypatch.setattr(capabilities, "CONTROLLING_TERMINAL", "/nonexistent")
    assert detect(SSH, io.StringIO("text"), tty).reason == "there is no terminal to read keys from"


@pytest.mark.parametrize(
    ("variables", "unicode"),
    [
        ({"LANG": "C"}, False),
        ({"LANG": ""}, False),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, False),
        ({"LANG": "de_DE.ISO-8859-1"}, False),
        ({"LANG": "de_DE.UTF-8"}, True),
        ({"LANG": "C.utf8"}, True),
        ({"LC_ALL": "C"}, False),
        ({"LANG": "C", "LC_ALL": "en_US.UTF-8"}, True),
    ],
)
def test_only_a_utf8_locale_gets_more_than_ascii(tty: IO[Any], variables: dict[str, str], unicode: bool) -> None:
    """Python itself sets LC_CTYPE=C.UTF-8 in the C locale (PEP 538), which says nothing about the terminal."""
    assert on(tty, **variables).unicode is unicode


def test_the_console_has_no_second_screen_and_scrolls_line_by_line() -> None:
    entry = terminfo.find("linux", {})
    assert entry is not None
    assert entry.scroll_region and entry.erases_with_background and entry.colors == 8
    assert not entry.alternate_screen and not entry.scrolls_many


def test_a_damaged_entry_is_no_entry(tmp_path: Any) -> None:
    folder = tmp_path / "q"
    folder.mkdir()
    (folder / "qqq").write_bytes(b"\x1a\x01\x30\x00\x26")
    assert terminfo.find("qqq", {"TERMINFO": str(tmp_path)}) is None
    for length in range(12, 60):
        with pytest.raises(ValueError, match="terminfo"):
            terminfo.parse(b"\x1a\x01" + bytes([200, 0] * 5) + bytes(length - 12))
