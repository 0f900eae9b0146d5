"""A file, folder, address or pipe in; articles out: clean text, its layout, and what the document says about itself.

    from briefing.articles import read_article
    article = read_article("report.txt")

There is one module for each format (`formats`). Parsers and their libraries are imported only when a document needs
them, and those that take binary or marked-up input run in a process of their own with little time and memory
(`sandbox`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.articles.reading import expand_source, read_article, read_articles

__all__ = ["expand_source", "read_article", "read_articles"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from briefing.articles import reading

        return getattr(reading, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
