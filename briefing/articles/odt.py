"""An OpenDocument text (ODT) in; its text, headings, lists and title out (OASIS OpenDocument 1.3, part 3)."""

from __future__ import annotations

from typing import Any

from briefing.articles.document import Document, DocumentBuilder
from briefing.articles.packed import Package, text_of
from briefing.articles.request import Request

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_LEFT_OUT = {
    f"{_TEXT}{tag}" for tag in ("note", "tracked-changes", "bookmark-start", "sequence-decls", "table-of-content")
}
_WIDEST_SPACE = 100


def read_odt(request: Request) -> list[Document]:
    """The one document of an ODT file."""
    package = Package(request.data, request.name)
    builder = DocumentBuilder()
    _add_blocks(package.tree("content.xml"), builder)
    title = byline = language = None
    if "meta.xml" in package:
        meta = package.tree("meta.xml")
        title = text_of(meta, "title")
        # In OpenDocument dc:creator is who changed the document last.
        byline = text_of(meta, "initial-creator") or text_of(meta, "creator")
        language = text_of(meta, "language")
    return [
        Document(text=builder.text, blocks=tuple(builder.blocks) or None, title=title, byline=byline, language=language)
    ]


def _add_blocks(root: Any, builder: DocumentBuilder) -> None:
    waiting: list[tuple[Any, int]] = [(root, 0)]
    while waiting:
        element, lists = waiting.pop()
        if element.tag in _LEFT_OUT:
            continue
        if element.tag == f"{_TEXT}h":
            level = element.get(f"{_TEXT}outline-level", "1")
            builder.add(_words(element), "heading", int(level) if level.isdigit() else 1)
        elif element.tag == f"{_TEXT}p":
            builder.add(_words(element), "item" if lists else "paragraph", lists)
        else:
            deeper = lists + (element.tag == f"{_TEXT}list")
            waiting.extend((child, deeper) for child in reversed(element))


def _words(element: Any) -> str:
    pieces: list[str] = []
    waiting: list[Any] = [element]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            pieces.append(part)
            continue
        if part.tag in _LEFT_OUT:
            continue
        if part.tag == f"{_TEXT}s":
            count = part.get(f"{_TEXT}c", "1")
            pieces.append(" " * min(int(count) if count.isdigit() else 1, _WIDEST_SPACE))
        elif part.tag in {f"{_TEXT}tab", f"{_TEXT}line-break"}:
            pieces.append(" ")
        for child in reversed(part):
            waiting.append(child.tail or "")
            waiting.append(child)
        waiting.append(part.text or "")
    return "".join(pieces)
