"""An http or https address in; the page as it was out, within bounded time and size.

Only what the reader asked for is fetched. Redirects are followed a few times and only to http and https; the answer
must be a text or a document. With a cache folder the page is kept as it came, so that it can be read again offline.
"""

from __future__ import annotations

import hashlib
import queue
import socket
import ssl
import threading
import time
import zlib
from datetime import datetime
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import msgspec

from briefing import __version__
from briefing.articles.characters import clean
from briefing.articles.sources import Source
from briefing.errors import InputOutputError, NoInputError, NoOutputError, UndecodableError
from briefing.files import write_atomically

MAXIMUM_BYTES = 16 * 1024 * 1024
"""Largest page that is fetched, after decompression."""

MAXIMUM_REDIRECTS = 5
SECONDS_TO_ANSWER = 8.0
"""Longest wait for a connection, or for the next bytes."""

SECONDS_IN_ALL = 10.0
"""Longest time for everything together."""

_READABLE = ("text/", "application/xhtml", "application/pdf", "application/rss", "application/atom", "application/xml",
             "application/json", "application/epub", "application/rtf", "application/vnd.openxmlformats-officedocument",
             "application/vnd.oasis.opendocument.text", "application/octet-stream", "message/rfc822")  # fmt: skip
_STATUS = {
    401: "the page is only for those who log in",
    402: "the page must be paid for",
    403: "the server refuses to give the page to programs; save it in a browser and read the file",
    404: "there is no such page; check the address",
    410: "the page was removed",
    429: "the server says that it was asked too often; try again later",
    451: "the page is withheld for legal reasons",
}


class _Kept(msgspec.Struct, frozen=True):
    """A fetched page as the cache keeps it."""

    url: str
    media_type: str
    charset: str | None
    data: bytes
    fetched: str = ""
    """Day on which it was fetched, as YYYY-MM-DD."""


def fetch(url: str, cache: Path | None = None, *, fresh: bool = False) -> Source:
    """Fetch a page, or take it from the cache.

    Args:
        url: an http or https address.
        cache: folder of fetched pages; None fetches anew and keeps nothing.
        fresh: whether to fetch anew even what is kept, and keep that instead.

    Raises:
        NoInputError: the address is wrong, or the server does not give the page.
        InputOutputError: no connection, no answer in time, or an answer that breaks off.
        UndecodableError: the answer is no text or document, or it is too large.
    """
    kept_in = cache / f"{hashlib.sha256(url.encode('utf-8', 'surrogatepass')).hexdigest()}.page" if cache else None
    recalled = None if fresh else _recall(kept_in)
    kept = recalled or _download_in_time(url)
    if kept_in is not None and recalled is None:
        try:
            kept_in.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_atomically(kept_in, msgspec.msgpack.encode(kept))
        except (OSError, NoOutputError):
            pass  # Without a cache the page is fetched again next time; the reader has it now.
    return Source(
        data=kept.data,
        name=url,
        url=kept.url,
        media_type=kept.media_type,
        charset=kept.charset,
        notes=(_age(recalled),) if recalled else (),
    )


def _age(kept: _Kept) -> str:
    day = f" on {kept.fetched}" if kept.fetched else " earlier"
    return f"this page was fetched{day} and kept; R, or --no-cache on the command line, fetches it again"


def _recall(path: Path | None) -> _Kept | None:
    if path is None:
        return None
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=_Kept)
    except OSError:
        return None
    except (msgspec.DecodeError, ValueError):
        path.unlink(missing_ok=True)
        return None


def _download_in_time(url: str) -> _Kept:
    """Download in a thread that may be left behind: neither looking up a name nor slow headers know a time limit."""
    results: queue.SimpleQueue[_Kept | BaseException] = queue.SimpleQueue()

    def work() -> None:
        try:
            results.put(_download(url))
        except BaseException as error:
            results.put(error)

    threading.Thread(target=work, name="fetch", daemon=True).start()
    try:
        result = results.get(timeout=SECONDS_IN_ALL + 0.5)
    except queue.Empty as error:
        raise InputOutputError(f"{url}: no answer in time; try again later") from error
    if isinstance(result, BaseException):
        raise result
    return result


