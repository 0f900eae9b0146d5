"""A Briefing in; a picture of its positions table out: one SVG file without script, fonts or links, for a slide.

Letters as well as colours, so that it can be read without them. rsvg-convert, Inkscape or a browser make a PNG of it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from xml.etree import ElementTree as Xml

from briefing.exports.choices import Choices
from briefing.exports.digest import Digest
from briefing.exports.evidence import Passage
from briefing.exports.formats.table import columns
from briefing.exports.naming import in_line
from briefing.exports.scope import scope_sentence
from briefing.exports.visible import one_line
from briefing.exports.words import NOTHING_LETTER, STANCE_LETTERS, count
from briefing.model import Briefing, Stance

COLOURS: dict[Stance, tuple[str, str]] = {
    "supports": ("#1b6e3c", "#ffffff"),
    "opposes": ("#9c2f1f", "#ffffff"),
    "conditional": ("#f0c24b", "#1a1a1a"),
    "mixed": ("#6b4e9b", "#ffffff"),
    "unclear": ("#d7d7d7", "#1a1a1a"),
}
"""Ground and letter of a cell; each pair has a contrast of at least 4.5 to 1 (WCAG 2.2, AA)."""

_MARGIN, _NAME, _COLUMN, _ROW, _LINE, _SIZE = 32, 340, 160, 46, 20, 16
_LABEL_WIDTH, _LABEL_LINES, _NAME_WIDTH, _TITLE_WIDTH = 14, 5, 40, 100


def render(briefing: Briefing, choices: Choices) -> str:
    """The picture; its height and width follow the table."""
    digest = Digest(briefing, choices)
    labels = [_wrapped(issue.label) for issue in digest.columns]
    top = _MARGIN + 40 + (24 if choices.marking else 0) + _LINE * max((len(one) for one in labels), default=1) + 12
    width = max(2 * _MARGIN + _NAME + _COLUMN * len(labels), 760)
    height = top + _ROW * max(len(digest.rows), 1) + 70 + _MARGIN
    root = Xml.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {width} {height}",
            "width": str(width),
            "height": str(height),
            "role": "img",
            "font-family": "Helvetica, Arial, 'DejaVu Sans', sans-serif",
            "font-size": str(_SIZE),
        },
    )
    Xml.SubElement(root, "title").text = one_line(digest.title)
    Xml.SubElement(root, "rect", width="100%", height="100%", fill="#ffffff")
    _head(root, digest)
    for number, lines in enumerate(labels):
        centre = _MARGIN + _NAME + _COLUMN * number + _COLUMN // 2
        for line, words in enumerate(lines):
            y = top - 12 - _LINE * (len(lines) - 1 - line)
            _text(root, centre, y, words, {"text-anchor": "middle", "font-weight": "bold"})
    _rows(root, digest, top)
    if not digest.rows:
        _text(root, _MARGIN, top + _LINE, "No position was found.", {})
    if digest.legend:
        _text(root, _MARGIN, height - _MARGIN - 24, digest.legend, {"font-size": "13", "fill": "#444444"})
    said, not_reviewed = len(briefing.statements), len(briefing.statements) - digest.reviewed
    scope = scope_sentence(briefing, choices)
    foot = f"{scope} {count(said, 'statement')} found by machine, {not_reviewed} not reviewed.".lstrip()
    _text(root, _MARGIN, height - _MARGIN, foot, {"font-size": "13", "fill": "#444444"})
    Xml.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{Xml.tostring(root, encoding="unicode")}\n'


def passages(output: bytes) -> Iterator[Passage]:
    """Nothing: the picture holds no passage of the article."""
    return iter(())


def _head(root: Xml.Element, digest: Digest) -> None:
    title = _cut(digest.title, _TITLE_WIDTH)
    _text(root, _MARGIN, _MARGIN + 16, title, {"font-size": "20", "font-weight": "bold"})
    if digest.choices.marking:
        _text(root, _MARGIN, _MARGIN + 42, digest.choices.marking, {"font-weight": "bold", "fill": "#9c2f1f"})


def _rows(root: Xml.Element, digest: Digest, top: int) -> None:
    for number, row in enumerate(digest.rows):
        y = top + _ROW * number
        if number % 2 == 0:
            width = _NAME + _COLUMN * len(digest.columns)
            place = {"x": str(_MARGIN), "y": str(y), "width": str(width), "height": str(_ROW)}
            Xml.SubElement(root, "rect", {**place, "fill": "#f3f3f3"})
        _text(root, _MARGIN + 8, y + 29, _cut(in_line(row), _NAME_WIDTH), {})
        for column, issue in enumerate(digest.columns):
            position = digest.position(row.id, issue.id)
            unsure = position is not None and digest.is_doubtful(position)
            _cell(root, _MARGIN + _NAME + _COLUMN * column, y, position.stance if position else None, unsure)


def _cell(root: Xml.Element, x: int, y: int, stance: Stance | None, unsure: bool) -> None:
    centre = x + _COLUMN // 2
    if stance is None:
        _text(root, centre, y + 29, NOTHING_LETTER, {"text-anchor": "middle", "fill": "#595959"})
        return
    ground, ink = COLOURS[stance]
    box = {"x": str(centre - 58), "y": str(y + 7), "width": "116", "height": str(_ROW - 14), "rx": "4"}
    Xml.SubElement(root, "rect", {**box, "fill": ground})
    words = f"{STANCE_LETTERS[stance]} {stance}"
    _text(root, centre, y + (24 if unsure else 29), words, {"text-anchor": "middle", "fill": ink, "font-size": "15"})
    if unsure:
        _text(root, centre, y + 36, "unsure", {"text-anchor": "middle", "fill": ink, "font-size": "11"})


def _text(root: Xml.Element, x: int, y: int, words: str, attributes: dict[str, str]) -> None:
    Xml.SubElement(root, "text", {"x": str(x), "y": str(y), **attributes}).text = one_line(words)


def _wrapped(label: str) -> list[str]:
    return textwrap.wrap(one_line(label), _LABEL_WIDTH, max_lines=_LABEL_LINES, placeholder="…") or [""]


def _cut(words: str, width: int) -> str:
    words = one_line(words)
    while columns(words) > width:
        words = f"{words[:-2].rstrip()}…"
    return words
