"""A feed (RSS 0.9 to 2.0, RDF, Atom) in; a Document for each entry out. An OPML list gives one for each feed it names.

Feeds are read as XML with small faults mended; what stands in an entry is all there is, nothing is fetched.
"""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from typing import Any

from lxml import etree

from briefing.articles.document import Document, DocumentBuilder
from briefing.articles.formats.html_blocks import whole_page
from briefing.articles.formats.html_tree import parse_html, without_markup
from briefing.articles.formats.packed import parse_xml
from briefing.articles.request import Request
from briefing.errors import UndecodableError

MOST_ENTRIES = 500

_BODIES = ("encoded", "content", "description", "summary")


def read_feed(request: Request) -> list[Document]:
    """The entries of a feed, in its order.

    Raises:
        UndecodableError: it has no entries.
    """
    root = parse_xml(request.data, request.name)
    publisher = _child(root, "title") or _child(_first(root, "channel"), "title")
    entries = root.xpath("//*[local-name()='item' or local-name()='entry']")[:MOST_ENTRIES]
    if not entries:
        raise UndecodableError(f"{request.name}: the feed has no entries")
    return [_entry(entry, publisher) for entry in entries]


def read_opml(request: Request) -> list[Document]:
    """The feeds that a list names, each as a Document with its title and address.

    Raises:
        UndecodableError: it names none.
    """
    root = parse_xml(request.data, request.name)
    documents = []
    for outline in root.iter("outline"):
        if address := outline.get("xmlUrl"):
            title = outline.get("title") or outline.get("text") or address
            builder = DocumentBuilder()
            builder.add(title, "heading", 1)
            builder.add(address)
            documents.append(Document(text=builder.text, blocks=tuple(builder.blocks), title=title, url=address))
    if not documents:
        raise UndecodableError(f"{request.name}: the list names no feeds")
    return documents[:MOST_ENTRIES]


def _entry(entry: Any, publisher: str | None) -> Document:
    title = without_markup(_child(entry, "title") or "")
    tree = parse_html(_longest_body(entry))
    body = whole_page(tree) if tree is not None else DocumentBuilder()
    builder = DocumentBuilder()
    if not body.text.startswith(title):
        builder.add(title, "heading", 1)
    for block, words in body.passages:
        builder.add(words, block.kind, block.level)
    author = _first(entry, "author")
    return Document(
        text=builder.text,
        blocks=tuple(builder.blocks),
        title=title or None,
        byline=_child(author, "name") or _child(entry, "creator") or _child(entry, "author"),
        publisher=publisher,
        published=_date(_child(entry, "published") or _child(entry, "pubDate") or _child(entry, "date")),
        url=_link(entry),
        notes=("the text of a feed's entry; the page may say more",),
    )


def _longest_body(entry: Any) -> str:
    bodies = [words for name in _BODIES if (words := _page_of(_first(entry, name)))]
    return max(bodies, key=len, default="")


def _page_of(body: Any) -> str | None:
    """A body as HTML: it is text that holds HTML, or elements of XHTML."""
    if body is None:
        return None
    if len(body):
        return "".join(etree.tostring(child, encoding="unicode") for child in body)
    return (body.text or "").strip() or None


def _first(element: Any, name: str) -> Any:
    if element is None:
        return None
    return next((child for child in element if _local(child) == name), None)


def _child(element: Any, name: str) -> str | None:
    child = _first(element, name)
    if child is None:
        return None
    return "".join(child.itertext()).strip() or None


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _link(entry: Any) -> str | None:
    links = [child for child in entry if _local(child) == "link"]
    for link in links:
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return str(link.get("href"))
    return next((link.text.strip() for link in links if link.text), None)


def _date(words: str | None) -> str | None:
    if not words or words[:4].isdigit():
        return words
    try:
        return parsedate_to_datetime(words).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return words
