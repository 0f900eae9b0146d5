"""Decoded text in; one Document, or several where the file is a dump of a news database.

Databases save a search as one text file, with a line between the articles. Two habits are known here; another can be
given as a regular expression. A text without such lines is one Document, and not a character of it is changed.
"""

from __future__ import annotations

import re

from briefing.articles.document import Document
from briefing.errors import ConfigurationError

SEPARATORS = (
    r"^[ \t]*(?:Document )?\d+ of \d+(?: DOCUMENTS)?[ \t]*$",
    r"^[ \t]*End of Document[ \t]*$",
    r"^[ \t]*Document [A-Z]{4,}0*\d{6,}\w*[ \t]*$",
)
"""Lines that stand before or after each article in the files of known databases."""

_FEWEST_WORDS = 5
"""Words between two lines of a dump up to which they are no article, but a heading or a number."""


def split_dump(text: str, separator: str | None = None) -> list[Document]:
    """The articles of a text file.

    Args:
        text: the decoded file.
        separator: regular expression for the line between articles; it is matched line by line.

    Raises:
        ConfigurationError: the separator is no regular expression.
    """
    for pattern in (separator,) if separator else SEPARATORS:
        try:
            expression = re.compile(pattern, re.M)
        except re.error as error:
            raise ConfigurationError(f"separator of articles: not a regular expression ({error}): {pattern}") from error
        pieces = [piece.strip("\n") for piece in expression.split(text) if isinstance(piece, str)]
        pieces = [piece for piece in pieces if len(piece.split(None, _FEWEST_WORDS)) > _FEWEST_WORDS]
        if len(pieces) > 1 or (separator and pieces):
            from briefing.articles.formats.dump_article import dump_article

            return [dump_article(piece) for piece in pieces]
    return [Document(text=text)]
