"""A PDF in; its text in reading order, without running heads, page numbers and footnotes, with headings out.

The places of the words come from pypdfium2 (`pdf_pieces`), their order from the layout of the page (`pdf_layout`),
their paragraphs from distances, indents and sizes (`pdf_paragraphs`).
"""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2

from briefing.articles.document import MAXIMUM_CHARACTERS, Document, DocumentBuilder
from briefing.articles.formats.pdf_paragraphs import Paragraph, headings, paragraphs_of
from briefing.articles.formats.pdf_pieces import Page, read_page
from briefing.articles.request import Request
from briefing.errors import UndecodableError
from briefing.model import Block
from briefing.structure import find_blocks

MOST_PAGES = 1500

_FEWEST_HEADINGS = 2
"""Headings that letters must show before those that only words suggest are doubted."""


def read_pdf(request: Request) -> list[Document]:
    """The one document of a PDF.

    Raises:
        UndecodableError: it is damaged, protected, or made of pictures only.
    """
    try:
        pdf = pypdfium2.PdfDocument(request.data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UndecodableError(f"{request.name}: is protected by a password; save it without one") from error
        raise UndecodableError(f"{request.name}: is a damaged PDF; get the file again") from error
    paragraphs, had_notes = paragraphs_of(_pages(pdf))
    builder = DocumentBuilder()
    starts = [_add(builder, paragraph) for paragraph in paragraphs]
    if not builder.blocks:
        raise UndecodableError(f"{request.name}: holds pictures of pages but no text; run text recognition first")
    about = pdf.get_metadata_dict()
    return [
        Document(
            text=builder.text,
            blocks=_blocks(builder.text, paragraphs, starts),
            title=about.get("Title") or None,
            byline=about.get("Author") or None,
            notes=("footnotes left out",) if had_notes else (),
        )
    ]


def _pages(pdf: pypdfium2.PdfDocument) -> list[Page]:
    pages: list[Page] = []
    characters = 0
    for number in range(min(len(pdf), MOST_PAGES)):
        pages.append(read_page(pdf, number))
        characters += sum(len(piece.words) for piece in pages[-1].pieces)
        if characters > MAXIMUM_CHARACTERS:
            break
    return pages


def _add(builder: DocumentBuilder, paragraph: Paragraph) -> int:
    """Append a paragraph; returns where it begins, or -1 if there was no room for it."""
    before = len(builder.blocks)
    builder.add(paragraph.words)
    return builder.blocks[-1].start if len(builder.blocks) > before else -1


def _blocks(text: str, paragraphs: Sequence[Paragraph], starts: Sequence[int]) -> tuple[Block, ...]:
    """The blocks that the words suggest, corrected by what letters show: headings, and rows of tables."""
    shown = {starts[number] for number in headings(paragraphs)}
    rows = {start for start, paragraph in zip(starts, paragraphs, strict=True) if paragraph.is_row}
    judged: list[Block] = []
    for block in find_blocks(text):
        if block.start in shown and block.kind in {"paragraph", "item", "heading"}:
            first = not any(b.kind == "heading" for b in judged)
            block = Block(block.start, block.end, "heading", 1 if first else 2)
        elif block.start in rows or (block.kind == "heading" and len(shown) >= _FEWEST_HEADINGS):
            block = Block(block.start, block.end, "paragraph")
        judged.append(block)
    return tuple(judged)
