"""JSON in (one record, a list of records, or one a line); a Document for each record with a text out.

The field that holds the text, and those for title, author, publisher, date and address, go by many names; the usual
ones are known. Where texts are HTML, as content managers give them, the records are read in the sandbox.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from briefing.articles.document import Document, tidy
from briefing.articles.request import Request
from briefing.errors import UndecodableError

_TEXT = (
    "text",
    "body",
    "articleBody",
    "full_text",
    "fulltext",
    "fullText",
    "maintext",
    "content",
    "story",
    "article_text",
)
_LISTS = ("articles", "items", "documents", "docs", "results", "records", "data", "entries")
_FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "name"),
    "byline": ("byline", "author", "authors", "creator"),
    "publisher": ("publisher", "source", "outlet", "publication", "sitename", "site_name"),
    "published": ("published", "date", "datePublished", "date_published", "published_at", "publishedAt", "pub_date"),
    "url": ("url", "link", "uri"),
    "language": ("language", "lang", "inLanguage"),
}
_MARKUP = re.compile(r"<\\?/(?:p|div|li|h[1-6])>", re.I)
MOST_RECORDS = 10_000


def holds_markup(text: str) -> bool:
    """Whether some of the texts in a JSON document are HTML."""
    return bool(_MARKUP.search(text))


def read_json_apart(request: Request) -> list[Document]:
    """The records of a JSON document whose texts are HTML; this runs in the sandbox."""
    return read_json(request.data.decode("utf-8", "replace"), request.name, with_markup=True)


def read_json_lines_apart(request: Request) -> list[Document]:
    """The records of JSON lines whose texts are HTML; this runs in the sandbox."""
    return read_json_lines(request.data.decode("utf-8", "replace"), request.name, with_markup=True)


def read_json(text: str, name: str, *, with_markup: bool = False) -> list[Document]:
    """The records of a JSON document.

    Args:
        text: the document.
        name: what to call it in messages.
        with_markup: whether to read texts that are HTML as such.

    Raises:
        UndecodableError: it is not JSON, or no record has a text.
    """
    try:
        value = json.loads(text)
    except RecursionError as error:
        raise UndecodableError(f"{name}: is nested too deeply to be read") from error
    except ValueError as error:
        if text.lstrip().startswith("{") and "Extra data" in str(error):
            return read_json_lines(text, name, with_markup=with_markup)
        raise UndecodableError(f"{name}: is not valid JSON ({_one_line(error)})") from error
    records = _records(value)
    documents = [document for record in records if (document := _document(record, with_markup=with_markup)) is not None]
    if not documents:
        raise UndecodableError(f"{name}: has no text; expected a field named one of {', '.join(_TEXT[:4])} …")
    return documents


def read_json_lines(text: str, name: str, *, with_markup: bool = False) -> list[Document]:
    """The records of a file with one JSON object a line (see `read_json` for the arguments).

    Raises:
        UndecodableError: a line is not JSON (the message names it), or a record has no text.
    """
    documents = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        documents.extend(read_json(line, f"{name}, line {number}", with_markup=with_markup))
        if len(documents) > MOST_RECORDS:
            raise UndecodableError(f"{name}: has more than {MOST_RECORDS} records; split it")
    return documents


def _records(value: Any) -> list[Mapping[str, Any]]:
    if isinstance(value, list):
        return [record for record in value[:MOST_RECORDS] if isinstance(record, dict)]
    if not isinstance(value, dict):
        return []
    if isinstance(value.get("article"), dict):
        return [value["article"]]
    if not any(isinstance(value.get(key), str) for key in _TEXT):
        for key in _LISTS:
            if isinstance(value.get(key), list):
                return _records(value[key])
    return [value]


def _document(record: Mapping[str, Any], *, with_markup: bool) -> Document | None:
    texts = (_rendered(record.get(key)) for key in _TEXT)
    text = next((value for value in texts if isinstance(value, str) and value.strip()), None)
    if text is None:
        return None
    known = {field: _value(record, keys) for field, keys in _FIELDS.items()}
    if with_markup:
        from briefing.articles.formats.html_blocks import whole_page
        from briefing.articles.formats.html_tree import parse_html, without_markup

        known["title"] = without_markup(known["title"]) if known["title"] else None
        tree = parse_html(text) if holds_markup(text) else None
        if tree is not None:
            builder = whole_page(tree)
            return Document(text=builder.text, blocks=tuple(builder.blocks), **known)  # type: ignore[arg-type]
    return Document(text=text.replace("\r\n", "\n").replace("\r", "\n"), **known)  # type: ignore[arg-type]


def _rendered(value: Any) -> Any:
    """What a content manager shows of a value that it gives in several forms."""
    return value.get("rendered") if isinstance(value, Mapping) else value


def _value(record: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        value = record.get(key)
        if isinstance(value, Mapping):
            value = value.get("name") or value.get("title") or value.get("rendered")
        if isinstance(value, list):
            value = ", ".join(str(v.get("name", "")) if isinstance(v, Mapping) else str(v) for v in value[:20])
        if found := tidy(value):
            return found
    return None


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
