"""Bytes in, text out, with a note where the encoding had to be guessed.

Byte order marks and valid UTF-8 are certain. UTF-8 with a few broken bytes is read as such. What remains is a guess,
which is said: windows-1252 where that gives plausible Western text, else whatever charset-normalizer finds.
"""

from __future__ import annotations

import codecs
import re

from msgspec import Struct

from briefing.errors import UndecodableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64 * 1024
_BINARY = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\b\x1b")
"""Bytes that no text in a one-byte encoding or UTF-8 holds in any number."""

_MOST_BINARY = 0.04
_HIGH_RUN = re.compile(rb"[\x80-\xff]{3,}")


class Decoded(Struct, frozen=True):
    """Text, the encoding it was read with, and a note if that is not certain."""

    text: str
    encoding: str
    note: str | None = None


def decode(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """Decode a document; line ends become line feeds, a byte order mark is dropped.

    Args:
        data: the bytes.
        name: what to call the source in messages.
        declared: the encoding that a header names, tried when the bytes are not UTF-8.

    Raises:
        UndecodableError: the bytes are no text.
    """
    decoded = _decode(data, name, declared)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(text, decoded.encoding, decoded.note)


def _decode(data: bytes, name: str, declared: str | None) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with_losses(data[len(mark) :], encoding)
    if wide := _wide_encoding(data):
        return Decoded(data.decode(wide, "replace"), wide, f"encoding guessed: {wide}")
    if looks_binary(data):
        raise UndecodableError(f"{name}: holds binary data, not text; give a text, a document or a web page")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if (text := _with_surrogates(data)) is not None:
        return Decoded(text, "utf-8", _losses(text.count("\ufffd") - data.count("\ufffd".encode()), "utf-8"))
    if declared and (text := _declared(data, declared)) is not None:
        return Decoded(text, declared)
    if _mostly_utf8(data):
        return _with_losses(data, "utf-8")
    return _guess(data, name)


def looks_binary(data: bytes) -> bool:
    """Whether the first 64 KiB hold more control bytes than any text."""
    sample = data[:_SAMPLE]
    return bool(sample) and len(sample) - len(sample.translate(None, _BINARY)) > max(1, _MOST_BINARY * len(sample))


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every other byte is NUL."""
    sample = data[:_SAMPLE]
    if len(sample) < 4:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 but for a few: at least as many characters beyond ASCII are right as wrong."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(1 for c in text if c > "\x7f") - wrong
    return right >= wrong


def _with_losses(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    before = data.count("\ufffd".encode(encoding))
    lost = text.count("\ufffd") - before
    return Decoded(text, encoding, _losses(lost, encoding))


def _losses(count: int, encoding: str) -> str | None:
    if count <= 0:
        return None
    places = "1 place is not valid" if count == 1 else f"{count} places are not valid"
    return f"{places} {encoding} and {'was' if count == 1 else 'were'} replaced"


def _with_surrogates(data: bytes) -> str | None:
    """UTF-8 in which some program wrote halves of characters (CESU-8); pairs are joined, single halves stay broken."""
    try:
        text = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _declared(data: bytes, encoding: str) -> str | None:
    """The text in the encoding that a header names; windows-1252 where it names Latin-1, as browsers do.

    Latin-1 has control characters where windows-1252 has quotation marks and dashes, and nobody writes those.
    """
    try:
        is_latin = codecs.lookup(encoding).name in {"iso8859-1", "ascii"}
    except (LookupError, ValueError):
        return None
    text = _try(data, "cp1252") if is_latin else None
    return _try(data, encoding) if text is None else text


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeError, ValueError):
        return None


def _guess(data: bytes, name: str) -> Decoded:
    western = _try(data, "cp1252")
    sample = data[:_SAMPLE]
    high = len(sample) - len(sample.translate(None, bytes(range(128, 256))))
    if western is not None and high < 0.2 * len(sample) and not _HIGH_RUN.search(sample):
        return Decoded(western, "windows-1252", "encoding guessed: windows-1252")
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    encoding = best.encoding if best is not None else "latin-1"
    text = _try(data, encoding)
    if text is None:
        encoding, text = "latin-1", data.decode("latin-1")
    if not text.strip("\x00"):
        raise UndecodableError(f"{name}: no encoding gives readable text; convert the file to UTF-8")
    return Decoded(text, encoding, f"encoding guessed: {encoding}")