def _download(url: str) -> _Kept:
    deadline = time.monotonic() + SECONDS_IN_ALL
    address = url
    for _ in range(MAXIMUM_REDIRECTS + 1):
        connection, target = _connect(address, url)
        try:
            connection.request("GET", target, headers=_headers())
            response = connection.getresponse()
            if response.status in {301, 302, 303, 307, 308} and (place := response.getheader("Location")):
                address = urljoin(address, place)
                continue
            return _answer(response, connection, address, url, deadline)
        except socket.gaierror as error:
            raise InputOutputError(f"{url}: the name of the server is not known; check the address") from error
        except ssl.SSLError as error:
            raise InputOutputError(f"{url}: no safe connection ({error.reason or error}); nothing was read") from error
        except TimeoutError as error:
            raise InputOutputError(f"{url}: no answer in time; try again later") from error
        except (OSError, HTTPException) as error:
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise InputOutputError(f"{url}: the connection failed ({_one_line(reason)}); try again later") from error
        finally:
            connection.close()
        if time.monotonic() > deadline:
            raise InputOutputError(f"{url}: no answer in time; try again later")
    raise NoInputError(f"{url}: redirected more than {MAXIMUM_REDIRECTS} times; open it in a browser")


def _connect(address: str, url: str) -> tuple[HTTPConnection, str]:
    """A connection that is not open yet, and what to ask it for."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
        if parts.scheme.lower() not in {"http", "https"}:
            raise NoInputError(f"{url}: leads to an address that is not http or https, which is not followed")
        if not host:
            raise NoInputError(f"{url}: is not a whole address; give one such as https://example.org/page")
        host.encode("idna")
    except (ValueError, UnicodeError) as error:
        raise NoInputError(f"{url}: is not a valid address ({_one_line(str(error))})") from error
    kind = HTTPSConnection if parts.scheme.lower() == "https" else HTTPConnection
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=?~-._")
    return kind(host, port, timeout=SECONDS_TO_ANSWER), urlunsplit(("", "", path, query, ""))


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"briefing/{__version__} (a reader in the terminal)",
        "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5",
        "Accept-Language": "en",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


def _answer(response: HTTPResponse, connection: HTTPConnection, address: str, url: str, deadline: float) -> _Kept:
    if response.status != 200:
        reason = _STATUS.get(response.status, f"the server answers {response.status}; try again later")
        raise NoInputError(f"{url}: {reason}")
    media_type = response.headers.get_content_type()
    if response.getheader("Content-Type") and not media_type.startswith(_READABLE):
        raise UndecodableError(f"{url}: is {_one_line(media_type)}, not a text or a document")
    declared = response.getheader("Content-Length") or ""
    if declared.isdigit() and int(declared) > MAXIMUM_BYTES:
        raise _too_large(url)
    data = _body(response, connection, url, deadline)
    if declared.isdigit() and not data:
        raise NoInputError(f"{url}: the page is empty")
    named = media_type if response.getheader("Content-Type") else ""
    today = datetime.now().astimezone().date().isoformat()
    return _Kept(address, named, response.headers.get_content_charset(), data, today)


def _body(response: HTTPResponse, connection: HTTPConnection, url: str, deadline: float) -> bytes:
    packing = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if packing not in {"gzip", "x-gzip", "deflate", "identity"}:
        raise UndecodableError(f"{url}: is packed in a way that was not asked for ({_one_line(packing)})")
    unpacker = zlib.decompressobj(wbits=47) if packing != "identity" else None
    pieces: list[bytes] = []
    size = 0
    while True:
        remaining = deadline - time.monotonic()
        if remaining <= 0:
            raise TimeoutError
        if connection.sock is not None:
            connection.sock.settimeout(min(SECONDS_TO_ANSWER, remaining))
        piece = response.read1(65536)
        if not piece:
            break
        try:
            piece = unpacker.decompress(piece, MAXIMUM_BYTES + 1 - size) if unpacker else piece
        except zlib.error as error:
            raise UndecodableError(f"{url}: the server sent a damaged page; try again later") from error
        size += len(piece)
        if size > MAXIMUM_BYTES:
            raise _too_large(url)
        pieces.append(piece)
    if response.length:
        raise HTTPException("the answer broke off")
    return b"".join(pieces)


def _too_large(url: str) -> UndecodableError:
    return UndecodableError(f"{url}: is larger than {MAXIMUM_BYTES // 2**20} MiB; save it and read a part")


def _one_line(words: str) -> str:
    """What a server said, as a part of a message: it may hold anything."""
    return " ".join(clean(words[:500]).text.split())[:120]
