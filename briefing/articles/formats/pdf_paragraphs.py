"""The pages of a PDF in; the paragraphs of the running text out, and which of them are headings.

Lines become paragraphs by their distances, indents and sizes; words that were broken at the end of a line are mended.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from briefing.articles.formats.pdf_layout import NOTE_SIZE, order, without_margins, without_notes
from briefing.articles.formats.pdf_pieces import BROKEN, SMALLEST_INITIAL, Page, Piece
from briefing.structure.lines import ITEM_MARKER

_FEWEST_STEPS = 8
_HEADING_SIZE = 1.12
"""How much larger than the running text a heading is."""

_BROKEN_WORD = re.compile(rf"([^\W\d_]+)[-{BROKEN}]$")
_SENTENCE_END = re.compile(r"[.!?:…][\"”’)\]]*$")
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*[.)]?|[\uf0a7\uf0b7•◦▪●–-]|\(?[a-z]\))$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together."""

    words: str
    size: float
    bold: bool
    is_row: bool = False
    """Whether it is a row of a table."""


def paragraphs_of(pages: Sequence[Page]) -> tuple[list[Paragraph], bool]:
    """The paragraphs of all pages in reading order, and whether there were footnotes, which are left out."""
    body = _usual_size([piece for page in pages for piece in page.pieces])
    texts, had_notes = [], False
    for pieces in without_margins(pages):
        text = without_notes(pieces, body)
        had_notes = had_notes or len(text) < len(pieces)
        texts.append(_lines(order(text)))
    return list(_paragraphs(texts, body)), had_notes


def headings(paragraphs: Sequence[Paragraph]) -> set[int]:
    """The numbers of the paragraphs that size or weight shows to be headings."""
    body = _median_by_length([(p.size, len(p.words)) for p in paragraphs])
    bold_text = sum(len(p.words) for p in paragraphs if p.bold) > 0.3 * sum(len(p.words) for p in paragraphs)
    found = set()
    for number, paragraph in enumerate(paragraphs):
        if paragraph.is_row or len(paragraph.words.split()) > 30 or not any(c.isalpha() for c in paragraph.words):
            continue
        ends = bool(_SENTENCE_END.search(paragraph.words))
        large = paragraph.size > _HEADING_SIZE * body and not (paragraph.size < 1.3 * body and ends)
        weighty = paragraph.bold and not bold_text and paragraph.size > NOTE_SIZE * body and not ends
        if large or (weighty and len(paragraph.words.split()) <= 20):
            found.add(number)
    return found


def _usual_size(pieces: Sequence[Piece]) -> float:
    return _median_by_length([(piece.size, len(piece.words)) for piece in pieces])


def _median_by_length(sizes: Sequence[tuple[float, int]]) -> float:
    half = sum(length for _, length in sizes) / 2
    for size, length in sorted(sizes):
        half -= length
        if half <= 0:
            return size
    return 0.0


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of one column, and how far it is indented."""

    piece: Piece
    is_row: bool
    """Whether its pieces are cells of a table."""
    indent: float


def _lines(pieces: Sequence[Piece]) -> list[_Line]:
    """Join what stands on one line; in two such lines under each other the pieces are cells of a table."""
    levels: list[list[Piece]] = []
    for piece in pieces:
        if levels and levels[-1][0].is_level_with(piece) and piece.left > levels[-1][-1].left:
            levels[-1].append(piece)
        else:
            levels.append([piece])
    has_cells = [any(b.left - a.right > b.size for a, b in pairwise(level)) for level in levels]
    has_cells = [cells and not _is_numbered(level) for cells, level in zip(has_cells, levels, strict=True)]
    lefts = Counter(round(level[0].left) for level in levels)
    lines = []
    for number, level in enumerate(levels):
        is_row = has_cells[number] and any(has_cells[max(0, number - 1) : number] + has_cells[number + 1 : number + 2])
        piece = level[0]
        for other in level[1:]:
            piece = _beside(piece, other, " · " if is_row else " ")
        lines.append(_Line(piece, is_row, _indent(piece, lefts)))
    return lines


def _is_numbered(level: Sequence[Piece]) -> bool:
    """Whether a line is a number or bullet with its text."""
    return len(level) == 2 and bool(_NUMBER.match(level[0].words))


def _beside(first: Piece, second: Piece, between: str) -> Piece:
    is_initial = len(first.words) == 1 and first.size > SMALLEST_INITIAL * second.size
    if is_initial or second.left - first.right < 0.12 * second.size:
        between = ""
    usual = second if is_initial or len(second.words) > len(first.words) else first
    return Piece(
        second.left if is_initial else first.left,
        usual.bottom,
        second.right,
        usual.top,
        first.words + between + second.words,
        first.bold and second.bold,
    )


def _indent(piece: Piece, lefts: Counter[int]) -> float:
    """How far to the right of its column's edge, which is where most lines near it begin."""
    near = {left: count for left, count in lefts.items() if abs(left - piece.left) < 4 * piece.size}
    return piece.left - max(near, key=lambda left: (near[left], -left), default=piece.left)


