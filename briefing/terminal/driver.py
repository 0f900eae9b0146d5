"""Textual's screen updates and the keys of the terminal in; the fewest bytes and Textual's events out.

`BriefingDriver` takes the place of Textual's own driver (`App(driver_class=driver_class(os.environ))`). It keeps the
screen it wants and the screen the terminal shows, and sends the difference whenever the line is free: on a slow line
frames are skipped, never queued. It ends the app in order when the line drops, and leaves the terminal as it was.
The variable BRIEFING_DRIVER=textual brings Textual's own driver back.
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import gc
import os
import re
import signal
import sys
import termios
import threading
import time
import tty
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from textual import constants, events
from textual.app import App
from textual.driver import Driver
from textual.geometry import Offset, Size
from textual.message import Message

from briefing.terminal import hooks, modes
from briefing.terminal.capabilities import CONTROLLING_TERMINAL, detect
from briefing.terminal.output import Output
from briefing.terminal.picture import Picture

SWITCH = "BRIEFING_DRIVER"
ENDING_SIGNALS = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)
KEYBOARD_SIGNALS = (signal.SIGINT, signal.SIGQUIT)
PATIENCE_AT_END = 5.0
"""Seconds that an app may take to end after a signal before the process is ended for it."""
PATIENCE_OF_LINE = 1.0
"""Seconds that the line may take at the end to accept what is still to be written."""
TIME_TO_STOP = 0.05
"""Seconds in which the system stops the process, if it does."""
READ_AT_ONCE = 4096
ESCAPE = "\x1b"
LONE_ESCAPE = re.compile(f"{ESCAPE}(?=[^\\[O])")
"""An Escape after which no sequence begins that terminals send without having been asked (ECMA-48 CSI and SS3)."""
QUIET_AFTER_RESIZE = 0.05
"""Seconds after a change of size in which Textual may paint by itself before the old picture is sent again."""


def driver_class(environment: Mapping[str, str]) -> type[Driver] | None:
    """The driver an app shall be made with; None stands for Textual's own."""
    return None if environment.get(SWITCH) == "textual" else BriefingDriver


