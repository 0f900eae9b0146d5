"""The side of the analysis: frames with articles in, frames with steps and briefings out, until the input ends.

Nothing else may reach the pipe or the terminal: what libraries print goes to standard error, which the parent has
pointed at a log file.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, BinaryIO

from briefing.errors import BriefingError
from briefing.settings.dictionaries import Dictionaries
from briefing.worker.protocol import (
    HEADER,
    Analyze,
    Answer,
    Failure,
    Ready,
    Result,
    Step,
    body_length,
    decode_request,
    frame,
)

if TYPE_CHECKING:
    from spacy.language import Language


def serve(requests: BinaryIO, answers: BinaryIO, model: str, dictionaries: Dictionaries) -> int:
    """Load the model, then analyse one article after the other; returns an exit code.

    An article that fails is answered with a failure, and the next one is tried. A model that cannot be loaded is
    answered once for all.
    """

    def answer(message: Answer) -> None:
        answers.write(frame(message))
        answers.flush()

    try:
        from briefing.analysis.quick_start import import_spacy

        import_spacy()
        from briefing.analysis.pipeline import load_pipeline

        nlp = load_pipeline(model, dictionaries)
    except BriefingError as error:
        answer(Failure(None, str(error)))
        return error.exit_code
    answer(Ready(model, str(nlp.meta["version"])))
    waiting = _listen(requests)
    while (request := waiting.get()) is not None:
        answer(_analyzed(request, nlp, answer_step=answer))
    return 0


def _listen(requests: BinaryIO) -> SimpleQueue[Analyze | None]:
    """Read requests in a thread of its own, so that the end of the input is noticed in the middle of an analysis."""
    waiting: SimpleQueue[Analyze | None] = SimpleQueue()

    def listen() -> None:
        while (request := read_request(requests)) is not None:
            waiting.put(request)
        # The parent is gone and nobody will read an answer; there is nothing to clean up.
        os._exit(0)

    Thread(target=listen, name="requests", daemon=True).start()
    return waiting


def read_request(requests: BinaryIO) -> Analyze | None:
    """The next request; None when the parent has gone away."""
    header = requests.read(HEADER.size)
    if len(header) < HEADER.size:
        return None
    length = body_length(header)
    body = requests.read(length)
    return decode_request(body) if len(body) == length else None


def _analyzed(request: Analyze, nlp: Language, answer_step: Callable[[Step], None]) -> Answer:
    from briefing.analysis.pipeline import analyze

    def progress(step: str, done: int, total: int) -> None:
        answer_step(Step(request.request, step, done, total))

    try:
        return Result(request.request, analyze(request.article, nlp, progress, request.timings))
    except BriefingError as error:
        return Failure(request.request, str(error))
    except (OSError, KeyboardInterrupt):
        raise
    except Exception as error:
        traceback.print_exc()
        name = request.article.title or request.article.path or "this article"
        return Failure(
            request.request, f"{name}: the analysis failed ({type(error).__name__}); the text can still be read"
        )


def keep_output_clean() -> BinaryIO:
    """A private copy of standard output for the frames; from now on what anybody prints goes to standard error."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers
