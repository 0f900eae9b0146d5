"""A Briefing in; the positions as columns of plain text out, for a terminal or a mail: no markup, no colour."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from briefing.exports.choices import Choices
from briefing.exports.digest import Digest
from briefing.exports.evidence import Passage
from briefing.exports.naming import in_line
from briefing.exports.scope import scope_sentence
from briefing.exports.visible import one_line
from briefing.exports.words import NOTHING_LETTER, REVIEWED_SIGN, STANCE_LETTERS, count
from briefing.model import Briefing, Position

WIDEST_NAME = 40
"""Columns of a stakeholder's name; longer ones are cut with an ellipsis."""


def render(briefing: Briefing, choices: Choices) -> str:
    """A numbered list of issues, then one line per stakeholder with one letter per issue."""
    digest = Digest(briefing, choices)
    lines = [f"{choices.marking}\n"] if choices.marking else []
    lines.append(one_line(digest.title))
    lines += [one_line(scope)] if (scope := scope_sentence(briefing, choices)) else []
    none = "No position has all its statements confirmed." if choices.reviewed_only else "No position was found."
    lines += ["", *letters(digest)] if digest.columns else [none]
    said = len(briefing.statements)
    speakers = f", {digest.unknown} without a known speaker" if digest.unknown else ""
    lines.append(f"\n{count(said, 'statement')}{speakers}; {digest.reviewed} reviewed.")
    return "\n".join(lines) + "\n"


def passages(output: bytes) -> Iterator[Passage]:
    """Nothing: the table holds no words of the article."""
    return iter(())


def letters(digest: Digest) -> Iterator[str]:
    """The issues with their numbers, a row of letters for each stakeholder, and what the letters mean."""
    names = {row.id: _cut(one_line(in_line(row))) for row in digest.rows}
    width = max(map(columns, names.values()), default=0)
    for number, issue in enumerate(digest.columns, start=1):
        yield f"{number:>3}  {one_line(issue.label)}"
    yield ""
    yield f"{' ' * width} {_cells(digest, [str(number) for number in range(1, len(digest.columns) + 1)])}"
    for row in digest.rows:
        cells = [_letter(digest, digest.position(row.id, issue.id)) for issue in digest.columns]
        yield f"{names[row.id]}{' ' * (width - columns(names[row.id]))} {_cells(digest, cells)}"
    yield ""
    doubt = " · small letter: unsure" if digest.has_doubtful_cells else ""
    tick = f" · {REVIEWED_SIGN} confirmed by a reader" if digest.has_reviewed_cells else ""
    yield f"{digest.legend}{doubt}{tick}"


def _cells(digest: Digest, texts: list[str]) -> str:
    """Letters, or the numbers above them, one under the other, with room for ticks behind them where there are any."""
    room = int(digest.has_reviewed_cells)
    return "".join(f"{text:>4}{' ' * room}" if text[-1:] != REVIEWED_SIGN else f"{text:>5}" for text in texts).rstrip()


def _letter(digest: Digest, position: Position | None) -> str:
    """The letter of a cell, small where the program is unsure, with a tick where a reader has confirmed it."""
    if position is None:
        return NOTHING_LETTER
    letter = STANCE_LETTERS[position.stance]
    tick = REVIEWED_SIGN if digest.cell_reviewed(position) else ""
    return f"{letter.lower() if digest.is_doubtful(position) else letter}{tick}"


def columns(text: str) -> int:
    """Columns of a terminal that a text takes: two for wide characters, none for combining ones."""
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text
    )


def _cut(name: str) -> str:
    while columns(name) > WIDEST_NAME:
        name = f"{name[:-2].rstrip()}…"
    return name
