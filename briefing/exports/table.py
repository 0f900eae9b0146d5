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
from briefing.exports.words import NOTHING_LETTER, STANCE_LETTERS, count
from briefing.model import Briefing, Position

WIDEST_NAME = 40
"""Columns of a stakeholder's name; longer ones are cut with an ellipsis."""


def render(briefing: Briefing, choices: Choices) -> str:
    """A numbered list of issues, then one line per stakeholder with one letter per issue."""
    digest = Digest(briefing, choices)
    lines = [f"{choices.marking}\n"] if choices.marking else []
    lines.append(one_line(digest.title))
    lines += [one_line(scope)] if (scope := scope_sentence(briefing, choices)) else []
    lines += ["", *letters(digest)] if digest.columns else ["No position was found."]
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
    numbers = [str(number) for number in range(1, len(digest.columns) + 1)]
    for number, issue in zip(numbers, digest.columns, strict=True):
        yield f"{number:>3}  {one_line(issue.label)}"
    yield ""
    yield f"{' ' * width} {''.join(f'{number:>4}' for number in numbers)}"
    for row in digest.rows:
        cells = []
        for issue in digest.columns:
            position = digest.position(row.id, issue.id)
            cells.append(_letter(digest, position))
        yield f"{names[row.id]}{' ' * (width - columns(names[row.id]))} {''.join(f'{cell:>4}' for cell in cells)}"
    yield ""
    yield f"{digest.legend}{' · small letter: unsure' if digest.has_doubtful_cells else ''}"


def _letter(digest: Digest, position: Position | None) -> str:
    """The letter of a cell, small where the program is unsure."""
    if position is None:
        return NOTHING_LETTER
    letter = STANCE_LETTERS[position.stance]
    return letter.lower() if digest.is_doubtful(position) else letter


def columns(text: str) -> int:
    """Columns of a terminal that a text takes: two for wide characters, none for combining ones."""
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text
    )


def _cut(name: str) -> str:
    while columns(name) > WIDEST_NAME:
        name = f"{name[:-2].rstrip()}…"
    return name
