"""Open articles in; results on the desk out: from the cache or from the worker, with corrections laid over them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from briefing.errors import BriefingError, NoOutputError
from briefing.model import Briefing
from briefing.reader.collaborators import Collaborators, Worker
from briefing.reader.desk import Desk, OpenArticle
from briefing.reader.keymap import Keymap
from briefing.reader.lookup import Lookup
from briefing.reader.text.display import count
from briefing.worker.events import Event, Failed, Finished, Progress, WorkerDied, step_name

if TYPE_CHECKING:
    from briefing.corrections.correction import Correction
    from briefing.library.journal import Step


class Stage(Protocol):
    """The screen on which the article that is shown changes."""

    def say(self, message: str, role: str = "quiet") -> None:
        """Show a message until the next key."""

    def complain(self, message: str) -> None:
        """Show that something went wrong until the next key."""

    def remember_place(self) -> None:
        """Keep the reading position before the text is shown anew."""

    def show(self) -> None:
        """Show the open article in all panes at once, so that they never disagree."""

    def show_progress(self) -> None:
        """Say how far its analysis is."""


class Analyses:
    """The analyses of everything on the desk, each asked for once.

    Args:
        collaborators: cache, corrections and the way to start the worker.
        desk: the articles.
        stage: the screen.
        keymap: what she presses to start an analysis again.
        unsure_below: confidence under which a statement is shown as unsure.
    """

    def __init__(
        self, collaborators: Collaborators, desk: Desk, stage: Stage, keymap: Keymap, unsure_below: float
    ) -> None:
        self._collaborators = collaborators
        self._desk = desk
        self._stage = stage
        self._keymap = keymap
        self._unsure_below = unsure_below
        self._worker: Worker | None = None

    async def start(self, opened: OpenArticle) -> None:
        """Show a stored result, or ask the worker for one."""
        if opened.lookup is not None or opened.request is not None:
            return
        if (reason := self._collaborators.refusal(opened.article)) is not None:
            opened.failed, opened.progress = True, "not analysed"
            self._tell_progress(opened)
            if opened is self._desk.shown:
                self._stage.complain(reason)
            return
        if self.show_stored(opened):
            return
        try:
            if self._worker is None:
                self._worker = self._collaborators.start_worker(self.on_event)
                await self._worker.start()
            opened.failed = False
            opened.progress = "the analysis begins"
            opened.request = self._worker.submit(opened.article)
        except BriefingError as error:
            opened.failed, opened.progress = True, str(error)
        self._tell_progress(opened)

    def show_stored(self, opened: OpenArticle) -> bool:
        """Show the result of an earlier analysis; whether there is one."""
        stored = self._collaborators.results.get(opened.article)
        if stored is not None:
            self._show(opened, stored)
        return stored is not None

    def cancel(self, opened: OpenArticle) -> None:
        """Give up the analysis of an article."""
        if self._worker is not None and opened.request is not None:
            self._worker.cancel(opened.request)
        opened.request = None
        opened.progress = f"analysis stopped; {self._keymap.way_to('read-again')} starts it again"
        self._tell_progress(opened)

    async def close(self) -> None:
        """End the worker, if there is one."""
        if self._worker is not None:
            await self._worker.close()

    def on_event(self, event: Event) -> None:
        """Take what the worker tells: progress, a result, a failure."""
        match event:
            case WorkerDied(message):
                self._stage.complain(message)
            case Progress(request, step, done, total):
                if (opened := self._desk.with_request(request)) is not None:
                    opened.progress = f"{step_name(step)} {done + 1}/{total}" if total > 1 else step_name(step)
                    self._tell_progress(opened)
            case Finished(request, briefing):
                if (opened := self._desk.with_request(request)) is not None:
                    with suppress(NoOutputError):
                        self._collaborators.results.put(briefing)
                    self._show(opened, briefing)
            case Failed(request, message):
                if (opened := self._desk.with_request(request)) is not None:
                    opened.request, opened.failed, opened.progress = None, True, message
                    self._tell_progress(opened)
                    if opened is self._desk.shown:
                        self._stage.complain(message)

    def decide(self, opened: OpenArticle, correction: Correction) -> None:
        """Keep a correction, then show everything with it.

        Raises:
            BriefingError: it cannot be kept; nothing has changed.
        """
        self._collaborators.corrections.add(opened.article, correction)
        self._show_corrected(opened)

    def undo(self, opened: OpenArticle, step: Step) -> None:
        """Take a correction back, then show everything without it. Raises BriefingError."""
        self._collaborators.corrections.undo(opened.article, step)
        self._show_corrected(opened)

    def redo(self, opened: OpenArticle, step: Step) -> None:
        """Make a correction again, then show everything with it. Raises BriefingError."""
        self._collaborators.corrections.redo(opened.article, step)
        self._show_corrected(opened)

    def _show(self, opened: OpenArticle, found: Briefing) -> None:
        """Take a result; all panes change at once."""
        if opened is self._desk.shown:
            self._stage.remember_place()
        opened.article = found.article
        self._receive(opened, found)
        if opened is self._desk.shown:
            self._stage.show()

    def _show_corrected(self, opened: OpenArticle) -> None:
        if opened.found is not None:
            self._show(opened, opened.found)

    def _receive(self, opened: OpenArticle, found: Briefing) -> None:
        """Lay the corrections over what was found; where they cannot be read, say so and show what was found."""
        corrected, reviewed = found, frozenset[str]()
        try:
            corrections = self._collaborators.corrections.of(opened.article)
            if corrections:
                from briefing.corrections.overlay import apply

                review = apply(found, corrections)
                corrected, reviewed = review.briefing, review.reviewed
                if review.orphans:
                    what = count(len(review.orphans), "correction")
                    self._stage.say(f"{what} not applied: the words are gone ('briefing corrections' lists them)")
        except BriefingError as error:
            self._stage.complain(str(error))
        opened.receive(found, Lookup(corrected, self._unsure_below, reviewed))

    def _tell_progress(self, opened: OpenArticle) -> None:
        if opened is self._desk.shown:
            self._stage.show_progress()
