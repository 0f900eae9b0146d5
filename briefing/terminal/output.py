"""Text for the terminal in; bytes on its line out, without the screen ever waiting for a slow line.

A thread writes. Who sends asks `idle` first and keeps back what would only pile up: while the line is stalled, at
most what was sent before and a bounded rest of control sequences is held in memory.
"""

from __future__ import annotations

import contextlib
import os
import select
import termios
import threading
from collections.abc import Callable

MOST_HELD = 1 << 20
"""Bytes that may wait for the line; what comes on top of them is dropped (a clipboard text on a dead line)."""


class Output:
    """The writing end of a terminal."""

    def __init__(self, descriptor: int, on_idle: Callable[[], None], on_broken: Callable[[], None]) -> None:
        """Start writing to a descriptor.

        Args:
            descriptor: the terminal.
            on_idle: called in the writing thread each time everything has been written.
            on_broken: called there once, when the line is gone.
        """
        self.descriptor = descriptor
        self.written = 0
        """Bytes that the line has taken."""
        self._on_idle = on_idle
        self._on_broken = on_broken
        self._waiting = bytearray()
        self._writing = False
        self._closing = False
        self._broken = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._write_on, name="briefing-output", daemon=True)
        self._thread.start()

    @property
    def idle(self) -> bool:
        """Whether the line has taken everything that was sent."""
        with self._changed:
            return not self._waiting and not self._writing

    def send(self, text: str) -> None:
        """Hand text over for writing; never blocks."""
        data = text.encode("utf-8", "replace")
        with self._changed:
            if self._broken or self._closing or len(self._waiting) + len(data) > MOST_HELD:
                return
            self._waiting += data
            self._changed.notify_all()

    def wait(self, seconds: float) -> bool:
        """Wait until the line has taken everything; whether it did within so many seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: self._broken or not (self._waiting or self._writing), seconds)

    def discard(self) -> None:
        """Throw away what waits for a stalled line, in this process and in the kernel."""
        with self._changed:
            self._waiting.clear()
        with contextlib.suppress(termios.error, OSError):
            termios.tcflush(self.descriptor, termios.TCOFLUSH)

    def close(self) -> None:
        """Take nothing more. What has not been written by now is not waited for; see `wait`."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(0.2)

    def _write_on(self) -> None:
        """Write whatever is waiting until the end; runs in the thread."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._closing)
                if not self._waiting:
                    return
                data = bytes(self._waiting)
                self._waiting.clear()
                self._writing = True
            whole = self._write(data)
            with self._changed:
                self._writing = False
                self._broken = self._broken or not whole
                self._changed.notify_all()
            if not whole:
                self._on_broken()
                return
            if self.idle:
                self._on_idle()

    def _write(self, data: bytes) -> bool:
        """Write all bytes, however long the line takes; whether the line is still there."""
        rest = memoryview(data)
        while rest:
            try:
                count = os.write(self.descriptor, rest)
            except BlockingIOError:
                select.select([], [self.descriptor], [])
            except OSError:
                return False
            else:
                self.written += count
                rest = rest[count:]
        return True
