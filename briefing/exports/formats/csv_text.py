"""Rows of texts in; CSV out that spreadsheets open as text: UTF-8 with a byte order mark, no cell is ever a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from briefing.exports.visible import visible

BYTE_ORDER_MARK = "\ufeff"
"""Excel reads UTF-8 only with it; LibreOffice and pandas (`utf-8-sig`) drop it."""

_FORMULA = re.compile(r"[\s'\"]*[=+\-@|%＝＋－＠]|[\t\r\n]")
"""What a spreadsheet could take for a formula or a command (https://owasp.org/www-community/attacks/CSV_Injection)."""


def write_csv(header: Sequence[str], rows: Iterable[Sequence[str | int | float | None]]) -> str:
    """The table (RFC 4180). Texts that could be formulas begin with an apostrophe, which stays visible."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([harmless(cell) if isinstance(cell, str) else "" if cell is None else cell for cell in row])
    return BYTE_ORDER_MARK + file.getvalue()


def read_csv(output: str) -> list[dict[str, str]]:
    """The rows of such a table, with the apostrophes taken off."""
    rows = csv.DictReader(io.StringIO(output.removeprefix(BYTE_ORDER_MARK), newline=""))
    return [{name: original(cell) for name, cell in row.items()} for row in rows]


def harmless(text: str) -> str:
    """A text that no spreadsheet calculates."""
    shown = visible(text)
    return f"'{shown}" if _FORMULA.match(shown) else shown


def original(cell: str) -> str:
    """The inverse of `harmless`."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
