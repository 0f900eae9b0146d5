"""The reader over a real OpenSSH: she logs in, reads, and leaves; once on a line of 40 kbit/s and 300 ms."""

from __future__ import annotations

import getpass
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks.terminal_session import Session
from tests.terminal.emulator import Emulator
from tests.terminal.secure_shell import Relay, Server, server, server_program

pytestmark = [pytest.mark.terminal, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sample_articles"
ARTICLE = SAMPLES / "ceasefire-talks.txt"
CTRL_L, CTRL_Z = b"\x0c", b"\x1a"
HEADLINE = rb"Mediators Press for Ceasefire"
READER = f"{shlex.quote(sys.executable)} -c 'import sys; from briefing.cli import main; sys.exit(main())'"
SLOW_BITS, SLOW_DELAY = 40_000, 0.15
"""40 kbit/s, and 150 ms each way: 300 ms there and back."""


@pytest.fixture(scope="module")
def program() -> str:
    found = server_program()
    if not found.startswith("/") or not shutil.which("ssh"):
        pytest.skip(found if not found.startswith("/") else "no ssh client is installed")
    return found


@pytest.fixture
def sshd(program: str, tmp_path: Path) -> Iterator[Server]:
    with server(program, tmp_path, own_folders(tmp_path)) as running:
        yield running


def own_folders(folder: Path) -> str:
    names = " ".join(f"XDG_{kind}_HOME={folder / kind}" for kind in ("CONFIG", "CACHE", "DATA", "STATE"))
    return f"SetEnv PYTHONPATH={ROOT} OMP_NUM_THREADS=1 {names}"


def login(sshd: Server, *command: str, port: int | None = None) -> Session:
    return Session(sshd.client(*command, port=port), environment={"HOME": str(sshd.folder)})


def test_she_logs_in_reads_and_leaves(sshd: Server) -> None:
    with login(sshd, f"{READER} {ARTICLE}") as session:
        assert session.wait_for(HEADLINE), bytes(session.received)
        session.settle(quiet=1.0)
        sizes = sorted(len(session.press(b"j").data) for _ in range(5))
        # The middle one: the end of the analysis may be drawn together with one of the keys.
        assert 0 < sizes[2] < 400
        assert session.press(b"\t").data
        session.send(b"q")
        assert session.wait() == 0
        assert session.left_on() == set()


def test_a_line_that_is_cut_leaves_nothing_running(sshd: Server) -> None:
    with login(sshd, f"{READER} {ARTICLE}") as session:
        assert session.wait_for(HEADLINE)
        session.settle()
        running = processes_with(str(sshd.folder))
        assert running
        session.hang_up()
        session.process.kill()
        deadline = time.monotonic() + 15
        while processes_with(str(sshd.folder)) and time.monotonic() < deadline:
            time.sleep(0.2)
        assert processes_with(str(sshd.folder)) == []


def test_on_a_slow_line_keys_keep_up(sshd: Server, record_property: pytest.RecordProperty) -> None:
    relay = Relay(sshd.port, bits_per_second=SLOW_BITS, delay=SLOW_DELAY)
    with login(sshd, "echo logged in", port=relay.port) as session:
        begun = time.monotonic()
        assert session.wait_for(b"logged in", 60)
        record_property("seconds to log in", round(time.monotonic() - begun, 2))
    with login(sshd, f"{READER} {ARTICLE}", port=relay.port) as session:
        begun = time.monotonic()
        assert session.wait_for(HEADLINE, 60)
        record_property("seconds to log in and see the first text", round(time.monotonic() - begun, 2))
        session.settle(patience=5, quiet=3)
        alone = [session.press(b"j", 3.0).settled_ms for _ in range(3)]
        record_property("milliseconds for a key, there and back", [round(ms) for ms in alone])
        assert max(alone) < 1500
        for name, key in (("j", b"j"), ("k", b"k"), ("page down", b"\x1b[6~")):
            for _ in range(60):
                session.send(key)
                session.read(1 / 30)
            lag = session.settle(patience=3, quiet=1.5).settled_ms
            record_property(f"milliseconds until {name}, held down for two seconds, has settled", round(lag))
            assert lag < 1500
            shown = screen_of(session)
            session.press(CTRL_L, 3.0)
            assert screen_of(session) == shown
        session.send(b"q")
        assert session.wait(20) == 0
        assert session.left_on() == set()
    relay.close()


def screen_of(session: Session) -> list[str]:
    """What a terminal of 80 by 24 shows after everything received."""
    emulator = Emulator(80, 24)
    emulator.feed(bytes(session.received).decode().rsplit("\x1b[2J", 1)[-1])
    return emulator.screen.text()


def lines_of_the_readme() -> list[str]:
    """What the README tells the administrator of a shared host to write, for the user and the files of this test."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"```\n(Match User .*?)```", text, re.DOTALL)
    assert block is not None
    lines = block[1].replace("Match User reader", f"Match User {getpass.getuser()}")
    lines = lines.replace("/opt/briefing/bin/briefing", READER).replace("/srv/articles", str(SAMPLES))
    assert READER in lines and str(SAMPLES) in lines
    return lines.splitlines()


@pytest.fixture
def shared_host(program: str, tmp_path: Path) -> Iterator[Server]:
    with server(program, tmp_path, own_folders(tmp_path), *lines_of_the_readme()) as running:
        yield running


def test_a_shared_host_offers_the_reader_whatever_the_visitor_asks_for(shared_host: Server) -> None:
    with login(shared_host, "cat /etc/passwd") as session:
        assert session.wait_for(HEADLINE), bytes(session.received)
        session.settle(quiet=1.0)
        assert b"root:" not in session.received
        session.send(b"q")
        assert session.wait() == 0


def test_a_visitor_gets_neither_a_shell_nor_other_files(shared_host: Server) -> None:
    with login(shared_host) as session:
        assert session.wait_for(HEADLINE), bytes(session.received)
        session.settle(quiet=1.0)
        for key in (b"|", b"v", b"o", b"U", b"W", b"e", CTRL_Z):
            session.press(key)
        for words in (b"Pipe the", b"Open:", b"Export", b"\x1b[?1049l"):
            assert words not in session.received
        session.send(b"q")
        assert session.wait() == 0


def test_without_a_terminal_a_shared_host_prints_the_briefings(shared_host: Server) -> None:
    command = [word for word in shared_host.client("cat /etc/passwd") if word != "-tt"]
    done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, timeout=180)
    assert re.search(HEADLINE, done.stdout), done.stderr
    assert b"root:" not in done.stdout and b"\x1b" not in done.stdout


def processes_with(words: str) -> list[int]:
    """Python processes whose environment names a folder."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            ours = words.encode() in (entry / "environ").read_bytes() and b"python" in (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if ours and int(entry.name) != os.getpid():
            found.append(int(entry.name))
    return found
