"""A Briefing in; the JSON of the contract, on one line, out. It holds offsets and the text, and shows no passage."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.exports.choices import Choices
from briefing.exports.evidence import Passage
from briefing.model import Briefing
from briefing.schema import to_json


def render(briefing: Briefing, choices: Choices) -> bytes:
    """The object on one line, with a line break at the end."""
    return to_json(briefing) + b"\n"


def passages(output: bytes) -> Iterator[Passage]:
    """Nothing: readers of JSON cut the text themselves, by offsets that have been verified."""
    return iter(())
