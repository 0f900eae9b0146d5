"""A Briefing in; text or bytes in one of many formats out. The caller writes the file.

Nothing leaves this room before every quotation has been compared with the article (`evidence`). The names are imported
when they are first used: the reader counts paragraphs with `passages` before it shows anything, and exports later.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.exports.choices import Choices
    from briefing.exports.evidence import EvidenceError
    from briefing.exports.formats.registry import FORMATS, Format
    from briefing.exports.names import created_from, file_name
    from briefing.exports.rendering import render

__all__ = ["FORMATS", "Choices", "EvidenceError", "Format", "created_from", "file_name", "render"]

_HOMES = {
    "FORMATS": "formats.registry",
    "Choices": "choices",
    "EvidenceError": "evidence",
    "Format": "formats.registry",
    "created_from": "names",
    "file_name": "names",
    "render": "rendering",
}
"""The module of each name."""


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"briefing.exports.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
