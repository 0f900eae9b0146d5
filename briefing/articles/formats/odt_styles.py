"""The styles of an OpenDocument text in; what kind of block their paragraphs are, and how their letters stand, out."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from msgspec import Struct

from briefing.model import BlockKind

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_DEEPEST_STYLE, _MOST_STYLES = 20, 10_000
_NAMES: dict[str, BlockKind] = {
    "title": "heading", "quotations": "quote", "quote": "quote", "intense quote": "quote", "caption": "caption",
    "illustration": "caption", "figure": "caption",
}  # fmt: skip
"""What the names of styles say that programs give whatever language they show."""

_UP_OR_DOWN = re.compile(r"(super|sub|-?\d+%)")
_BOLD = frozenset({"bold", "600", "700", "800", "900"})


class Style(Struct, frozen=True):
    """What a style is; None where it leaves something as it is."""

    kind: BlockKind = "paragraph"
    is_bold: bool | None = None
    position: int = 0
    """1 for raised letters, -1 for lowered ones."""

    def with_span(self, span: Style) -> Style:
        """What letters are that have a style of their own within a paragraph of this style."""
        return Style(self.kind, self.is_bold if span.is_bold is None else span.is_bold, span.position or self.position)


PLAIN = Style()


def styles_of(*roots: Any) -> dict[str, Style]:
    """The styles by their names, each with what it takes over from its parents."""
    every = (style for root in roots for style in islice(root.iter(f"{_STYLE}style"), _MOST_STYLES))
    elements = {style.get(f"{_STYLE}name", ""): style for style in every}
    return {name: _resolved(name, elements) for name in elements}


def _resolved(name: str, elements: dict[str, Any]) -> Style:
    chain: list[Any] = []
    kind: BlockKind = "paragraph"
    while (element := elements.get(name)) is not None and len(chain) < _DEEPEST_STYLE:
        if kind == "paragraph":
            kind = _NAMES.get(name.lower().replace("_20_", " "), "paragraph")
        chain.append(element)
        name = element.get(f"{_STYLE}parent-style-name", "")
    style = Style(_NAMES.get(name.lower().replace("_20_", " "), "paragraph") if kind == "paragraph" else kind)
    for element in reversed(chain):
        style = style.with_span(_letters(element.find(f"{_STYLE}text-properties")))
    return style


def _letters(properties: Any) -> Style:
    if properties is None:
        return PLAIN
    weight = properties.get(f"{_FO}font-weight")
    place = _UP_OR_DOWN.match(properties.get(f"{_STYLE}text-position") or "")
    position = 0
    if place and not place.group().startswith("0"):
        position = -1 if place.group() == "sub" or place.group().startswith("-") else 1
    return Style(is_bold=None if weight is None else weight in _BOLD, position=position)
