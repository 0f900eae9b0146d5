"""A Source and its format in; Documents out.

Text, Markdown, dumps and JSON are parsed here; formats with markup, compression or native code go to the sandbox.
Plain text is the only one that needs nothing but this module; the others are imported when such a document comes.
"""

from __future__ import annotations

from msgspec.structs import replace

from briefing.articles.detection import Format
from briefing.articles.document import Document
from briefing.articles.encodings import decode
from briefing.articles.formats.dump import split_dump
from briefing.articles.sources import Source


def parse(source: Source, form: Format, separator: str | None = None) -> list[Document]:
    """The documents in a source.

    Args:
        source: the bytes and what is known of them.
        form: their format.
        separator: regular expression of the line between the articles of a dump; without it known ones are tried.

    Raises:
        UndecodableError: the bytes are not what the format demands.
    """
    if form not in {"plain", "markdown", "json", "jsonl"}:
        documents = _parse_apart(form, source.name, source.data, source.url, source.charset)
        return _split(documents[0], separator) if form in {"rtf", "docx"} else documents
    decoded = decode(source.data, source.name, source.charset)
    if form == "markdown":
        documents = _read_markdown(decoded.text, source.name)
    elif form in {"json", "jsonl"}:
        documents = _read_json(decoded.text, source.name, lines=form == "jsonl")
    else:
        documents = split_dump(decoded.text, separator)
    if decoded.note:
        documents = [replace(document, notes=(decoded.note, *document.notes)) for document in documents]
    return documents


def _split(document: Document, separator: str | None) -> list[Document]:
    """The articles of a document, which may be a dump that a database saved for a word processor."""
    articles = split_dump(document.text, separator)
    return articles if len(articles) > 1 else [document]


def _read_markdown(text: str, name: str) -> list[Document]:
    from briefing.articles.formats.markdown import is_heavy, read_markdown

    if is_heavy(text):
        return _parse_apart("markdown", name, text.encode("utf-8", "replace"))
    return [read_markdown(text)]


def _read_json(text: str, name: str, *, lines: bool) -> list[Document]:
    from briefing.articles.formats.json_records import holds_markup, read_json, read_json_lines

    if holds_markup(text):
        return _parse_apart("jsonl" if lines else "json", name, text.encode("utf-8", "replace"))
    return read_json_lines(text, name) if lines else read_json(text, name)


def _parse_apart(
    form: Format, name: str, data: bytes, url: str | None = None, charset: str | None = None
) -> list[Document]:
    from briefing.articles.request import Request
    from briefing.articles.sandbox import parse_apart

    return parse_apart(Request(form, name, data, url, charset))
