"""A file, folder, address or pipe in; articles out: clean text, its layout, and what the document says about itself.

    from briefing.articles import read_article
    article = read_article("report.txt")

There is one module for each format. Parsers and their libraries are imported only when a document needs them, and
those that take binary or marked-up input run in a process of their own with little time and memory (`sandbox`).
"""

from briefing.articles.reading import expand_source, read_article, read_articles

__all__ = ["expand_source", "read_article", "read_articles"]