@dataclass(frozen=True, slots=True)
class _Habits:
    """How a document sets its paragraphs apart."""

    step: float
    """Usual distance from line to line."""
    body: float
    width: float
    """Widest line."""
    spaced: bool
    indented: bool


def _paragraphs(pages: Sequence[Sequence[_Line]], body: float) -> Iterator[Paragraph]:
    lines = [line for page in pages for line in page]
    if not lines:
        return
    habits = _habits(lines, body)
    vocabulary = Counter(word for line in lines for word in re.findall(r"[^\W\d_][\w-]*[^\W\d_]", line.piece.words))
    group: list[_Line] = []
    for line in lines:
        if group and _begins_paragraph(group, line, habits):
            yield _paragraph(group, vocabulary)
            group = []
        group.append(line)
    yield _paragraph(group, vocabulary)


def _habits(lines: Sequence[_Line], body: float) -> _Habits:
    steps = [a.piece.top - b.piece.top for a, b in pairwise(lines) if 0 < a.piece.top - b.piece.top < 4 * body]
    step = _line_step(lines, body) or (median(steps) if steps else 1.4 * body)
    return _Habits(
        step=step,
        body=body,
        width=max(line.piece.right - line.piece.left for line in lines),
        spaced=sum(one > 1.3 * step for one in steps) > 0.05 * len(lines),
        indented=sum(0.8 * body < line.indent < 4 * body for line in lines) > 0.05 * len(lines),
    )


def _line_step(lines: Sequence[_Line], body: float) -> float:
    """The distance between lines of running text, smaller than that between paragraphs; 0 if there are too few.

    Where many paragraphs are one line long, the usual distance is that between paragraphs.
    """
    size = median(line.piece.size for line in lines)
    steps = sorted(
        a.piece.top - b.piece.top
        for a, b in pairwise(lines)
        if 0 < a.piece.top - b.piece.top < 4 * body and all(abs(c.piece.size - size) < 0.08 * size for c in (a, b))
    )
    return steps[len(steps) // 4] if len(steps) >= _FEWEST_STEPS else 0.0


def _begins_paragraph(group: Sequence[_Line], line: _Line, habits: _Habits) -> bool:
    last, piece = group[-1].piece, line.piece
    if line.is_row or group[-1].is_row:
        return True
    if abs(piece.size - last.size) > 0.12 * max(last.size, 1.0) or piece.bold != last.bold:
        return True
    moved = last.top - piece.top
    ends = bool(_SENTENCE_END.search(last.words))
    is_indented = line.indent > 0.8 * piece.size
    if ITEM_MARKER.match(piece.words) and (ends or ITEM_MARKER.match(group[0].piece.words)):
        return True
    if moved < 0 or moved > 6 * habits.step:
        # A new column or page: the sentence goes on unless it has ended and a new one begins.
        return ends and not piece.words[0].islower() and (is_indented or not habits.indented)
    if moved > 1.3 * habits.step * max(1.0, piece.size / habits.body):
        return True
    if is_indented and group[-1].indent < 0.5 * piece.size:
        return ends or habits.indented
    short = group[0].piece.right - last.right > 0.12 * habits.width
    return ends and (is_indented or (short and not habits.spaced and not habits.indented))


def _paragraph(group: Sequence[_Line], vocabulary: Counter[str]) -> Paragraph:
    words = ""
    for line in group:
        words = _with_line(words, line.piece.words, vocabulary)
    for sign in BROKEN:
        words = words.replace(sign, "-")
    size = median(line.piece.size for line in group)
    return Paragraph(words, size, all(line.piece.bold for line in group), group[0].is_row)


def _with_line(words: str, line: str, vocabulary: Counter[str]) -> str:
    """Add a line; a word that was broken loses its hyphen unless the document writes it with one elsewhere."""
    broken = _BROKEN_WORD.search(words.rpartition(" ")[2])
    rest = re.match(r"[^\W\d_]+", line)
    if not broken or not rest or not line[0].islower():
        return f"{words} {line}" if words else line
    first, second = broken.group(1), rest.group()
    hyphen = "-" if vocabulary[f"{first}-{second}"] > vocabulary[first + second] else ""
    return words[:-1] + hyphen + line
