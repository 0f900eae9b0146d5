"""An archive of web pages (WARC, ISO 28500) in; the main text of each page in it out (by warcio and trafilatura)."""

from __future__ import annotations

import io
import re

from msgspec.structs import replace
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from briefing.articles.document import Document
from briefing.articles.formats.html import decode_page, html_document
from briefing.articles.request import Request
from briefing.errors import UndecodableError

_CHARSET = re.compile(r"charset=[\"']?([\w-]{2,30})", re.I)
LARGEST_PAGE = 8 * 1024 * 1024
MOST_PAGES = 200


def read_warc(request: Request) -> list[Document]:
    """The HTML pages of an archive that hold text.

    Raises:
        UndecodableError: none does.
    """
    documents: list[Document] = []
    try:
        for record in ArchiveIterator(io.BytesIO(request.data)):
            if len(documents) >= MOST_PAGES:
                break
            kind = record.http_headers.get_header("Content-Type", "") if record.http_headers else ""
            if record.rec_type != "response" or "html" not in kind or record.http_headers.get_statuscode() != "200":
                continue
            charset = _CHARSET.search(kind)
            data = record.content_stream().read(LARGEST_PAGE)
            page = decode_page(data, request.name, charset.group(1) if charset else None)
            try:
                found = html_document(page, request.name, record.rec_headers.get_header("WARC-Target-URI"))
            except UndecodableError:
                continue
            documents.append(replace(found, notes=(*found.notes, "from an archive of web pages")))
    except ArchiveLoadFailed as error:
        raise UndecodableError(f"{request.name}: is a damaged archive; get the file again") from error
    if not documents:
        raise UndecodableError(f"{request.name}: no page in the archive holds text")
    return documents
