"""A mail (.eml) or a mailbox (.mbox) in; the text of each message, its subject, sender and date out.

Of several forms of a message the one with more text is taken. Earlier messages quoted below an answer and signatures
are cut off, and so is what stands above a message that was passed on, which a note says. A page that a browser saved
as one file (.mht, .mhtml) has the form of a mail (MHTML, RFC 2557); its date and sender are those of the saving, so
what the page itself says is taken.
"""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from itertools import islice

from msgspec.structs import replace

from briefing.articles.document import Document
from briefing.articles.encodings import decode
from briefing.articles.formats.html import html_document
from briefing.articles.formats.mail_text import cut_tail, forwarded, is_forward, without_door
from briefing.articles.request import Request
from briefing.errors import UndecodableError

MOST_MESSAGES = 500
MOST_PARTS = 500

_MAILBOX_LINE = re.compile(rb"(?:\A|(?<=\n))From [^\n]*\d{2}:\d{2}[^\n]*\n")


def read_mail(request: Request) -> list[Document]:
    """The one message of a mail file."""
    return [_message(request.data, request.name)]


def read_mailbox(request: Request) -> list[Document]:
    """The messages of a mailbox that hold text.

    Raises:
        UndecodableError: none does, or there are too many.
    """
    borders = list(_MAILBOX_LINE.finditer(request.data))
    starts = [border.end() for border in borders]
    ends = [*(border.start() for border in borders[1:]), len(request.data)]
    if len(starts) > MOST_MESSAGES:
        raise UndecodableError(f"{request.name}: holds more than {MOST_MESSAGES} messages; split it")
    documents = []
    for start, end in zip(starts, ends, strict=True):
        try:
            documents.append(_message(request.data[start:end].replace(b"\n>From ", b"\nFrom "), request.name))
        except UndecodableError:
            continue
    if not documents:
        raise UndecodableError(f"{request.name}: no message holds text")
    return documents


def _message(data: bytes, name: str) -> Document:
    message = message_from_bytes(data, policy=policy.compat32)
    subject, sender, date = (_header(message, field) for field in ("Subject", "From", "Date"))
    plain, page = _bodies(message, name)
    if page and (address := _saved_from(message)) is not None:
        saved = html_document(page, name, address or None)
        return replace(saved, title=saved.title or subject)
    notes: tuple[str, ...] = ()
    if (inner := forwarded(plain, is_forward=is_forward(subject))) is not None:
        plain, page = inner.text, ""
        subject, sender, date = inner.subject or subject, inner.sender, inner.date
        notes = ("the message that was forwarded; what was written above it is left out",)
    body = _best_body(without_door(plain), page, name)
    attached = sum(part.get_content_disposition() == "attachment" for part in islice(message.walk(), MOST_PARTS))
    if attached:
        notes = (*notes, f"{attached} attachment{'s' if attached > 1 else ''} left out; save and read them one by one")
    return Document(
        text=body.text,
        blocks=body.blocks,
        title=subject,
        byline=_author(sender),
        publisher=body.publisher,
        published=_date(date),
        language=body.language,
        notes=(*notes, *body.notes),
    )


def _author(sender: str | None) -> str | None:
    """The name of a sender, else the address."""
    if not sender or "@" not in sender:
        return sender
    name, address = parseaddr(sender)
    return name or address or None


def _saved_from(message: Message) -> str | None:
    """The address of a page that a browser saved, empty if it does not say; None for a message that is a mail."""
    if message.get_content_type() not in {"multipart/related", "text/html"}:
        return None
    by_browser = "saved by" in str(message.get("From", "")).lower()
    address = message.get("Snapshot-Content-Location") or (message.get("Content-Location") if by_browser else None)
    if address is None and not by_browser:
        return None
    address = str(address or "").strip()
    return address if address.startswith(("http://", "https://")) else ""


def _best_body(plain: str, page: str, name: str) -> Document:
    text, cut = cut_tail(plain)
    written = Document(text=text, notes=("quoted earlier messages and signatures left out",) if cut else ())
    if not page:
        if not text.strip():
            raise UndecodableError(f"{name}: the message holds no text")
        return written
    try:
        drawn = html_document(page, name, is_mail=True)
    except UndecodableError:
        if not text.strip():
            raise
        return written
    return written if len(text.split()) > 0.9 * len(drawn.text.split()) else drawn


def _bodies(message: Message, name: str) -> tuple[str, str]:
    """The plain text and the HTML of a message, each from its first part of that kind that is no attachment."""
    plain = page = ""
    for number, part in enumerate(message.walk()):
        if number > MOST_PARTS:
            break
        kind = part.get_content_type()
        if part.is_multipart() or part.get_content_disposition() == "attachment":
            continue
        if (kind == "text/plain" and not plain) or (kind == "text/html" and not page):
            payload = part.get_payload(decode=True)
            data = payload if isinstance(payload, bytes) else str(payload or "").encode("utf-8", "replace")
            text = decode(data, name, part.get_content_charset()).text if data else ""
            plain, page = (text, page) if kind == "text/plain" else (plain, text)
    return plain, page


def _header(message: Message, field: str) -> str | None:
    from email.header import decode_header, make_header

    value = message.get(field)
    if value is None:
        return None
    try:
        return str(make_header(decode_header(str(value))))
    except (LookupError, UnicodeError, ValueError):
        return str(value)


def _date(header: str | None) -> str | None:
    try:
        return parsedate_to_datetime(header).date().isoformat() if header else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return header  # Programs that forward a message write its date in words.
