"""The styles of a Word document in; for a paragraph what kind of block it is, and whether it is bold, out.

A paragraph is what it says itself, else what its style says, else what the style says on which that one is based.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from briefing.model import BlockKind

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_HEADING = re.compile(r"heading ?(\d)$|(title)$", re.I)
_CONTENTS = re.compile(r"toc ?\d?$|toc heading$|table of figures$", re.I)
_DEEPEST_STYLE, _MOST_STYLES = 20, 10_000
_NO_OUTLINE = 9
"""The level of an outline that means running text."""


class Style(Struct, frozen=True):
    """What a style or a paragraph is."""

    kind: BlockKind = "paragraph"
    level: int = 0
    is_bold: bool = False
    is_contents: bool = False
    """Whether it belongs to a table of contents."""


def styles_of(root: Any) -> dict[str, Style]:
    """The styles of paragraphs by their ids, each with what it takes over from those on which it is based."""
    every = islice(root.iter(f"{WORD}style"), _MOST_STYLES)
    elements = {style.get(f"{WORD}styleId", ""): style for style in every}
    return {name: _resolved(name, elements) for name in elements}


def paragraph_style(paragraph: Any, styles: dict[str, Style]) -> Style:
    """What a paragraph is by its own properties and its style."""
    properties = paragraph.find(f"{WORD}pPr")
    if properties is None:
        return Style()
    name = value_of(properties, "pStyle")
    return _changed(styles.get(name) or _named(name, Style()), properties, None)


def value_of(properties: Any, name: str) -> str:
    """The value of a property, empty if it is not there."""
    found = properties.find(f"{WORD}{name}") if properties is not None else None
    return str(found.get(f"{WORD}val", "")) if found is not None else ""


def is_on(properties: Any, name: str, *, default: bool = False) -> bool:
    """Whether a property that is on or off is on."""
    found = properties.find(f"{WORD}{name}") if properties is not None else None
    return default if found is None else found.get(f"{WORD}val", "1").lower() not in {"0", "false", "off", "none"}


def _resolved(name: str, elements: dict[str, Any]) -> Style:
    chain: list[Any] = []
    while (element := elements.get(name)) is not None and len(chain) < _DEEPEST_STYLE:
        chain.append(element)
        name = value_of(element, "basedOn")
    style = Style()
    for element in reversed(chain):
        style = _named(value_of(element, "name"), style)
        style = _changed(style, element.find(f"{WORD}pPr"), element.find(f"{WORD}rPr"))
    return style


def _named(name: str, style: Style) -> Style:
    """What the name of a style says; programs give the names in English whatever they show."""
    if match := _HEADING.match(name):
        return replace(style, kind="heading", level=int(match.group(1) or 1))
    if name.lower().startswith("caption"):
        return replace(style, kind="caption", level=0)
    if "quot" in name.lower():
        return replace(style, kind="quote", level=0)
    return replace(style, is_contents=True) if _CONTENTS.match(name) else style


def _changed(style: Style, paragraph: Any, run: Any) -> Style:
    """A style with what properties of a paragraph and of its letters change in it."""
    outline = value_of(paragraph, "outlineLvl")
    if outline.isdigit() and int(outline) < _NO_OUTLINE and style.kind != "heading":
        style = replace(style, kind="heading", level=int(outline) + 1)
    numbering = paragraph.find(f"{WORD}numPr") if paragraph is not None else None
    if numbering is not None and style.kind != "heading":
        identity = value_of(numbering, "numId")
        # Without the name of a list a level says nothing; the subtitles of Word have one.
        is_item = identity != "0" and bool(identity or style.kind == "item")
        depth = value_of(numbering, "ilvl")
        level = 1 + (int(depth) if depth.isdigit() else 0)
        style = replace(style, kind="item", level=level) if is_item else replace(style, kind="paragraph", level=0)
    return replace(style, is_bold=is_on(run, "b", default=style.is_bold))
