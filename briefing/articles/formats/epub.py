"""An e-book (EPUB) in; the text of its chapters in reading order, its headings, title and author out (EPUB 3.3)."""

from __future__ import annotations

import posixpath
from typing import Any
from urllib.parse import unquote

from briefing.articles.document import MAXIMUM_CHARACTERS, Document, DocumentBuilder
from briefing.articles.formats.html import decode_page
from briefing.articles.formats.html_blocks import whole_page
from briefing.articles.formats.html_tree import parse_html
from briefing.articles.formats.packed import Package, text_of, texts_of
from briefing.articles.request import Request
from briefing.errors import UndecodableError

MOST_CHAPTERS = 2000


def read_epub(request: Request) -> list[Document]:
    """The one book of an EPUB file.

    Raises:
        UndecodableError: the archive or its list of contents is damaged, or no chapter has text.
    """
    package = Package(request.data, request.name)
    container = package.tree("META-INF/container.xml")
    paths = container.xpath("//*[local-name()='rootfile']/@full-path")
    if not paths:
        raise UndecodableError(f"{request.name}: does not say where its contents are; get the file again")
    book = package.tree(str(paths[0]))
    folder = posixpath.dirname(str(paths[0]))
    files = {item.get("id"): item.get("href", "") for item in book.xpath("//*[local-name()='manifest']/*")}
    builder = DocumentBuilder()
    for reference in book.xpath("//*[local-name()='spine']/*/@idref")[:MOST_CHAPTERS]:
        member = posixpath.normpath(posixpath.join(folder, unquote(files.get(str(reference)) or "")))
        if member not in package or builder.length >= MAXIMUM_CHARACTERS:
            continue
        tree = parse_html(decode_page(package.read(member), request.name))
        chapter = whole_page(tree) if tree is not None else DocumentBuilder()
        for block, words in chapter.passages:
            builder.add(words, block.kind, block.level)
    if not builder.blocks:
        raise UndecodableError(f"{request.name}: no chapter holds text; it may be a book of pictures")
    return [
        Document(
            text=builder.text,
            blocks=tuple(builder.blocks),
            title=text_of(book, "title"),
            byline=texts_of(book, "creator"),
            publisher=text_of(book, "publisher"),
            published=_published(book),
            language=text_of(book, "language"),
        )
    ]


def _published(book: Any) -> str | None:
    """The date of publication; others are those of the file."""
    for element in book.xpath(".//*[local-name()='date']"):
        events = [value for name, value in element.attrib.items() if name.rpartition("}")[2] == "event"]
        if not events or events[0].lower() == "publication":
            return (element.text or "").strip() or None
    return None
