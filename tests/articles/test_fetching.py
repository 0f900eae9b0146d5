"""Fetching pages from a server on this machine that misbehaves in every known way."""

from __future__ import annotations

import gzip
import re
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType

import pytest

from briefing.articles import fetching, read_article, read_articles
from briefing.articles.characters import is_safe
from briefing.errors import BriefingError, InputOutputError, NoInputError, UndecodableError


class Server(BaseHTTPRequestHandler):
    """Answers by the path that is asked for."""

    page = bomb = b""
    asked: list[str]

    def do_GET(self) -> None:
        type(self).asked.append(self.path)
        name = self.path.strip("/").partition("?")[0].replace("-", "_") or "good"
        getattr(self, f"answer_{name}", self.answer_status)()

    def log_message(self, *arguments: object) -> None:
        """Be quiet."""

    def send(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Type": "text/html; charset=utf-8", **headers}.items():
            if value:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def answer_good(self) -> None:
        self.send(self.page, Content_Length=str(len(self.page)))

    def answer_status(self) -> None:
        self.send(b"<p>no</p>", status=int(self.path.strip("/")))

    def answer_moved(self) -> None:
        self.send(b"", 302, Location="/good")

    def answer_circle(self) -> None:
        self.send(b"", 301, Location="/circle")

    def answer_to_a_file(self) -> None:
        self.send(b"", 302, Location="file:///etc/passwd")

    def answer_picture(self) -> None:
        self.send(b"\x89PNG", Content_Type="image/png")

    def answer_declared_large(self) -> None:
        self.send(b"", Content_Length=str(10**12))

    def answer_endless(self) -> None:
        self.send(b"")
        try:
            while True:
                self.wfile.write(b"x" * 65536)
        except OSError:
            pass

    def answer_slow(self) -> None:
        self.send(b"")
        try:
            for _ in range(100):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            pass

    def answer_silent(self) -> None:
        time.sleep(2)

    def answer_slow_headers(self) -> None:
        try:
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            for _ in range(40):
                self.wfile.write(b"X-Wait: 1\r\n")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            pass

    def answer_cut_off(self) -> None:
        self.send(self.page[:100], Content_Length=str(len(self.page)))

    def answer_packed(self) -> None:
        self.send(gzip.compress(self.page), Content_Encoding="gzip")

    def answer_bomb(self) -> None:
        self.send(self.bomb, Content_Encoding="gzip")

    def answer_badly_packed(self) -> None:
        self.send(b"not packed at all", Content_Encoding="gzip")

    def answer_otherwise_packed(self) -> None:
        self.send(b"packed", Content_Encoding="br")

    def answer_garbage(self) -> None:
        self.wfile.write(b"\x1b]0;evil\x07 \x9b31m\r\n\r\n")

    def answer_nothing(self) -> None:
        self.send(b"", Content_Length="0")

    def answer_wall(self) -> None:
        self.send(b"<html><body><p>Subscribe to read the story of the port.</p></body></html>")

    def answer_latin(self) -> None:
        body = "<html><body><p>" + "The café’s owner said no. " * 10 + "</p></body></html>"
        self.send(body.encode("cp1252"), Content_Type="text/html; charset=windows-1252")

    def answer_no_type(self) -> None:
        self.send(self.page, Content_Type="")


@pytest.fixture(scope="module")
def address(make: ModuleType) -> Iterator[str]:
    Server.page, Server.bomb, Server.asked = make.html(), gzip.compress(bytes(20_000_000)), []
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS_TO_ANSWER", 0.8)
    monkeypatch.setattr(fetching, "SECONDS_IN_ALL", 1.5)
    monkeypatch.setattr(fetching, "MAXIMUM_BYTES", 4 * 2**20)


def failure(url: str) -> BriefingError:
    with pytest.raises(BriefingError) as caught:
        fetching.fetch(url)
    assert str(caught.value).startswith(url) and "\n" not in str(caught.value)
    return caught.value


@pytest.mark.parametrize("path", ["/good", "/moved", "/packed", "/no-type", "/good?a=ü b#part"])
def test_a_page_is_read_with_its_address(path: str, address: str, make: ModuleType) -> None:
    article = read_article(address + path)
    assert article.title == make.TITLE and article.published == make.DATE
    assert article.url is not None and article.url.startswith(address) and article.path is None


@pytest.mark.parametrize(
    ("path", "kind", "said"),
    [
        ("/403", NoInputError, "refuses to give the page to programs"),
        ("/404", NoInputError, "there is no such page"),
        ("/401", NoInputError, "log in"),
        ("/500", NoInputError, "answers 500"),
        ("/circle", NoInputError, "redirected more than 5 times"),
        ("/to-a-file", NoInputError, "not http or https"),
        ("/picture", UndecodableError, "is image/png, not a text"),
        ("/declared-large", UndecodableError, "larger than"),
        ("/endless", UndecodableError, "larger than"),
        ("/bomb", UndecodableError, "larger than"),
        ("/badly-packed", UndecodableError, "damaged page"),
        ("/otherwise-packed", UndecodableError, "packed in a way that was not asked for (br)"),
        ("/slow", InputOutputError, "no answer in time"),
        ("/slow-headers", InputOutputError, "no answer in time"),
        ("/silent", InputOutputError, "no answer in time"),
        ("/cut-off", InputOutputError, "broke off"),
        ("/nothing", NoInputError, "the page is empty"),
    ],
)
def test_each_failure_has_its_own_line(path: str, kind: type[BriefingError], said: str, address: str) -> None:
    error = failure(address + path)
    assert isinstance(error, kind) and said in str(error)


def test_a_server_that_does_not_exist() -> None:
    assert "not known" in str(failure("http://no-such-server.invalid/page"))


def test_a_server_that_does_not_listen() -> None:
    assert "connection failed" in str(failure("http://127.0.0.1:1/page"))


def test_a_server_without_tls(address: str) -> None:
    assert "no safe connection" in str(failure(address.replace("http:", "https:")))


@pytest.mark.parametrize("url", ["http://", "http://[::1", "http://a:99999/", "http://" + "a" * 300 + ".example/"])
def test_an_address_that_is_none(url: str) -> None:
    assert isinstance(failure(url), (NoInputError, InputOutputError))


def test_a_page_that_only_asks_to_subscribe_holds_no_text(address: str) -> None:
    with pytest.raises(UndecodableError, match="may need a login, a subscription"):
        read_article(address + "/wall")


def test_what_a_server_says_is_made_harmless_before_it_is_shown(address: str) -> None:
    assert all(map(is_safe, str(failure(address + "/garbage"))))


def test_only_addresses_of_the_web_are_fetched() -> None:
    with pytest.raises(NoInputError, match="only http and https"):
        read_article("ftp://port.example/levy.txt")


def test_the_encoding_in_the_header_is_used(address: str) -> None:
    article = read_article(address + "/latin")
    assert "The café’s owner" in article.text and not any("guessed" in note for note in article.notes)


def test_a_kept_page_is_not_fetched_again(address: str, tmp_path: Path) -> None:
    Server.asked.clear()
    first = read_article(address + "/good", cache=tmp_path)
    again = read_article(address + "/good", cache=tmp_path)
    assert again.text == first.text and first.notes == ()
    assert re.search(r"fetched on \d{4}-\d\d-\d\d and kept; R, or --no-cache .* fetches it again", again.notes[0])
    assert Server.asked == ["/good"]
    assert all(path.stat().st_mode & 0o077 == 0 for path in tmp_path.iterdir())


def test_a_damaged_kept_page_is_fetched_again(address: str, tmp_path: Path) -> None:
    fetching.fetch(address + "/good", tmp_path)
    kept = next(tmp_path.iterdir())
    kept.write_bytes(b"\xc1")
    assert fetching.fetch(address + "/good", tmp_path).data == Server.page


def test_without_a_place_to_keep_pages_nothing_is_lost(address: str, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert fetching.fetch(address + "/good", blocked).data == Server.page


def test_a_kept_page_is_fetched_anew_if_asked_for(address: str, tmp_path: Path) -> None:
    first = read_article(address + "/good", cache=tmp_path)
    asked = len(Server.asked)
    read_article(address + "/good", cache=tmp_path)
    assert len(Server.asked) == asked
    Server.page = Server.page.replace(b"<title>", b"<title>New: ").replace(b"<h1>", b"<h1>New: ")
    anew = next(iter(read_articles(address + "/good", cache=tmp_path, fresh=True)))
    assert anew.sha256 != first.sha256
    assert read_article(address + "/good", cache=tmp_path).sha256 == anew.sha256
