"""Real tmux and real GNU screen: what is copied inside of them reaches the terminal that they run in."""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
import sys
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


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
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


@pytest.mark.skipif(shutil.which("screen") is None, reason="GNU screen is not installed")
@pytest.mark.parametrize("text", [SHORT, LONG], ids=["short", "long"])
def test_gnu_screen_lets_it_through(tmp_path: Path, text: str) -> None:
    sockets = tmp_path / "sockets"
    sockets.mkdir(mode=0o700)
    command = ["screen", "-c", "/dev/null", "-U", *program(tmp_path, text)]
    with Session(command, environment={"PYTHONPATH": str(ROOT), "SCREENDIR": str(sockets)}) as session:
        assert session.wait_for(b"copied by the terminal")
        session.wait()
        assert copied(session) == text
