"""A PDF in; its text in reading order, without running heads and page numbers, with headings out (by pypdfium2).

PDF knows only where pieces of text stand. They are put in order by cutting the page at its white spaces (the recursive
X-Y cut of Nagy and Seth, 1984), joined to lines and paragraphs by distance, and words broken at line ends are mended.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2

from briefing.articles.document import MAXIMUM_CHARACTERS, Document, DocumentBuilder
from briefing.articles.sandbox import Request
from briefing.errors import UndecodableError
from briefing.model import Block
from briefing.structure import find_blocks

MOST_PAGES = 1500
MOST_PIECES = 20_000
"""Pieces of text on one page; a page of newsprint has a few hundred."""

_MARGIN = 0.1
"""Share of the page's height, above and below, where running heads and page numbers stand."""

_HEADING_SIZE = 1.12
"""How much larger than the running text a heading is."""

_PAGE_NUMBER = re.compile(
    r"(?:page |p\. ?|[-–—] ?)?(?:\d{1,4}|[ivxlc]{1,7})(?: ?(?:of|/) ?\d{1,4})?(?: ?[-–—])?$", re.I
)
_DIGITS = re.compile(r"\d+")
_BROKEN_WORD = re.compile(r"[^\W\d_](?:-|\N{SOFT HYPHEN}|\x02|\ufffe)$")
_SENTENCE_END = re.compile(r"[.!?:…][\"”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text on a page, in thousandths of its height from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float
    words: str

    @property
    def size(self) -> float:
        """Height of the letters."""
        return self.top - self.bottom


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
    pages = [_lines_of_page(pdf, number) for number in range(min(len(pdf), MOST_PAGES))]
    builder, large = build(_without_margins(pages))
    if not builder.blocks:
        raise UndecodableError(f"{request.name}: holds pictures of pages but no text; run text recognition first")
    about = pdf.get_metadata_dict()
    return [
        Document(
            text=builder.text,
            blocks=_with_headings(find_blocks(builder.text), large),
            title=_title(about.get("Title", "")),
            byline=about.get("Author") or None,
        )
    ]


def _lines_of_page(pdf: pypdfium2.PdfDocument, number: int) -> list[Piece]:
    """The lines of one page in reading order, measured in thousandths of the page's height."""
    page = pdf[number]
    text_page = page.get_textpage()
    try:
        scale = 1000 / (page.get_height() or 1.0)
        pieces = []
        for index in range(min(text_page.count_rects(), MOST_PIECES)):
            left, bottom, right, top = text_page.get_rect(index)
            words = text_page.get_text_bounded(left, bottom, right, top).strip()
            if not words:
                continue
            # The box of a piece is as high as its letters happen to be; that of a character can be had with the
            # ascent and descent of its font, which is the same for all lines of one size.
            first = text_page.get_index(left + 0.5, (bottom + top) / 2, 3, 3)
            if first is not None:
                _, bottom, _, top = text_page.get_charbox(first, loose=True)
            pieces.append(Piece(left * scale, bottom * scale, right * scale, top * scale, words))
        return order(_join_pieces(pieces))
    finally:
        text_page.close()
        page.close()


def _join_pieces(pieces: Sequence[Piece]) -> list[Piece]:
    """Join pieces that stand on one line close to each other (a change of font begins a new piece)."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and _on_one_line(last, piece) and -1 <= piece.left - last.right < 0.9 * max(last.size, piece.size):
            gap = " " if piece.left - last.right > 0.12 * last.size else ""
            joined[-1] = Piece(
                last.left,
                min(last.bottom, piece.bottom),
                max(last.right, piece.right),
                max(last.top, piece.top),
                last.words + gap + piece.words,
            )
        else:
            joined.append(piece)
    return joined


def _on_one_line(first: Piece, second: Piece) -> bool:
    shared = min(first.top, second.top) - max(first.bottom, second.bottom)
    return shared > 0.5 * min(first.size, second.size)


def order(lines: list[Piece], depth: int = 0) -> list[Piece]:
    """Lines in the order in which they are read: columns from left to right, each from top to bottom."""
    if len(lines) < 2 or depth > 30:
        return sorted(lines, key=lambda p: (-round(p.top), p.left))
    column = _vertical_cut(lines)
    if column is not None:
        left = [p for p in lines if p.right <= column]
        right = [p for p in lines if p.right > column]
        return order(left, depth + 1) + order(right, depth + 1)
    row = _horizontal_cut(lines)
    if row is not None:
        above = [p for p in lines if p.bottom >= row]
        below = [p for p in lines if p.bottom < row]
        return order(above, depth + 1) + order(below, depth + 1)
    return sorted(lines, key=lambda p: (-round(p.top), p.left))


def _vertical_cut(lines: Sequence[Piece]) -> float | None:
    """Middle of the widest white column that no line crosses, with three lines or more on either side."""
    best, place = 6.0, None
    reach = float("-inf")
    for count, piece in enumerate(sorted(lines, key=lambda p: p.left)):
        if piece.left - reach > best and 3 <= count <= len(lines) - 3:
            best, place = piece.left - reach, (piece.left + reach) / 2
        reach = max(reach, piece.right)
    return place


def _horizontal_cut(lines: Sequence[Piece]) -> float | None:
    """The widest white row, if it is wider than the lines' usual distance; else the first one under a wide line."""
    from_top = sorted(lines, key=lambda p: -p.top)
    gaps: list[tuple[float, float]] = []
    floor = from_top[0].bottom
    for piece in from_top[1:]:
        if piece.top <= floor:
            gaps.append((floor - piece.top, (floor + piece.top) / 2))
        floor = min(floor, piece.bottom)
    if not gaps:
        return None
    return max(gaps)[1]


def _without_margins(pages: list[list[Piece]]) -> list[list[Piece]]:
    """Leave out lines at the top and bottom that come back from page to page, and page numbers."""
    seen = Counter(key for lines in pages for key in {_margin_key(p) for p in lines if _in_margin(p)})
    often = max(2, len(pages) // 3)
    return [
        [
            p
            for p in lines
            if not _in_margin(p)
            or (seen[_margin_key(p)] < often and not (_PAGE_NUMBER.match(p.words) and len(lines) > 1))
        ]
        for lines in pages
    ]


def _in_margin(piece: Piece) -> bool:
    return piece.bottom > 1000 * (1 - _MARGIN) or piece.top < 1000 * _MARGIN


def _margin_key(piece: Piece) -> str:
    return _DIGITS.sub("#", piece.words.lower())


def build(pages: Sequence[Sequence[Piece]]) -> tuple[DocumentBuilder, set[int]]:
    """Paragraphs from lines; also the starts of those set in larger letters than the running text."""
    lines = [piece for page in pages for piece in page]
    builder, large = DocumentBuilder(), set[int]()
    if not lines:
        return builder, large
    sizes = sorted(size for p in lines for size in [round(p.size, 1)] * min(len(p.words), 200))
    body = median(sizes)
    steps = [a.top - b.top for a, b in pairwise(lines) if 0 < a.top - b.top < 4 * body]
    step = median(steps) if steps else 1.4 * body
    width = max(p.right - p.left for p in lines)
    paragraph: list[Piece] = []
    for line in lines:
        if paragraph and _begins_paragraph(paragraph, line, step, width):
            _add(builder, paragraph, body, large)
            paragraph = []
        paragraph.append(line)
        if builder.length > MAXIMUM_CHARACTERS:
            break
    _add(builder, paragraph, body, large)
    return builder, large


def _begins_paragraph(paragraph: Sequence[Piece], line: Piece, step: float, width: float) -> bool:
    last = paragraph[-1]
    moved = last.top - line.top
    if abs(line.size - last.size) > 0.25 * max(last.size, 1.0):
        return True
    ends = bool(_SENTENCE_END.search(last.words))
    if moved < 0 or moved > 6 * step:
        # A new column or page: the sentence goes on unless it has ended and a new one begins.
        return ends and not line.words[0].islower()
    if moved > 1.3 * step:
        return True
    indented = line.left - min(p.left for p in paragraph[-3:]) > 0.8 * line.size and len(paragraph) > 1
    short = paragraph[0].right - last.right > 0.12 * width
    return ends and (indented or short)


def _add(builder: DocumentBuilder, paragraph: Sequence[Piece], body: float, large: set[int]) -> None:
    words = ""
    for piece in paragraph:
        if _BROKEN_WORD.search(words) and piece.words[:1].islower():
            words = words[:-1] + piece.words
        else:
            words = f"{words} {piece.words}" if words else piece.words
    before = len(builder.blocks)
    builder.add(words.replace("\x02", "-").replace("\ufffe", "-"))
    if len(builder.blocks) > before and len(words.split()) <= 30:
        size = median(p.size for p in paragraph)
        if size > _HEADING_SIZE * body and not (size < 1.3 * body and _SENTENCE_END.search(words)):
            large.add(builder.blocks[-1].start)


def _with_headings(blocks: Sequence[Block], large: set[int]) -> tuple[Block, ...]:
    """Blocks in larger letters are headings, whatever their words look like."""
    judged: list[Block] = []
    for block in blocks:
        if block.start in large and block.kind in {"paragraph", "item", "heading"}:
            first = not any(b.kind == "heading" for b in judged)
            block = Block(block.start, block.end, "heading", 1 if first else 2)
        judged.append(block)
    return tuple(judged)


def _title(title: str) -> str | None:
    """The title that the file names, unless a program put its own words there."""
    if not title or re.match(r"Microsoft Word|untitled|.*\.(?:docx?|indd|qxd|pdf|tex|rtf|odt)$", title, re.I):
        return None
    return title
