"""A real pseudo-terminal: what is sent, what happens when the line drops, and how the terminal is left."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks.terminal_session import Session, descendants
from tests.terminal.emulator import Emulator

pytestmark = pytest.mark.terminal

ROOT = Path(__file__).parents[2]
APP = [sys.executable, str(Path(__file__).with_name("small_app.py"))]
READY = rb"Line 22 "


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    return tmp_path / "saved"


@pytest.fixture
def session(saved: Path) -> Iterator[Session]:
    with start(saved) as running:
        yield running


def start(saved: Path, *arguments: str, wait: bool = True, **options: object) -> Session:
    environment = {"PYTHONPATH": str(ROOT), **dict(options.pop("environment", {}))}  # type: ignore[call-overload]
    session = Session([*APP, str(saved), *arguments], environment=environment, **options)  # type: ignore[arg-type]
    if wait:
        assert session.wait_for(READY), bytes(session.received)
        session.settle()
    return session


def screen_of(session: Session, columns: int = 80, rows: int = 24) -> list[str]:
    """What a terminal would show after everything received; the emulator has one screen only."""
    emulator = Emulator(columns, rows)
    text = bytes(session.received).decode()
    emulator.stream.feed(text.rsplit("\x1b[2J", 1)[-1])
    return emulator.screen.text()


# What is sent


def test_a_key_costs_little_more_than_the_line_it_brings(session: Session) -> None:
    responses = [session.press(b"j") for _ in range(5)]
    assert screen_of(session)[0].startswith("Line 5 ")
    assert all(0 < len(response.data) < 150 for response in responses)


def test_the_cursor_stands_where_she_reads_so_that_braille_lines_follow(session: Session) -> None:
    assert session.press(b"j").data.endswith(b"\x1b[3;4H")


def test_nothing_is_sent_while_nothing_happens(session: Session) -> None:
    assert session.read(2.0) == b""


def test_nobody_asks_for_motion_and_focus_reports(saved: Path) -> None:
    with start(saved, "mouse") as session:
        assert not re.search(rb"\?(1003|1004|1015|2048)[h$]", bytes(session.received))
        assert b"\x1b[?1000h" in session.received
        session.press(b"q")
        assert session.wait() == 0
        assert session.left_on() == set()


def test_without_the_mouse_the_terminals_own_selection_works(session: Session) -> None:
    assert not re.search(rb"\?100\dh", bytes(session.received))


def test_no_color_means_no_colour_at_all(saved: Path) -> None:
    with start(saved, environment={"NO_COLOR": "1"}) as session:
        session.press(b"j")
        codes = [c for p in re.findall(rb"\x1b\[([\d;]*)m", bytes(session.received)) for c in p.split(b";") if c]
        assert not [code for code in codes if int(code) in range(30, 50) or int(code) >= 90]


def test_one_switch_brings_textuals_own_driver_back(saved: Path) -> None:
    with start(saved, environment={"BRIEFING_DRIVER": "textual"}) as session:
        assert b"\x1b[?1004h" in session.received
        session.press(b"q")
        assert session.wait() == 0


def test_answers_of_the_terminal_are_not_taken_for_keys_or_for_the_end(session: Session) -> None:
    session.press(b"\x1b[?69;0$y")
    session.press(b"\x1b[5;7R")
    assert session.press(b"j").data


def test_a_pane_is_scrolled_alone_where_the_terminal_has_margins(saved: Path) -> None:
    with start(saved, "panes", margins=True) as session:
        assert len(session.press(b"j").data) < 150
        assert b"\x1b[?69h" in session.received
        assert [line[:10].rstrip() for line in screen_of(session)[:2]] == ["Line 1 of", "Line 2 of"]
        session.press(b"q")
        assert session.wait() == 0
        assert session.left_on() == set()


def test_a_terminal_that_never_answers_is_not_waited_for(saved: Path) -> None:
    with start(saved, answers=False) as session:
        for _ in range(20):
            assert session.press(b"\x1b[6~").settled_ms < 2000
        assert session.received.count(b"\x1b[6n") <= 3
        begun = time.monotonic()
        session.send(b"q")
        assert session.wait() == 0
        assert time.monotonic() - begun < 1.0


def test_while_an_answer_is_under_way_frames_are_skipped_not_queued(saved: Path) -> None:
    with start(saved) as session:
        session.press(b"\x1b[6~")
        session.settle()
        session.answers = False
        while b"\x1b[6n" not in session.press(b"\x1b[6~").data:
            pass
        top = int(screen_of(session)[0].split()[1])
        assert session.press(b"jjjjjjjj").data == b""
        late = session.press(b"\x1b[1;1R").data
        assert 0 < len(late) < 1500
        assert screen_of(session)[0].split()[1] == str(top + 8)


@pytest.mark.parametrize("delay", [0.1, 0.4])
def test_answers_that_come_late_are_not_typed_into_the_shell(saved: Path, delay: float) -> None:
    """She leaves at once, on a slow line: what the terminal was asked is still on its way."""
    with start(saved, answers=False, wait=False) as session:
        assert session.wait_for(READY)
        session.send(b"q")
        session.read(delay)
        asked = bytes(session.received)
        assert b"\x1b[?69$p" in asked
        session.send(b"\x1b[?69;2$y" + b"\x1b[1;1R" * asked.count(b"\x1b[6n"))
        assert session.wait() == 0
        assert session.typed() == b""


# Keys


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ([b"\x1bj"], "escape j"),
        ([b"\x1b", b"j"], "escape j"),
        ([b"\x1b"], "escape"),
        ([b"\x1b\x1bk"], "escape escape k"),
        ([b"\x1b", b"[A"], "up"),
        ([b"\x1bOB\x1b[5~"], "down pageup"),
        ([b"\x1b\x1b[1;1R"], "escape"),
        ([b"\x1b]"], "escape right_square_bracket"),
    ],
)
def test_an_escape_that_comes_together_with_the_next_key_is_an_escape(
    saved: Path, typed: list[bytes], keys: str
) -> None:
    with start(saved, "keys") as session:
        for piece in typed:
            session.send(piece)
            session.read(0.02)
        time.sleep(0.3)
        session.send(b"q")
        assert session.wait() == 0
        assert saved.with_suffix(".keys").read_text() == f"{keys} q "


# Sizes


def test_after_a_storm_of_resizes_the_screen_is_right(session: Session) -> None:
    for columns in [*range(60, 120, 3), 100]:
        session.resize(columns, 20 + columns % 7)
        session.read(0.01)
    session.resize(100, 30)
    session.settle()
    shown = screen_of(session, 100, 30)
    assert [line.split(":")[0] for line in shown] == [f"Line {n} of the text" for n in range(30)]


def test_a_size_that_changes_and_changes_back_is_painted_again(session: Session) -> None:
    session.resize(60, 24)
    session.resize(80, 24)
    assert b"Line 7 " in session.settle().data


# The end


def test_the_terminal_is_left_as_it_was(session: Session) -> None:
    session.press(b"q")
    assert session.wait() == 0
    assert session.left_on() == set()


def test_a_crash_leaves_the_terminal_as_it_was(session: Session) -> None:
    session.press(b"x")
    session.wait()
    assert session.left_on() == set()
    end = bytes(session.received).rsplit(b"\x1b[?1049l", 1)[-1]
    assert b"on purpose" in end


@pytest.mark.parametrize("key", [b"q", b"x"])
def test_nothing_is_drawn_after_the_terminal_was_given_back(session: Session, key: bytes) -> None:
    session.resize(90, 20)
    session.send(key)
    session.wait()
    end = bytes(session.received).rsplit(b"\x1b[?1049l", 1)[-1]
    assert b"\x1b[2J" not in end and b"Line " not in end
    assert session.left_on() == set()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
def test_a_signal_saves_the_work_and_ends_in_order(session: Session, saved: Path, number: signal.Signals) -> None:
    os.kill(session.process.pid, number)
    assert session.wait() == 128 + number
    assert saved.read_text() == "saved"
    assert session.left_on() == set()


def test_an_app_that_hangs_is_ended_all_the_same(session: Session) -> None:
    session.send(b"h")
    time.sleep(0.3)
    os.kill(session.process.pid, signal.SIGTERM)
    assert session.wait(12) == 128 + signal.SIGTERM
    assert session.left_on() == set()


@pytest.mark.parametrize("attempt", range(4))
def test_a_line_cut_at_a_random_moment_saves_the_work_and_leaves_no_process(saved: Path, attempt: int) -> None:
    chance = random.Random(attempt)
    with start(saved) as session:
        for _ in range(chance.randrange(6)):
            session.send(chance.choice([b"j", b"\x1b[6~", b"k"]))
        time.sleep(chance.random() * 0.05)
        session.hang_up()
        assert session.wait(8) is not None
        assert saved.read_text() == "saved"


def test_a_line_cut_where_hangups_are_ignored_leaves_no_process_either(saved: Path) -> None:
    command = ["sh", "-c", 'trap "" HUP; exec "$@"', "sh", *APP, str(saved)]
    with Session(command, environment={"PYTHONPATH": str(ROOT)}) as session:
        assert session.wait_for(READY)
        session.hang_up()
        assert session.wait(8) is not None
        assert saved.read_text() == "saved"


def test_a_stalled_line_neither_blocks_the_app_nor_grows_its_memory(saved: Path) -> None:
    with start(saved, columns=200, rows=50) as session:
        session.answers = False
        memory = session.memory_mib()
        for _ in range(300):
            session.send(b"\x1b[6~\x1b[5~")
            time.sleep(0.005)
        time.sleep(0.5)
        assert session.memory_mib() - memory < 5
        os.kill(session.process.pid, signal.SIGTERM)
        time.sleep(3)
        assert saved.read_text() == "saved"
        assert session.wait() == 128 + signal.SIGTERM
        assert session.left_on() == set()


# Stopping and going on


@pytest.fixture
def shell(saved: Path) -> Iterator[Session]:
    """The app as a job of a shell that can stop and continue it."""
    environment = {"PYTHONPATH": str(ROOT), "PS1": "ready> "}
    command = ["bash", "--noprofile", "--norc", "--noediting", "-i"]
    with Session(command, environment=environment) as session:
        assert session.wait_for(b"ready> ")
        session.send(" ".join([*APP, str(saved)]).encode() + b"\r")
        assert session.wait_for(READY)
        session.settle()
        yield session


needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")


@needs_bash
def test_stopped_and_continued_it_gives_the_terminal_back_and_takes_it_again(shell: Session) -> None:
    shell.send(b"z")
    assert shell.wait_for(rb"Stopped")
    shell.settle()
    assert shell.left_on() == set()
    assert b"Line 7 " in shell.press(b"fg\r", 2.0).data
    shell.press(b"j")
    assert screen_of(shell)[0].startswith("Line 1 ")
    shell.press(b"q")
    shell.send(b"echo left with $?\r")
    assert shell.wait_for(b"left with 0")
    assert shell.left_on() == set()


@needs_bash
def test_continued_in_the_background_it_leaves_the_terminal_alone(shell: Session) -> None:
    shell.send(b"z")
    assert shell.wait_for(rb"Stopped")
    assert b"\x1b" not in shell.press(b"bg\r", 2.0).data
    assert b"Stopped" in shell.press(b"jobs\r").data
    assert b"Line 7 " in shell.press(b"fg\r", 2.0).data


@needs_bash
def test_a_line_cut_while_it_is_stopped_ends_it_in_order(shell: Session, saved: Path) -> None:
    shell.send(b"z")
    assert shell.wait_for(rb"Stopped")
    jobs = descendants(shell.process.pid)
    shell.hang_up()
    deadline = time.monotonic() + 8
    while any(Path(f"/proc/{job}").exists() for job in jobs) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(Path(f"/proc/{job}").exists() for job in jobs)
    assert saved.read_text() == "saved"


def test_where_no_shell_waits_it_does_not_stop(session: Session) -> None:
    """What sshd starts itself could never be continued."""
    assert b"Line 7 " in session.press(b"z", 2.0).data
    assert session.press(b"j").data
    session.press(b"q")
    assert session.wait() == 0
    assert session.left_on() == set()


def test_another_program_may_have_the_terminal_for_a_while(session: Session) -> None:
    data = session.press(b"e", 2.0).data
    before, after = data.split(b"EDITOR ON THE LINE")
    assert b"\x1b[?1049l" in before
    assert b"\x1b[?1049h" in after and b"Line 7 " in after


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_an_editor_that_does_not_end_keeps_nothing_from_being_saved(saved: Path, number: signal.Signals) -> None:
    editor = "trap '' HUP; echo EDITOR ON THE LINE; sleep 8"
    with start(saved, environment={"TEST_EDITOR": editor}) as session:
        session.send(b"e")
        assert session.wait_for(b"EDITOR ON THE LINE")
        os.kill(session.process.pid, number)
        assert session.wait(7) == 128 + number
        assert saved.read_text() == "saved"
