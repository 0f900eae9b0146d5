"""A page of a PDF in; its pieces of text with their places out (by pypdfium2).

PDF knows only where letters stand. PDFium puts them into words and lines; here words that stand close together on one
line become a piece. A wide gap ends a piece, because a column or the next cell of a table may begin there.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

MOST_WORDS = 20_000
"""Words on one page; a page of newsprint has a few thousand."""

WIDEST_GAP = 1.6
"""Widest gap between two words of one piece, in heights of their letters."""

BROKEN = "\x02\ufffe\N{SOFT HYPHEN}\N{HYPHEN}"
"""What may stand for a hyphen at the end of a line."""

_WORD = re.compile(rf"[^\s{BROKEN}]+[{BROKEN}]?")
_REFERENCE = re.compile(r"(?<=[^\W\d_]{3})[\d,*†‡]{1,5}$|(?<=[.,;:!?”’\")])[\d,*†‡]{1,5}$")
_HIGHEST_REFERENCE = 0.85
"""Height of the number of a footnote, in heights of the letters before it."""

SMALLEST_INITIAL = 1.5
"""Height of a large first letter, in heights of the letters after it."""

_BOLD = re.compile(rb"bold|black|heavy|demi", re.I)
_LONGEST_FONT_NAME = 100


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text on one line, in points from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float
    words: str
    bold: bool = False

    @property
    def size(self) -> float:
        """Height of the letters, from the lowest to the highest that the font has."""
        return self.top - self.bottom

    def is_level_with(self, other: Piece) -> bool:
        """Whether both stand on one line."""
        return _are_level(self.bottom, self.top, other.bottom, other.top)


@dataclass(frozen=True, slots=True)
class Page:
    """The pieces of one page, in the order in which the file draws them, and the height of the page."""

    pieces: list[Piece]
    height: float


class _Word(NamedTuple):
    words: str
    first: int
    """Number of its first character on the page."""
    left: float
    bottom: float
    right: float
    top: float


def read_page(pdf: Any, number: int) -> Page:
    """The pieces of one page."""
    page = pdf[number]
    text_page = page.get_textpage()
    try:
        _, floor, _, top = page.get_bbox()
        pieces = [_piece(text_page, run, floor) for run in _runs(_words(text_page))]
        return Page(pieces, max(top - floor, 1.0))
    finally:
        text_page.close()
        page.close()


def _words(text_page: Any) -> Iterator[_Word]:
    """The words of a page without the numbers of footnotes; words that are written upwards are left out."""
    box = pdfium.FS_RECTF()
    find = pdfium.FPDFText_GetLooseCharBox  # As high as the letters of a font can be, whatever this one is.
    for count, match in enumerate(_WORD.finditer(_characters(text_page))):
        if count >= MOST_WORDS:
            return
        words, index = match.group(), match.start()
        if not find(text_page, index, box):
            continue
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        if len(words) > 1 and find(text_page, match.end() - 1, box):
            if box.bottom != bottom or box.top != top:
                if not _are_level(bottom, top, box.bottom, box.top):
                    continue
                if box.top - box.bottom < _HIGHEST_REFERENCE * (top - bottom) and box.bottom > bottom:
                    words = _REFERENCE.sub("", words)
                    find(text_page, index + len(words) - 1, box)
            left, right = min(left, box.left), max(right, box.right)
        yield _Word(words, index, left, bottom, right, top)


def _characters(text_page: Any) -> str:
    """The text of a page, such that the place of a character in it is its number in PDFium."""
    count = text_page.count_chars()
    text: str = text_page.get_text_range(0, count) if count else ""
    if len(text) == count:
        return text
    codes = (pdfium.FPDFText_GetUnicode(text_page, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)


def _are_level(bottom: float, top: float, other_bottom: float, other_top: float) -> bool:
    shared = min(top, other_top) - max(bottom, other_bottom)
    return shared > 0.5 * min(top - bottom, other_top - other_bottom)


def _runs(words: Iterator[_Word]) -> Iterator[list[_Word]]:
    """Words that follow each other closely on one line."""
    run: list[_Word] = []
    for word in words:
        if run and not _goes_on(run[-1], word):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _goes_on(last: _Word, word: _Word) -> bool:
    gap, size = word.left - last.right, word.top - word.bottom
    if last.bottom != word.bottom or last.top != word.top:
        if not _are_level(last.bottom, last.top, word.bottom, word.top):
            return False
        size = max(last.top - last.bottom, size)
    return -0.3 * size < gap < WIDEST_GAP * size


def _piece(text_page: Any, run: Sequence[_Word], floor: float) -> Piece:
    """One piece of several words, as high as most of its letters."""
    by_size = sorted(run, key=lambda word: word.top - word.bottom)
    half = sum(len(word.words) for word in run) / 2
    for usual in by_size:
        half -= len(usual.words)
        if half <= 0:
            break
    words, left = " ".join(word.words for word in run), run[0].left
    if (
        len(run) > 1
        and len(run[0].words) == 1
        and run[0].top - run[0].bottom > SMALLEST_INITIAL * (usual.top - usual.bottom)
    ):
        # A large first letter belongs to its word, and stands to the left of the lines.
        words, left = words[0] + words[2:], run[1].left
    return Piece(
        left,
        usual.bottom - floor,
        run[-1].right,
        usual.top - floor,
        words,
        _is_bold(text_page, run[0].first) and _is_bold(text_page, run[-1].first),
    )


def _is_bold(text_page: Any, index: int) -> bool:
    """Whether the name of a character's font says that it is bold."""
    name, flags = ctypes.create_string_buffer(_LONGEST_FONT_NAME), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, index, name, _LONGEST_FONT_NAME, flags)
    return bool(_BOLD.search(name.value))
