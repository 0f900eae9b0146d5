"""A page of a PDF in; its pieces of text with their places out (by pypdfium2).

PDF knows only where letters stand. PDFium puts them into words and lines; here words that stand close together on one
line become a piece. A wide gap ends a piece, because a column or the next cell of a table may begin there.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
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

_MOST_SAMPLED = 50
"""Words that are asked which way they run."""

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
    """The pieces of one page; a page whose text runs sideways is turned first."""
    page = pdf[number]
    text_page = page.get_textpage()
    try:
        left, bottom, right, top = page.get_bbox()
        characters = _characters(text_page)
        quarters = _quarters(text_page, characters)
        boxes = _Boxes(text_page, quarters, (left, bottom, right, top))
        pieces = [_piece(text_page, run) for run in _runs(_words(boxes, characters))]
        height = right - left if quarters % 2 else top - bottom
        return Page(pieces, max(height, 1.0))
    finally:
        text_page.close()
        page.close()


def _quarters(text_page: Any, characters: str) -> int:
    """How many quarters of a turn most of the text of a page is turned, clockwise."""
    starts = [match.start() for match in _WORD.finditer(characters)]
    sample = starts[:: max(1, len(starts) // _MOST_SAMPLED)]
    turns = Counter(round(2 * pdfium.FPDFText_GetCharAngle(text_page, index) / math.pi) % 4 for index in sample)
    return turns.most_common(1)[0][0] if turns else 0


class _Boxes:
    """Where characters stand on the page as it is read, in points from its lower left corner.

    Boxes are as high as the letters of the font can be, whatever this one is.
    """

    def __init__(self, text_page: Any, quarters: int, page: tuple[float, float, float, float]) -> None:
        self._text_page = text_page
        self._quarters = quarters
        self._page = page
        self._box = pdfium.FS_RECTF()

    def of(self, index: int) -> tuple[float, float, float, float] | None:
        """Left, bottom, right and top of a character; None if it stands nowhere."""
        box = self._box
        if not pdfium.FPDFText_GetLooseCharBox(self._text_page, index, box):
            return None
        left, bottom, right, top = self._page
        if self._quarters == 0:
            return box.left - left, box.bottom - bottom, box.right - left, box.top - bottom
        if self._quarters == 1:
            return top - box.top, box.left - left, top - box.bottom, box.right - left
        if self._quarters == 2:
            return right - box.right, top - box.top, right - box.left, top - box.bottom
        return box.bottom - bottom, right - box.right, box.top - bottom, right - box.left


def _words(boxes: _Boxes, characters: str) -> Iterator[_Word]:
    """The words of a page without the numbers of footnotes; words that run another way than the page are left out."""
    for count, match in enumerate(_WORD.finditer(characters)):
        if count >= MOST_WORDS:
            return
        words, first = match.group(), match.start()
        place = boxes.of(first)
        if place is None:
            continue
        left, bottom, right, top = place
        if len(words) > 1 and (last := boxes.of(match.end() - 1)):
            if last[1] != bottom or last[3] != top:
                if not _are_level(bottom, top, last[1], last[3]):
                    continue
                if last[3] - last[1] < _HIGHEST_REFERENCE * (top - bottom) and last[1] > bottom:
                    words = _REFERENCE.sub("", words)
                    last = boxes.of(first + len(words) - 1) or last
            left, right = min(left, last[0]), max(right, last[2])
        yield _Word(words, first, left, bottom, right, top)


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


def _piece(text_page: Any, run: Sequence[_Word]) -> Piece:
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
        usual.bottom,
        run[-1].right,
        usual.top,
        words,
        _is_bold(text_page, run[0].first) and _is_bold(text_page, run[-1].first),
    )


def _is_bold(text_page: Any, index: int) -> bool:
    """Whether the name of a character's font says that it is bold."""
    name, flags = ctypes.create_string_buffer(_LONGEST_FONT_NAME), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, index, name, _LONGEST_FONT_NAME, flags)
    return bool(_BOLD.search(name.value))
