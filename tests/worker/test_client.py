"""What the owner of an AnalysisWorker is told, whatever the process does."""

import asyncio
import os
import signal
import sys
from contextlib import asynccontextmanager
from pathlib import Path

from briefing.model import Article
from briefing.worker.client import AnalysisWorker
from briefing.worker.events import LOADING, Failed, Finished, Progress, WorkerDied

STAND_IN = Path(__file__).parent / "stand_in.py"
PATIENCE = 20


def article(title):
    return Article(title=title, text="Words of the article. " * 10)


class Listener:
    """Collects events and waits for some of them."""

    def __init__(self):
        self.events = []
        self.changed = asyncio.Event()

    def __call__(self, event):
        self.events.append(event)
        self.changed.set()

    async def until(self, condition):
        while not any(condition(event) for event in self.events):
            self.changed.clear()
            await asyncio.wait_for(self.changed.wait(), PATIENCE)

    async def end_of(self, request):
        await self.until(lambda event: isinstance(event, Finished | Failed) and event.request == request)
        return next(e for e in self.events if isinstance(e, Finished | Failed) and e.request == request)


@asynccontextmanager
async def worker(*arguments, **options):
    listener = Listener()
    client = AnalysisWorker("stand-in", listener, command=[sys.executable, str(STAND_IN), *arguments], **options)
    await client.start()
    try:
        yield client, listener
    finally:
        await client.close()


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def test_an_article_is_finished_after_its_steps():
    async with worker() as (client, listener):
        request = client.submit(article("quiet"))
        end = await listener.end_of(request)
    assert end.briefing.article == article("quiet")
    assert [event for event in listener.events if isinstance(event, Progress)] == [
        Progress(request, LOADING, 0, 1),
        Progress(request, "parser", 0, 1),
    ]


async def test_articles_are_analysed_in_the_order_in_which_they_were_submitted():
    async with worker() as (client, listener):
        requests = [client.submit(article(f"number {number}")) for number in range(5)]
        await listener.end_of(requests[-1])
    finished = [event for event in listener.events if isinstance(event, Finished)]
    assert [event.request for event in finished] == requests
    assert [event.briefing.article.title for event in finished] == [f"number {number}" for number in range(5)]


async def test_a_very_long_article_passes_the_pipe():
    long = Article(title="long", text="x" * 3_000_000)
    async with worker() as (client, listener):
        end = await listener.end_of(client.submit(long))
    assert end.briefing.article == long


async def test_a_failed_article_does_not_harm_the_next():
    async with worker() as (client, listener):
        failed = await listener.end_of(client.submit(article("fail")))
        assert failed == Failed(1, "cannot")
        assert isinstance(await listener.end_of(client.submit(article("quiet"))), Finished)


async def test_a_process_that_dies_is_reported_and_started_again():
    async with worker() as (client, listener):
        failed = await listener.end_of(client.submit(article("die")))
        assert isinstance(failed, Failed)
        assert "ended unexpectedly" in failed.message
        assert isinstance(await listener.end_of(client.submit(article("quiet"))), Finished)
    assert [event.message for event in listener.events if isinstance(event, WorkerDied)] == [
        "the analysis process ended unexpectedly; it is being started again"
    ]


async def test_articles_that_wait_survive_the_death_of_the_process():
    async with worker() as (client, listener):
        client.submit(article("die"))
        waiting = client.submit(article("quiet"))
        assert isinstance(await listener.end_of(waiting), Finished)


async def test_a_process_that_is_killed_while_idle_is_started_again():
    async with worker() as (client, listener):
        await listener.end_of(client.submit(article("quiet")))
        os.kill(client.pid, signal.SIGKILL)
        await listener.until(lambda event: isinstance(event, WorkerDied))
        assert isinstance(await listener.end_of(client.submit(article("quiet"))), Finished)


async def test_a_process_that_always_dies_is_not_started_for_ever():
    async with worker("die") as (client, listener):
        failed = await listener.end_of(client.submit(article("quiet")))
        assert isinstance(failed, Failed)
        await asyncio.sleep(0.2)
        assert client.pid is None
    assert sum(isinstance(event, WorkerDied) for event in listener.events) == 2


async def test_a_missing_model_fails_each_article_with_its_message():
    async with worker("refuse") as (client, listener):
        assert await listener.end_of(client.submit(article("quiet"))) == Failed(1, "no such model")
        assert await listener.end_of(client.submit(article("quiet"))) == Failed(2, "no such model")


async def test_garbage_on_the_pipe_counts_as_death():
    async with worker() as (client, listener):
        assert isinstance(await listener.end_of(client.submit(article("garbage"))), Failed)
        assert isinstance(await listener.end_of(client.submit(article("quiet"))), Finished)


async def test_a_running_request_that_is_cancelled_has_no_further_events():
    async with worker() as (client, listener):
        hanging = client.submit(article("hang"))
        await listener.until(lambda event: event == Progress(hanging, "parser", 0, 1))
        client.cancel(hanging)
        told = len(listener.events)
        assert isinstance(await listener.end_of(client.submit(article("quiet"))), Finished)
    assert all(getattr(event, "request", None) != hanging for event in listener.events[told:])
    assert not any(isinstance(event, WorkerDied) for event in listener.events)


async def test_a_waiting_request_that_is_cancelled_is_never_sent():
    async with worker() as (client, listener):
        first = client.submit(article("quiet"))
        second = client.submit(article("die"))
        third = client.submit(article("quiet"))
        client.cancel(second)
        assert isinstance(await listener.end_of(third), Finished)
    assert {event.request for event in listener.events if isinstance(event, Finished)} == {first, third}


async def test_closing_ends_the_process_and_the_events():
    async with worker() as (client, listener):
        request = client.submit(article("hang"))
        await listener.until(lambda event: event == Progress(request, "parser", 0, 1))
        pid = client.pid
        told = len(listener.events)
        await client.close()
        assert not is_running(pid)
    assert len(listener.events) == told


async def test_a_process_launched_before_the_loop_is_the_one_that_is_used():
    listener = Listener()
    client = AnalysisWorker("stand-in", listener, command=[sys.executable, str(STAND_IN)])
    client.launch()
    pid = client.pid
    await client.start()
    await listener.end_of(client.submit(article("quiet")))
    assert client.pid == pid
    await client.close()


async def test_what_libraries_print_goes_to_a_private_log(tmp_path):
    log = tmp_path / "state" / "worker.log"
    async with worker(log=log) as (client, listener):
        await listener.end_of(client.submit(article("quiet")))
    assert log.read_text() == "a library prints something\n"
    assert log.stat().st_mode & 0o777 == 0o600


async def test_a_program_that_cannot_be_started_fails_the_articles():
    listener = Listener()
    client = AnalysisWorker("stand-in", listener, command=["/no/such/program"])
    await client.start()
    failed = await listener.end_of(client.submit(article("quiet")))
    assert "cannot be started" in failed.message
    await client.close()


async def test_an_error_in_the_listener_does_not_stop_the_worker():
    ends = []
    done = asyncio.Event()

    def listen(event):
        if isinstance(event, Finished):
            ends.append(event.request)
            if len(ends) == 2:
                done.set()
            raise RuntimeError("a bug on the screen")

    asyncio.get_running_loop().set_exception_handler(lambda _loop, _context: None)
    client = AnalysisWorker("stand-in", listen, command=[sys.executable, str(STAND_IN)])
    await client.start()
    client.submit(article("quiet"))
    client.submit(article("quiet"))
    await asyncio.wait_for(done.wait(), PATIENCE)
    await client.close()
    assert ends == [1, 2]
