"""Headings, paragraphs and entries in; rows of a list screen out, wrapped to its width.

An entry may take several rows and leads somewhere: its targets. Most have one; those of a comparison have one for each
side.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct, field

from briefing.reader.text.display import columns, wrap

Piece = tuple[str, str]

NAME_SHARE = 45
"""Part of the row, in per cent, that names to choose from take at most before what is said of them."""

Target = object
"""What Enter gives back: a Statement, a Span, an id, whatever the page's reader knows how to follow."""


class Row(Struct, frozen=True):
    """One row of a list screen."""

    pieces: tuple[Piece, ...]
    entry: int | None = None
    """Number of the entry that it belongs to; None for headings and paragraphs."""
    targets: tuple[Target | None, ...] = ()
    words: str = ""
    """What a filter finds in the entry beside the words that are shown."""


class Page(Struct, frozen=True):
    """A list screen's contents."""

    title: str
    rows: Callable[[int], list[Row]]
    """The rows for a width in columns."""
    empty: str = "There is nothing to show."
    """What stands there when there are no rows, or none that fit the filter."""
    enter: str = "go there"
    """What Enter does, for the row of keys; empty where no line leads anywhere."""
    close: str = "close"
    """What Escape does, for the row of keys."""
    hint: str = ""
    """What else can be done, for the status row."""
    filters: bool = False
    """Whether typing filters at once, as in a palette."""
    typed: Callable[[str], Target | None] = lambda line: None
    """Where a line that she types into the filter leads by itself; None for a filter."""
    widest: int = 110
    """Columns that rows may take; longer lines are hard to read."""
    first: int = 0
    """The entry under the cursor at the beginning."""


class PageWriter(Struct):
    """Writes rows."""

    width: int
    rows: list[Row] = field(default_factory=list)
    _entries: int = 0

    def heading(self, text: str, note: str = "", role: str = "quiet") -> None:
        """A heading, with an empty row above it; the note after it has a role of its own."""
        if self.rows:
            self.gap()
        for line in wrap_pieces([(text, "group"), (f"  {note}", role)], self.width - 2):
            self.rows.append(Row(((" ", ""), *line)))

    def gap(self) -> None:
        """An empty row."""
        self.rows.append(Row(()))

    def paragraph(self, pieces: Sequence[Piece], indent: int = 3, hang: int = 0) -> None:
        """Text that leads nowhere; rows after the first are indented by `hang` more columns."""
        for number, line in enumerate(wrap_pieces(pieces, self.width - indent - hang - 1, self.width - indent - 1)):
            self.rows.append(Row(((" " * (indent + (hang if number else 0)), ""), *line)))

    def verbatim(self, line: str) -> None:
        """A line of another program: its indentation is kept, also where it takes several rows."""
        line = line.expandtabs()
        words = line.lstrip(" ")
        self.paragraph([(words, "")], indent=1 + min(len(line) - len(words), self.width // 2))

    def entry(
        self, pieces: Sequence[Piece], target: Target, *, indent: int = 3, hang: int = 0, words: str = ""
    ) -> None:
        """Text that leads somewhere; rows after the first are indented by `hang` more columns."""
        for number, line in enumerate(wrap_pieces(pieces, self.width - indent - hang - 1, self.width - indent - 1)):
            margin = " " * (indent + (hang if number else 0))
            self.rows.append(Row(((margin, ""), *line), self._entries, (target,), words))
        self._entries += 1

    def choices(self, entries: Sequence[tuple[str, str, Target]]) -> None:
        """Names to choose from, what is said of each beside it in a column of its own, and where each leads."""
        longest = max((columns(name) for name, note, _ in entries if note), default=0)
        column = min(longest, self.width * NAME_SHARE // 100) + 2
        for name, note, target in entries:
            gap = " " * max(2, column - columns(name)) if note else ""
            self.entry([(name, "title"), (gap + note, "quiet")], target, hang=column if columns(name) < column else 2)

    def pair(self, left: Sequence[Piece], right: Sequence[Piece], targets: tuple[Target | None, Target | None]) -> None:
        """Two texts side by side that lead to two places."""
        half = (self.width - 5) // 2
        lines = wrap_pieces(left, half - 1), wrap_pieces(right, half - 1)
        for number in range(max(map(len, lines))):
            first = lines[0][number] if number < len(lines[0]) else []
            second = lines[1][number] if number < len(lines[1]) else []
            gap = half - sum(columns(text) for text, _ in first)
            self.rows.append(
                Row(
                    (("   ", ""), *first, (" " * gap, ""), ("│ ", "rule"), *second),
                    self._entries if targets != (None, None) else None,
                    targets,
                )
            )
        if targets != (None, None):
            self._entries += 1


def wrap_pieces(pieces: Sequence[Piece], width: int, first: int | None = None) -> list[list[Piece]]:
    """Pieces cut into rows of at most so many columns; the first row may have another width."""
    text = "".join(piece for piece, _ in pieces)
    lines: list[list[Piece]] = []
    for start, end in wrap(text, width, first):
        line: list[Piece] = []
        position = 0
        for piece, role in pieces:
            left, right = max(start, position), min(end, position + len(piece))
            if left < right:
                line.append((text[left:right], role))
            position += len(piece)
        lines.append(line)
    return lines or [[]]
