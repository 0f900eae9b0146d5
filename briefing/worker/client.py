"""The side of the screen: articles in, events out, on the asyncio loop of the caller.

The process is started with `launch` (at once, also before there is a loop) or `start`. It gets one article at a time;
the others wait here, so cancelling one that waits costs nothing. spaCy cannot be interrupted: cancelling the one that
runs ends the process and starts another. Nothing here imports spaCy.
"""

from __future__ import annotations

import asyncio
import subprocess
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from briefing.model import Article
from briefing.settings.dictionaries import Dictionaries
from briefing.worker.events import LOADING, Event, Failed, Finished, Progress, WorkerDied
from briefing.worker.launch import command_line, spawn
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

MOST_DEATHS = 2
"""Deaths in a row, without one finished article between, after which the process is not started again by itself."""

OnEvent = Callable[[Event], object]


class AnalysisWorker:
    """An analysis process and the requests that wait for it.

    Args:
        model: name of a spaCy pipeline, or path of its folder.
        on_event: called on the loop with each event, in order.
        dictionaries: the user's codebooks and actor dictionaries.
        log: file that receives what libraries print in the process; None throws it away.
        timings: whether results record the processor time that they took.
        command: another program that speaks `briefing.worker.protocol`, instead of `python -m briefing.worker`.
    """

    def __init__(
        self,
        model: str,
        on_event: OnEvent,
        *,
        dictionaries: Dictionaries | None = None,
        log: Path | None = None,
        timings: bool = False,
        command: Sequence[str] | None = None,
    ) -> None:
        self._command = list(command or command_line(model, dictionaries or Dictionaries()))
        self._on_event = on_event
        self._log = log
        self._timings = timings
        self._process: subprocess.Popen[bytes] | None = None
        self._requests: asyncio.WriteTransport | None = None
        self._answers: asyncio.ReadTransport | None = None
        self._running: asyncio.Task[None] | None = None
        self._wake = asyncio.Event()
        self._waiting: deque[tuple[int, Article]] = deque()
        self._current: int | None = None
        self._last_request = 0
        self._is_ready = False
        self._is_closing = False
        self._is_cancelling = False
        self._deaths = 0

    @property
    def pid(self) -> int | None:
        """Process id of the running process, if there is one."""
        return self._process.pid if self._process is not None and self._process.poll() is None else None

    def launch(self) -> None:
        """Start the process now; it loads its model while the caller imports and draws.

        Harmless when repeated. If it cannot be started, the events will say so after `start`.
        """
        with suppress(OSError):
            self._launch()

    async def start(self) -> None:
        """Launch the process unless it is, and listen to it on this loop."""
        if self._running is None:
            self._running = asyncio.create_task(self._run(), name="analysis worker")

    def submit(self, article: Article) -> int:
        """Ask for the analysis of an article; returns the number that its events will carry."""
        self._last_request += 1
        self._waiting.append((self._last_request, article))
        if not self._is_ready:
            self._tell(Progress(self._last_request, LOADING, 0, 1))
        self._send_next()
        self._wake.set()
        return self._last_request

    def cancel(self, request: int) -> None:
        """Give up a request; it has no further events. Unknown and finished requests are ignored."""
        if request == self._current:
            self._is_cancelling = True
            self._kill()
        else:
            self._waiting = deque(waiting for waiting in self._waiting if waiting[0] != request)

    async def close(self) -> None:
        """End the process and wait until it is gone; no further events."""
        self._is_closing = True
        self._waiting.clear()
        self._kill()
        if self._running is not None:
            self._running.cancel()
            with suppress(asyncio.CancelledError):
                await self._running
            self._running = None
        if self._process is not None:
            await self._end_process()

    def _launch(self) -> None:
        if self._process is None:
            self._process = spawn(self._command, self._log)

    async def _run(self) -> None:
        """One turn for each life of the process."""
        while not self._is_closing:
            try:
                self._launch()
                refusal = await self._listen()
            except OSError as error:
                refusal = f"the analysis process cannot be started ({error.strerror or error})"
            await self._end_process()
            if self._is_closing:
                return
            self._after_death(refusal)
            if refusal is not None or self._deaths >= MOST_DEATHS:
                self._wake.clear()
                await self._wake.wait()

    async def _listen(self) -> str | None:
        """Handle answers until the process ends; returns its message if it says that it can do nothing at all."""
        process = self._process
        assert process is not None and process.stdin is not None and process.stdout is not None
        loop = asyncio.get_running_loop()
        answers = asyncio.StreamReader()
        self._answers, _ = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(answers), process.stdout)
        self._requests, _ = await loop.connect_write_pipe(asyncio.BaseProtocol, process.stdin)
        with suppress(asyncio.IncompleteReadError, ConnectionError, ValueError, msgspec.DecodeError):
            while True:
                length = body_length(await answers.readexactly(HEADER.size))
                answer = decode_answer(await answers.readexactly(length))
                if isinstance(answer, Failure) and answer.request is None:
                    return answer.message
                self._handle(answer)
        return None

    def _handle(self, answer: Answer) -> None:
        match answer:
            case Ready():
                self._is_ready = True
            case Step(request, step, done, total) if request == self._current and not self._is_cancelling:
                self._tell(Progress(request, step, done, total))
            case Result(request, briefing_) if request == self._current and not self._is_cancelling:
                self._finish(Finished(request, briefing_))
            case Failure(int(request), message) if request == self._current and not self._is_cancelling:
                self._finish(Failed(request, message))
            case _:
                return
        self._send_next()

    def _finish(self, event: Finished | Failed) -> None:
        self._current = None
        self._deaths = 0
        self._tell(event)

    def _send_next(self) -> None:
        """Give the process the next article if it has none."""
        if self._is_ready and self._current is None and self._waiting and self._requests is not None:
            self._current, article = self._waiting.popleft()
            self._requests.write(frame(Analyze(self._current, article, self._timings)))

    def _after_death(self, refusal: str | None) -> None:
        """Tell what the end of the process means for the requests."""
        lost, self._current = self._current, None
        if self._is_cancelling:
            self._is_cancelling = False
            return
        self._deaths += 1
        gives_up = refusal is not None or self._deaths >= MOST_DEATHS
        if refusal is None:
            again = "it starts again with the next article" if gives_up else "it is being started again"
            self._tell(WorkerDied(f"the analysis process ended unexpectedly; {again}"))
        message = refusal or "the analysis process ended unexpectedly while it read this article; the text can be read"
        failed = [lost] if lost is not None else []
        if gives_up:
            failed += [request for request, _ in self._waiting]
            self._waiting.clear()
        for request in failed:
            self._tell(Failed(request, message))

    def _tell(self, event: Event) -> None:
        if not self._is_closing:
            asyncio.get_running_loop().call_soon(self._deliver, event)

    def _deliver(self, event: Event) -> None:
        if not self._is_closing:
            self._on_event(event)

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()

    async def _end_process(self) -> None:
        """See the process off: close our ends of its pipes and collect its exit code."""
        process, self._process, self._is_ready = self._process, None, False
        answers, self._answers = self._answers, None
        requests, self._requests = self._requests, None
        if process is None:
            return
        process.kill()
        # A pipe belongs to its transport: closed behind its back, the loop would go on watching a number that the
        # next process's pipe may get. A transport that has noticed the end by itself must not be aborted again.
        if answers is not None:
            answers.close()
        elif process.stdout is not None:
            process.stdout.close()
        if requests is not None:
            if not requests.is_closing():
                requests.abort()
        elif process.stdin is not None:
            process.stdin.close()
        await asyncio.to_thread(process.wait)
