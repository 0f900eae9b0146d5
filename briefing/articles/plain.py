"""Decoded text in, Document out: nothing is changed, and the layout is left to be found."""

from __future__ import annotations

from briefing.articles.document import Document


def read_plain(text: str) -> Document:
    """The text as it is."""
    return Document(text=text)
