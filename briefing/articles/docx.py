"""A Word document (DOCX, Office Open XML) in; its text, headings, lists and title out.

Deleted text, field codes, notes, headers and footers are left out; what a reader sees in the body is kept. The
structure is described in ECMA-376, part 1, section 17.
"""

from __future__ import annotations

import re
from typing import Any

from briefing.articles.document import Document, DocumentBuilder
from briefing.articles.packed import Package, text_of
from briefing.articles.request import Request
from briefing.model import BlockKind

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING_STYLE = re.compile(r"heading ?(\d)$|(title)$", re.I)
_LEFT_OUT = {
    f"{_WORD}{tag}" for tag in ("del", "instrText", "pPr", "rPr", "footnoteReference", "txbxContent", "moveFrom")
}


def read_docx(request: Request) -> list[Document]:
    """The one document of a DOCX file."""
    package = Package(request.data, request.name)
    styles = _heading_styles(package)
    builder = DocumentBuilder()
    for paragraph in package.tree("word/document.xml").iter(f"{_WORD}p"):
        kind, level = _kind(paragraph, styles)
        builder.add(_words(paragraph), kind, level)
    title = byline = None
    if "docProps/core.xml" in package:
        core = package.tree("docProps/core.xml")
        title, byline = text_of(core, "title"), text_of(core, "creator")
    return [Document(text=builder.text, blocks=tuple(builder.blocks) or None, title=title, byline=byline)]


def _heading_styles(package: Package) -> dict[str, int]:
    """The ids of the styles that are headings, with their levels; the title is level 1."""
    if "word/styles.xml" not in package:
        return {}
    levels = {}
    for style in package.tree("word/styles.xml").iter(f"{_WORD}style"):
        name = style.find(f"{_WORD}name")
        match = _HEADING_STYLE.match(name.get(f"{_WORD}val", "")) if name is not None else None
        if match:
            levels[style.get(f"{_WORD}styleId", "")] = int(match.group(1) or 1)
    return levels


def _kind(paragraph: Any, styles: dict[str, int]) -> tuple[BlockKind, int]:
    properties = paragraph.find(f"{_WORD}pPr")
    if properties is None:
        return "paragraph", 0
    style = properties.find(f"{_WORD}pStyle")
    name = style.get(f"{_WORD}val", "") if style is not None else ""
    if level := styles.get(name):
        return "heading", level
    if match := _HEADING_STYLE.match(name):
        return "heading", int(match.group(1) or 1)
    numbering = properties.find(f"{_WORD}numPr")
    if numbering is not None:
        depth = numbering.find(f"{_WORD}ilvl")
        value = depth.get(f"{_WORD}val", "0") if depth is not None else "0"
        return "item", 1 + (int(value) if value.isdigit() else 0)
    if name.lower().startswith("caption"):
        return "caption", 0
    return ("quote", 0) if "quote" in name.lower() else ("paragraph", 0)


def _words(paragraph: Any) -> str:
    pieces: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag in _LEFT_OUT or element.tag == f"{_WORD}p":
            continue
        if element.tag == f"{_WORD}t":
            pieces.append(element.text or "")
        elif element.tag in {f"{_WORD}tab", f"{_WORD}br", f"{_WORD}cr"}:
            pieces.append(" ")
        elif element.tag == f"{_WORD}noBreakHyphen":
            pieces.append("-")
        waiting.extend(reversed(element))
    return "".join(pieces)
