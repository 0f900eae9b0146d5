"""Rich Text Format in; its text and title out (by striprtf); the layout is found in the text afterwards."""

from __future__ import annotations

import re

from striprtf.striprtf import rtf_to_text

from briefing.articles.document import Document
from briefing.articles.request import Request

_TITLE = re.compile(r"\{\\title ([^{}\\]{1,300})\}")
_AUTHOR = re.compile(r"\{\\author ([^{}\\]{1,300})\}")


def read_rtf(request: Request) -> list[Document]:
    """The one document of an RTF file."""
    source = request.data.decode("latin-1")
    text: str = rtf_to_text(source, encoding="cp1252", errors="replace")  # type: ignore[no-untyped-call]
    title, author = _TITLE.search(source), _AUTHOR.search(source)
    return [
        Document(
            text=text.replace("\r\n", "\n").replace("\r", "\n").strip("\n"),
            title=title.group(1) if title else None,
            byline=author.group(1) if author else None,
        )
    ]
