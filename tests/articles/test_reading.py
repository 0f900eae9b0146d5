"""What `read_article` promises for text, Markdown, standard input, folders and patterns."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.articles import read_article, read_articles, reading
from briefing.articles.characters import is_safe
from briefing.articles.reading import expand_source
from briefing.errors import BriefingError, NoInputError, UndecodableError


def test_plain_text_is_the_decoded_file_with_line_feeds(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    data = "Title\r\n\r\n\tTwo  spaces,\rand a café. \n".encode()
    path.write_bytes(data)
    article = read_article(str(path))
    assert article.text == "Title\n\n\tTwo  spaces,\nand a café. \n"
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert article.path == str(path) and article.notes == ()


@given(st.text())
def test_text_that_is_safe_is_never_changed(text: str) -> None:
    safe = "x" + "".join(c for c in text if is_safe(c) and c not in "\r")
    if any(c >= "\u0300" for c in safe):
        safe = "".join(c for c in safe if c < "\u0300")
    assert read_article("-", stdin=io.BytesIO(b"\xef\xbb\xbf" + safe.encode())).text == safe


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_a_name_is_whole_though_something_hidden_parts_it(tmp_path: Path, name: str) -> None:
    words = "Mayor Or\u00adla Den\u200bby of the Har\u2060bour League wants no levy on ferries before the summer."
    made = {
        "a.md": f"# A levy\n\n{words}\n",
        "a.html": f"<html><body><article><h1>A levy</h1><p>{words}</p><p>{words}</p></article></body></html>",
    }
    (tmp_path / name).write_text(made[name], encoding="utf-8")
    article = read_article(str(tmp_path / name))
    assert "Mayor Orla Denby of the Harbour League wants" in article.text
    assert all(0 <= block.start < block.end <= len(article.text) for block in article.blocks)


def test_in_plain_text_every_character_keeps_its_place(tmp_path: Path) -> None:
    text = "The har\u00adbour and the fer\u200bry."
    assert len(read_article("-", stdin=io.BytesIO(text.encode())).text) == len(text)


@given(st.binary(max_size=400))
def test_any_bytes_give_clean_text_or_one_line(data: bytes) -> None:
    try:
        article = read_article("-", stdin=io.BytesIO(b"x\n\n" + data))
    except BriefingError as error:
        assert "\n" not in str(error)
        return
    assert all(is_safe(character) for character in article.text)
    assert all(0 <= block.start < block.end <= len(article.text) for block in article.blocks)


def test_standard_input_has_no_path_and_its_markdown_is_recognised() -> None:
    article = read_article("-", stdin=io.BytesIO(b"# A levy\n\nThe *port* wants [it](https://example.org).\n"))
    assert (article.path, article.title, article.text) == (None, "A levy", "A levy\n\nThe port wants it.")


def test_markdown_loses_its_markup_and_keeps_its_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "---\ntitle: 'A levy'\nauthors:\n  - Ines Okafor\n  - Paul Lund\ndate: 2025-03-06\nsecret: x\n---\n"
        "# A **levy**\n\nOne\nparagraph with `code` &amp; <b>tags</b>.\n\n- first\n  - second\n\n> a quotation\n\n"
        "| who | what |\n|---|---|\n| port | yes |\n\n![picture](x.png)\n"
    )
    article = read_article(str(path))
    assert (
        article.title == "A levy" and article.byline == "Ines Okafor, Paul Lund" and article.published == "2025-03-06"
    )
    assert article.origins["title"] == "document"
    assert [(b.kind, b.level, b.span.of(article.text)) for b in article.blocks] == [
        ("heading", 1, "A levy"),
        ("paragraph", 0, "One paragraph with code & tags."),
        ("item", 1, "first"),
        ("item", 2, "second"),
        ("quote", 0, "a quotation"),
        ("paragraph", 0, "who · what"),
        ("paragraph", 0, "port · yes"),
    ]


def test_what_the_text_does_not_say_stays_unknown() -> None:
    article = read_article("-", stdin=io.BytesIO(b"He said no. She said yes.\n"))
    assert (article.title, article.byline, article.publisher, article.published, article.url) == (None,) * 5
    assert article.origins == {}


def test_a_headline_and_byline_are_recognised_and_said_to_be_inferred() -> None:
    text = "Lindmark Weighs a Levy\nBy Ines Okafor\n6 March 2025\nVESSBY (Coast Wire) — The port said no on Thursday.\n"
    article = read_article("-", stdin=io.BytesIO(text.encode()))
    assert article.title == "Lindmark Weighs a Levy" and article.byline == "Ines Okafor"
    assert article.publisher == "Coast Wire" and article.published == "2025-03-06"
    assert set(article.origins.values()) == {"inferred"}


@pytest.mark.parametrize("data", [b"", b"\n\n \n"])
def test_an_empty_input_is_said(data: bytes) -> None:
    with pytest.raises(UndecodableError, match="standard input: holds no text"):
        read_article("-", stdin=io.BytesIO(data))


def test_a_folder_and_a_pattern_give_their_files_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt"):
        (tmp_path / name).write_text(f"The {name} file.")
    assert [a.text for a in read_articles(str(tmp_path))] == ["The a.txt file.", "The b.txt file."]
    assert expand_source(str(tmp_path / "*.txt")) == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


def test_a_pattern_that_is_the_name_of_a_file_is_that_file(tmp_path: Path) -> None:
    path = tmp_path / "levy[1].txt"
    path.write_text("The levy.")
    assert read_article(str(path)).text == "The levy."


def test_a_folder_of_very_many_files_is_refused_without_counting_them_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_FILES", 3)
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text("The port said no.")
    with pytest.raises(NoInputError, match="more than 3 files"):
        expand_source(str(tmp_path))
    with pytest.raises(NoInputError, match="more than 3 files"):
        expand_source(str(tmp_path / "*.txt"))


def test_what_may_not_be_looked_at_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("The port said no.")
    (tmp_path / "b.txt").write_text("The port said yes.")
    is_file = Path.is_file

    def forbidden(path: Path) -> bool:
        if path.name == "b.txt":
            raise PermissionError
        return is_file(path)

    monkeypatch.setattr(Path, "is_file", forbidden)
    assert expand_source(str(tmp_path)) == [str(tmp_path / "a.txt")]


def test_an_empty_name_is_not_the_present_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("The port said no.")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoInputError, match="an empty name names no article"):
        read_article("")


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoInputError, match="holds no files"):
        read_article(str(tmp_path))


def test_mojibake_is_mended_on_request_only() -> None:
    data = "He said â€œnoâ€\x9d.".encode()
    assert read_article("-", stdin=io.BytesIO(data), mend=True).text == "He said “no”."
    assert "â€œ" in read_article("-", stdin=io.BytesIO(data)).text


def test_an_article_of_a_dump_says_which_it_is(tmp_path: Path) -> None:
    path = tmp_path / "dump.txt"
    story = "The port of Vessby said no to the levy on Thursday, again.\n"
    path.write_text(f"1 of 2 DOCUMENTS\n\nHEADLINE: First\nBYLINE: Ines Okafor\n\n{story}\n2 of 2 DOCUMENTS\n\n{story}")
    articles = list(read_articles(str(path)))
    assert [a.notes[0] for a in articles] == ["article 1 of 2 in this source", "article 2 of 2 in this source"]
    assert (articles[0].title, articles[0].byline) == ("First", "Ines Okafor")


LABELLED = """\
1 of 2 DOCUMENTS

