"""A process that speaks the worker's protocol without spaCy; the title of an article says what to do with it."""

import os
import sys
import time

from briefing.model import Analysis, Briefing
from briefing.worker.protocol import Failure, Ready, Result, Step, frame
from briefing.worker.serve import keep_output_clean, read_request

answers = keep_output_clean()


def answer(message):
    answers.write(frame(message))
    answers.flush()


if "refuse" in sys.argv:
    answer(Failure(None, "no such model"))
    raise SystemExit(78)
if "die" in sys.argv:
    raise SystemExit(1)
answer(Ready("stand-in", "1"))
while (request := read_request(sys.stdin.buffer)) is not None:
    title = request.article.title or ""
    answer(Step(request.request, "parser", 1, 4))
    if title == "die":
        os._exit(1)
    if title == "hang":
        time.sleep(60)
    if title == "garbage":
        answers.write(b"\xff" * 100)
        answers.flush()
    if title.startswith("slow"):
        time.sleep(0.3)
    if title == "fail":
        answer(Failure(request.request, "cannot"))
        continue
    analysis = Analysis(version="1", model="stand-in", model_version=str(os.getpid()))
    answer(Result(request.request, Briefing(article=request.article, analysis=analysis)))
