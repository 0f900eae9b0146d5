"""Articles in; their briefings out in the same order, made by several analysis processes at once.

Each process is `python -m briefing.worker`, started when there is an article for it. It is no fork of this one, has a
session of its own, so that Ctrl-C reaches only this process, and ends when this one does. Only so many articles are
held at a time as keep the processes busy.
"""

from __future__ import annotations

import os
import selectors
import subprocess
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

import msgspec

from briefing.errors import AnalysisError, BriefingError, ModelMissingError
from briefing.model import Article, Briefing
from briefing.worker.events import LOADING
from briefing.worker.launch import spawn
from briefing.worker.protocol import (
    HEADER,
    Analyze,
    Answer,
    Failure,
    Ready,
    Result,
    Step,
    body_length,
    decode_answer,
    frame,
)

HELD_FOR_EACH_PROCESS = 2
"""One article that is analysed and one that is read meanwhile, or waits for its turn to be printed."""

MOST_BY_DEFAULT = 4
"""Processes, each of which holds a language model of some hundred megabytes."""

PIECE = 1 << 20
PARTS = 1000
"""Into how many parts progress is divided."""


@dataclass(eq=False)
class Task:
    """An article on its way through: analysed as soon as it has a result or an error."""

    source: str
    article: Article | None = None
    briefing: Briefing | None = None
    error: BriefingError | None = None
    is_from_cache: bool = False
    step: str = LOADING
    part_done: float = 0.0
    """Of the analysis, from 0 to 1."""

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do for it."""
        return self.briefing is not None or self.error is not None


class Analysts:
    """Several analysis processes; call `close` when done.

    Args:
        command: program that speaks `briefing.worker.protocol`.
        jobs: how many processes at most.
        timings: whether results record the processor time that they took.
    """

    def __init__(self, command: Sequence[str], jobs: int, *, timings: bool = False) -> None:
        self._command = command
        self._jobs = jobs
        self._timings = timings
        self._answers = selectors.DefaultSelector()
        self._analysts: list[_Analyst] = []
        self._waiting: deque[Task] = deque()
        self._refusal: str | None = None

    def in_order(self, tasks: Iterable[Task], on_step: Callable[[str, int, int], None]) -> Iterator[Task]:
        """Each task once it is done, in the order of the tasks, which are taken from their iterator as needed."""
        held: deque[Task] = deque()
        coming = iter(tasks)
        is_more = True
        while is_more or held:
            if held and held[0].is_done:
                yield held.popleft()
            elif is_more and len(held) < self._jobs * HELD_FOR_EACH_PROCESS:
                task = next(coming, None)
                is_more = task is not None
                if task is not None:
                    held.append(task)
                    self._take(task)
            else:
                on_step(held[0].step, round(PARTS * sum(task.part_done for task in held)), PARTS)
                self._listen()

    def close(self) -> None:
        """End the processes, whatever they are at, and wait until they are gone."""
        while self._analysts:
            self._dismiss(self._analysts[-1])
        self._answers.close()

    def _take(self, task: Task) -> None:
        if not task.is_done:
            self._waiting.append(task)
            self._assign()

    def _assign(self) -> None:
        """Give tasks to the processes that have none; start another if all are busy and more are allowed."""
        if self._refusal is not None:
            while self._waiting:
                self._waiting.popleft().error = ModelMissingError(self._refusal)
        for analyst in self._analysts:
            if self._waiting and analyst.is_ready and analyst.task is None:
                analyst.give(self._waiting.popleft(), timings=self._timings)
        starting = sum(not analyst.is_ready for analyst in self._analysts)
        if len(self._waiting) > starting and len(self._analysts) < self._jobs:
            self._start()

    def _start(self) -> None:
        try:
            analyst = _Analyst(spawn(self._command))
        except OSError as error:
            self._refuse(f"the analysis process cannot be started ({error.strerror or error})")
            return
        self._analysts.append(analyst)
        self._answers.register(analyst.answers, selectors.EVENT_READ, analyst)

    def _listen(self) -> None:
        """Wait for the next answers, and act on them."""
        for key, _ in self._answers.select():
            analyst: _Analyst = key.data
            try:
                answers = analyst.receive()
            except (EOFError, OSError, ValueError, msgspec.DecodeError):
                self._lose(analyst)
            else:
                for answer in answers:
                    self._handle(analyst, answer)
        self._assign()

    def _handle(self, analyst: _Analyst, answer: Answer) -> None:
        task = analyst.task
        match answer:
            case Ready():
                analyst.is_ready = True
            case Failure(None, message):
                self._refuse(message)
            case Step(_, step, done, total) if task is not None:
                task.step, task.part_done = step, done / max(total, 1)
            case Result(_, briefing) if task is not None:
                task.briefing, task.part_done, analyst.task = briefing, 1.0, None
            case Failure(_, message) if task is not None:
                named = message if message.startswith(task.source) else f"{task.source}: {message}"
                task.error, task.part_done, analyst.task = AnalysisError(named), 1.0, None

    def _lose(self, analyst: _Analyst) -> None:
        """A process has ended unasked: its article failed, the others go on; one that never got ready says no more."""
        if analyst.task is not None:
            analyst.task.error = AnalysisError(
                f"{analyst.task.source}: the analysis process ended unexpectedly, perhaps for want of memory; "
                "try it alone, with --jobs 1"
            )
        elif not analyst.is_ready:
            self._refuse("the analysis process ended before it was ready; try --jobs 1")
        self._dismiss(analyst)

    def _refuse(self, message: str) -> None:
        if self._refusal is None:
            self._refusal = message
        self._assign()

    def _dismiss(self, analyst: _Analyst) -> None:
        self._analysts.remove(analyst)
        self._answers.unregister(analyst.answers)
        analyst.end()


class _Analyst:
    """One process, and the task that it is at."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None and process.stdout is not None
        self._process = process
        self._requests = process.stdin
        self.answers = process.stdout
        self._received = bytearray()
        self.is_ready = False
        self.task: Task | None = None

    def give(self, task: Task, *, timings: bool) -> None:
        """Send a task; if the process is gone, the end of its answers will tell."""
        assert task.article is not None
        self.task = task
        with suppress(OSError):
            self._requests.write(frame(Analyze(0, task.article, timings)))
            self._requests.flush()

    def receive(self) -> list[Answer]:
        """The answers that are complete by now; raises EOFError at their end."""
        piece = os.read(self.answers.fileno(), PIECE)
        if not piece:
            raise EOFError
        self._received += piece
        answers = []
        while len(self._received) >= HEADER.size:
            end = HEADER.size + body_length(bytes(self._received[: HEADER.size]))
            if len(self._received) < end:
                break
            answers.append(decode_answer(bytes(self._received[HEADER.size : end])))
            del self._received[:end]
        return answers

    def end(self) -> None:
        """Kill the process, and wait until it is gone."""
        self._process.kill()
        for pipe in (self._requests, self.answers):
            with suppress(OSError):
                pipe.close()
        self._process.wait()


def default_jobs(sources: int) -> int:
    """How many processes are sensible: one for a single source, else one for each processor, at most four."""
    if sources <= 1:
        return 1
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, MOST_BY_DEFAULT, sources)
