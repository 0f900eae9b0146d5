"""A Briefing in; the JSON of the contract, on one line, out. It holds offsets and the text they point into."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.exports.choices import Choices
from briefing.exports.evidence import Passage
from briefing.exports.scope import marked
from briefing.model import Briefing
from briefing.schema import from_json, to_json


def render(briefing: Briefing, choices: Choices) -> bytes:
    """The object on one line, with a line break at the end."""
    return to_json(marked(briefing, choices)) + b"\n"


def passages(output: bytes) -> Iterator[Passage]:
    """The whole text, read back: readers of JSON cut it themselves, by offsets that have been verified."""
    text = from_json(output).article.text
    if text:
        yield Passage(0, len(text), text)
