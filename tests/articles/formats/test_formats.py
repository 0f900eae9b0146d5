"""The same story in every format: its text, its headings and lists, and what the document says about itself."""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from briefing.articles import read_article, read_articles
from briefing.articles.detection import detect_format
from briefing.errors import UndecodableError
from briefing.model import Article

WITH_MARKUP = [
    "story.md",
    "story.html",
    "story.mhtml",
    "story.docx",
    "story.odt",
    "story.epub",
    "story.rss",
    "story.atom",
    "story.warc",
]
WITHOUT_LISTS = ["story.txt", "story.rtf", "story.eml", "story.mbox", "story.json", "story.jsonl", "story.pdf"]


@pytest.fixture(scope="module")
def articles(make: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Article]:
    folder = tmp_path_factory.mktemp("formats")
    found = {}
    for name, data in make.everything().items():
        (folder / name).write_bytes(data)
        found[name] = read_article(str(folder / name))
    return found


@pytest.mark.parametrize("name", WITH_MARKUP + WITHOUT_LISTS)
def test_every_format_gives_the_words_of_the_story_and_its_headings(
    name: str, articles: dict[str, Article], make: ModuleType
) -> None:
    article = articles[name]
    for words in (*make.PARAGRAPHS, *make.ITEMS):
        assert words in article.text
    headings = [block.span.of(article.text) for block in article.blocks if block.kind == "heading"]
    assert make.HEADING in headings
    assert article.title == make.TITLE
    assert article.language == "en"
    assert "Home" not in article.text and "secret" not in article.text and "rights reserved" not in article.text


@pytest.mark.parametrize("name", WITH_MARKUP)
def test_formats_with_markup_give_levels_and_list_items(
    name: str, articles: dict[str, Article], make: ModuleType
) -> None:
    article = articles[name]
    found = [(block.kind, block.level, block.span.of(article.text)) for block in article.blocks]
    assert ("heading", 1, make.TITLE) in found
    assert ("heading", 2, make.HEADING) in found
    assert [words for kind, _, words in found if kind == "item"] == list(make.ITEMS)
    assert [kind for kind, _, _ in found].count("paragraph") == 4


@pytest.mark.parametrize(
    "name",
    ["story.html", "story.mhtml", "story.epub", "story.rss", "story.atom", "story.json", "story.warc", "story.md"],
)
def test_author_publisher_and_date_are_what_the_document_says(
    name: str, articles: dict[str, Article], make: ModuleType
) -> None:
    article = articles[name]
    assert (article.byline, article.publisher, article.published) == (make.AUTHOR, make.PUBLISHER, make.DATE)
    assert {article.origins[field] for field in ("title", "byline", "publisher", "published")} == {"document"}


@pytest.mark.parametrize("name", ["story.docx", "story.odt", "story.rtf", "story.pdf"])
def test_documents_name_their_author_and_nobody_who_changed_or_saved_them(
    name: str, articles: dict[str, Article], make: ModuleType
) -> None:
    article = articles[name]
    assert (article.byline, article.publisher, article.published) == (make.AUTHOR, None, None)


def test_several_articles_in_one_file_are_read_one_by_one(make: ModuleType, tmp_path: Path) -> None:
    for name in ("story.mbox", "story.rss", "story.jsonl"):
        (tmp_path / name).write_bytes(make.everything()[name])
        assert len(list(read_articles(str(tmp_path / name)))) == 2