class BriefingDriver(Driver):
    """Connects a Textual app with a terminal on a POSIX system.

    An app that has a method `save_work()` is told so before it is ended by a signal or a lost line.
    """

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        """Prepare for an app; nothing is sent before `start_application_mode`.

        Args:
            app: the app that is shown.
            debug: write what is read into a file (Textual's switch).
            mouse: report buttons and the wheel; the terminal's own selection then needs the Shift key.
            size: columns and rows, where they are not to be asked of the terminal.
        """
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        stdin, stdout = sys.__stdin__, sys.__stdout__
        if stdin is None or stdout is None:
            raise OSError("the standard streams are closed")
        self.terminal = detect(os.environ, stdin, stdout)
        self._screen = stdout.fileno()
        self._keyboard = stdin.fileno()
        if self.terminal.keyboard == "tty":
            self._keyboard = os.open(CONTROLLING_TERMINAL, os.O_RDWR | os.O_NOCTTY)
        self._size = size or self._terminal_size()
        self._picture = Picture(self.terminal)
        self._output: Output | None = None
        self._attributes: list[Any] | None = None
        self._parser = hooks.XTermParser(debug)
        self._escape = ""
        """An Escape of which it is not known yet whether it begins a sequence."""
        self._escaped_at = 0.0
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._must_signal_resume = False
        self.was_stopped = False
        """Whether the last wish to stop was followed: nobody stops where no shell waits."""
        self._ending = False
        self._watchdog: threading.Timer | None = None
        self._reading = False
        self._held: asyncio.TimerHandle | None = None
        hooks.take_over_display(app, self._show)
        # Otherwise the interpreter looks through every object once more at its end, and the shell waits for 0.3 s.
        atexit.register(gc.freeze)
        signal.signal(signal.SIGTSTP, self._stop_for_shell)
        signal.signal(signal.SIGCONT, self._continue_from_shell)

    @property
    def can_suspend(self) -> bool:
        """Another program may have the terminal for a while."""
        return True

    @property
    def scrolls_panes(self) -> bool:
        """Whether the terminal is known to scroll a part of the columns alone."""
        return self._picture.abilities.margins

    # The screen

    def write(self, data: str) -> None:
        """Send a control sequence that draws nothing (clipboard, bell)."""
        if self._output is not None:
            self._output.send(data)

    def repaint(self) -> None:
        """Send the whole screen again, for a terminal on which something else has written."""
        self._picture.forget()
        self._send()

    def _show(self, update: hooks.Update) -> None:
        """Take over what changed on the screen and send it if the line is free."""
        self._picture.apply(update)
        self._send()

    def _send(self) -> None:
        """Send the difference between the wanted screen and the shown one, unless the line is still busy."""
        output = self._output
        # What comes after the terminal was given back would be drawn over the shell's text.
        if output is None or not output.idle or not self._reading:
            return
        if wait := self._picture.seconds_to_hold:
            if self._held is None:
                self._held = self._loop.call_later(wait, self._release)
            return
        data = self._picture.frame(self._cursor())
        if data:
            output.send(data)

    def _cursor(self) -> Offset:
        """Where the terminal's cursor belongs: braille lines and screen readers follow it, though it is not shown.

        A widget that has the keyboard may say where in it she is reading, with a property `reading_offset`.
        """
        focused = self._app.focused if self._app.screen_stack else None
        offset = getattr(focused, "reading_offset", None)
        if focused is None or not isinstance(offset, Offset):
            return self._app.cursor_position
        return focused.region.offset + offset

    def _release(self) -> None:
        """Send what was kept back: the terminal has answered, or has taken too long."""
        if self._held is not None:
            self._held.cancel()
            self._held = None
        self._send()

    # Start and end

    def start_application_mode(self) -> None:
        """Take the terminal: raw keys, second screen, no cursor, and nothing else that must be undone."""
        if not self._in_foreground():
            return
        self._output = Output(self._screen, self._in_loop(self._send), self._in_loop(self._lose_line))
        self._picture.forget()
        self._make_raw()
        self.write(modes.entering(self.terminal, mouse=self._mouse) + self._picture.first_question())
        self._loop.add_signal_handler(signal.SIGWINCH, self._resize)
        for number in ENDING_SIGNALS:
            signal.signal(number, self._on_ending_signal)
        self._loop.add_reader(self._keyboard, self._read)
        self._reading = True
        self._resize()
        if self._must_signal_resume:
            self._must_signal_resume = False
            self.send_message(self.SignalResume())

    def disable_input(self) -> None:
        """Read no more keys, and forget those that were typed but not read."""
        if not self._reading:
            return
        self._reading = False
        self._loop.remove_reader(self._keyboard)
        self._loop.remove_signal_handler(signal.SIGWINCH)
        with contextlib.suppress(termios.error):
            termios.tcflush(self._keyboard, termios.TCIFLUSH)

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was found."""
        output = self._output
        if output is not None:
            if not output.wait(PATIENCE_OF_LINE):
                output.discard()
            output.send(modes.leaving(self.terminal, mouse=self._mouse))
            output.wait(PATIENCE_OF_LINE)
        self._picture.collect_answers(self._keyboard)
        self.disable_input()
        self._restore_attributes()

    def close(self) -> None:
        """Stop writing."""
        if self._output is not None:
            self._output.close()
            self._output = None

    def _in_foreground(self) -> bool:
        """Whether this process may use the terminal; a process continued in the background is stopped again.

        Setting the attributes to what they are changes nothing, but tells.
        """
        if not os.isatty(self._keyboard):
            return True

        def stop_again(*_: object) -> None:
            os.kill(os.getpid(), signal.SIGSTOP)

        handlers = {number: signal.signal(number, stop_again) for number in (signal.SIGTTOU, signal.SIGTTIN)}
        try:
            termios.tcsetattr(self._keyboard, termios.TCSANOW, termios.tcgetattr(self._keyboard))
        except termios.error:
            return False
        finally:
            for number, handler in handlers.items():
                signal.signal(number, handler)
        return True

    def _make_raw(self) -> None:
        """Let keys through one by one and unchanged, and line feeds without a carriage return before them."""
        try:
            self._attributes = termios.tcgetattr(self._keyboard)
            raw = termios.tcgetattr(self._keyboard)
        except termios.error:
            self._attributes = None
            return
        raw[tty.LFLAG] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
        raw[tty.IFLAG] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        raw[tty.OFLAG] &= ~termios.OPOST
        raw[tty.CC][termios.VMIN] = 1
        raw[tty.CC][termios.VTIME] = 0
        with contextlib.suppress(termios.error):
            termios.tcsetattr(self._keyboard, termios.TCSANOW, raw)

    def _restore_attributes(self) -> None:
        """Set the keys back to how the shell had them."""
        if self._attributes is not None:
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self._keyboard, termios.TCSANOW, self._attributes)

    # The keyboard

    def _read(self) -> None:
        """Turn waiting bytes into events; the end of the input is the end of the line."""
        try:
            data = os.read(self._keyboard, READ_AT_ONCE)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            data = b""
        if not data:
            self._lose_line()
            return
        scrolled_panes = self.scrolls_panes
        text = self._picture.take_answers(self._escape + self._decode(data))
        self._escape = ""
        if self.scrolls_panes and not scrolled_panes and self._app.screen_stack:
            self._app.screen.refresh()
        for message in self._messages(text):
            self.process_message(message)
        # A lone Escape is only known to be one when nothing has followed for a while.
        self._loop.call_later(constants.ESCAPE_DELAY * 1.1, self._tick)

    def _messages(self, text: str) -> Iterator[Message]:
        """What the parser makes of a text.

        On a slow line Escape comes together with the key after it. The parser would take that for a key with Alt, which
        means nothing here, so the two are parted; an Escape at the end waits for what follows.
        """
        if text.endswith(ESCAPE):
            text, self._escape, self._escaped_at = text[:-1], ESCAPE, time.monotonic()
        for number, piece in enumerate(LONE_ESCAPE.split(text)):
            if number:
                yield events.Key("escape", ESCAPE)
            # An empty text would tell the parser that the input has ended.
            if piece:
                yield from self._parser.feed(piece)

    def _tick(self) -> None:
        """Let the parser see that time has passed."""
        if self._escape and time.monotonic() - self._escaped_at >= constants.ESCAPE_DELAY:
            self._escape = ""
            self.process_message(events.Key("escape", ESCAPE))
        for message in self._parser.tick():
            self.process_message(message)

    def process_message(self, message: Message) -> None:
        """Keep the terminal's answers to this driver; pass everything else on."""
        if isinstance(message, events.CursorPosition):
            self._picture.answered()
            self._release()
            return
        super().process_message(message)

    # Size

    def _terminal_size(self) -> tuple[int, int]:
        """Columns and rows; 80 by 24 where the line does not say."""
        try:
            columns, rows = os.get_terminal_size(self._screen)
        except OSError:
            columns = rows = 0
        return columns or 80, rows or 24

    def _resize(self) -> None:
        """Tell the app the size, and never trust what a terminal shows after its size has changed."""
        size = self._size = self._terminal_size()
        self._picture.resize(*size)
        self.send_message(events.Resize(Size(*size), Size(*size)))
        self._loop.call_later(QUIET_AFTER_RESIZE, self._send)

    # Signals and lines that drop

    def _in_loop(self, call: Callable[[], None]) -> Callable[[], None]:
        """A function for another thread that has a call made in the app's loop, as long as there is one."""

        def schedule() -> None:
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(call)

        return schedule

    def _on_ending_signal(self, number: int, *_: object) -> None:
        """End in order as soon as the loop runs, and all the same if it never runs again.

        While another program has the terminal, the keys that send signals mean that program.
        """
        if self._output is None and number in KEYBOARD_SIGNALS:
            return
        self._start_watchdog(number)
        if self._output is None:
            # The app waits for that program, and may wait in vain.
            self._save_work()
        self._in_loop(lambda: self._end(number))()

    def _start_watchdog(self, number: int) -> None:
        """Have the process ended in a while if it does not end by itself."""
        if self._watchdog is None:
            self._watchdog = threading.Timer(PATIENCE_AT_END, self._end_at_once, (128 + number,))
            self._watchdog.daemon = True
            self._watchdog.start()

    def _lose_line(self) -> None:
        """Nobody is there any more: stop reading and end the app."""
        self.disable_input()
        self._end(signal.SIGHUP)

    def _end(self, number: int) -> None:
        """Save the reader's work and end the app; if it does not end by itself, end the process."""
        if self._ending:
            return
        self._ending = True
        self._start_watchdog(number)
        self._save_work()
        self._app.exit(return_code=128 + number)

    def _save_work(self) -> None:
        """Have the app keep what would be lost."""
        save_work = getattr(self._app, "save_work", None)
        if callable(save_work):
            # Whatever goes wrong with saving, the app must end; nobody may be there to read an error.
            with contextlib.suppress(Exception):
                save_work()

    def _end_at_once(self, status: int) -> None:
        """End a process that hangs, leaving the terminal usable; runs in the watchdog's thread."""
        if self._output is not None:
            self._output.discard()
            self._output.send(modes.leaving(self.terminal, mouse=self._mouse))
            self._output.wait(PATIENCE_OF_LINE)
        self._restore_attributes()
        os._exit(status)

    def _stop_for_shell(self, *_: object) -> None:
        """Ctrl-Z: give the terminal back, then stop with everything of this job, as the shell expects it.

        The system stops nobody for whom no shell waits: not, for example, what sshd has started itself.
        """
        if self._auto_restart and self._output is not None:
            self.suspend_application_mode()
            self._must_signal_resume = True
        self.was_stopped = False
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.killpg(0, signal.SIGTSTP)
        time.sleep(TIME_TO_STOP)
        signal.signal(signal.SIGTSTP, self._stop_for_shell)
        if not self.was_stopped:
            self._take_again()

    def _continue_from_shell(self, *_: object) -> None:
        """The shell's `fg`: take the terminal again."""
        self.was_stopped = True
        self._take_again()

    def _take_again(self) -> None:
        """Take the terminal after a stop; the window may have another size now."""
        if self._auto_restart and self._must_signal_resume:
            self.resume_application_mode()
            asyncio.run_coroutine_threadsafe(self._refresh(), self._loop)

    async def _refresh(self) -> None:
        """Lay the screen out again after a stop."""
        self._app.refresh(layout=True)
