"""Screen updates in; frames for the terminal out, each made against what the terminal shows at that moment.

After about a kilobyte the terminal is asked for its cursor position (DSR 6). Its answer proves that everything sent
before has arrived at the reader's end; until then the next frame is kept back, so that a held-down key never builds
up a queue on a slow line. A terminal that has never answered is never waited for.
"""

from __future__ import annotations

import os
import re
import select
import time
from collections import Counter
from collections.abc import Callable
from itertools import chain

from msgspec.structs import replace
from textual.geometry import Offset

from briefing.terminal import hooks, modes
from briefing.terminal.capabilities import Terminal
from briefing.terminal.encoder import Abilities, Encoder, difference
from briefing.terminal.grid import Grid
from briefing.terminal.look import PLAIN, change

ASK_AFTER = 1024
"""Bytes of frames after which the terminal is asked whether they have arrived."""
ASK = "\x1b[6n"
LONGEST_WAIT = 3.0
"""Seconds after which a frame is sent although the last question is not answered."""
LAST_WAIT = 2.0
"""Seconds that the end of the program waits for answers under way; where none has come yet, since it has asked."""
TRIES = 3
"""Unanswered questions after which a terminal is taken for one that never answers."""
SYNCHRONISE_FROM = 1200
"""Bytes from which on a frame is wrapped so that the terminal shows it at once; smaller ones travel in one packet."""
MARGINS_ANSWER = re.compile(r"\x1b\[\?69;([0-4])\$y")
CURSOR_ANSWER = re.compile(rb"\x1b\[\d+;\d+R")


class Picture:
    """The screen as it is wanted, and as the terminal shows it."""

    def __init__(self, terminal: Terminal, clock: Callable[[], float] = time.monotonic) -> None:
        """A picture for a terminal; it has no size before `resize`."""
        self.terminal = terminal
        self.abilities = Abilities(
            scroll_region=terminal.scroll_region,
            scrolls_many=terminal.scrolls_many,
            erases_characters=terminal.erases_characters,
            erases_with_background=terminal.erases_with_background,
        )
        self._clock = clock
        self._wanted = Grid(0, 0)
        self._shown: Grid | None = None
        self._cursor: Offset | None = None
        """Where the last frame left the cursor; None when something has changed since."""
        self._pen = Encoder(self.abilities)
        self._unasked = 0
        self._asked_at: float | None = None
        self._asked = 0
        self._answers = 0

    def resize(self, width: int, height: int) -> None:
        """The terminal has another size: what it shows is unknown, what is wanted is kept as far as it fits."""
        old = self._wanted
        self._wanted = Grid(width, height)
        for y in range(min(height, old.height)):
            self._wanted.copy_row(y, old)
        self.forget()

    def forget(self) -> None:
        """Whatever the terminal shows is no longer known."""
        self._shown = self._cursor = None

    def apply(self, update: hooks.Update) -> None:
        """Take over what changed on Textual's screen."""
        size = hooks.size_of(update)
        if size is not None and size != (self._wanted.width, self._wanted.height):
            self.resize(*size)
        self._cursor = None
        colours, unicode = self.terminal.colours, self.terminal.unicode
        for x, y, strip in hooks.to_pieces(update):
            self._wanted.paint(x, y, strip, colours, unicode=unicode)

    def frame(self, cursor: Offset) -> str:
        """What must be sent now so that the terminal shows the wanted screen, with its cursor at a place."""
        wanted = self._wanted
        if cursor == self._cursor or not (wanted.width and wanted.height):
            return ""
        self._cursor = cursor
        clearing = ""
        if self._shown is None or (self._shown.width, self._shown.height) != (wanted.width, wanted.height):
            clearing, self._shown = self._clear()
        self._pen = difference(self._pen, self._shown, wanted)
        self._pen.move(min(max(cursor.x, 0), wanted.width - 1), min(max(cursor.y, 0), wanted.height - 1), wanted.height)
        self._shown = wanted.copy()
        data = clearing + self._pen.sent
        if len(data) >= SYNCHRONISE_FROM:
            data = modes.on(modes.SYNCHRONISED) + data + modes.off(modes.SYNCHRONISED)
        return data + self._question(len(data))

    def _clear(self) -> tuple[str, Grid]:
        """Blank the terminal, in the background that most of the wanted screen has where erasing can do that."""
        fill = PLAIN
        if self.abilities.erases_with_background:
            looks = Counter(chain.from_iterable(self._wanted.looks)).most_common()
            fill = next((look for look, _ in looks if look.erasable), PLAIN)
        self._pen = Encoder(self.abilities, fill)
        shown = Grid(self._wanted.width, self._wanted.height)
        shown.fill(fill)
        return "\x1b[m" + change(PLAIN, fill) + "\x1b[2J", shown

    # Answers of the terminal

    @property
    def seconds_to_hold(self) -> float:
        """How long the next frame is to be kept back, unless the answer comes before; 0 if it need not wait."""
        if self._asked_at is None or not self._answers:
            return 0.0
        return max(0.0, self._asked_at + LONGEST_WAIT - self._clock())

    def _question(self, sent: int) -> str:
        """Ask for a sign of life when much has been sent since the last one."""
        self._unasked += sent
        if self._unasked < ASK_AFTER or (self._asked >= TRIES and not self._answers):
            return ""
        return self._ask()

    def _ask(self) -> str:
        """The question, which is now under way; one that was not answered in time is given up."""
        if self._answers:
            self._answers = self._asked
        self._unasked = 0
        self._asked += 1
        self._asked_at = self._clock()
        return ASK

    def first_question(self) -> str:
        """Ask whether there are left and right margins; few terminals answer that, so ask something that all answer."""
        if not self.terminal.may_have_margins:
            return ""
        return modes.request(modes.MARGINS) + self._ask()

    def answered(self) -> None:
        """The terminal has told its cursor position: all that was sent before that question has arrived."""
        self._answers = min(self._answers + 1, self._asked)
        if self._answers == self._asked:
            self._asked_at = None

    def take_answers(self, text: str) -> str:
        """Read the terminal's answer about margins out of what was typed; the rest is given back."""
        found = MARGINS_ANSWER.search(text)
        if found is None:
            return text
        self.abilities = replace(self.abilities, margins=found[1] in "12")
        self._pen.abilities = self.abilities
        return text[: found.start()] + text[found.end() :]

    def collect_answers(self, keyboard: int) -> None:
        """Wait a moment for answers that are still under way, or the shell would take them for typed text.

        Questions are answered in their order; after the last cursor position nothing else can come.
        """
        if self._asked_at is None:
            return
        deadline = (self._clock() if self._answers else self._asked_at) + LAST_WAIT
        text = b""
        while self._answers < self._asked and (data := self._typed(keyboard, deadline)):
            before, text = text, text + data
            self._answers += len(CURSOR_ANSWER.findall(text)) - len(CURSOR_ANSWER.findall(before))
        self._asked = self._answers
        self._asked_at = None

    def _typed(self, keyboard: int, deadline: float) -> bytes:
        """What comes from the terminal before a time; nothing where the line is gone."""
        left = max(0.0, deadline - self._clock())
        try:
            return os.read(keyboard, 4096) if select.select([keyboard], [], [], left)[0] else b""
        except OSError:
            return b""
