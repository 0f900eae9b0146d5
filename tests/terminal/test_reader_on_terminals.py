"""The reader itself on terminals as they are: without colours, without UTF-8, dumb, and cut off while it works."""

from __future__ import annotations

import json
import os
import random
import re
import shlex
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.benchmarks.terminal_session import Session, descendants

pytestmark = [pytest.mark.terminal, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "sample_articles" / "ceasefire-talks.txt"
COMMAND = [sys.executable, "-c", "import sys; from briefing.cli import main; sys.exit(main())", str(ARTICLE)]
HEADLINE = rb"Mediators Press for Ceasefire"
ESCAPE = b"\x1b"
CTRL_L, CTRL_Z = b"\x0c", b"\x1a"


def reader(folder: Path, term: str = "xterm-256color", **variables: str) -> Session:
    own = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "CACHE", "DATA", "STATE")}
    environment = {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", "PAGER": "cat", **own, **variables}
    return Session(COMMAND, term=term, environment=environment)


@pytest.mark.parametrize("term", ["dumb", "unknown", ""])
def test_a_terminal_that_cannot_show_a_screen_gets_linear_text(tmp_path: Path, term: str) -> None:
    with reader(tmp_path, term) as session:
        assert session.wait(120) == 0
        assert re.search(HEADLINE, bytes(session.received))
        assert b"\r\nSTAKEHOLDERS\r\n" in session.received
        assert ESCAPE not in session.received


@pytest.mark.parametrize(("term", "arguments"), [("dumb", []), ("xterm", ["--plain"])])
def test_linear_text_is_ascii_where_the_locale_is_not_utf8(tmp_path: Path, term: str, arguments: list[str]) -> None:
    own = {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("CONFIG", "CACHE", "DATA", "STATE")}
    environment = {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", "PAGER": "cat", "LANG": "C", **own}
    with Session([*COMMAND, *arguments], term=term, environment=environment) as session:
        assert session.wait(120) == 0
        assert b"Vardania's foreign minister" in session.received
        assert bytes(session.received).isascii()


def test_linear_text_goes_through_the_pager_in_the_width_of_the_terminal(tmp_path: Path) -> None:
    program = tmp_path / "own-pager"
    program.write_text("#!/bin/sh\necho PAGED; wc -L\n")
    program.chmod(0o755)
    own = {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("CONFIG", "CACHE", "DATA", "STATE")}
    environment = {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", "PAGER": str(program), **own}
    with Session([*COMMAND, "--plain"], columns=60, environment=environment) as session:
        assert session.wait(120) == 0
        widest = int(bytes(session.received).split(b"PAGED")[1])
        assert 50 < widest <= 60


def test_no_color_means_that_no_colour_is_ever_sent(tmp_path: Path) -> None:
    with reader(tmp_path, NO_COLOR="1") as session:
        assert session.wait_for(HEADLINE)
        session.settle()
        for key in (b"j", b"\t", b"?"):
            session.press(key)
        codes = {int(c) for p in re.findall(rb"\x1b\[([\d;]*)m", bytes(session.received)) for c in p.split(b";") if c}
        assert codes
        assert not {code for code in codes if 30 <= code <= 49 or code >= 90}


def test_without_utf8_only_ascii_is_sent(tmp_path: Path) -> None:
    with reader(tmp_path, LANG="C") as session:
        assert session.wait_for(HEADLINE)
        session.settle()
        for key in (b"\x1b[6~", b"\t", b"?"):
            session.press(key)
        assert bytes(session.received).isascii()


def test_a_console_with_sixteen_colours_is_sent_no_others(tmp_path: Path) -> None:
    with reader(tmp_path, term="linux") as session:
        assert session.wait_for(HEADLINE)
        session.settle()
        session.press(b"\t")
        assert not re.search(rb"[34]8;[25];", bytes(session.received))
        session.send(b"q")
        assert session.wait() == 0
        assert session.left_on() == set()


@pytest.mark.parametrize("key", [b"", b"?"], ids=["reading", "in a list"])
def test_ctrl_l_sends_the_whole_screen_again(tmp_path: Path, key: bytes) -> None:
    with reader(tmp_path) as session:
        assert session.wait_for(HEADLINE)
        session.settle(quiet=1.0)
        if key:
            session.press(key)
        shown = session.press(CTRL_L).data
        assert b"\x1b[2J" in shown and len(shown) > 1000


@pytest.mark.parametrize("key", [b"", b"?"], ids=["reading", "in a list"])
def test_ctrl_z_goes_to_the_shell_and_fg_comes_back(tmp_path: Path, key: bytes) -> None:
    own = {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("CONFIG", "CACHE", "DATA", "STATE")}
    environment = {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", "PS1": "ready> ", **own}
    shell = ["bash", "--noprofile", "--norc", "--noediting", "-i"]
    with Session(shell, environment=environment) as session:
        assert session.wait_for(b"ready> ")
        session.send(shlex.join(COMMAND).encode() + b"\r")
        assert session.wait_for(HEADLINE)
        session.settle()
        if key:
            session.press(key)
        session.send(CTRL_Z)
        assert session.wait_for(b"Stopped")
        session.settle()
        assert session.left_on() == set()
        assert session.press(b"fg\r", 2.0).data.count(ESCAPE) > 20
        session.press(b"Q")
        session.send(b"echo left with $?\r")
        assert session.wait_for(b"left with 0")
        assert session.left_on() == set()


def test_ctrl_z_says_so_where_no_shell_waits(tmp_path: Path) -> None:
    with reader(tmp_path) as session:
        assert session.wait_for(HEADLINE)
        session.settle()
        session.send(CTRL_Z)
        assert session.wait_for(b"No shell waits")


def test_an_editor_that_is_not_there_is_said_and_the_reader_goes_on(tmp_path: Path) -> None:
    with reader(tmp_path, VISUAL="no-such-editor") as session:
        assert session.wait_for(HEADLINE)
        session.settle()
        session.send(b"v")
        assert session.wait_for(b"no-such-editor: cannot be run here")
        assert session.press(b"?", 2.0).data.count(ESCAPE) > 20
        session.press(b"Q")
        assert session.wait(10) == 0
        assert session.left_on() == set()


@pytest.mark.parametrize("attempt", range(3))
@pytest.mark.parametrize("how", ["cut", "SIGHUP", "SIGTERM"])
def test_an_end_at_any_moment_keeps_her_place_and_leaves_nothing_running(
    tmp_path: Path, how: str, attempt: int
) -> None:
    chance = random.Random(f"{how} {attempt}")
    with reader(tmp_path) as session:
        assert session.wait_for(HEADLINE)
        session.send(b"j" * chance.randrange(5))
        time.sleep(chance.random() * 3)
        started = [session.process.pid, *descendants(session.process.pid)]
        if how == "cut":
            session.hang_up()
            assert session.wait(10) == 128 + signal.SIGHUP
        else:
            os.kill(session.process.pid, signal.Signals[how])
            assert session.wait(10) == 128 + signal.Signals[how]
        deadline = time.monotonic() + 10
        while any(is_running(process) for process in started) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert not [process for process in started if is_running(process)]
        assert b"Traceback" not in session.received
        assert how == "cut" or session.left_on() == set()
        kept = list((tmp_path / "STATE" / "briefing" / "positions").iterdir())
        assert len(kept) == 1 and "offset" in json.loads(kept[0].read_text())


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (OSError, IndexError):
        return False
