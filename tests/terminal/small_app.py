"""A small Textual app on the driver of this program, with the ways to end that the tests need."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from textual import events
from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.geometry import Offset
from textual.widgets import Static

from briefing.terminal.driver import driver_class


class Text(VerticalScroll):
    @property
    def reading_offset(self) -> Offset:
        return Offset(3, 2)


class SmallApp(App[None]):
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [  # noqa: RUF012
        ("q", "quit", "Quit"),
        ("j", "scroll(1)", "Down"),
        ("k", "scroll(-1)", "Up"),
        ("z", "suspend_process", "Stop"),
        ("x", "crash", "Crash"),
        ("h", "hang", "Hang"),
        ("e", "edit", "Editor"),
    ]
    CSS = "VerticalScroll {scrollbar-size-vertical: 0;} #beside {width: 30;}"

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield from self.panes()

    def panes(self) -> ComposeResult:
        with Text():
            yield Static("\n".join(f"Line {number} of the text: {number * 7919}" for number in range(400)))
        if "panes" in sys.argv:
            yield Static("\n".join(f"Pane beside the text, row {row}" for row in range(24)), id="beside")

    def on_mount(self) -> None:
        self.animation_level = "none"
        self.seen: list[events.Key] = []

    async def on_event(self, event: events.Event) -> None:
        # A key comes here again after the widgets have had it.
        if isinstance(event, events.Key) and not any(event is one for one in self.seen) and "keys" in sys.argv:
            self.seen.append(event)
            with Path(sys.argv[1] + ".keys").open("a") as file:
                file.write(f"{event.key} ")
        await super().on_event(event)

    def save_work(self) -> None:
        Path(sys.argv[1]).write_text("saved")

    def action_scroll(self, lines: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False, immediate=True)

    def action_crash(self) -> None:
        raise RuntimeError("on purpose")

    def action_hang(self) -> None:
        time.sleep(60)

    def action_edit(self) -> None:
        with self.suspend():
            subprocess.run(["sh", "-c", os.environ.get("TEST_EDITOR", "echo EDITOR ON THE LINE")], check=False)


if __name__ == "__main__":
    app = SmallApp(driver_class=driver_class(os.environ))
    app.run(mouse="mouse" in sys.argv)
    sys.exit(app.return_code)
