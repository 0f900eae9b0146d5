"""briefing: who said what in a news article, and where they stand, in a terminal.

The folders are the way of the data: `articles` turns a file into an Article, `analysis` turns an Article into a
Briefing, and `reader`, `exports` and `cli` show it. All of them speak in the nouns of `briefing.model`.

Importing this package imports neither spaCy nor Textual.
"""

__version__ = "0.1.0"

ANALYSIS_VERSION = "1"
"""Raised whenever the same text may give another result; results in the cache of another version are not used."""
