"""The command as a process: pipes, signals, terminals, and what it never imports."""

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pexpect
import pytest

COMMAND = [sys.executable, "-m", "briefing"]
HEAVY = ("spacy", "thinc", "numpy", "textual")
PROBE = (
    "import sys; from briefing.cli.program import run; code = run(sys.argv[1:]);"
    f"print('IMPORTED', [name for name in {HEAVY!r} if name in sys.modules], code, file=sys.stderr)"
)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["paths"],
        ["schema"],
        ["analyze", "ferries.txt"],
        ["analyze", "ferries.txt", "--format", "jsonl"],
        ["analyze", "ferries.txt", "--format", "markdown"],
        ["analyze", "ferries.txt", "--format", "table"],
        ["export", "ferries.txt", "-o", "-"],
        ["positions", "ferries.txt"],
        ["--plain", "ferries.txt"],
        ["ferries.txt"],
    ],
)
def test_neither_spacy_nor_textual_is_imported_where_a_result_is_stored(ferries, arguments):
    done = subprocess.run([sys.executable, "-c", PROBE, *arguments], capture_output=True, text=True, timeout=60)
    assert done.stderr == "IMPORTED [] 0\n"
    assert done.stdout


def test_standard_input_is_read_without_being_named(ferries, home):
    with (home / ferries).open("rb") as file:
        piped = subprocess.run(COMMAND, stdin=file, capture_output=True, text=True, timeout=60)
    assert piped.returncode == 0
    assert "Ines Calder" in piped.stdout
    assert "\x1b" not in piped.stdout


def test_a_closed_pipe_is_quiet(ferries):
    script = f"'{sys.executable}' -m briefing analyze {' '.join([ferries] * 40)} | head -c 10"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", script], capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
    assert done.returncode == 141
    assert len(done.stdout) == 10


def test_a_full_disk_is_said_in_one_line(ferries):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "analyze", ferries], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60
        )
    assert done.returncode == 74
    assert done.stderr.startswith("briefing: standard output: input or output failed (No space left on device); ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_disk_that_has_room_for_a_part_is_no_success(ferries, unbuffered):
    with Path("out.json").open("wb") as out:
        done = subprocess.run(
            [*COMMAND, "analyze", ferries],
            stdout=out,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            preexec_fn=limited_to_a_few_bytes,
        )
    assert done.returncode == 74
    assert done.stderr.startswith("briefing: standard output: input or output failed (File too large); ")
    assert done.stderr.count("\n") == 1


def without(streams, *arguments):
    """Runs the command with some of its standard streams closed."""
    script = f"exec '{sys.executable}' -m briefing {' '.join(arguments)} {streams}"
    return subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=60)


def test_a_closed_standard_output_is_an_error_only_for_who_needs_it(ferries, home):
    done = without(">&-", "positions", ferries)
    assert done.returncode == 74
    assert done.stderr.startswith("briefing: standard output: input or output failed (Bad file descriptor); ")
    assert done.stderr.count("\n") == 1
    assert without(">&-", "export", ferries, "-o", "out.md").returncode == 0
    assert (home / "out.md").read_text()


def test_what_nobody_hears_does_not_get_into_the_data(ferries):
    done = without("2>&- <&-", "positions", "none.txt", ferries)
    assert done.returncode == 1
    assert "Ines Calder" in done.stdout
    assert "no such file" not in done.stdout


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_signals_end_it_quietly_with_their_exit_code(home, number, code):
    waiting = subprocess.Popen(
        [*COMMAND, "analyze", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    time.sleep(1.5)
    waiting.send_signal(number)
    out, err = waiting.communicate(timeout=20)
    assert (waiting.returncode, out, err) == (code, b"", b"")


@pytest.mark.terminal
def test_a_terminal_that_cannot_show_the_screen_gets_text(ferries):
    child = pexpect.spawn(sys.executable, ["-m", "briefing", ferries], env={**os.environ, "TERM": "dumb"}, timeout=30)
    printed = child.read().decode()
    child.close()
    assert child.exitstatus == 0
    assert "printing the briefing instead of opening the screen" in printed
    assert "Ines Calder" in printed
    assert "\x1b" not in printed


@pytest.mark.terminal
@pytest.mark.parametrize(
    "source", [f"{sys.executable} -m briefing ferries.txt", f"{sys.executable} -m briefing < ferries.txt"]
)
def test_the_reader_opens_on_a_terminal_and_keys_are_read_also_when_the_text_is_piped(ferries, source):
    child = pexpect.spawn("bash", ["-c", f"{source}; echo left with $?"], dimensions=(30, 120), timeout=30)
    child.expect(r"\x1b\[\?1049h")
    child.expect("Calder")
    child.send("q")
    child.expect("left with 0")
    child.close()


def limited_to_a_few_bytes():
    """What a quota or a full disk does to a file: it cannot grow."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))


def test_an_export_that_does_not_fit_leaves_nothing_and_the_old_file_as_it_was(ferries, home):
    (home / "out").mkdir()
    (home / "out" / "old.md").write_text("an earlier briefing")
    for name in ("new.md", "old.md"):
        done = subprocess.run(
            [*COMMAND, "export", ferries, "-o", f"out/{name}", "--force"],
            capture_output=True,
            text=True,
            timeout=60,
            preexec_fn=limited_to_a_few_bytes,
        )
        assert done.returncode == 73
        assert done.stderr == f"briefing: out/{name}: cannot be written (File too large); choose another place\n"
    assert [path.name for path in (home / "out").iterdir()] == ["old.md"]
    assert (home / "out" / "old.md").read_text() == "an earlier briefing"


def test_an_export_is_dated_by_source_date_epoch_and_by_nothing_else(ferries, home):
    def exported(**variables):
        command = [*COMMAND, "export", ferries, "-o", "-", "--format", "csl"]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, env={**os.environ, **variables})

    assert '"accessed"' not in exported().stdout
    dated = exported(SOURCE_DATE_EPOCH="1700000000", TZ="Pacific/Kiritimati")
    assert '"accessed"' in dated.stdout
    assert dated.stdout == exported(SOURCE_DATE_EPOCH="1700000000", TZ="Pacific/Niue").stdout
    wrong = exported(SOURCE_DATE_EPOCH="yesterday")
    assert (wrong.returncode, wrong.stdout) == (78, "")
    assert wrong.stderr.count("\n") == 1 and "SOURCE_DATE_EPOCH" in wrong.stderr
