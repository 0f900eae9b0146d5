"""Documents made to do harm: each gives clean text or one line, soon and without much memory."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from briefing.articles import read_article
from briefing.articles.characters import is_safe
from briefing.articles.request import Request
from briefing.articles.sandbox import MEMORY, SECONDS, parse_apart
from briefing.errors import BriefingError, UndecodableError
from briefing.model import Article

MORE_THAN_ALLOWED = SECONDS + 5
"""Seconds after which even a slow machine must have given up."""


def outcome(data: bytes, name: str, folder: Path) -> Article | str:
    """The article, or the one line that says why there is none."""
    path = folder / name
    path.write_bytes(data)
    began = time.monotonic()
    try:
        article = read_article(str(path))
    except BriefingError as error:
        message = str(error)
        assert "\n" not in message and message.startswith(str(path))
        return message
    finally:
        assert time.monotonic() - began < MORE_THAN_ALLOWED
    assert all(is_safe(c) for c in set(article.text))
    return article


LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)) + "]>"
)
"""Billion laughs: eleven entities, each ten times the one before."""

OUTSIDE = '<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/hostname">]>'


def test_escape_sequences_in_every_format_are_made_harmless(make: ModuleType, tmp_path: Path) -> None:
    evil = "The port\x1b]52;c;ZXZpbA==\x07 said \x9b31mno\u202e on \u200bThursday\U000e0041."
    shown = evil.translate({7: None, 27: None})  # XML cannot hold the two; what it can hold is as bad.
    harmless = {
        "a.txt": evil.encode(),
        "a.md": evil.encode(),
        "a.html": make.html(f"<p>{evil}</p>" * 3),
        "a.eml": make.mail(evil),
        "a.json": b'{"text": "The port\\u001b]52;c;x\\u0007 \\u009b31m \\ud800 \\u202e."}',
        "a.epub": make.epub(f"<p>{evil}</p>"),
        "a.rtf": rb"{\rtf1 The port \u27?]52;c;x\u7? said \u155?31m no.}",
        "a.docx": make.docx(f"<w:p><w:r><w:t>{shown}</w:t></w:r></w:p>"),
        "a.odt": make.odt(f"<text:p>{shown}</text:p>"),
        "a.pdf": make.pdf([[(72.0, 700.0, 11.0, "The port\x1b]52;c;ZXZpbA==\x07 said no on Thursday.")]]),
        "a.mhtml": make.saved_page().replace(b"Tomas Relin", b"Tomas=1B]0;evil=07=C2=9B31m Relin"),
        "a.warc": make.warc().replace(b"Tomas Relin", b"\x1b]0;a\x07\x9b31"),
        "a.mbox": b"From a@example.org Thu Mar  6 08:00:00 2025\n" + make.mail(evil),
        "a.jsonl": b'{"text": "The port\\u001b]52;c;x\\u0007", "title": "\\u001b]0;evil\\u0007"}\n{"text": "x"}\n',
        "a.opml": f"<opml><outline text='The port {shown}' xmlUrl='https://example.org/&#x202e;a'/></opml>".encode(),
        "a.atom": f"<feed><entry><title>The port {shown}</title></entry></feed>".encode(),
        "a.rss": f"<rss><item><title>x</title><description>{shown}</description></item></rss>".encode(),
    }
    for name, data in harmless.items():
        found = outcome(data, name, tmp_path)
        assert isinstance(found, Article), (name, found)
        assert "port" in found.text
        about = (found.title, found.byline, found.publisher, found.url, *found.notes)
        assert all(is_safe(c) and c != "\n" for words in about if words for c in words), name


def test_metadata_is_cleaned_too(make: ModuleType, tmp_path: Path) -> None:
    data = make.mail().replace(b"Subject: ", b"Subject: =?utf-8?q?=1B]0;evil=07?= ")
    found = outcome(data, "a.eml", tmp_path)
    assert isinstance(found, Article) and found.title is not None
    assert all(is_safe(c) and c != "\n" for c in found.title)


@pytest.mark.slow
def test_one_line_of_a_hundred_megabytes_is_refused(tmp_path: Path) -> None:
    assert "larger than" in str(outcome(b"a" * 100_000_000, "a.txt", tmp_path))


def test_one_line_of_many_megabytes_is_refused(tmp_path: Path) -> None:
    assert "characters" in str(outcome(b"word " * 2_000_000, "a.txt", tmp_path))


@pytest.mark.parametrize("kind", ["docx", "odt", "epub"])
@pytest.mark.parametrize("prologue", [LAUGHS, OUTSIDE])
def test_entities_are_neither_expanded_nor_fetched(kind: str, prologue: str, make: ModuleType, tmp_path: Path) -> None:
    body = {
        "docx": "<w:p><w:r><w:t>The port. &a11;&file;</w:t></w:r></w:p>",
        "odt": "<text:p>The port. &a11;&file;</text:p>",
        "epub": f"{prologue}<p>The port. &a11;&file;</p>",
    }[kind]
    data = make.epub(body) if kind == "epub" else getattr(make, kind)(body, prologue)
    found = outcome(data, f"a.{kind}", tmp_path)
    words = found if isinstance(found, str) else found.text
    hostname = Path("/etc/hostname").read_text().strip() if Path("/etc/hostname").exists() else "no such name"
    assert "haha" not in words and hostname not in words.replace(str(tmp_path), "")


@pytest.mark.parametrize("prologue", [LAUGHS, OUTSIDE])
def test_entities_in_feeds(prologue: str, tmp_path: Path) -> None:
    feed = (
        f"<?xml version='1.0'?>{prologue}<rss><channel><item><title>The port &a11;&file;</title></item></channel></rss>"
    )
    found = outcome(feed.encode(), "a.rss", tmp_path)
    assert "haha" not in (found if isinstance(found, str) else found.text)


@pytest.mark.parametrize(
    ("name", "member", "mimetype"),
    [
        ("a.docx", "word/document.xml", None),
        ("a.odt", "content.xml", "application/vnd.oasis.opendocument.text"),
        ("a.epub", "META-INF/container.xml", "application/epub+zip"),
    ],
)
def test_a_zip_bomb_is_not_unpacked(
    name: str, member: str, mimetype: str | None, make: ModuleType, tmp_path: Path
) -> None:
    bomb = make.zipped({member: b"<a>" + b" " * 200_000_000}, mimetype)
    assert len(bomb) < 1_000_000
    assert "unpacks to more than" in str(outcome(bomb, name, tmp_path))


def test_an_archive_that_lies_about_sizes_is_refused(make: ModuleType, tmp_path: Path) -> None:
    data = bytearray(make.docx())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        info = archive.getinfo("word/document.xml")
    place = data.rindex(b"word/document.xml") - 46
    data[place + 24 : place + 28] = struct.pack("<I", info.file_size * 1000)
    assert isinstance(outcome(bytes(data), "a.docx", tmp_path), (str, Article))


def pdf_with_many_objects(count: int) -> bytes:
    head = (
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\n"
        b"endobj\n"
    )
    body = b"".join(b"%d 0 obj\n<< /A %d 0 R >>\nendobj\n" % (n, n + 1) for n in range(5, count))
    return head + body + b"trailer << /Root 1 0 R >>"


@pytest.mark.slow
def test_a_pdf_with_a_million_objects(tmp_path: Path) -> None:
    assert isinstance(outcome(pdf_with_many_objects(1_000_000), "a.pdf", tmp_path), str)


def test_a_pdf_whose_drawing_draws_itself(make: ModuleType, tmp_path: Path) -> None:
    data = make.pdf([[(72.0, 700.0, 11.0, "The port said no.")]])
    stream = b"/X Do"
    form = (
        b"90 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X 90 0 R >> >> "
        b"/Length %d >>\nstream\n%s\nendstream\nendobj\n" % (len(stream), stream)
    )
    data = data.replace(b"/Resources << /Font", b"/Resources << /XObject << /X 90 0 R >> /Font")
    data = data.replace(b"BT ", b"/X Do BT ").replace(b"xref\n", form + b"xref\n").replace(b"startxref", b"startxxxx")
    outcome(data, "a.pdf", tmp_path)


def test_a_page_with_many_thousands_of_words_in_all_places(make: ModuleType, tmp_path: Path) -> None:
    page = [(n % 590 + 0.1, (n * 7) % 840 + 0.1, 3.0 + n % 9, f"w{n}") for n in range(3_000)]
    outcome(make.pdf([page]), "a.pdf", tmp_path)


def test_a_pdf_whose_pages_contain_themselves(tmp_path: Path) -> None:
    data = (
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 /Parent 2 0 R >>\nendobj\n"
        b"trailer << /Root 1 0 R >>\n"
    )
    assert isinstance(outcome(data, "a.pdf", tmp_path), str)


def test_a_pdf_whose_arrays_are_nested_without_end(tmp_path: Path) -> None:
    data = b"%PDF-1.4\n1 0 obj\n" + b"[" * 1_000_000 + b"\nendobj\ntrailer << /Root 1 0 R >>\n"
    assert isinstance(outcome(data, "a.pdf", tmp_path), str)


def test_html_of_depth_one_hundred_thousand(tmp_path: Path) -> None:
    data = b"<html><body>" + b"<div>" * 100_000 + b"The port said no." + b"</div>" * 100_000
    outcome(data, "a.html", tmp_path)


def test_html_with_tens_of_thousands_of_attributes(tmp_path: Path) -> None:
    data = b"<html><body><p " + b"".join(b"a%d=1 " % n for n in range(60_000)) + b">The port said no.</p>"
    outcome(data, "a.html", tmp_path)


def test_quotations_and_lists_nested_without_end_in_markdown(tmp_path: Path) -> None:
    outcome(b">" * 50_000 + b" The port", "a.md", tmp_path)
    outcome(b"- " * 5_000 + b"The port", "b.md", tmp_path)
    outcome(b"*a_ " * 20_000, "c.md", tmp_path)
    outcome(b"[" * 50_000, "d.md", tmp_path)


def test_mail_with_parts_nested_a_thousand_deep(tmp_path: Path) -> None:
    data = b"From: a@example.org\nSubject: x\n"
    for depth in range(1000):
        data += b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (depth, depth)
    outcome(data + b"Content-Type: text/plain\n\nThe port said no.\n", "a.eml", tmp_path)


def test_json_nested_without_end(tmp_path: Path) -> None:
    assert "nested" in str(outcome(b"[" * 200_000, "a.json", tmp_path))


def test_rtf_nested_without_end(tmp_path: Path) -> None:
    outcome(rb"{\rtf1 " + b"{" * 200_000 + b"The port", "a.rtf", tmp_path)


def test_opml_and_xml_nested_without_end(tmp_path: Path) -> None:
    outcome(b"<opml>" + b"<outline>" * 100_000, "a.opml", tmp_path)
    outcome(b"<rss>" + b"<item>" * 100_000, "a.rss", tmp_path)


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.odt", "a.epub", "a.warc", "a.mbox", "a.html"])
def test_documents_that_break_off_are_said_to_be_damaged_or_read_as_far_as_they_go(
    name: str, make: ModuleType, tmp_path: Path
) -> None:
    data = make.everything()["story." + name.partition(".")[2]]
    outcome(data[: len(data) // 2], name, tmp_path)


MEASURE = """
import re, resource, sys
from pathlib import Path
from briefing.articles import read_article
from briefing.errors import BriefingError
try:
    read_article(sys.argv[1])
