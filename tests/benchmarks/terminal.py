"""An article in; a table of bytes, milliseconds and memory out: the reader beside pagers and a bare Textual view.

    python tests/benchmarks/terminal.py [--sizes 80x24,120x40,200x50] [--article FILE] [--check]

Every program runs on a pseudo-terminal with the environment that sshd gives. Of each key the median is shown: bytes,
milliseconds until the last byte (with the 95th percentile), and milliseconds of processor time. A key is also held down
for two seconds: how long after the last press the screen stands still. Bytes, processor time and memory are steady from
run to run; compare other milliseconds only within one run, and judge them on an idle machine. `--check`: status 1 if a
target for bytes is missed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tests.benchmarks.terminal_session import Session  # noqa: E402

ARTICLE = ROOT / "sample_articles" / "ceasefire-talks.txt"
PAGE_DOWN = b"\x1b[6~"
IDLE_SECONDS = 10.0
REPEATS, REPEATS_PER_SECOND = 60, 30
TARGETS = {
    ("80x24", "first paint"): 4096,
    ("80x24", "j"): 150,
    ("80x24", "k"): 150,
    ("80x24", "page down"): 2048,
    ("80x24", "next stakeholder"): 400,
    ("80x24", "Tab"): 600,
    ("120x40", "j"): 350,
    ("120x40", "k"): 350,
}
"""Bytes at most, median, over an SSH-like line with TERM=xterm-256color."""
SCROLLING = ("j", "k")
MEDIAN_MS, LATE_MS, HELD_MS = 25, 40, 100
"""Milliseconds at most after a key that scrolls (median, 95th percentile), and after the last of one held down."""


@dataclass(frozen=True)
class Program:
    """A way to read the article."""

    name: str
    command: tuple[str, ...]
    keys: tuple[tuple[str, bytes, int], ...]
    """Name, bytes and number of presses of each key that is measured."""
    quit: bytes = b"q"
    environment: dict[str, str] = field(default_factory=dict)
    margins: bool = False
    """The terminal says that it has left and right margins, as xterm does."""
    setup: tuple[bytes, ...] = ()
    """Keys that lead to the article."""
    home: bytes = b"g"
    """Keys that lead to the beginning of the text, with the keyboard on it."""
    is_busy: bool = False
    """It analyses meanwhile: what it says of its progress is not to be counted as the answer to a key."""


@dataclass
class Measurement:
    """What a program did at one size."""

    program: str
    size: str
    bytes: dict[str, float]
    milliseconds: dict[str, tuple[float, float]]
    """Median and 95th percentile of the time until the last byte after a key; while it analyses, until the first."""
    processor_ms: dict[str, float]
    """Processor time for each key."""
    lag_ms: float | None
    """From the last press of a key that was held down until the last byte; None where the text had ended before."""
    first_text_ms: float
    idle_bytes: int
    memory_mib: float
    exit_ms: float
    left_on: set[str]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and tell whether every target was met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="80x24,120x40,200x50")
    parser.add_argument("--article", type=Path, default=ARTICLE)
    parser.add_argument("--only", help="measure only programs whose name contains this")
    parser.add_argument("--check", action="store_true", help="status 1 if a target for bytes is missed")
    options = parser.parse_args(arguments)
    results = []
    with tempfile.TemporaryDirectory() as folder:
        for program in programs(options.article, Path(folder)):
            if options.only and options.only not in program.name:
                continue
            for size in options.sizes.split(","):
                results.append(measure(program, size))
    print(table(results))
    lines, met = verdicts(results)
    print("\n".join(["", *lines]))
    return 0 if met or not options.check else 1


def programs(article: Path, folder: Path) -> list[Program]:
    """Everything that can show the article here; the reader gets folders of its own, with the analysis in its cache."""
    own = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "CACHE", "DATA", "STATE")}
    reader = (sys.executable, "-c", "from briefing.cli import main; main()")
    subprocess.run(
        [*reader, "analyze", str(article)], env={**os.environ, **own}, check=True, capture_output=True, cwd=ROOT
    )
    scrolling = (("j", b"j", 20), ("k", b"k", 5), ("page down", PAGE_DOWN, 3))
    long = folder / "long.txt"
    long.write_text("\n\n".join([article.read_text(encoding="utf-8")] * 12), encoding="utf-8")
    found = [
        Program(
            "briefing",
            (*reader, str(article)),
            (*scrolling, ("next stakeholder", b"J", 6), ("Tab", b"\t", 6)),
            environment=own,
            home=b"1g",
        ),
        Program(
            "briefing, terminal with margins",
            (*reader, str(article)),
            (*scrolling, ("next stakeholder", b"J", 6), ("Tab", b"\t", 6)),
            environment=own,
            home=b"1g",
            margins=True,
        ),
        Program(
            "briefing, while it analyses", (*reader, "--no-cache", str(long)), scrolling, environment=own, is_busy=True
        ),
        Program("bare Textual view", (sys.executable, str(HERE / "terminal_bare.py"), str(article)), scrolling),
    ]
    for name in ("less", "w3m"):
        if path := shutil.which(name):
            keys = scrolling if name == "less" else (("j", b"J", 20), ("k", b"K", 5), ("page down", PAGE_DOWN, 3))
            found.append(Program(name, (path, str(article)), keys, quit=b"q" if name == "less" else b"Q"))
    if path := shutil.which("newsboat"):
        keys = (("j", b"\x1bOB", 20), ("k", b"\x1bOA", 5), ("page down", PAGE_DOWN, 3))
        found.append(
            Program("newsboat", (path, *feed(article, folder)), keys, b"qqq", setup=(b"\r", b"\r"), home=b"\x1bOH")
        )
    return found


def feed(article: Path, folder: Path) -> list[str]:
    """The article as a feed of one entry, and what newsboat must be told to show it."""
    title, _, text = article.read_text(encoding="utf-8").partition("\n")
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n\n"))
    item = f"<item><title>{escape(title)}</title><description>{escape(paragraphs)}</description></item>"
    rss = f'<rss version="2.0"><channel><title>Feed</title>{item}</channel></rss>'
    (folder / "feed.xml").write_text(rss, encoding="utf-8")
    (folder / "urls").write_text(f"file://{folder}/feed.xml\n", encoding="utf-8")
    (folder / "config").write_text("text-width 0\n", encoding="utf-8")
    return ["-r", "-u", str(folder / "urls"), "-c", str(folder / "cache.db"), "-C", str(folder / "config")]


def measure(program: Program, size: str) -> Measurement:
    """Start a program, press its keys, watch it idle, and leave it."""
    columns, rows = (int(part) for part in size.split("x"))
    if "XDG_STATE_HOME" in program.environment:
        # Each begins at the beginning of the article, not where the one before has stopped.
        shutil.rmtree(program.environment["XDG_STATE_HOME"], ignore_errors=True)
    environment = {"PYTHONPATH": str(ROOT), **program.environment}
    terminal = {"columns": columns, "rows": rows, "margins": program.margins}
    with Session(program.command, **terminal, environment=environment, cwd=ROOT) as session:
        begun = time.perf_counter()
        if not session.wait_for(rb"Mediators|[A-Za-z]{4,} [a-z]+ [a-z]+"):
            raise SystemExit(f"{program.name} shows nothing: {bytes(session.received)[-300:]!r}")
        first_text = (time.perf_counter() - begun) * 1000
        session.settle(quiet=0.3 if program.is_busy else 1.0)
        sent = {"first paint": float(len(session.received))}
        for key in program.setup:
            session.press(key)
        times: dict[str, tuple[float, float]] = {}
        processor: dict[str, float] = {}
        for name, key, presses in program.keys:
            used = session.cpu_seconds()
            answers = [answer for _ in range(presses) if (answer := session.press(key)).data]
            if answers:
                processor[name] = 1000 * (session.cpu_seconds() - used) / presses
                sent[name] = statistics.median(len(answer.data) for answer in answers)
                times[name] = spread([answer.first_ms if program.is_busy else answer.settled_ms for answer in answers])
        session.press(program.home)
        lag = held_down(session, program.keys[0][1])
        if program.is_busy:
            return Measurement(program.name, size, sent, times, processor, lag, first_text, -1, 0.0, 0.0, set())
        begun, idle = time.perf_counter(), 0
        while (left := IDLE_SECONDS - (time.perf_counter() - begun)) > 0:
            idle += len(session.read(left))
        memory = session.memory_mib()
        begun = time.perf_counter()
        session.send(program.quit)
        session.wait()
        leaving = (time.perf_counter() - begun) * 1000
        return Measurement(
            program.name, size, sent, times, processor, lag, first_text, idle, memory, leaving, session.left_on()
        )


def held_down(session: Session, key: bytes) -> float | None:
    """Hold a key down as a keyboard repeats it; milliseconds from the last press until the screen stands still."""
    for _ in range(REPEATS - 1):
        session.send(key)
        session.read(1 / REPEATS_PER_SECOND)
    answer = session.press(key)
    return answer.settled_ms if answer.data else None


def spread(milliseconds: Sequence[float]) -> tuple[float, float]:
    """Median and 95th percentile."""
    times = sorted(milliseconds)
    return statistics.median(times), times[min(len(times) - 1, round(0.95 * (len(times) - 1)))]


def table(results: Sequence[Measurement]) -> str:
    """One row for each program and size; keys as bytes / milliseconds (95th percentile) / processor time."""
    keys = ["j", "k", "page down", "next stakeholder", "Tab"]
    rows = [["program", "size", "first ms", "first B", *keys, "held ms", "idle B", "MiB", "exit ms", "terminal"]]
    for one in results:
        row = [one.program, one.size, f"{one.first_text_ms:.0f}", f"{one.bytes['first paint']:.0f}"]
        row += [key_figures(one, key) if key in one.bytes else "-" for key in keys]
        row += [
            "-" if one.lag_ms is None else f"{one.lag_ms:.0f}",
            str(one.idle_bytes),
            f"{one.memory_mib:.0f}",
            f"{one.exit_ms:.0f}",
        ]
        rows.append([*row, "as before" if not one.left_on else "left on: " + " ".join(sorted(one.left_on))])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column < 2 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def key_figures(one: Measurement, key: str) -> str:
    """What a key takes."""
    median, late = one.milliseconds[key]
    return f"{one.bytes[key]:.0f} B/{median:.0f} ({late:.0f})/{one.processor_ms[key]:.0f}"


def verdicts(results: Sequence[Measurement]) -> tuple[list[str], bool]:
    """Each target beside what the reader took, and whether all those for bytes are met."""
    lines, met = [], True
    for one in results:
        if not one.program.startswith("briefing"):
            continue
        for name, sent, most in bytes_to_check(one):
            met = met and sent <= most
            lines.append(verdict(one, name, sent, "bytes", most))
        for name, taken, allowed in milliseconds_to_check(one):
            lines.append(verdict(one, name, taken, "ms", allowed))
    return lines, met


def bytes_to_check(one: Measurement) -> list[tuple[str, float, float]]:
    """What was sent, how much, and how much may be sent; while it analyses, other things are sent besides."""
    if one.idle_bytes < 0:
        return []
    checks = [
        (name, one.bytes[name], float(most))
        for (size, name), most in TARGETS.items()
        if size == one.size and name in one.bytes
    ]
    return [*checks, (f"{IDLE_SECONDS:.0f} idle seconds", one.idle_bytes, 0.0)]


def milliseconds_to_check(one: Measurement) -> list[tuple[str, float, float]]:
    """What was waited for, how long, and how long it may take."""
    checks: list[tuple[str, float, float]] = []
    for key in SCROLLING:
        if key in one.milliseconds:
            median, late = one.milliseconds[key]
            checks += [(f"{key}, median", median, MEDIAN_MS), (f"{key}, 95th percentile", late, LATE_MS)]
    if one.lag_ms is not None:
        checks.append(("after a key held down", one.lag_ms, HELD_MS))
    return checks


def verdict(one: Measurement, name: str, taken: float, unit: str, most: float) -> str:
    """A target beside what was measured."""
    outcome = "met" if taken <= most else "MISSED"
    return f"{one.program}, {one.size}, {name}: {taken:.0f} {unit}, at most {most:.0f}: {outcome}"


if __name__ == "__main__":
    sys.exit(main())
