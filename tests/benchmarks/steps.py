"""Sample articles and the corpus in; what each step of the analysis costs, against bare `nlp.pipe`, out.

    python tests/benchmarks/steps.py [--rounds N] [--check]

The yardstick is the unmodified model's own `nlp.pipe` (all its components, its own matrix product) on the same texts.
Everything is measured as processor time with one BLAS thread. Our pipeline and the yardstick take turns at each text,
and of each the best round counts, so that a busy machine changes both as little as it can. Our pipeline runs the
model's own components quicker than the yardstick does; the last but one line tells how much they still take, the last
one what the whole analysis takes. `--check` ends with status 1 if a limit is missed.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

import spacy  # noqa: E402
from spacy.language import Language  # noqa: E402

from briefing.analysis import load_pipeline  # noqa: E402
from briefing.analysis.models import DEFAULT_MODEL, installed_package  # noqa: E402
from briefing.analysis.one_thread import one_thread  # noqa: E402
from briefing.analysis.pipeline import STEPS, prepare  # noqa: E402
from briefing.analysis.training.corpus import read_corpus  # noqa: E402
from briefing.articles import read_article  # noqa: E402
from briefing.model import Article  # noqa: E402
from tests.benchmarks.bench import SAMPLES, Result  # noqa: E402

LIMITED = {
    "who is who": (("briefing_structure", "briefing_entities", "briefing_coreference", "briefing_stakeholders"), 0.10),
    "where they stand": (("briefing_issues", "briefing_stance", "briefing_positions"), 0.10),
}
"""Steps that together may take this part of the yardstick's time."""
WHOLE_LIMIT = 1.10
"""What the model and all steps together may take: a reader waits for all of it."""
AGAINST = "bare nlp.pipe"


def texts() -> list[Article]:
    """The samples as the reader opens them, and the bare texts of the corpus, whose blocks the first step must find."""
    return [read_article(str(path)) for path in SAMPLES] + [Article(text=marked.text) for marked in read_corpus()]


def seconds_of_steps(article: Article, nlp: Language) -> dict[str, float]:
    """Processor seconds of each component of the pipeline on one article."""
    doc = prepare(article, nlp)
    seconds = {}
    for name, component in nlp.pipeline:
        begun = time.process_time()
        doc = component(doc)
        seconds[name] = time.process_time() - begun
    return seconds


def seconds_of_bare(article: Article, bare: Language) -> float:
    """Processor seconds of the unmodified model on one article."""
    begun = time.process_time()
    for _ in bare.pipe([article.text]):
        pass
    return time.process_time() - begun


def measure(rounds: int) -> tuple[dict[str, float], float]:
    """Seconds of each component over all texts, and of the yardstick, each text's best of so many rounds."""
    articles = texts()
    nlp, bare = load_pipeline(), spacy.load(installed_package(DEFAULT_MODEL))
    total: Counter[str] = Counter()
    yardstick = 0.0
    with one_thread():
        seconds_of_bare(articles[0], bare), seconds_of_steps(articles[0], nlp)  # what is made at the first use
        for article in articles:
            pairs = [(seconds_of_steps(article, nlp), seconds_of_bare(article, bare)) for _ in range(rounds)]
            yardstick += min(seconds for _, seconds in pairs)
            for name in nlp.pipe_names:
                total[name] += min(seconds[name] for seconds, _ in pairs)
    return dict(total), yardstick


def rows(seconds: dict[str, float], yardstick: float) -> Iterator[Result | str]:
    """The lines of the table: groups of steps as figures with a limit, each step and the rest as text."""

    def line(name: str, taken: float) -> str:
        return f"  {name:<26} {taken:>9.3f} {'':>9} {'s CPU':<9} ×{taken / yardstick:.3f}"

    for group, (steps, limit) in LIMITED.items():
        yield Result(group, "s CPU", sum(seconds[step] for step in steps), yardstick, AGAINST, limit)
        yield from (line(step, seconds[step]) for step in steps)
    limited = {step for steps, _ in LIMITED.values() for step in steps}
    yield from (line(step, seconds[step]) for step in STEPS if step not in limited)
    yield line("the model, quickened", sum(taken for name, taken in seconds.items() if name not in STEPS))
    yield Result("model and steps together", "s CPU", sum(seconds.values()), yardstick, AGAINST, WHOLE_LIMIT)


def main() -> int:
    """Measure and print; the exit status is 1 if --check is given and a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="how often steps and yardstick take turns at each text")
    parser.add_argument("--check", action="store_true", help="end with status 1 if a limit is missed")
    arguments = parser.parse_args()
    print(f"{'cost of the steps':<28} {'ours':>9} {'yardstick':>9}")
    missed = 0
    for row in rows(*measure(arguments.rounds)):
        print(row if isinstance(row, str) else row.line())
        missed += isinstance(row, Result) and not row.is_met
    return 1 if arguments.check and missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
