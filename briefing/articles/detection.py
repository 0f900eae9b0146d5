"""Bytes, a name and perhaps a media type in; the name of the format out.

What the first bytes say outranks the name, because a file's name is often wrong; the name decides between formats
that are all text.
"""

from __future__ import annotations

import re
import zlib
from pathlib import PurePath
from typing import Literal

from briefing.errors import UndecodableError

Format = Literal[
    "plain",
    "markdown",
    "html",
    "pdf",
    "docx",
    "odt",
    "epub",
    "rtf",
    "mail",
    "mbox",
    "feed",
    "opml",
    "json",
    "jsonl",
    "warc",
]

_ENDINGS: dict[str, Format] = {
    ".txt": "plain", ".text": "plain", "": "plain", ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf", ".docx": "docx", ".odt": "odt", ".epub": "epub",
    ".rtf": "rtf", ".eml": "mail", ".mht": "mail", ".mhtml": "mail", ".mbox": "mbox", ".rss": "feed", ".atom": "feed",
    ".opml": "opml", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".warc": "warc",
}  # fmt: skip
_MEDIA_TYPES: dict[str, Format] = {
    "text/html": "html", "application/xhtml+xml": "html", "text/markdown": "markdown", "application/pdf": "pdf",
    "application/rss+xml": "feed", "application/atom+xml": "feed", "text/x-opml": "opml", "message/rfc822": "mail",
    "application/json": "json", "application/rtf": "rtf", "text/rtf": "rtf", "application/epub+zip": "epub",
    "application/x-ndjson": "jsonl", "text/plain": "plain",
}  # fmt: skip
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"), (b"MZ\x90", "a Windows program"), (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"), (b"\xfd7zXZ", "an xz archive"), (b"7z\xbc\xaf", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls, .msg)"), (b"SQLite format 3", "a database"),
    (b"RIFF", "a sound or picture file"), (b"ID3", "a sound file"), (b"OggS", "a sound file"),
)  # fmt: skip
# Expressions for documents of a certain beginning; they are compiled when one begins so.
_HTML = rb"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])"
_XML_ROOT = rb"(?s)\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^\[>]*(?:\[.*?\])?\s*>\s*)*<(?:\w+:)?(\w+)"
_MAIL_HEADER = (
    rb"(?i)(?:(?:From|To|Subject|Date|Received|Return-Path|Delivered-To|MIME-Version|Message-ID|Reply-To|X-[\w-]+"
    rb"|Content-Type|DKIM-Signature|Cc|Sender|List-[\w-]+):[^\n]*\n(?:[ \t][^\n]*\n)*){2,}"
)
_MAILBOX = rb"From \S+ +\w{3} \w{3} +\d{1,2} \d{2}:\d{2}"
_JSON_START = rb"(?:\[\s*)?\{\s*\"[^\"\n]{1,60}\"\s*:"
_HEAD = 4096
_GZIP = b"\x1f\x8b"


def detect_format(data: bytes, name: str, media_type: str | None = None) -> Format:
    """The format of a document.

    Raises:
        UndecodableError: it is a format that this program does not read, such as a picture.
    """
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if found := _by_content(head, data, name):
        return found
    ending = PurePath(name).suffix.lower() if name != "standard input" else ""
    if media_type and (form := _MEDIA_TYPES.get(media_type)) and form != "plain":
        return form
    known = _ENDINGS.get(ending, "plain")
    if known in {"pdf", "docx", "odt", "epub", "rtf", "warc", "opml"} and head.strip():
        raise UndecodableError(f"{name}: is not a valid {ending[1:].upper()} file; check how it was saved")
    if known == "plain" and ending == "":
        return _text_kind(head)
    return known


def _by_content(head: bytes, data: bytes, name: str) -> Format | None:
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(b"PK\x03\x04"):
        return _zip_kind(data, name)
    if head.startswith(b"WARC/") or (head.startswith(_GZIP) and _unpacked_head(head).startswith(b"WARC/")):
        return "warc"
    for magic, description in _MAGIC:
        if head.startswith(magic):
            raise UndecodableError(f"{name}: is {description}, not a text; give a text, a document or a web page")
    if head.startswith(b"From ") and re.match(_MAILBOX, head):
        return "mbox"
    if not head.lstrip().startswith(b"<"):
        return None
    if re.match(_HTML, head):
        return "html"
    if root := re.match(_XML_ROOT, head):
        tag = root.group(1).lower()
        if tag in {b"rss", b"feed", b"rdf"}:
            return "feed"
        if tag == b"opml":
            return "opml"
    return None


def _unpacked_head(head: bytes) -> bytes:
    """The first bytes in a gzip archive; archives of web pages are packed record by record."""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 16)
    except zlib.error:
        return b""


def _zip_kind(data: bytes, name: str) -> Format:
    if b"application/epub+zip" in data[:200]:
        return "epub"
    if b"application/vnd.oasis.opendocument.text" in data[:200]:
        return "odt"
    if b"word/document.xml" in data:
        return "docx"
    raise UndecodableError(f"{name}: is a ZIP archive, but no DOCX, ODT or EPUB; unpack it and name the files")


def _text_kind(head: bytes) -> Format:
    """The kind of a text that has no telling name: standard input, or a file without an ending."""
    start = head.lstrip()
    if re.match(_MAIL_HEADER, start):
        return "mail"
    if re.match(_JSON_START, start):
        return "jsonl" if re.match(rb"\{[^\n]*\}[ \t]*\n\s*\{", start) else "json"
    if start.startswith(b"---\n") and re.match(rb"---\n(?:[\w-]+:[^\n]*\n)+", start):
        return "markdown"
    if len(re.findall(rb"^#{1,6} \S", head, re.M)) >= 2 or re.match(rb"# \S[^\n]*\n\n", start):
        return "markdown"
    return "plain"
