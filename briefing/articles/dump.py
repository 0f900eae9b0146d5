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

_FIELD = re.compile(r"^(HEADLINE|BYLINE|LOAD-DATE|PUBLICATION|SOURCE|TITLE)[ \t]*:[ \t]*(\S.*)$", re.M)
_FIELDS = {"HEADLINE": "title", "TITLE": "title", "BYLINE": "byline", "PUBLICATION": "publisher", "SOURCE": "publisher"}


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
            return [_document(piece) for piece in pieces]
    return [Document(text=text)]


def _document(text: str) -> Document:
    known: dict[str, str] = {}
    for match in _FIELD.finditer(text[:2000]):
        if field := _FIELDS.get(match.group(1)):
            known.setdefault(field, match.group(2))
    dated = re.search(r"^LOAD-DATE[ \t]*:[ \t]*(\S.*)$", text, re.M)
    return Document(text=text, published=dated.group(1) if dated else None, **known)  # type: ignore[arg-type]