def test_a_list_of_feeds_names_their_addresses(make: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_bytes(make.opml())
    assert [(a.title, a.url) for a in read_articles(str(path))] == [
        ("Courier", "https://example.org/rss"),
        ("Herald", "https://example.org/atom"),
    ]


def test_content_outranks_the_name_of_a_file(make: ModuleType) -> None:
    for form in ("html", "pdf", "docx", "odt", "epub", "rtf", "opml", "warc"):
        assert detect_format(getattr(make, form)(), "story.txt") == form
    assert detect_format(make.rss(), "story.txt") == detect_format(make.atom(), "story.txt") == "feed"
    assert detect_format(make.mailbox(), "story.txt") == "mbox"
    assert detect_format(make.mail(), "standard input") == "mail"
    assert detect_format(make.json_lines(), "standard input") == "jsonl"
    assert detect_format(make.plain(), "standard input") == "plain"


@pytest.mark.parametrize(("name", "said"), [("a.pdf", "not a valid PDF"), ("a.docx", "not a valid DOCX")])
def test_a_file_that_is_not_what_its_name_says(name: str, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("only words")
    with pytest.raises(UndecodableError, match=said):
        read_article(str(tmp_path / name))


def test_a_picture_is_named_as_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    with pytest.raises(UndecodableError, match="is a PNG picture"):
        read_article(str(tmp_path / "a.txt"))


def read(data: bytes, name: str, tmp_path: Path) -> Article:
    (tmp_path / name).write_bytes(data)
    return read_article(str(tmp_path / name))


def test_quoted_earlier_messages_and_signatures_are_cut_off(make: ModuleType, tmp_path: Path) -> None:
    body = (
        "The port said no.\n\nOn Mon, 3 Mar 2025 at 09:00, Paul Lund <paul@courier.example> wrote:\n"
        "> Has the port said anything?\n> Paul\n\n-- \nInes\n"
    )
    article = read(make.mail(body), "a.eml", tmp_path)
    assert article.text == "The port said no."
    assert "quoted earlier messages and signatures left out" in article.notes


HEAD = "From: Coast Wire <desk@wire.example>\nDate: Thu, Mar 6, 2025 at 6:00 AM\nSubject: A levy\nTo: <ines@x.example>"


@pytest.mark.parametrize(
    ("border", "subject", "is_passed_on"),
    [
        ("---------- Forwarded message ---------", b"Fwd: A levy", True),
        ("Begin forwarded message:", b"A levy", True),
        ("-----Original Message-----", b"FW: A levy", True),
        ("-----Original Message-----", b"RE: A levy", False),
    ],
)
def test_a_message_that_was_passed_on_is_what_its_reader_came_for(
    border: str, subject: bytes, is_passed_on: bool, make: ModuleType, tmp_path: Path
) -> None:
    body = f"For your information.\n\n{border}\n{HEAD}\n\n\nThe port said no to the levy on Thursday.\n"
    data = re.sub(rb"Subject: .*", b"Subject: " + subject, make.mail(body), count=1)
    article = read(data, "a.eml", tmp_path)
    if is_passed_on:
        assert article.text == "The port said no to the levy on Thursday."
        assert (article.title, article.byline, article.published) == ("A levy", "Coast Wire", "2025-03-06")
        assert "the message that was forwarded; what was written above it is left out" in article.notes
    else:
        assert article.text == "For your information."


def test_a_newsletter_has_no_door_at_its_head_and_trailers_at_its_end(make: ModuleType, tmp_path: Path) -> None:
    body = (
        "View this email in your browser: https://wire.example/1\n\nThe port said no to the levy on Thursday.\n\n"
        "Unsubscribe: https://wire.example/u\n\nYou are receiving this email because you signed up.\n"
    )
    article = read(make.mail(body), "a.eml", tmp_path)
    assert [b.kind for b in article.blocks] == ["paragraph", "trailer", "trailer"]
    assert article.text.startswith("The port")


def test_footnotes_and_boxes_of_markdown_are_left_out(tmp_path: Path) -> None:
    text = b"The port said no.[^1]\n\n[^1]: To the levy.\n    Twice.\n\n- [x] one thing\n- [ ] another\n"
    article = read(text, "a.md", tmp_path)
    assert article.text == "The port said no.\n\none thing\n\nanother" and article.notes == ("footnotes left out",)


def test_a_saved_page_is_dated_by_the_page_and_not_by_the_saving(make: ModuleType, tmp_path: Path) -> None:
    article = read(make.saved_page(), "a.mhtml", tmp_path)
    assert (article.byline, article.published, article.url) == (make.AUTHOR, make.DATE, "https://courier.example/levy")
    bare = make.saved_page().replace(b"article:published_time", b"nothing").replace(b"author", b"nobody")
    article = read(bare, "b.mht", tmp_path)
    assert (article.byline, article.published) == (None, None)


def test_a_mail_with_html_only_is_read_as_a_page(make: ModuleType, tmp_path: Path) -> None:
    data = make.mail(make.html_body()).replace(b"text/plain", b"text/html")
    article = read(data, "a.eml", tmp_path)
    assert make.HEADING in article.text and "<p>" not in article.text


def test_deleted_text_and_field_codes_of_a_word_document_are_left_out(make: ModuleType, tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>The port said </w:t></w:r><w:del><w:r><w:delText>yes</w:delText><w:t>yes</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>no</w:t></w:r></w:ins><w:r><w:instrText>HYPERLINK</w:instrText><w:t>.</w:t></w:r></w:p>"
    )
    assert read(make.docx(body), "a.docx", tmp_path).text == "The port said no."


def test_a_book_is_dated_by_its_publication(make: ModuleType, tmp_path: Path) -> None:
    book = make.epub()
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        members = {name: archive.read(name) for name in archive.namelist() if name != "mimetype"}
    changed = b'<dc:date xmlns:opf="o" opf:event="modification">2031-01-01</dc:date><dc:date>'
    members["OEBPS/book.opf"] = members["OEBPS/book.opf"].replace(b"<dc:date>", changed)
    article = read(make.zipped(members, "application/epub+zip"), "a.epub", tmp_path)
    assert article.published == make.DATE


def test_entries_of_a_feed_may_be_written_in_xhtml(tmp_path: Path) -> None:
    body = '<div xmlns="http://www.w3.org/1999/xhtml"><p>The port said no.</p><h2>Why</h2><p>It <b>must</b>.</p></div>'
    feed = f'<feed><entry><title>A levy</title><content type="xhtml">{body}</content></entry></feed>'
    article = read(feed.encode(), "a.atom", tmp_path)
    assert [block.span.of(article.text) for block in article.blocks] == [
        "A levy",
        "The port said no.",
        "Why",
        "It must.",
    ]


def test_pages_of_an_archive_that_the_server_did_not_give_are_left_out(make: ModuleType, tmp_path: Path) -> None:
    refused = make.warc().replace(b"HTTP/1.1 200 OK", b"HTTP/1.1 404 No")
    (tmp_path / "a.warc").write_bytes(refused + make.warc())
    assert len(list(read_articles(str(tmp_path / "a.warc")))) == 1


def test_a_guessed_encoding_of_a_page_is_said(make: ModuleType, tmp_path: Path) -> None:
    page = make.html().decode().replace('<meta charset="utf-8">', "").encode("cp1252")
    article = read(page, "a.html", tmp_path)
    assert "encoding guessed: windows-1252" in article.notes and "“a tax on arriving.”" in article.text


def test_a_page_without_text_is_said(tmp_path: Path) -> None:
    with pytest.raises(UndecodableError, match="holds no text"):
        read(b"<!doctype html><html><body><script>run()</script></body></html>", "a.html", tmp_path)


def test_texts_of_json_may_be_html_as_content_managers_give_them(tmp_path: Path) -> None:
    record = {
        "title": {"rendered": "Port says &#8220;no&#8221;"},
        "content": {"rendered": "<p>One &amp; two.</p><p>Three.</p>"},
    }
    article = read(json.dumps([record]).encode(), "a.json", tmp_path)
    assert (article.title, article.text) == ("Port says “no”", "One & two.\n\nThree.")
    lines = json.dumps({"text": "<p>One.</p><ul><li>Two.</li></ul>"}).encode()
    assert [b.kind for b in read(lines, "a.jsonl", tmp_path).blocks] == ["paragraph", "item"]


def test_a_list_of_records_is_known_without_a_name() -> None:
    assert detect_format(b'[\n  {"text": "The port said no."}]', "standard input") == "json"


def test_pictures_that_are_written_into_a_page_do_not_end_it(make: ModuleType, tmp_path: Path) -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 11_000_000}">'
    article = read(make.html(picture + make.html_body()), "a.html", tmp_path)
    assert make.PARAGRAPHS[-1] in article.text and make.HEADING in article.text


def test_json_without_a_text_names_the_fields_it_looked_for(tmp_path: Path) -> None:
    with pytest.raises(UndecodableError, match="expected a field named one of text, body"):
        read(b'{"a": 1}', "a.json", tmp_path)


def test_a_packed_archive_of_pages_is_read_and_another_packed_file_is_not(make: ModuleType, tmp_path: Path) -> None:
    assert read(gzip.compress(make.warc()), "a.warc.gz", tmp_path).title == make.TITLE
    with pytest.raises(UndecodableError, match="gzip archive"):
        read(gzip.compress(make.html()), "a.html.gz", tmp_path)


def test_a_broken_line_of_json_is_named(tmp_path: Path) -> None:
    with pytest.raises(UndecodableError, match="line 2"):
        read(b'{"text": "One."}\n{"text": \n', "a.jsonl", tmp_path)
