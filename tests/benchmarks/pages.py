"""How well the main text of web pages is found: recall and precision of its words, and what is said about the page.

    python tests/benchmarks/pages.py [--show NAME]

One story is written into pages as sites of fourteen makes write them, with all that stands around and within a text.
The library alone reads them, too, for it is what our own steps have to be better than.
Where readability-lxml is installed (it is no part of this project) it reads the same pages, for comparison.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from briefing.articles.formats.html import html_document
from briefing.articles.metadata import metadata
from briefing.errors import UndecodableError
from tests.articles.web_pages import PAGES, Page


def ours(page: Page) -> str:
    try:
        return html_document(page.html, page.name, page.url).text
    except UndecodableError:
        return ""


def readability(page: Page) -> str:
    from lxml import html
    from readability import Document

    document = Document(page.html)
    body = html.fromstring(document.summary())
    return document.short_title() + " " + " ".join(body.itertext())


def trafilatura_alone(page: Page) -> str:
    from trafilatura import bare_extraction

    document: Any = bare_extraction(page.html, include_comments=False, with_metadata=True)
    return "" if document is None else f"{document.title or ''} {document.text or ''}"


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def scores(text: str, page: Page) -> tuple[float, float]:
    """Recall and precision of the words of the story."""
    wanted, found = words(page.text), words(text)
    shared = (wanted & found).total()
    return shared / wanted.total(), shared / max(1, found.total())


def said(page: Page) -> str:
    """What is wrong in title, byline, publisher and date."""
    document = html_document(page.html, page.name, page.url)
    known, _ = metadata(document, document.text, document.blocks or ())
    wrong = [
        f"{field}: {known.get(field)!r} instead of {value!r}"
        for field, value in page.about.items()
        if known.get(field) != value
    ]
    return "; ".join(wrong)


def main() -> None:
    options = argparse.ArgumentParser(description="How well the main text of web pages is found.")
    options.add_argument("--show", help="print the text that is found on this page")
    chosen = options.parse_args()
    extractors: dict[str, Callable[[Page], str]] = {"ours": ours, "trafilatura alone": trafilatura_alone}
    try:
        import readability as _  # noqa: F401
    except ImportError:
        pass
    else:
        extractors["readability-lxml"] = readability
    sums: dict[str, list[tuple[float, float]]] = {name: [] for name in extractors}
    for page in PAGES:
        if chosen.show == page.name:
            print(html_document(page.html, page.name, page.url).text)
        figures = []
        for name, extract in extractors.items():
            sums[name].append(scores(extract(page), page))
            figures.append(f"{name} {sums[name][-1][0]:.2f} {sums[name][-1][1]:.2f}")
        print(f"{page.name:28} {'   '.join(figures)}   {said(page)}")
    for name, pairs in sums.items():
        recall, precision = (sum(values) / len(pairs) for values in zip(*pairs, strict=True))
        print(f"{name}: recall {recall:.3f}, precision {precision:.3f} (means of {len(pairs)} pages)")


if __name__ == "__main__":
    main()
