"""A file is there whole or not at all: also when the disk is full, the name is taken, or the process is killed."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefing.errors import NoOutputError
from briefing.files import write_atomically


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_whole_and_private(tmp_path):
    write_atomically(tmp_path / "a.md", b"words")
    assert (tmp_path / "a.md").read_bytes() == b"words"
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o600
    assert names(tmp_path) == ["a.md"]


def test_an_old_file_is_replaced(tmp_path):
    (tmp_path / "a.md").write_bytes(b"old")
    write_atomically(tmp_path / "a.md", b"new")
    assert (tmp_path / "a.md").read_bytes() == b"new"
    assert names(tmp_path) == ["a.md"]


def test_an_old_file_stays_where_nothing_may_be_replaced(tmp_path):
    (tmp_path / "a.md").write_bytes(b"old")
    with pytest.raises(NoOutputError, match="exists already"):
        write_atomically(tmp_path / "a.md", b"new", overwrite=False)
    assert (tmp_path / "a.md").read_bytes() == b"old"
    assert names(tmp_path) == ["a.md"]


def test_a_file_system_without_hard_links_is_written_to_as_well(tmp_path, monkeypatch):
    def no_links(*_):
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    write_atomically(tmp_path / "new", b"whole", overwrite=False)
    assert (tmp_path / "new").read_bytes() == b"whole"
    with pytest.raises(NoOutputError, match="exists already"):
        write_atomically(tmp_path / "new", b"other", overwrite=False)
    assert (tmp_path / "new").read_bytes() == b"whole"
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_a_folder_that_does_not_exist_is_an_error_for_the_reader(tmp_path):
    with pytest.raises(NoOutputError, match="cannot be written"):
        write_atomically(tmp_path / "no" / "a.md", b"x")


@pytest.mark.parametrize("step", ["fsync", "write"])
def test_an_error_half_way_leaves_the_old_file(tmp_path, monkeypatch, step):
    (tmp_path / "a.md").write_bytes(b"old")

    def no_space(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", no_space)
    else:
        monkeypatch.setattr(Path, "replace", no_space)
    with pytest.raises(NoOutputError, match="No space left on device"):
        write_atomically(tmp_path / "a.md", b"new")
    assert (tmp_path / "a.md").read_bytes() == b"old"
    assert names(tmp_path) == ["a.md"]


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 64 KiB; only root may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True).returncode != 0:
        pytest.skip("a small disk can be mounted only by root")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_the_old_file_and_nothing_else(small_disk):
    write_atomically(small_disk / "a.md", b"old")
    with pytest.raises(NoOutputError, match="No space left on device"):
        write_atomically(small_disk / "a.md", b"x" * 200_000)
    assert (small_disk / "a.md").read_bytes() == b"old"
    assert names(small_disk) == ["a.md"]


WRITER = """
import sys
from pathlib import Path
from briefing.files import write_atomically
print("ready", flush=True)
while True:
    for letter in (b"a", b"b"):
        write_atomically(Path(sys.argv[1]), letter * 2_000_000)
"""


def test_a_process_that_is_killed_while_writing_leaves_a_whole_file(tmp_path):
    target = tmp_path / "a.md"
    for wait in (0.01, 0.03, 0.05):
        process = subprocess.Popen([sys.executable, "-c", WRITER, str(target)], stdout=subprocess.PIPE)
        assert process.stdout.readline() == b"ready\n"
        while not target.exists():
            time.sleep(0.005)
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        data = target.read_bytes()
        assert data in (b"a" * 2_000_000, b"b" * 2_000_000)
