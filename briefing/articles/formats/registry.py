"""The formats that are parsed in the sandbox, each with its parser; a parser's module is imported when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from briefing.articles.document import Document
from briefing.articles.request import Request

Parser = Callable[[Request], list[Document]]


def _parser(module: str, function: str) -> Parser:
    def parse(request: Request) -> list[Document]:
        documents: list[Document] = getattr(import_module(f"briefing.articles.formats.{module}"), function)(request)
        return documents

    return parse


PARSERS: dict[str, Parser] = {
    "markdown": _parser("markdown", "read_markdown_apart"),
    "html": _parser("html", "read_html"),
    "pdf": _parser("pdf", "read_pdf"),
    "docx": _parser("docx", "read_docx"),
    "odt": _parser("odt", "read_odt"),
    "epub": _parser("epub", "read_epub"),
    "rtf": _parser("rtf", "read_rtf"),
    "mail": _parser("mail", "read_mail"),
    "mbox": _parser("mail", "read_mailbox"),
    "feed": _parser("feed", "read_feed"),
    "opml": _parser("feed", "read_opml"),
    "json": _parser("json_records", "read_json_apart"),
    "jsonl": _parser("json_records", "read_json_lines_apart"),
    "warc": _parser("warc", "read_warc"),
}
