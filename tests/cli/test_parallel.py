"""Several articles analysed at once: the same outcomes in the same order, whatever becomes of the processes."""

import json
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from briefing.cli.analyses import expanded, number_of_jobs
from briefing.cli.parallel import HELD_FOR_EACH_PROCESS, MOST_BY_DEFAULT, Analysts, Task
from briefing.errors import AnalysisError, ModelMissingError
from briefing.model import Article

STAND_IN = [sys.executable, str(Path(__file__).parent / "stand_in.py")]


def task(title):
    return Task(f"{title}.txt", Article(title=title, text="Words of the article. " * 10))


def nothing(_step, _done, _total):
    pass


def finished(titles, jobs=2, command=STAND_IN, on_step=nothing):
    with closing(Analysts(command, jobs)) as analysts:
        return list(analysts.in_order((task(title) for title in titles), on_step))


def test_articles_come_in_the_order_in_which_they_were_given_also_when_the_first_takes_longest():
    titles = ["slow", "a", "b", "slow again", "c", "d"]
    tasks = finished(titles)
    assert [one.article.title for one in tasks] == titles
    assert all(one.briefing.article is not None for one in tasks)


def test_several_processes_share_the_work_and_no_more_than_asked_for():
    workers = {one.briefing.analysis.model_version for one in finished(["slow 1", "slow 2", "slow 3", "slow 4"])}
    assert len(workers) == 2


def test_no_process_is_started_where_nothing_is_to_be_analysed():
    done = Task("none.txt", error=AnalysisError("no such file"))
    with closing(Analysts(["/nowhere/at/all"], 2)) as analysts:
        assert list(analysts.in_order([done], nothing)) == [done]


def test_only_so_many_articles_are_held_as_keep_the_processes_busy():
    taken = []

    def coming():
        for number in range(40):
            taken.append(number)
            yield task(str(number))

    with closing(Analysts(STAND_IN, 2)) as analysts:
        for given, _ in enumerate(analysts.in_order(coming(), nothing), start=1):
            assert len(taken) - given <= 2 * HELD_FOR_EACH_PROCESS
    assert len(taken) == 40


@pytest.mark.parametrize("harm", ["die", "garbage"])
def test_a_process_that_breaks_takes_only_its_own_article_with_it(harm):
    before, broken, after, last = finished(["slow", harm, "after", "last"])
    assert before.briefing and after.briefing and last.briefing
    assert str(broken.error).startswith(f"{harm}.txt: the analysis process ended unexpectedly")


def test_an_article_that_fails_does_not_harm_the_others():
    good, bad, other = finished(["good", "fail", "other"])
    assert (good.error, str(bad.error), other.error) == (None, "fail.txt: cannot", None)


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ([*STAND_IN, "refuse"], "no such model"),
        ([*STAND_IN, "die"], "ended before it was ready"),
        (["/nowhere/at/all"], "cannot be started"),
    ],
)
def test_processes_that_can_do_nothing_are_not_started_for_ever(command, message):
    tasks = finished(["a", "b", "c", "d", "e", "f"], command=command)
    assert len(tasks) == 6
    assert all(isinstance(one.error, ModelMissingError) and message in str(one.error) for one in tasks)


def test_a_very_long_article_passes_the_pipes():
    long = Task("long.txt", Article(title="long", text="x" * 3_000_000))
    with closing(Analysts(STAND_IN, 2)) as analysts:
        (only,) = analysts.in_order([long], nothing)
    assert only.briefing.article == long.article


def test_progress_counts_the_articles_that_are_held_and_never_more():
    heard = []
    finished(["slow 1", "slow 2", "slow 3"], on_step=lambda step, done, total: heard.append((step, done / total)))
    assert ("parser", 0.5) in heard
    assert all(0 <= done <= 2 * HELD_FOR_EACH_PROCESS for _, done in heard)


def test_one_source_takes_one_process_and_many_take_as_many_as_is_sensible(monkeypatch):
    monkeypatch.setattr("os.sched_getaffinity", lambda _: set(range(32)), raising=False)
    assert number_of_jobs(None, ["a"]) == 1
    assert number_of_jobs(None, ["a", "b"]) == 2
    assert number_of_jobs(None, ["a"] * 100) == MOST_BY_DEFAULT
    assert number_of_jobs(7, ["a"] * 100) == 7


def test_a_folder_counts_as_its_files_and_an_empty_one_as_itself(home):
    (home / "inbox").mkdir()
    (home / "empty").mkdir()
    for name in "ab":
        (home / "inbox" / name).write_text("Words.")
    assert expanded([f"{home}/inbox", f"{home}/empty", "-"]) == [
        f"{home}/inbox/a",
        f"{home}/inbox/b",
        f"{home}/empty",
        "-",
    ]


@pytest.fixture
def inbox(home, monkeypatch):
    """A folder with six articles, and stand-ins for the processes."""
    monkeypatch.chdir(home)
    monkeypatch.setattr("briefing.cli.analyses.command_line", lambda *_: STAND_IN)
    (home / "inbox").mkdir()
    for number in range(6):
        (home / "inbox" / f"{number}.md").write_text(f"# slow {number}\n\nThe board of port {number} met on Monday.\n")
    return "inbox"


def test_the_command_prints_in_order_and_keeps_results(command, inbox, monkeypatch):
    code, out, err = command("analyze", inbox, "none.txt", "--jobs", "3", "--format", "jsonl")
    lines = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (1, "")
    assert [line["article"]["path"] for line in lines[:6]] == [f"inbox/{number}.md" for number in range(6)]
    assert "no such file" in lines[6]["error"]
    assert {line["analysis"]["model"] for line in lines[:6]} == {"stand-in"}


def test_the_command_exports_in_order_too(command, inbox, home):
    (home / "out").mkdir()
    code, out, err = command("export", inbox, "-o", "out/", "--jobs", "3", "--report")
    assert (code, err) == (0, "")
    assert [json.loads(line)["path"] for line in out.splitlines()] == [f"inbox/{number}.md" for number in range(6)]
    assert len(list((home / "out").iterdir())) == 6


def test_standard_input_can_be_one_of_several(inbox, home):
    done = subprocess.run(
        [sys.executable, "-c", WITH_STAND_IN, *STAND_IN, "--", "analyze", "inbox/0.md", "-", "--jobs", "2"],
        input=b"# piped\n\nThe crews met on Tuesday at noon.\n",
        capture_output=True,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b'"schema"') == 2


WITH_STAND_IN = """
import sys
from briefing.cli import analyses
from briefing.cli.program import run
at = sys.argv.index("--")
analyses.command_line = lambda *_: sys.argv[1:at]
raise SystemExit(run(sys.argv[at + 1:]))
"""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_all_processes_quietly(inbox, home, number, code):
    for article in (home / "inbox").iterdir():
        article.write_text("# hang\n\nThe board met on Monday.\n")
    mark = f"mark-{home.name}-{int(number)}"
    waiting = subprocess.Popen(
        [sys.executable, "-c", WITH_STAND_IN, *STAND_IN, mark, "--", "analyze", "inbox", "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    until(lambda: len(processes_with(mark)) == 3)
    waiting.send_signal(number)
    out, err = waiting.communicate(timeout=20)
    assert (waiting.returncode, out, err) == (code, b"", b"")
    until(lambda: not processes_with(mark))


def processes_with(mark):
    """Ids of the running processes with a word among their arguments."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (folder / "cmdline").read_bytes().split(b"\0"):
                found.append(folder.name)
        except OSError:
            continue
    return found


def until(condition, patience=20):
    end = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)