Coast Wire

March 6, 2025 Thursday
Late Edition

HEADLINE: Lindmark weighs a levy

BYLINE: Ines Okafor

LENGTH: 512 words

BODY:

The port said no on Thursday to a levy for the northern quay.

Subject: to what the board decides, the union will agree, it said.

LOAD-DATE: March 7, 2025

LANGUAGE: ENGLISH

Copyright 2025 Coast Wire
All Rights Reserved

2 of 2 DOCUMENTS

Coast Wire

March 8, 2025 Saturday

HEADLINE: Port says no

BODY:

The port said no on Saturday to another levy for the northern quay.
"""
UNLABELLED_TITLE = """\
Lindmark weighs a levy

Coast Wire

March 6, 2025 Thursday

Copyright 2025 Coast Wire All Rights Reserved

Section: NEWS; Pg. 4
Length: 512 words
Byline: Ines Okafor

Body


The port said no on Thursday to a levy for the northern quay.

Subject: to what the board decides, the union will agree, it said.

Load-Date: March 7, 2025


End of Document

Port says no

Coast Wire

March 8, 2025 Saturday

Length: 12 words

Body

The port said no on Saturday to another levy for the northern quay.

End of Document
"""
IN_ORDER = """\
NEWS
Lindmark weighs a levy
By Ines Okafor
512 words
6 March 2025
09:15
Coast Wire
COWI
English
Copyright 2025. Coast Wire Ltd.

