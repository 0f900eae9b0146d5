"""What is never opened, and how that is said."""

from __future__ import annotations

import io
import os
import shlex
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefing.articles import read_article, sources
from briefing.articles.sources import read_file, read_stream
from briefing.errors import InputOutputError, NoInputError


def refusal(source: str) -> str:
    with pytest.raises(NoInputError) as caught:
        read_article(source)
    message = str(caught.value)
    assert message.startswith(source) and "\n" not in message
    return message


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "no such file" in refusal(str(tmp_path / "missing.txt"))


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_a_device_is_not_read() -> None:
    assert "is a device" in refusal("/dev/zero")


def test_a_link_to_a_device_is_not_read(tmp_path: Path) -> None:
    link = tmp_path / "story.txt"
    link.symlink_to("/dev/zero")
    assert "is a device" in refusal(str(link))


def given_up(source: str) -> str:
    with pytest.raises(InputOutputError) as caught:
        read_article(source)
    message = str(caught.value)
    assert message.startswith(source) and "\n" not in message
    return message


@contextmanager
def writer(pipe: Path, script: str) -> Iterator[None]:
    """A process that opens the pipe for writing and does what the script says."""
    command = [sys.executable, "-c", f"import time\nwith open({str(pipe)!r}, 'wb', buffering=0) as pipe:\n    {script}"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            yield
        finally:
            process.kill()


def test_a_named_pipe_that_nobody_writes_to_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "SECONDS_OF_SILENCE", 0.1)
    os.mkfifo(tmp_path / "pipe")
    assert "nothing came through it" in given_up(str(tmp_path / "pipe"))


def test_a_named_pipe_is_read_until_its_writer_closes_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with writer(pipe, "pipe.write(b'The port '); time.sleep(0.2); pipe.write(b'said no.')"):
        article = read_article(str(pipe))
    assert (article.text, article.path) == ("The port said no.", None)


def test_a_pipe_that_never_ends_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "SECONDS_IN_ALL", 0.5)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with writer(pipe, "while True: pipe.write(b'x'); time.sleep(0.01)"):
        assert "given up" in given_up(str(pipe))


def test_a_pipe_without_end_takes_no_more_memory_than_a_document_may(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with (
        writer(pipe, "while True: pipe.write(bytes(65536))"),
        pytest.raises(NoInputError, match="is larger than 1 MiB"),
    ):
        read_file(pipe, limit=2**20)


@pytest.mark.skipif(not Path("/bin/bash").exists(), reason="no bash here")
@pytest.mark.parametrize("words", ["<(echo 'The port said no.')", "/dev/stdin < <(echo 'The port said no.')"])
def test_what_the_shell_gives_for_a_command_is_read(words: str) -> None:
    script = "import sys; from briefing.articles import read_article; print(read_article(sys.argv[1]).text, end='')"
    command = f"{shlex.quote(sys.executable)} -c {shlex.quote(script)} {words}"
    done = subprocess.run(["/bin/bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout == "The port said no.\n"


def test_a_socket_is_not_read(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s"))
        assert "cannot be opened" in refusal(str(tmp_path / "s"))


def test_links_that_lead_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert "cannot be opened" in refusal(str(tmp_path / "a"))


def test_a_name_with_nul_in_it() -> None:
    with pytest.raises(NoInputError):
        read_article("a\0b")


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The port said no.")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert read_article(str(tmp_path / "b.txt")).text == "The port said no."


def test_a_file_above_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(65 * 2**20)
    assert "larger than 64 MiB" in refusal(str(path))


def test_a_stream_above_the_limit_is_not_read_to_its_end() -> None:
    with pytest.raises(NoInputError, match="standard input: is larger"):
        read_stream(io.BytesIO(b"x" * 3_000_000), limit=2**20)


def test_a_stream_that_fails(tmp_path: Path) -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(InputOutputError, match="reading failed"):
        read_stream(Broken())


@pytest.mark.parametrize("after", ["The port said no, and then it said yes.", "The"])
def test_a_file_that_changes_while_it_is_read_is_noted(
    after: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The port said no.")
    read = sources._read

    def read_and_change(*arguments: object) -> bytes:
        data = read(*arguments)  # type: ignore[arg-type]
        path.write_text(after)
        return data

    monkeypatch.setattr(sources, "_read", read_and_change)
    assert read_file(path).notes == ("the file changed while it was read",)
