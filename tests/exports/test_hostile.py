"""Whatever an article contains comes back as text in every format: no markup, link, template, formula, front matter."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from briefing.exports import FORMATS, render
from briefing.exports.formats.csv_text import harmless, original
from briefing.exports.formats.markdown_text import escape, unescape, yaml_string
from briefing.exports.visible import one_line, visible
from briefing.schema import from_json

FRAGMENTS = [
    "# Heading",
    "---\ntitle: x\n---",
    "<script>alert(1)</script>",
    "<b>",
    "</style>",
    "&lt;",
    "&amp;",
    "&#60;",
    "]]>",
    "-->",
    "<!--",
    "[text](http://x.example)",
    "![i](x.png)",
    "[^s1]",
    "[^s1]: note",
    "[[wiki]]",
    "http://x.example/a_b",
    "www.x.example",
    "mail@x.example",
    "x.example",
    "<http://x.example>",
    "`code`",
    "```\ncode\n```",
    "~~~",
    "**bold**",
    "_em_",
    "~~gone~~",
    "==marked==",
    "$x$",
    "%%c%%",
    "#tag",
    ":smile:",
    "| a | b |",
    "\n",
    "\n\n",
    "\\",
    "\\|",
    "\\\n",
    "- item",
    "1. item",
    "1) x",
    "+ x",
    "> quote",
    '=HYPERLINK("http://x")',
    "+1+1",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "'=1",
    "{{ 7*7 }}",
    "{% raw %}",
    "{# c #}",
    "\x1b[31m",
    "\x00",
    "\u202e",
    "\u2028",
    "\r",
    "\x85",
    "\ufeff",
    "🙂",
    "e\u0301",
    "漢字",
    "“",
    "”",
    "’",
    "« »",
    ";",
    '"',
    "a. x",
    "(a) x",
    ": def",
    "   indented",
    "    code",
    "x  ",
    "http",
    "://",
    "javascript:alert(1)",
    "2025-01-01",
    "***",
    "___",
    "<x>",
    "^sup^",
    "H~2~O",
    "@key",
    "[x]{.cls}",
    "::: div",
    "\u00a0",
    "//x",
    "a*b*c",
    "a_b_c",
    "Setext\n===",
    "Setext\n---",
]

hostile = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=6)), min_size=1, max_size=5).map("".join)
often = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

PLAIN = {
    "inline",
    "paragraph",
    "heading",
    "bullet_list",
    "list_item",
    "blockquote",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "text",
    "strong",
    "footnote_ref",
    "footnote_block",
    "footnote_open",
    "footnote_anchor",
    "footnote_close",
    "footnote",
    "softbreak",
    "text_special",
}


def markdown_tokens(page: str):
    parser = MarkdownIt("gfm-like").use(footnote_plugin)
    for token in parser.parse(page):
        yield token
        yield from token.children or []


@given(hostile)
@example("//xwww.x.example")  # an address without its scheme is a link for GitHub
@settings(max_examples=300, deadline=None)
def test_one_escaped_line_is_that_text_and_nothing_else(text):
    line = escape(text)
    assert unescape(line) == one_line(text)
    for page in (line, f"- **x** {line}", f"> {line}"):
        kinds = {token.type.removesuffix("_open").removesuffix("_close") for token in markdown_tokens(page)}
        assert kinds <= PLAIN, (line, kinds)
    shown = "".join(token.content for token in markdown_tokens(line) if token.type in ("text", "text_special"))
    assert shown == one_line(text)


@given(hostile)
@often
def test_markdown_shows_text(around, text):
    briefing = around(text)
    page = render(briefing, "markdown").decode()
    empty, front, body = page.split("---\n", 2)
    assert empty == ""
    assert yaml.safe_load(front)["title"] == f"Briefing: {one_line(briefing.article.title)}"
    assert yaml.safe_load(front)["issues"] == [one_line(briefing.issues[0].label)]
    tokens = list(markdown_tokens(body))
    kinds = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
    assert kinds <= PLAIN, kinds
    assert sum(token.type == "tr_open" for token in tokens) == 2
    assert sum(token.type in ("td_open", "th_open") for token in tokens) == 4
    quotes = [
        inline for inline in tokens if inline.type == "inline" and one_line(briefing.article.title) in inline.content
    ]
    assert not any(inline.content.startswith("---") for inline in quotes)


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []
        self.declarations = []
        self.text = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text.append(data)

    def handle_comment(self, data):
        self.declarations.append(data)

    def handle_pi(self, data):
        self.declarations.append(data)


HTML_TAGS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "a",
    "header",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "div",
    "article",
    "main",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "span",
    "mark",
    "ul",
    "li",
    "strong",
    "blockquote",
}
HTML_ATTRIBUTES = {
    "lang",
    "charset",
    "http-equiv",
    "content",
    "name",
    "class",
    "href",
    "id",
    "data-start",
    "data-end",
    "scope",
    "aria-label",
    "aria-labelledby",
    "role",
    "tabindex",
}


@given(hostile)
@often
def test_html_shows_text(around, text):
    briefing = around(text)
    tags = Tags()
    tags.feed(render(briefing, "html").decode())
    tags.close()
    assert {tag for tag, _ in tags.found} <= HTML_TAGS
    assert {name for _, attributes in tags.found for name in attributes} <= HTML_ATTRIBUTES
    assert all(attributes["href"].startswith("#") for tag, attributes in tags.found if tag == "a")
    assert not tags.declarations
    assert one_line(briefing.article.title) in "".join(tags.text)


@given(hostile)
@often
def test_xml_formats_are_well_formed_and_show_text(around, text):
    briefing = around(text)
    graph = ElementTree.fromstring(render(briefing, "graphml"))
    assert one_line(briefing.stakeholders[0].name) in {"".join(one.itertext()).strip() for one in graph.iter()} | {""}
    picture = ElementTree.fromstring(render(briefing, "svg"))
    assert {one.tag.rpartition("}")[2] for one in picture.iter()} == {"svg", "title", "rect", "text"}


@given(hostile)
@often
def test_json_formats_come_back(around, text):
    briefing = around(text)
    assert from_json(render(briefing, "json")) == briefing
    assert from_json(render(briefing, "jsonl")) == briefing
    assert render(briefing, "jsonl").count(b"\n") == 1
    assert json.loads(render(briefing, "annotations"))["items"]
    assert json.loads(render(briefing, "csl"))[0].get("title", "") == one_line(briefing.article.title)


@given(hostile)
@often
def test_spreadsheets_calculate_nothing(around, text):
    briefing = around(text)
    for name in ("csv", "csv-positions"):
        output = render(briefing, name).decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(output, newline="")))
        assert {len(row) for row in rows} == {len(rows[0])}
        assert not any(
            cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for row in rows for cell in row
        )
    rows = list(csv.reader(render(briefing, "dna-events").decode().split("\n"), delimiter=";"))
    assert {len(row) for row in rows} == {16}


@given(hostile)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_databases_hold_text(around, tmp_path_factory, text):
    path = tmp_path_factory.mktemp("dna") / "x.dna"
    path.write_bytes(render(around(text), "dna"))
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


@given(hostile)
@often
def test_columns_of_text_hold_no_control_characters(around, text):
    output = render(around(text), "table").decode()
    assert visible(output) == output


@given(hostile, st.sampled_from([0, 20, 60]))
@often
def test_linear_text_shows_text(around, text, columns):
    briefing = around(text)
    output = render(briefing, "plain", columns=columns).decode()
    assert not set(output) & set("\x1b\x00\r\x07\u202e")
    assert " ".join(output.split()).count("In the article's words:") == 1


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed")
@given(hostile)
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_word_documents_hold_text(around, text):
    briefing = around("x" + text.replace("\u00ad", ""))  # a passage of nothing but soft hyphens is none to Word
    output = render(briefing, "docx", handling=text)
    body = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(output)).read("word/document.xml"))
    assert not {one.tag.rpartition("}")[2] for one in body.iter()} & {"hyperlink", "drawing", "instrText", "oMath"}
    assert len(list(FORMATS["docx"].renderer().passages(output))) == 4  # of three statements and a condition


@pytest.mark.parametrize("name", [one for one in FORMATS if one not in ("dna", "docx", "json", "jsonl", "annotations")])
def test_no_format_lets_escape_codes_through(around, name):
    output = render(around("red \x1b[31malert\x07 \x9b1m \u202egnp.exe"), name)
    assert not set(output.decode()) & set("\x1b\x07\x9b\u202e")


@given(st.text())
def test_yaml_strings_come_back(text):
    assert yaml.safe_load(yaml_string(text)) == one_line(text)


@given(st.text())
def test_cells_come_back(text):
    assert original(harmless(text)) == visible(text)
