"""A Word document (DOCX, Office Open XML) in; its text, headings, lists and title out.

Deleted and hidden text, field codes, notes, tables of contents, headers and footers are left out; what a reader sees in
the body is kept. The structure is described in ECMA-376, part 1, section 17.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefing.articles.document import Document, DocumentBuilder
from briefing.articles.formats.docx_styles import WORD, Style, is_on, paragraph_style, styles_of, value_of
from briefing.articles.formats.emphasis import with_bold_headings
from briefing.articles.formats.html_blocks import as_entries
from briefing.articles.formats.packed import Package, text_of
from briefing.articles.formats.raised import lowered, raised
from briefing.articles.request import Request

_NEVER = frozenset(
    f"{WORD}{tag}" for tag in ("del", "instrText", "pPr", "rPr", "footnoteReference", "endnoteReference", "moveFrom")
)
_DRAWN_AGAIN = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What older programs show instead of what stands beside it."""

_MOST_CELLS = 60
_TAGS = ("p", "tr", "tc", "t", "r", "tab", "br", "cr", "noBreakHyphen", "txbxContent")
_P, _TR, _TC, _T, _R, _TAB, _BR, _CR, _HYPHEN, _BOX = (f"{WORD}{tag}" for tag in _TAGS)


def read_docx(request: Request) -> list[Document]:
    """The one document of a DOCX file."""
    package = Package(request.data, request.name)
    styles = styles_of(package.tree("word/styles.xml")) if "word/styles.xml" in package else {}
    builder = _Reader(styles).read(package.tree("word/document.xml"))
    title = byline = None
    if "docProps/core.xml" in package:
        core = package.tree("docProps/core.xml")
        title, byline = text_of(core, "title"), text_of(core, "creator")
    return [Document(text=builder.text, blocks=tuple(builder.blocks) or None, title=title, byline=byline)]


class _Reader:
    """Reads a body paragraph by paragraph; rows of short entries are one block."""

    def __init__(self, styles: dict[str, Style]) -> None:
        self._styles = styles
        self._builder = DocumentBuilder()
        self._bold: set[int] = set()

    def read(self, root: Any) -> DocumentBuilder:
        waiting = [root]
        while waiting:
            element = waiting.pop()
            if element.tag in _NEVER or element.tag == _DRAWN_AGAIN:
                continue
            if element.tag == _P:
                self._add(element)
                # Text boxes are anchored inside of paragraphs, and are read after them.
                waiting.extend(reversed([box for box in element.iter(_BOX) if not _is_drawn_again(box)]))
            elif element.tag == _TR and (entries := self._entries(element)):
                self._builder.add(" · ".join(entries))
            else:
                waiting.extend(reversed(element))
        return with_bold_headings(self._builder, self._bold, with_title=True)

    def _add(self, paragraph: Any) -> None:
        style = paragraph_style(paragraph, self._styles)
        if style.is_contents:
            return
        before = len(self._builder.blocks)
        runs = list(_runs(paragraph, style))
        self._builder.add("".join(words for words, _ in runs), style.kind, style.level)
        if len(self._builder.blocks) > before and all(bold for words, bold in runs if words.strip()):
            self._bold.add(before)

    def _entries(self, row: Any) -> list[str]:
        cells = [cell for cell in row if cell.tag == _TC][:_MOST_CELLS]
        paragraphs = [[part for part in cell if part.tag == _P] for cell in cells]
        if any(len(parts) != 1 for parts in paragraphs):
            return []
        return as_entries(["".join(words for words, _ in _runs(parts[0], Style())) for parts in paragraphs])


def _is_drawn_again(box: Any) -> bool:
    return any(above.tag in {_DRAWN_AGAIN, _BOX} for above in box.iterancestors())


def _runs(paragraph: Any, style: Style) -> Iterator[tuple[str, bool]]:
    """The words of a paragraph, and whether they are bold."""
    waiting = list(reversed(paragraph))
    before, position, is_bold = "", "", style.is_bold
    while waiting:
        element = waiting.pop()
        if element.tag in _NEVER or element.tag in {_P, _BOX, _DRAWN_AGAIN}:
            continue
        if element.tag == _R:
            properties = element.find(f"{WORD}rPr")
            if is_on(properties, "vanish"):
                continue
            position = value_of(properties, "vertAlign")
            is_bold = is_on(properties, "b", default=style.is_bold)
        words = ""
        if element.tag == _T:
            words = element.text or ""
            if position == "superscript":
                words = raised(words, before)
            elif position == "subscript":
                words = lowered(words)
        elif element.tag in {_TAB, _BR, _CR}:
            words = " "
        elif element.tag == _HYPHEN:
            words = "-"
        if words:
            before = (before + words)[-20:]
            yield words, is_bold
        waiting.extend(reversed(element))
