"""An OpenDocument text (ODT) in; its text, headings, lists and title out (OASIS OpenDocument 1.3, part 3).

Notes, comments, tracked changes and tables of contents are left out; what stands in text boxes comes after the
paragraph to which they are tied.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefing.articles.document import Document, DocumentBuilder
from briefing.articles.formats.emphasis import with_bold_headings
from briefing.articles.formats.html_blocks import as_entries
from briefing.articles.formats.odt_styles import PLAIN, TEXT, Style, styles_of
from briefing.articles.formats.packed import Package, text_of
from briefing.articles.formats.raised import lowered, raised
from briefing.articles.request import Request

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_BOX = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}text-box"
_NEVER = frozenset(
    {f"{TEXT}{tag}" for tag in ("note", "tracked-changes", "bookmark-start", "sequence-decls", "table-of-content")}
    | {f"{_OFFICE}annotation"}
)
_PARAGRAPHS = frozenset({f"{TEXT}h", f"{TEXT}p"})
_WIDEST_SPACE = 100
_MOST_CELLS = 60


def read_odt(request: Request) -> list[Document]:
    """The one document of an ODT file."""
    package = Package(request.data, request.name)
    content = package.tree("content.xml")
    styles = styles_of(*([package.tree("styles.xml")] if "styles.xml" in package else []), content)
    builder = _Reader(styles).read(content)
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


class _Reader:
    """Reads a body paragraph by paragraph; rows of short entries are one block."""

    def __init__(self, styles: dict[str, Style]) -> None:
        self._styles = styles
        self._builder = DocumentBuilder()
        self._bold: set[int] = set()

    def read(self, root: Any) -> DocumentBuilder:
        waiting: list[tuple[Any, int]] = [(root, 0)]
        while waiting:
            element, lists = waiting.pop()
            if element.tag in _NEVER:
                continue
            if element.tag in _PARAGRAPHS:
                self._add(element, lists)
                boxes = [box for box in element.iter(_BOX) if not _is_in_box(box, element)]
                waiting.extend((box, 0) for box in reversed(boxes))
            elif element.tag == f"{_TABLE}table-row" and (entries := self._entries(element)):
                self._builder.add(" · ".join(entries))
            else:
                deeper = lists + (element.tag == f"{TEXT}list")
                waiting.extend((child, deeper) for child in reversed(element))
        return with_bold_headings(self._builder, self._bold, with_title=True)

    def _add(self, paragraph: Any, lists: int) -> None:
        style = self._styles.get(paragraph.get(f"{TEXT}style-name", ""), PLAIN)
        runs = list(self._runs(paragraph, style))
        words = "".join(run for run, _ in runs)
        before = len(self._builder.blocks)
        if paragraph.tag == f"{TEXT}h":
            level = paragraph.get(f"{TEXT}outline-level", "1")
            self._builder.add(words, "heading", int(level) if level.isdigit() else 1)
        elif style.kind == "paragraph" and lists:
            self._builder.add(words, "item", lists)
        else:
            self._builder.add(words, style.kind, 1 if style.kind == "heading" else 0)
        if len(self._builder.blocks) > before and all(bold for run, bold in runs if run.strip()):
            self._bold.add(before)

    def _entries(self, row: Any) -> list[str]:
        cells = [cell for cell in row if cell.tag == f"{_TABLE}table-cell"][:_MOST_CELLS]
        if any(len(cell) != 1 or cell[0].tag not in _PARAGRAPHS for cell in cells):
            return []
        return as_entries(["".join(run for run, _ in self._runs(cell[0], PLAIN)) for cell in cells])

    def _runs(self, paragraph: Any, style: Style) -> Iterator[tuple[str, bool]]:
        """The words of a paragraph, and whether they are bold."""
        before = ""
        waiting: list[tuple[Any, Style]] = [(paragraph, style)]
        while waiting:
            part, style = waiting.pop()
            if isinstance(part, str):
                if style.position > 0:
                    part = raised(part, before)
                elif style.position < 0:
                    part = lowered(part)
                before = (before + part)[-20:]
                yield part, bool(style.is_bold)
                continue
            if part.tag in _NEVER or part.tag == _BOX:
                continue
            if part.tag == f"{TEXT}span":
                style = style.with_span(self._styles.get(part.get(f"{TEXT}style-name", ""), PLAIN))
            elif part.tag == f"{TEXT}s":
                count = part.get(f"{TEXT}c", "1")
                yield " " * min(int(count) if count.isdigit() else 1, _WIDEST_SPACE), False
            elif part.tag in {f"{TEXT}tab", f"{TEXT}line-break"}:
                yield " ", False
            for child in reversed(part):
                waiting.append((child.tail or "", style))
                waiting.append((child, style))
            waiting.append((part.text or "", style))


def _is_in_box(box: Any, paragraph: Any) -> bool:
    for above in box.iterancestors():
        if above is paragraph:
            return False
        if above.tag == _BOX:
            return True
    return False
