"""A command in; what it sends to its terminal out: bytes, milliseconds, and what it leaves switched on.

The command runs in a pseudo-terminal with the environment that sshd gives (TERM, LANG, SSH_TTY, no COLORTERM). Its
questions for the cursor position are answered, as every terminal does; those for left and right margins if asked for.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

QUIET = 0.25
"""Seconds of silence that end a response."""
PATIENCE = 0.6
"""Seconds to wait for the first byte of a response."""
MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
KITTY = re.compile(rb"\x1b\[([<>])[\d;]*u")
OFF_IS_UNUSUAL = {7, 25}
"""Wrapping and the cursor are on in a terminal at rest; every other mode is off."""


@dataclass(frozen=True)
class Response:
    """What followed a key."""

    data: bytes
    first_ms: float
    settled_ms: float


class Session:
    """A program on a terminal of its own."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        term: str = "xterm-256color",
        environment: Mapping[str, str] | None = None,
        answers: bool = True,
        margins: bool = False,
        cwd: Path | None = None,
    ) -> None:
        self.answers = answers
        self.margins = margins
        self.received = bytearray()
        self.line, slave = pty.openpty()
        self.slave_name = os.ttyname(slave)
        self._set_size(columns, rows)
        self.attributes = termios.tcgetattr(slave)
        keep = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        self.process = subprocess.Popen(
            list(command),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            cwd=cwd,
            env={**keep, "TERM": term, "LANG": "C.UTF-8", "SSH_TTY": "/dev/pts/0", **(environment or {})},
        )
        self._slave = slave

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.line, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def resize(self, columns: int, rows: int) -> None:
        self._set_size(columns, rows)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGWINCH)

    def read(self, seconds: float) -> bytes:
        """What comes within a time, at most until the next pause."""
        if self.line < 0 or not select.select([self.line], [], [], seconds)[0]:
            return b""
        try:
            data = os.read(self.line, 65536)
        except OSError:
            return b""
        self.received += data
        if self.margins and b"\x1b[?69$p" in data:
            self.send(b"\x1b[?69;2$y")
        if self.answers:
            for _ in range(data.count(b"\x1b[6n")):
                self.send(b"\x1b[1;1R")
        return data

    def send(self, data: bytes) -> None:
        os.write(self.line, data)

    def settle(self, patience: float = PATIENCE, quiet: float = QUIET, most: float = 20.0) -> Response:
        """Read until the program is silent."""
        begun = time.perf_counter()
        data, first, last, wait = b"", 0.0, 0.0, patience
        while time.perf_counter() - begun < most:
            piece = self.read(wait)
            if not piece:
                break
            last = time.perf_counter()
            first = first or last
            data += piece
            wait = quiet
        since = (first - begun) * 1000 if data else 0.0
        return Response(data, since, (last - begun) * 1000 if data else 0.0)

    def press(self, keys: bytes, patience: float = PATIENCE) -> Response:
        """Type, and read what follows."""
        self.send(keys)
        return self.settle(patience)

    def wait_for(self, pattern: bytes, seconds: float = 30.0) -> bool:
        """Read until something has been received; whether it was."""
        deadline = time.perf_counter() + seconds
        while re.search(pattern, bytes(self.received)) is None:
            left = deadline - time.perf_counter()
            if left <= 0:
                return False
            if not self.read(min(left, 0.2)) and self.process.poll() is not None:
                return re.search(pattern, bytes(self.received)) is not None
        return True

    def hang_up(self) -> None:
        """Cut the line, as when a connection is lost."""
        for descriptor in (self.line, self._slave):
            if descriptor >= 0:
                os.close(descriptor)
        self.line = self._slave = -1

    def wait(self, seconds: float = 10.0) -> int | None:
        """The exit status, or None if the program is still running after that time."""
        deadline = time.perf_counter() + seconds
        while self.process.poll() is None and time.perf_counter() < deadline:
            if self.line >= 0:
                self.read(0.02)
            else:
                time.sleep(0.02)
        while self.line >= 0 and self.read(0.05):
            pass
        return self.process.poll()

    def left_on(self) -> set[str]:
        """Everything the program switched and did not switch back."""
        modes: dict[int, bool] = {}
        for numbers, action in MODE.findall(bytes(self.received)):
            for number in numbers.split(b";"):
                modes[int(number)] = action == b"h"
        left = {f"?{number}" for number, on in modes.items() if on != (number in OFF_IS_UNUSUAL)}
        if sum(1 if push == b">" else -1 for push in KITTY.findall(bytes(self.received))) > 0:
            left.add("kitty keys")
        if self._slave >= 0 and termios.tcgetattr(self._slave) != self.attributes:
            left.add("termios")
        return left

    def typed(self) -> bytes:
        """What a shell that comes after the program would take for typed text."""
        attributes = termios.tcgetattr(self._slave)
        attributes[3] &= ~termios.ICANON
        termios.tcsetattr(self._slave, termios.TCSANOW, attributes)
        return os.read(self._slave, 4096) if select.select([self._slave], [], [], 0.05)[0] else b""

    def memory_mib(self) -> float:
        """Resident memory of the program and everything it started, in MiB; 0 where /proc does not exist."""
        total = 0
        for process in [self.process.pid, *descendants(self.process.pid)]:
            with contextlib.suppress(OSError, IndexError):
                pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
                total += pages * os.sysconf("SC_PAGE_SIZE")
        return total / (1 << 20)

    def cpu_seconds(self) -> float:
        """Processor time the program has used so far, without what it started; 0 where the system does not say.

        The number of the clock is the one that clock_getcpuclockid(3) gives on Linux for a whole process.
        """
        with contextlib.suppress(OSError):
            return time.clock_gettime(~self.process.pid << 3 | 2)
        return 0.0

    def close(self) -> None:
        """End the program if it still runs."""
        if self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.hang_up()


def descendants(process: int) -> list[int]:
    """Every process that a process has started, directly or not."""
    children: list[int] = []
    for entry in Path(f"/proc/{process}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            children += [int(word) for word in entry.read_text().split()]
    return children + [deeper for child in children for deeper in descendants(child)]
