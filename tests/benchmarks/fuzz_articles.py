"""Feed broken documents to every parser for a given time and report what is neither clean text nor one line.

    python tests/benchmarks/fuzz_articles.py [--seconds 3600] [--seed N]

Documents of all formats are cut, spliced, repeated and sprinkled with bytes and tokens that parsers trip over.
Parsers run in this process, where their errors are seen, but under the limits and the error handling of the sandbox;
a document that takes more than ten seconds of the processor, or a minute, and any error that the sandbox does not turn
into a line, is a finding and is saved in the folder that is printed. The exit code is 1 if there are findings.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import signal
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path
from types import FrameType

sys.path.insert(0, str(Path(__file__).parents[1] / "articles"))

import make_documents as make

from briefing.articles.characters import is_safe
from briefing.articles.detection import detect_format
from briefing.articles.parsing import parse
from briefing.articles.reading import finish
from briefing.articles.request import Request
from briefing.articles.sandbox import SECONDS, answer_to
from briefing.articles.sources import Source
from briefing.errors import BriefingError

TOKENS = (
    *b"< > &#x1b; &a; ]]> <![CDATA[ endobj /Kids Content-Type: { [ ( -1 =?utf-8?q? %PDF-1.7".split(b" "),
    *(b'"', b"\\", b"\n", b"--b\n", b"{\\rtf1", b"\\u-1?", b"PK\x03\x04", b"<!DOCTYPE a [", b"9" * 30),
    *(b"\x00", b"\xff\xfe", b"\x1b]52;", b"\xe2\x80\xae", b"\xed\xa0\x80"),
)
"""What parsers trip over."""

IN_PROCESS = {"plain", "markdown", "json", "jsonl"}


def broken(data: bytes, chance: random.Random) -> bytes:
    """A document with one to eight faults."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        place, end = sorted(chance.randrange(len(out) + 1) for _ in range(2))
        kind = chance.randrange(6)
        if kind == 0:
            del out[place : min(end, place + chance.choice([1, 10, 1000]))]
        elif kind == 1:
            out[place:place] = chance.choice(TOKENS) * chance.choice([1, 1, 2, 50, 2000])
        elif kind == 2 and place < len(out):
            out[place] = chance.randrange(256)
        elif kind == 3:
            out[place:place] = out[place:end][:2000]
        elif kind == 4 and chance.random() < 0.2:
            del out[place:]
        else:
            for _ in range(chance.randint(1, 30)):
                if out:
                    out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def broken_inside(data: bytes, chance: random.Random) -> bytes:
    """An archive that is whole, with faults in one of its members: broken archives never get as far as their XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    chosen = chance.randrange(len(members))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number, (name, content) in enumerate(members):
            archive.writestr(name, broken(content, chance) if number == chosen and name != "mimetype" else content)
    return buffer.getvalue()


def read(data: bytes, name: str) -> str:
    """What becomes of a document: "text" or "line"; anything else is raised."""
    source = Source(data=data, name=name)
    try:
        form = detect_format(data, name)
        if form in IN_PROCESS:
            documents = parse(source, form)
        else:
            answer = answer_to(Request(form, name, data))
            if answer.error is not None:
                assert "\n" not in answer.error, answer.error
                return "line"
            documents = answer.documents
        for document in documents:
            article = finish(document, source, "")
            assert all(map(is_safe, set(article.text))), "unsafe character"
            assert all(0 <= b.start < b.end <= len(article.text) for b in article.blocks), "block outside the text"
    except BriefingError as error:
        assert "\n" not in str(error), str(error)
        return "line"
    return "text"


def too_long(signal_number: int, frame: FrameType | None) -> None:
    """Raised by the clock."""
    raise TimeoutError("takes too long")


def main() -> int:
    options = argparse.ArgumentParser(description="Feed broken documents to every parser.")
    options.add_argument("--seconds", type=float, default=3600)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    chance = random.Random(chosen.seed)
    originals = make.everything()
    folder = Path(tempfile.mkdtemp(prefix="fuzz-articles-"))
    counts: Counter[tuple[str, str]] = Counter()
    findings = 0
    messages = os.fdopen(os.dup(2), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # Libraries complain at length about broken documents.
    signal.signal(signal.SIGALRM, too_long)
    signal.signal(signal.SIGPROF, too_long)
    end = time.monotonic() + chosen.seconds
    while time.monotonic() < end:
        name = chance.choice(sorted(originals))
        is_archive = originals[name].startswith(b"PK")
        data = (broken_inside if is_archive and chance.random() < 0.8 else broken)(originals[name], chance)
        signal.setitimer(signal.ITIMER_PROF, SECONDS)  # The sandbox counts the same; the machine may be busy.
        signal.alarm(60)
        try:
            result = read(data, name)
        except Exception as error:
            findings += 1
            result = f"FINDING {type(error).__name__}"
            (folder / f"{findings}-{name}").write_bytes(data)
            print(f"{folder}/{findings}-{name}: {type(error).__name__}: {error}", file=messages, flush=True)
        finally:
            signal.alarm(0)
            signal.setitimer(signal.ITIMER_PROF, 0)
        counts[name.partition(".")[2], result] += 1
    for (form, result), count in sorted(counts.items()):
        print(f"{form:8} {result:30} {count:8}")
    print(f"{sum(counts.values())} documents, {findings} findings, seed {chosen.seed}, {chosen.seconds:.0f} seconds")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
