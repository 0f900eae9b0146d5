"""Markdown in; its text without markup, its layout, and its front matter out (CommonMark, by markdown-it-py)."""

from __future__ import annotations

import re
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing.articles.document import Document, DocumentBuilder, tidy
from briefing.articles.request import Request
from briefing.model import BlockKind

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_FIELD = re.compile(r"^([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)$")
_FIELDS = {
    "title": "title",
    "headline": "title",
    "author": "byline",
    "authors": "byline",
    "byline": "byline",
    "by": "byline",
    "publisher": "publisher",
    "source": "publisher",
    "publication": "publisher",
    "date": "published",
    "published": "published",
    "url": "url",
    "link": "url",
    "lang": "language",
    "language": "language",
}
_NOTE = re.compile(r"^\[\^[^\]\s]{1,40}\]:[^\n]*\n?(?:[ \t]+\S[^\n]*\n?)*", re.M)
_NOTE_SIGN = re.compile(r"\[\^[^\]\s]{1,40}\]")
_TASK = re.compile(r"\[[ xX]\] ")
"""The box before an item that is to be done."""

_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.S)
_NESTING = 40
"""Depth of quotations and lists beyond which markup is read as text."""


_MARKS = "[]*_`|<"
_MOST_MARKS = 2000
"""Marks up to which the parser is fast whatever they are; its time grows with their square in the worst case."""


def is_heavy(text: str) -> bool:
    """Whether a text has so many marks that it could take the parser long."""
    return sum(text.count(mark) for mark in _MARKS) > _MOST_MARKS


def read_markdown_apart(request: Request) -> list[Document]:
    """The one document of a Markdown file that was found heavy; this runs in the sandbox."""
    return [read_markdown(request.data.decode("utf-8", "replace"))]


def read_markdown(text: str) -> Document:
    """The text of a Markdown document, without markup; raw HTML is dropped, links keep their words."""
    front, body = split_front_matter(text)
    body, notes = _NOTE_SIGN.subn("", _NOTE.sub("\n", body))
    parser = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable("table").enable("strikethrough")
    builder = DocumentBuilder()
    _add_blocks(parser.parse(body), builder)
    said = ("footnotes left out",) if notes else ()
    return Document(text=builder.text, blocks=tuple(builder.blocks), notes=said, **front)


def split_front_matter(text: str) -> tuple[dict[str, Any], str]:
    """The known fields of a YAML front matter of plain `key: value` lines, and the text after it."""
    match = _FRONT_MATTER.match(text)
    if not match:
        return {}, text
    fields: dict[str, Any] = {}
    name = ""
    for line in match.group(1).splitlines():
        if found := _FIELD.match(line):
            name = _FIELDS.get(found.group(1).lower(), "")
            value = found.group(2).strip()
            if name and value:
                fields.setdefault(name, _unquote(value))
        elif name == "byline" and line.lstrip().startswith("- "):
            item = _unquote(line.lstrip()[2:].strip().removeprefix("name:").strip())
            fields["byline"] = f"{fields['byline']}, {item}" if "byline" in fields else item
    return {key: value for key, value in fields.items() if tidy(value)}, text[match.end() :]


def _unquote(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1].replace('\\"', '"') if value[0] == '"' else value[1:-1].replace("''", "'")
    elif value.startswith("[") and value.endswith("]"):
        value = ", ".join(_unquote(part.strip()) for part in value[1:-1].split(","))
    return value


def _add_blocks(tokens: list[Token], builder: DocumentBuilder) -> None:
    """Walk through the flat token list; the open containers say what kind of block an inline token makes."""
    open_containers: list[str] = []
    heading, item_open = 0, False
    row: list[str] = []
    for token in tokens:
        if token.type in {"bullet_list_open", "ordered_list_open", "blockquote_open"}:
            open_containers.append(token.type)
        elif token.type in {"bullet_list_close", "ordered_list_close", "blockquote_close"}:
            open_containers.pop()
        elif token.type == "heading_open":
            heading = int(token.tag[1:])
        elif token.type == "list_item_open":
            item_open = True
        elif token.type == "tr_open":
            row = []
        elif token.type in {"th_open", "td_open"}:
            row.append("")
        elif token.type == "tr_close":
            builder.add(" · ".join(cell for cell in row if cell))
            row = []
        elif token.type in {"fence", "code_block"}:
            builder.add(token.content)
        elif token.type == "inline":
            words = _words(token)
            if row:
                row[-1] = words
                continue
            lists = sum(name != "blockquote_open" for name in open_containers)
            kind: BlockKind = "paragraph"
            if heading:
                kind = "heading"
            elif item_open and lists:
                kind = "item"
            elif "blockquote_open" in open_containers:
                kind = "quote"
            if kind == "item":
                words = _TASK.sub("", words, count=1) if _TASK.match(words) else words
            builder.add(words, kind, heading or (lists if kind == "item" else 0))
            heading, item_open = 0, False


def _words(token: Token) -> str:
    pieces = []
    for child in token.children or []:
        if child.type in {"softbreak", "hardbreak"}:
            pieces.append(" ")
        elif child.type == "image":
            continue
        elif child.type == "html_inline":
            pieces.append(_TAG.sub("", child.content))
        else:
            pieces.append(child.content)
    return "".join(pieces)
