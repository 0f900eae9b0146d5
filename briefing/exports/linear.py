"""A Briefing in; text to be read from top to bottom (see `plain`) out, verified first as every format is."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.exports.choices import Choices
from briefing.exports.evidence import Passage
from briefing.exports.plain import render_plain
from briefing.exports.scope import scope_sentence
from briefing.exports.visible import one_line
from briefing.model import Briefing


def render(briefing: Briefing, choices: Choices) -> str:
    """The text, under its handling marking where there is one, and what part of the briefing it is."""
    marking = f"{choices.marking}\n\n" if choices.marking else ""
    scope = f"{one_line(sentence)}\n\n" if (sentence := scope_sentence(briefing, choices)) else ""
    return marking + scope + render_plain(briefing, choices.columns)


def passages(output: bytes) -> Iterator[Passage]:
    """Nothing: linear text gives no places, so its passages cannot be told from the rest."""
    return iter(())
