"""Rows in; a table for the terminal, Markdown, CSV or JSON Lines out.

The words come from a document that may have been made to do harm: nothing in it is read as markup, and a cell that a
spreadsheet would take for a formula is kept from being one.
"""

from __future__ import annotations

import csv
import io
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


def render_rows(
    rows: Sequence[Row], format_name: str, heading: str | None = None, nothing: str = "Nothing found."
) -> bytes:
    """Rows as bytes in one of FORMATS.

    Args:
        rows: all with the same columns.
        format_name: one of FORMATS.
        heading: shown above a table, where several articles follow each other.
        nothing: what a reader is told where there are no rows.
    """
    match format_name:
        case "jsonl":
            return b"".join(encode(row) + b"\n" for row in rows)
        case "csv":
            return _csv(rows)
        case "markdown":
            return _markdown(rows, heading, nothing)
        case _:
            return _table(rows, heading, nothing)


def cell(value: Any) -> str:
    """One value in words, on one line."""
    if value is None or value in ("", []):
        return NOTHING
    if isinstance(value, list):
        return BETWEEN.join(cell(one) for one in value)
    return " ".join(str(value).split())


def _csv(rows: Sequence[Row]) -> bytes:
    out = io.StringIO()
    if rows:
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(rows[0])
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


def _table(rows: Sequence[Row], heading: str | None, nothing: str) -> bytes:
    import sys

    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    out = io.StringIO()
    is_terminal = sys.stdout.isatty()
    console = Console(
        file=out,
        force_terminal=is_terminal,
        width=None if is_terminal else WIDTH_WITHOUT_TERMINAL,
        markup=False,
        highlight=False,
        emoji=False,
    )
    if heading:
        console.print(Text(clean(heading).text, style="bold"))
    if not rows:
        console.print(Text(nothing))
        return out.getvalue().encode("utf-8")
    if "reasons" in rows[0]:
        for row in rows:
            _print_entry(console, row)
        return out.getvalue().encode("utf-8")
    table = Table(box=box.SIMPLE_HEAD if is_terminal else box.ASCII2, header_style="bold")
    for name in rows[0]:
        table.add_column(Text(name), overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell(value)) for value in row.values()))
    console.print(table)
    return out.getvalue().encode("utf-8")


def _print_entry(console: Console, row: Row) -> None:
    """A row with reasons: they need the whole width, so the first value stands alone above all the others."""
    from rich.padding import Padding
    from rich.text import Text

    (_, first), *others = row.items()
    facts = [f"{name}: {cell(value)}" for name, value in others if name != "reasons" and cell(value) != NOTHING]
    console.print(Text(cell(first), style="bold"))
    console.print(Padding(Text(BETWEEN_FACTS.join(facts)), (0, 0, 0, INDENT)))
    console.print(Padding(Text(f"why: {cell(row['reasons'])}", style="dim"), (0, 0, 0, INDENT)))
