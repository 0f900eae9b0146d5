"""Rows in; a table for the terminal, Markdown, CSV or JSON Lines out.

A table stands in columns only where no word of it has to be broken for that and no cell becomes a tower of words; else
each row is an entry of a few lines.

The words come from a document that may have been made to do harm: nothing in it is read as markup, and a cell that a
spreadsheet would take for a formula is kept from being one.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from briefing.articles.characters import clean
from briefing.cli.rows import Row
from briefing.json_text import encode

if TYPE_CHECKING:
    from rich.console import Console

FORMATS = ("table", "markdown", "csv", "jsonl")

NOTHING = "–"
BETWEEN = "; "
BETWEEN_FACTS = " · "
INDENT = 4
FORMULA_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")
WIDTH_WITHOUT_TERMINAL = 140
MOST_LINES = 4
"""Lines that a cell takes at most; beyond, a table is no table any more."""
AROUND_CELL = 3
"""Columns of the screen that a cell takes beside its words."""


def render_rows(
    rows: Sequence[Row],
    format_name: str,
    heading: str | None = None,
    nothing: str = "Nothing found.",
    narrow: Sequence[str] = (),
    columns: Sequence[str] = (),
) -> bytes:
    """Rows as bytes in one of FORMATS.

    Args:
        rows: all with the same columns.
        format_name: one of FORMATS.
        heading: shown above a table, where several articles follow each other.
        nothing: what a reader is told where there are no rows.
        columns: the names that a CSV begins with; without them it has no first line.
        narrow: lines to print instead where a table does not fit into the columns of the terminal; else entries.
    """
    match format_name:
        case "jsonl":
            return b"".join(encode(row) + b"\n" for row in rows)
        case "csv":
            return _csv(rows, columns)
        case "markdown":
            return _markdown(rows, heading, nothing)
        case _:
            return _table(rows, heading, nothing, narrow)


def cell(value: Any) -> str:
    """One value in words, on one line, without anything that a terminal would obey."""
    if value is None or value in ("", []):
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return BETWEEN.join(cell(one) for one in value)
    return " ".join(clean(str(value)).text.split())


def _csv(rows: Sequence[Row], columns: Sequence[str]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    if columns:
        writer.writerow(columns)
    for row in rows:
        writer.writerow([_harmless("" if value in (None, []) else cell(value)) for value in row.values()])
    return out.getvalue().encode("utf-8")


def _harmless(text: str) -> str:
    """Text that no spreadsheet runs (OWASP, CSV injection) and no terminal obeys: names of files may hold anything."""
    text = clean(text).text
    return f"'{text}" if text.startswith(FORMULA_BEGINNINGS) else text


def _markdown(rows: Sequence[Row], heading: str | None, nothing: str) -> bytes:
    lines = [f"## {_escaped(heading)}", ""] if heading else []
    if not rows:
        lines.append(nothing)
    else:
        lines += ["| " + " | ".join(_escaped(name) for name in rows[0]) + " |", "|" + "---|" * len(rows[0])]
        lines += ["| " + " | ".join(_escaped(cell(value)) for value in row.values()) + " |" for row in rows]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", " ".join(clean(text).text.split()))


def _table(rows: Sequence[Row], heading: str | None, nothing: str, narrow: Sequence[str]) -> bytes:
    import sys

    from rich.console import Console
    from rich.text import Text

    out = io.StringIO()
    is_terminal = sys.stdout.isatty()
    console = Console(
        file=out,
        force_terminal=is_terminal,
        width=None if is_terminal else _width_without_terminal(),
        markup=False,
        highlight=False,
        emoji=False,
    )
    if heading:
        console.print(Text(clean(heading).text, style="bold"))
    widths = _widths(rows, console.width) if rows and "reasons" not in rows[0] else None
    if not rows:
        console.print(Text(nothing))
    elif widths is not None:
        _print_columns(console, rows, widths, in_ascii=not is_terminal)
    elif narrow:
        console.print(Text("\n".join(["", *narrow])), soft_wrap=True)
    else:
        for row in rows:
            _print_entry(console, row)
    lines = out.getvalue().splitlines()
    return "".join(f"{line if is_terminal else line.rstrip()}\n" for line in lines).encode("utf-8")


def _width_without_terminal() -> int:
    """Columns for a pipe or a file: those that the environment names, if it does."""
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isascii() and columns.isdigit() and int(columns) else WIDTH_WITHOUT_TERMINAL


def _widths(rows: Sequence[Row], width: int) -> list[int] | None:
    """Columns of the screen for the words of each column; None where they would stand there in pieces or in towers.

    Each column gets its longest word; what is left is shared so that those with short texts have them on one line.
    """
    from rich.cells import cell_len

    texts = [[cell(name), *(cell(row[name]) for row in rows)] for name in rows[0]]
    wanted = [max(map(cell_len, column)) for column in texts]
    widths = [max(cell_len(word) for text in column for word in text.split() or [""]) for column in texts]
    left = width - len(widths) * AROUND_CELL - 1 - sum(widths)
    if left < 0:
        return None
    by_need = sorted(range(len(widths)), key=lambda one: wanted[one] - widths[one])
    for number, one in enumerate(by_need):
        more = min(wanted[one] - widths[one], left // (len(by_need) - number))
        widths[one] += more
        left -= more
    room = [columns * MOST_LINES for columns in widths]
    is_low = all(cell_len(text) <= most for column, most in zip(texts, room, strict=True) for text in column[1:])
    return widths if is_low else None


def _print_columns(console: Console, rows: Sequence[Row], widths: Sequence[int], *, in_ascii: bool) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.ASCII2 if in_ascii else box.SIMPLE_HEAD, header_style="bold")
    for name, width in zip(rows[0], widths, strict=True):
        table.add_column(Text(cell(name)), overflow="fold", width=width)
    for row in rows:
        table.add_row(*(Text(cell(value)) for value in row.values()))
    console.print(table)


def _print_entry(console: Console, row: Row) -> None:
    """A row whose values need the whole width: the first one stands alone above all the others."""
    from rich.padding import Padding
    from rich.text import Text

    (_, first), *others = row.items()
    facts = [f"{name}: {cell(value)}" for name, value in others if name != "reasons" and cell(value) != NOTHING]
    console.print(Text(cell(first), style="bold"))
    console.print(Padding(Text(BETWEEN_FACTS.join(facts)), (0, 0, 0, INDENT)))
    if "reasons" in row:
        console.print(Padding(Text(f"why: {cell(row['reasons'])}", style="dim"), (0, 0, 0, INDENT)))
