"""Given a text and a terminal, whether it is printed or paged."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from briefing.terminal import pager
from tests.benchmarks.terminal_session import Session

ROOT = Path(__file__).parents[2]
PROGRAM = """
import os, sys
from briefing.terminal.pager import show
show('line\\n' * int(sys.argv[1]), os.environ, sys.stdout)
"""


def printed(lines: int, tmp_path: Path, **variables: str) -> bytes:
    program = tmp_path / "own-pager"
    program.write_text("#!/bin/sh\necho PAGED BY $0 $@ $(wc -l) lines\n")
    program.chmod(0o755)
    environment = {"PYTHONPATH": str(ROOT), "PAGER": f"{program} -x", **variables}
    with Session(
        [sys.executable, "-c", PROGRAM, str(lines)], environment=environment, term=variables.get("TERM", "xterm")
    ) as session:
        assert session.wait() == 0
        return bytes(session.received)


@pytest.mark.terminal
def test_a_long_text_goes_through_the_readers_own_pager(tmp_path: Path) -> None:
    assert b"PAGED BY " in printed(100, tmp_path) and b"-x 100 lines" in printed(100, tmp_path)


@pytest.mark.terminal
@pytest.mark.parametrize(
    ("lines", "variables"),
    [
        (10, {}),
        (100, {"TERM": "dumb"}),
        (100, {"PAGER": "cat"}),
        (100, {"PAGER": ""}),
        (100, {"PAGER": "/nonexistent/pager"}),
        (100, {"PAGER": "less 'no end"}),
    ],
)
def test_it_is_printed_where_it_fits_or_where_nothing_can_page(
    tmp_path: Path, lines: int, variables: dict[str, str]
) -> None:
    assert printed(lines, tmp_path, **variables) == b"line\r\n" * lines


@pytest.mark.terminal
def test_of_several_texts_none_is_asked_for_after_she_has_left_the_pager(tmp_path: Path) -> None:
    program = tmp_path / "own-pager"
    program.write_text("#!/bin/sh\nread line; echo SAW $line\n")
    program.chmod(0o755)
    code = """
import os, sys, time
from briefing.terminal.pager import show_all
def texts():
    for number in range(1000):
        yield f'text {number}\\n' * 1000
    print('ALL')
show_all(texts(), os.environ, sys.stdout)
"""
    with Session(
        [sys.executable, "-c", code], environment={"PYTHONPATH": str(ROOT), "PAGER": str(program)}, term="xterm"
    ) as session:
        assert session.wait() == 0
        assert bytes(session.received) == b"SAW text 0\r\n"


@pytest.mark.terminal
def test_texts_that_fit_on_the_screen_together_are_printed(tmp_path: Path) -> None:
    code = """
import os, sys
from briefing.terminal.pager import show_all
show_all(['a\\n', 'b\\n'], os.environ, sys.stdout)
"""
    environment = {"PYTHONPATH": str(ROOT), "PAGER": "/nonexistent/pager"}
    with Session([sys.executable, "-c", code], environment=environment, term="xterm") as session:
        assert session.wait() == 0
        assert bytes(session.received) == b"a\r\nb\r\n"


@pytest.mark.parametrize("installed", [True, False])
def test_who_is_to_get_no_shell_gets_no_pager_that_could_start_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, installed: bool
) -> None:
    if installed:
        (tmp_path / "less").write_text("#!/bin/sh\n")
        (tmp_path / "less").chmod(0o755)
    (tmp_path / "more").write_text("#!/bin/sh\n")
    (tmp_path / "more").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    environment = pager.without_shell({"PAGER": "more", "LESS": "+!sh", "TERM": "xterm"})
    assert environment["PAGER"] == (str(tmp_path / "less") if installed else "cat")
    assert "sh" not in environment["LESS"]


def test_ascii_stands_for_what_a_terminal_cannot_show() -> None:
    assert pager.ascii_only("“Über alles …”, — 日本\n•\n") == '"Uber alles ...", -- ????\n*\n'


def test_into_a_file_or_a_pipe_it_is_written_as_it_is() -> None:
    output = io.StringIO()
    pager.show("“words”\n" * 100, {"TERM": "xterm"}, output)
    assert output.getvalue() == "“words”\n" * 100
