"""Rich Text Format in; its text and title out (by striprtf); the layout is found in the text afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from briefing.articles.document import Document
from briefing.articles.formats.html_blocks import as_entries
from briefing.articles.request import Request

_VALUE = r" ((?:[^{}\\]|\\'[0-9a-f]{2}|\\u-?\d+ ?\??){1,300})\}"
_TITLE = re.compile(r"\{\\title" + _VALUE)
_AUTHOR = re.compile(r"\{\\author" + _VALUE)
_CODE_PAGE = re.compile(r"\\ansicpg\d+")
_ROW = re.compile(r"(?:[^|\n]*\|){2,}$")
"""A row of a table; striprtf ends each cell with this sign."""


def read_rtf(request: Request) -> list[Document]:
    """The one document of an RTF file."""
    source = request.data.decode("latin-1")
    text = _text(source).replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    return [
        Document(
            text="\n".join(line for one in text.split("\n") for line in _rows(one)),
            title=_said(source, _TITLE),
            byline=_said(source, _AUTHOR),
        )
    ]


def _text(source: str) -> str:
    text: str = rtf_to_text(source, encoding="cp1252", errors="replace")  # type: ignore[no-untyped-call]
    return text


def _rows(line: str) -> Iterator[str]:
    """A row of short entries as one line, cells that hold text as lines of their own, any other line as it is."""
    if not _ROW.match(line):
        yield line
        return
    cells = line.split("|")
    yield from [" · ".join(entries)] if (entries := as_entries(cells)) else (cell for cell in cells if cell.strip())


def _said(source: str, field: re.Pattern[str]) -> str | None:
    """A field of the document's own description, its characters read as those of the text."""
    found = field.search(source)
    if not found:
        return None
    code_page = _CODE_PAGE.search(source)
    return _text(f"{{\\rtf1\\ansi{code_page.group() if code_page else ''} {found.group(1)}}}")