The port said no on Thursday to a levy for the northern quay.

Subject: to what the board decides, the union will agree, it said.

Coast Wire Ltd.

Document COWI000020250306el5600001

Port says no
1,212 words
8 March 2025
Coast Wire
COWI
English
Copyright 2025. Coast Wire Ltd.

The port said no on Saturday to another levy for the northern quay.

Document COWI000020250308el5600002
"""


@pytest.mark.parametrize("dump", [LABELLED, UNLABELLED_TITLE, IN_ORDER])
def test_what_a_database_says_of_an_article_is_no_part_of_its_text(dump: str) -> None:
    first, second = read_articles("-", stdin=io.BytesIO(dump.encode()))
    assert [(b.kind, b.span.of(first.text)) for b in first.blocks] == [
        ("heading", "Lindmark weighs a levy"),
        ("paragraph", "The port said no on Thursday to a levy for the northern quay."),
        ("paragraph", "Subject: to what the board decides, the union will agree, it said."),
    ]
    about = (first.title, first.byline, first.publisher, first.published)
    assert about == ("Lindmark weighs a levy", "Ines Okafor", "Coast Wire", "2025-03-06")
    assert {first.origins[field] for field in ("title", "byline", "publisher", "published")} == {"document"}
    assert (second.title, second.byline, second.published) == ("Port says no", None, "2025-03-08")


def test_a_dump_in_a_word_document_is_split_too(make: ModuleType, tmp_path: Path) -> None:
    lines = [line for line in UNLABELLED_TITLE.splitlines() if line]
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    (tmp_path / "a.docx").write_bytes(make.docx(body))
    assert [one.title for one in read_articles(str(tmp_path / "a.docx"))] == ["Lindmark weighs a levy", "Port says no"]


def test_the_separator_of_a_dump_can_be_given() -> None:
    data = b"The first story is about the port.\n=== next ===\nThe second story is about the ships.\n"
    texts = [a.text for a in read_articles("-", stdin=io.BytesIO(data), separator="^=== next ===$")]
    assert texts == ["The first story is about the port.", "The second story is about the ships."]


def test_a_wrong_separator_is_said() -> None:
    with pytest.raises(BriefingError, match="not a regular expression"):
        read_article("-", stdin=io.BytesIO(b"a"), separator="(")


def test_a_text_that_is_too_long_for_one_article_is_refused() -> None:
    with pytest.raises(UndecodableError, match="2,000,000 characters"):
        read_article("-", stdin=io.BytesIO(b"word " * 400_001))


def test_a_label_above_the_title_is_not_the_title() -> None:
    text = b"POLICY BRIEFING\n\nWho Pays for the Quays of Vessby\n\nThe port said on Thursday that it would not pay.\n"
    assert read_article("-", stdin=io.BytesIO(text)).title == "Who Pays for the Quays of Vessby"


def test_the_words_of_a_text_outrank_the_language_that_it_claims() -> None:
    text = "---\nlang: en\n---\nDer Minister sagte, dass die Abgabe nicht kommen wird und dass der Hafen sich freut."
    article = read_article("-", stdin=io.BytesIO(text.encode()))
    assert (article.language, article.origins["language"]) == ("de", "inferred")


def test_garbled_text_is_noted() -> None:
    article = read_article("-", stdin=io.BytesIO("â€œNo,â€™ he said. â€œNo.".encode()))
    assert any("garbled" in note for note in article.notes)


def test_a_heading_below_the_first_paragraph_is_not_the_title() -> None:
    text = b"The port of Vessby said no to the levy on Thursday.\nWhat Happens Next\nThe council meets in April.\n"
    assert read_article("-", stdin=io.BytesIO(text)).title is None