except BriefingError:
    pass
own = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
print(max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
"""
"""Prints the most memory that reading a document took, in KiB, in the process itself or in its child."""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
@pytest.mark.parametrize("name", ["a.html", "a.docx", "a.pdf", "a.txt"])
def test_reading_takes_little_memory(name: str, make: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(
        {
            "a.html": lambda: b"<html><body>" + b"<p>x</p>" * 400_000,
            "a.docx": lambda: make.zipped({"word/document.xml": b"<a>" + b"<b/>" * 40_000_000}),
            "a.pdf": lambda: pdf_with_many_objects(300_000),
            "a.txt": lambda: b"word " * 12_000_000,
        }[name]()
    )
    # A process of its own, and not its ru_maxrss: the kernel hands that down from the process that started it.
    printed = subprocess.run([sys.executable, "-c", MEASURE, str(path)], capture_output=True, text=True, check=True)
    assert int(printed.stdout) * 1024 < MEMORY


def test_a_parser_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch, make: ModuleType) -> None:
    with pytest.raises(UndecodableError, match="takes more than"):
        parse_apart(Request("html", "a.html", make.html()), seconds=0.01)


def test_a_parser_that_is_unknown_or_crashes_is_one_line() -> None:
    with pytest.raises(UndecodableError, match="damaged and cannot be read"):
        parse_apart(Request("nonsense", "a.x", b""))


def test_a_long_mail_of_quoted_lines_is_read_to_its_end(make: ModuleType, tmp_path: Path) -> None:
    found = outcome(make.mail("The port said no.\n" + "> So it goes.\n" * 50_000 + "We agree."), "a.eml", tmp_path)
    assert isinstance(found, Article) and found.text.endswith("We agree.")


@pytest.mark.parametrize("data", [b"", b" \n\t\n", "\ufeff".encode()])
def test_a_document_without_text_is_said(data: bytes, tmp_path: Path) -> None:
    assert str(outcome(data, "a.txt", tmp_path)).endswith("holds no text")


def test_styles_that_are_based_on_each_other_without_end(make: ModuleType, tmp_path: Path) -> None:
    styles = "".join(
        f'<w:style w:styleId="s{n}"><w:name w:val="n"/><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(20_000)
    )
    found = outcome(make.docx("<w:p><w:r><w:t>The port said no.</w:t></w:r></w:p>", "", styles), "a.docx", tmp_path)
    assert isinstance(found, Article) and found.text == "The port said no."
