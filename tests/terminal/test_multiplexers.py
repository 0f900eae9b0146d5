"""Real tmux and real GNU screen: they show what they are sent, and hand on what is copied inside of them."""

from __future__ import annotations

import base64
import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmarks.terminal_session import Session

pytestmark = [pytest.mark.terminal, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
PROGRAM = """
import os, sys, time
from pathlib import Path
from briefing.terminal.capabilities import detect
from briefing.terminal.clipboard import copy

def write(sequence):
    sys.stdout.write(sequence)
    sys.stdout.flush()

text = Path(sys.argv[1]).read_text(encoding="utf-8")
print(copy(text, detect(os.environ, sys.stdin, sys.stdout), write, file=Path(sys.argv[2])))
time.sleep(1.5)
"""
APP = [sys.executable, str(Path(__file__).with_name("small_app.py"))]
WALK = [b"j", b"k", b"\x1b[6~", b"\x1b[5~", b"jjj", b"kkkkk"]
SHORT = "“Ja”, sagte er.\n"
LONG = "".join(f"{number}: “Nobody has signed anything.”\n" for number in range(60))


def copied(session: Session) -> str:
    """What the terminal was asked to put on its clipboard; control sequences in between are the multiplexer's own."""
    found = re.search(rb"\x1b\]52;[a-z]*;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)", bytes(session.received))
    assert found, bytes(session.received)
    return base64.b64decode(found[1]).decode("utf-8")


def program(folder: Path, text: str) -> list[str]:
    (folder / "text").write_text(text, encoding="utf-8")
    (folder / "program.py").write_text(PROGRAM, encoding="utf-8")
    return [sys.executable, str(folder / "program.py"), str(folder / "text"), str(folder / "clipboard.txt")]


needs_tmux = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
needs_screen = pytest.mark.skipif(shutil.which("screen") is None, reason="GNU screen is not installed")


def lines_after_a_walk(session: Session, picture: Callable[[], str], columns: int) -> tuple[list[str], list[str]]:
    """The text that a multiplexer shows after many keys, and the same lines as they should be."""
    chance = random.Random(columns)
    assert session.wait_for(b"Line 7 ")
    for _ in range(40):
        session.send(chance.choice(WALK))
        session.read(0.02)
    session.settle(quiet=0.5)
    shown = [line[:columns].rstrip() for line in picture().splitlines()[:20]]
    first = int(shown[0].split()[1])
    return shown, [f"Line {number} of the text: {number * 7919}" for number in range(first, first + 20)]


@needs_tmux
@pytest.mark.parametrize("panes", [(), ("panes",)], ids=["one pane", "two panes"])
def test_tmux_shows_the_text_in_order_after_a_walk(tmp_path: Path, panes: tuple[str, ...]) -> None:
    tmux = ["tmux", "-S", str(tmp_path / "tmux"), "-f", "/dev/null"]
    environment = {"PYTHONPATH": str(ROOT), "TMUX_TMPDIR": str(tmp_path)}

    def picture() -> str:
        return subprocess.run([*tmux, "capture-pane", "-p"], capture_output=True, check=True, text=True).stdout

    with Session([*tmux, "new-session", *APP, str(tmp_path / "saved"), *panes], environment=environment) as session:
        shown, expected = lines_after_a_walk(session, picture, 50)
        assert shown == expected
        session.send(b"q")
        session.wait()


@needs_screen
@pytest.mark.parametrize("panes", [(), ("panes",)], ids=["one pane", "two panes"])
def test_gnu_screen_shows_the_text_in_order_after_a_walk(tmp_path: Path, panes: tuple[str, ...]) -> None:
    sockets = tmp_path / "sockets"
    sockets.mkdir(mode=0o700)
    environment = {"PYTHONPATH": str(ROOT), "SCREENDIR": str(sockets)}
    copy = tmp_path / "copy"

    def picture() -> str:
        command = ["screen", "-S", "walk", "-X", "hardcopy", str(copy)]
        subprocess.run(command, check=True, env={**os.environ, **environment})
        deadline = time.monotonic() + 5
        while not (copy.exists() and copy.read_text().count("\n") >= 20) and time.monotonic() < deadline:
            time.sleep(0.05)
        return copy.read_text()

    command = ["screen", "-c", "/dev/null", "-S", "walk", "-U", *APP, str(tmp_path / "saved"), *panes]
    with Session(command, environment=environment) as session:
        shown, expected = lines_after_a_walk(session, picture, 50)
        assert shown == expected
        session.send(b"q")
        session.wait()


@needs_tmux
@pytest.mark.parametrize("text", [SHORT, LONG], ids=["short", "long"])
def test_tmux_keeps_it_in_a_buffer_and_hands_it_on(tmp_path: Path, text: str) -> None:
    socket = str(tmp_path / "tmux")
    command = ["tmux", "-S", socket, "-f", "/dev/null", "new-session", *program(tmp_path, text)]
    with Session(command, environment={"PYTHONPATH": str(ROOT), "TMUX_TMPDIR": str(tmp_path)}) as session:
        assert session.wait_for(b"copied through tmux")
        kept = subprocess.run(["tmux", "-S", socket, "show-buffer"], capture_output=True, check=True).stdout
        assert kept.decode("utf-8") == text
        session.wait()
        assert copied(session) == text


@needs_screen
@pytest.mark.parametrize("text", [SHORT, LONG], ids=["short", "long"])
def test_gnu_screen_lets_it_through(tmp_path: Path, text: str) -> None:
    sockets = tmp_path / "sockets"
    sockets.mkdir(mode=0o700)
    command = ["screen", "-c", "/dev/null", "-U", *program(tmp_path, text)]
    with Session(command, environment={"PYTHONPATH": str(ROOT), "SCREENDIR": str(sockets)}) as session:
        assert session.wait_for(b"copied by the terminal")
        session.wait()
        assert copied(session) == text
