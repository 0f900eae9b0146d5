"""The pieces of a PDF's pages in; those of the running text, in reading order, out.

Running heads, page numbers and footnotes are taken away. A page is then put in order by cutting it at its white spaces
(the recursive X-Y cut of Nagy and Seth, 1984).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.articles.formats.pdf_pieces import Page, Piece

_MARGIN = 0.1
"""Share of the page's height, above and below, where running heads and page numbers stand."""

NOTE_SIZE = 0.93
"""How large the letters of a footnote are at most, compared to the running text."""

_FEWEST_LETTERS = 12
"""Letters above which a piece is a line of a column; most letters of a table stand in shorter cells."""

_PAGE_NUMBER = re.compile(
    r"(?:page |p\. ?|[-–—] ?)?(?:\d{1,4}|[ivxlc]{1,7})(?: ?(?:of|/) ?\d{1,4})?(?: ?[-–—])?$", re.I
)
_STAMP = re.compile(r"(?:\d{1,4}[/.-]){2}\d{2,4}, \d{1,2}:\d{2}")
_PRINTED = re.compile(rf"{_STAMP.pattern}|(?:https?|file):/\S+$")
"""What a browser writes at the edges of a page that it prints."""

_DIGITS = re.compile(r"\d+")
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡])[.)]? ?\S")
_NOTE_SIGN = re.compile(r"(?:\d{1,3}|[*†‡])[.)]?$")
_WIDEST_NOTE_GAP = 4.0
"""Widest gap between the number of a footnote and its text, in heights of its letters."""


def without_margins(pages: Sequence[Page]) -> Iterator[list[Piece]]:
    """Leave out what comes back at the top and bottom from page to page, page numbers, and what a browser adds."""
    seen = Counter(key for page in pages for key in {_margin_key(p) for p in page.pieces if _in_margin(p, page)})
    often = max(2, len(pages) // 3)
    for page in pages:
        printed = [p for p in page.pieces if _in_margin(p, page) and _PRINTED.match(p.words)]
        suspects = {
            p
            for p in page.pieces
            if _in_margin(p, page)
            and (
                seen[_margin_key(p)] >= often
                or (_PAGE_NUMBER.match(p.words) and len(page.pieces) > 1)
                or any(p.is_level_with(one) for one in printed)
            )
        }
        stamped = [p for p in printed if _STAMP.match(p.words)]
        certain = {p for p in suspects if any(p.is_level_with(one) for one in stamped)}
        text = [p for p in page.pieces if p not in suspects]
        suspects -= {p for p in suspects if _NOTE_SIGN.match(p.words) and any(_is_its_text(p, one) for one in text)}
        text = [p for p in page.pieces if p not in suspects]
        while joining := {p for p in suspects - certain if any(_is_close(p, other) for other in text)}:
            suspects -= joining
            text = list(joining)
        yield [p for p in page.pieces if p not in suspects]


def _is_close(piece: Piece, other: Piece) -> bool:
    """Whether a piece is the next line above or below another one, or stands beside it."""
    gap = max(piece.bottom - other.top, other.bottom - piece.top)
    return gap < 0.4 * min(piece.size, other.size) and piece.left < other.right and piece.right > other.left


def _is_its_text(sign: Piece, other: Piece) -> bool:
    """Whether a piece is the text of a footnote that begins with this sign."""
    return sign.is_level_with(other) and -1 < other.left - sign.right < _WIDEST_NOTE_GAP * sign.size


def _in_margin(piece: Piece, page: Page) -> bool:
    return piece.bottom > page.height * (1 - _MARGIN) or piece.top < page.height * _MARGIN


def _margin_key(piece: Piece) -> tuple[str, int]:
    """What is the same in a running head from page to page: its words but for numbers, and its height."""
    return _DIGITS.sub("#", piece.words.lower()), round(piece.bottom)


def without_notes(pieces: list[Piece], body: float) -> list[Piece]:
    """Leave out footnotes: small letters below all other text of their column, beginning with a number or sign."""
    small = [p for p in pieces if p.size < NOTE_SIZE * body]
    first = [
        p
        for p in small
        if (_NOTE.match(p.words) or (_NOTE_SIGN.match(p.words) and any(_is_its_text(p, one) for one in small)))
        and not any(_is_below(other, p) and other not in small for other in pieces)
    ]
    notes = {p for p in small if any(_is_below(p, one) or p.is_level_with(one) for one in first)}
    return [p for p in pieces if p not in notes]


def _is_below(piece: Piece, other: Piece) -> bool:
    """Whether a piece stands under another one, wholly or in part."""
    return piece.top < other.bottom + 0.3 * other.size and piece.left < other.right and piece.right > other.left


def order(pieces: list[Piece], depth: int = 0) -> list[Piece]:
    """Pieces as they are read: columns from left to right, each from top to bottom."""
    if len(pieces) < 2 or depth > 60:
        return _by_lines(pieces)
    column = _vertical_cut(pieces)
    if column is not None:
        left = [p for p in pieces if p.right <= column]
        right = [p for p in pieces if p.right > column]
        return order(left, depth + 1) + order(right, depth + 1)
    row = _horizontal_cut(pieces)
    if row is not None:
        above = [p for p in pieces if p.bottom >= row]
        below = [p for p in pieces if p.bottom < row]
        return order(above, depth + 1) + order(below, depth + 1)
    return _by_lines(pieces)


def _by_lines(pieces: list[Piece]) -> list[Piece]:
    """Pieces from top to bottom; those on one line from left to right."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: -p.top):
        if lines and piece.is_level_with(lines[-1][0]):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [piece for line in lines for piece in sorted(line, key=lambda p: p.left)]


def _vertical_cut(pieces: Sequence[Piece]) -> float | None:
    """Middle of the widest white column that no piece crosses, with three lines of text or more on either side."""
    best, place = 5.0, None
    reach = float("-inf")
    by_left = sorted(pieces, key=lambda p: p.left)
    for count, piece in enumerate(by_left):
        gap = piece.left - reach
        if gap > best and 3 <= count <= len(pieces) - 3 and _is_text(by_left[:count]) and _is_text(by_left[count:]):
            best, place = gap, (piece.left + reach) / 2
        reach = max(reach, piece.right)
    return place


def _is_text(pieces: Sequence[Piece]) -> bool:
    """Whether these are lines of a column rather than cells of a table."""
    lengths = [len(p.words) for p in pieces]
    return sum(n for n in lengths if n > _FEWEST_LETTERS) > sum(lengths) / 2


def _horizontal_cut(pieces: Sequence[Piece]) -> float | None:
    """The widest white row."""
    from_top = sorted(pieces, key=lambda p: -p.top)
    gaps: list[tuple[float, float]] = []
    floor = from_top[0].bottom
    for piece in from_top[1:]:
        if piece.top <= floor:
            gaps.append((floor - piece.top, (floor + piece.top) / 2))
        floor = min(floor, piece.bottom)
    return max(gaps)[1] if gaps else None
