"""How well the layout of plain text is found: precision and recall of headings and of trailers.

    python tests/benchmarks/structure.py [FOLDER]

Headings are counted on the annotated articles of tests/corpus; with sentences running on (all blocks joined by one
line break) and as they are. Trailers are counted on the same articles with lines of a news site written between and
after the paragraphs. FOLDER may hold other articles in the same markup.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable
from pathlib import Path

from briefing.analysis.training.corpus import FOLDER, MarkedArticle, read_corpus
from briefing.structure import find_blocks

TRAILERS = (
    "Read also: Why the ferries stopped running",
    "READ MORE: Ten charts about the harbour",
    "Sign up to our weekly newsletter on the sea",
    "Related articles",
    "Follow us on Instagram",
    "Share this article",
    "Advertisement",
    "© 2025 Harbour News. All rights reserved.",
    "This article was first published in the weekend edition.",
    "Additional reporting by Lena Ortwin",
    "Have you been affected? Write to us",
    "Ada Brandt is a correspondent for Harbour News.",
    "Most popular",
    "Editing by Karl Stenz",
    "Click here to subscribe",
    "For more information, contact the press office.",
)


def report(name: str, right: int, found: int, expected: int) -> None:
    """Print one line of figures."""
    precision, recall = right / max(found, 1), right / max(expected, 1)
    print(
        f"{name:34} precision {precision:.3f}  recall {recall:.3f}  ({right} right, {found} found, {expected} expected)"
    )


def headings(name: str, articles: Iterable[MarkedArticle], gap: str | None) -> None:
    right = found = expected = 0
    for article in articles:
        pieces = [(block.span.of(article.text), block.kind == "heading") for block in article.blocks]
        text = article.text if gap is None else gap.join(words for words, _ in pieces)
        guesses = [block.span.of(text) for block in find_blocks(text) if block.kind == "heading"]
        wanted = [words for words, is_heading in pieces if is_heading]
        right += sum(words in guesses for words in wanted)
        found, expected = found + len(guesses), expected + len(wanted)
    report(name, right, found, expected)


def trailers(articles: Iterable[MarkedArticle]) -> None:
    chance = random.Random(1)
    right = found = expected = 0
    for article in articles:
        lines = [block.span.of(article.text) for block in article.blocks]
        own = {b.span.of(article.text) for b in find_blocks(article.text) if b.kind == "trailer"}
        added = chance.sample(TRAILERS, 4)
        lines.insert(chance.randrange(3, max(4, len(lines))), added[0])
        text = "\n".join(lines + added[1:])
        guesses = [block.span.of(text) for block in find_blocks(text) if block.kind == "trailer"]
        right += sum(line in guesses for line in added)
        # Trailers that the article has by itself (credits of agencies) are not counted against the finder.
        found += sum(line not in own for line in guesses)
        expected += len(added)
    report("trailers", right, found, expected)


def main() -> None:
    articles = read_corpus(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
    headings("headings, as the articles are", articles, None)
    headings("headings, no blank lines", articles, "\n")
    headings("headings, blank lines", articles, "\n\n")
    trailers(articles)


if __name__ == "__main__":
    main()
