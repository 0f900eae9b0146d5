"""A Source and its format in; Documents out.

Text, Markdown and JSON are parsed here; every format with markup, compression or native code goes to the sandbox.
"""

from __future__ import annotations

from briefing.articles.detection import Format
from briefing.articles.document import Document
from briefing.articles.encodings import decode
from briefing.articles.markdown import read_markdown
from briefing.articles.plain import read_plain
from briefing.articles.sources import Source


def parse(source: Source, form: Format) -> list[Document]:
    """The documents in a source.

    Raises:
        UndecodableError: the bytes are not what the format demands.
    """
    decoded = decode(source.data, source.name, source.charset)
    document = read_markdown(decoded.text) if form == "markdown" else read_plain(decoded.text)
    return [_noted(document, decoded.note)]


def _noted(document: Document, note: str | None) -> Document:
    from msgspec.structs import replace

    return replace(document, notes=(note, *document.notes)) if note else document
