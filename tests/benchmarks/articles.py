"""How fast each format is read: megabytes per second, with the process of the sandbox and without.

    python tests/benchmarks/articles.py [--paragraphs N]

The first figure is for a document of the size given, read as the reader reads it (with the start of a process where
there is one); the second is what that start alone costs, in milliseconds, measured on a tiny document.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "articles"))

import make_documents as make

from briefing.articles import read_article


def seconds(path: Path, rounds: int) -> float:
    """The shortest of several readings."""
    best = float("inf")
    for _ in range(rounds):
        began = time.perf_counter()
        read_article(str(path))
        best = min(best, time.perf_counter() - began)
    return best


def main() -> None:
    options = argparse.ArgumentParser(description="How fast each format is read.")
    options.add_argument("--paragraphs", type=int, default=3000, help="length of the large documents")
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    small = make.everything()
    story = make.PARAGRAPHS
    make.PARAGRAPHS = tuple(story[n % 3] + f" ({n})" for n in range(chosen.paragraphs))
    pages = [make.pdf_page()[:60] for _ in range(max(1, chosen.paragraphs // 30))]
    large = make.everything() | {"story.pdf": make.pdf(pages)}
    print(f"{'format':8} {'bytes':>12} {'seconds':>9} {'MB/s':>8} {'tiny document, ms':>18}")
    with tempfile.TemporaryDirectory() as folder:
        for name, data in large.items():
            path, tiny = Path(folder) / f"large-{name}", Path(folder) / f"small-{name}"
            path.write_bytes(data)
            tiny.write_bytes(small[name])
            taken, start = seconds(path, chosen.rounds), seconds(tiny, chosen.rounds)
            words = name.partition(".")[2]
            print(f"{words:8} {len(data):12,} {taken:9.3f} {len(data) / taken / 1e6:8.2f} {start * 1000:18.0f}")


if __name__ == "__main__":
    main()
