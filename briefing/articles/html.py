"""An HTML page in; its main text and layout out (by trafilatura, whose tree of the text is walked here).

Menus, comments and advertisements are left out. Where no main text is found (short notes, pages that are one list),
all paragraphs, headings and list items of the page are taken instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from briefing.articles.document import Document, DocumentBuilder
from briefing.articles.encodings import decode
from briefing.articles.html_metadata import facts_of
from briefing.articles.html_pruning import pruned
from briefing.articles.request import Request
from briefing.errors import UndecodableError
from briefing.model import Block, BlockKind

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.I)
_HEADING = re.compile(r"h[1-6]$")
_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "head", "nav", "footer", "form", "aside", "svg", "iframe"}
)
_BLOCK_TAGS = {
    "p",
    "li",
    "blockquote",
    "figcaption",
    "pre",
    "td",
    "th",
    "dt",
    "dd",
    "caption",
    "div",
    "section",
    "article",
}
_FEWEST_WORDS = 25
_FEWEST_DECK_WORDS = 8
_LONG = 40
"""Letters of a block that cannot stand in another text by chance."""

_WALL = re.compile(r"\b(?:subscribe|subscribers?|sign in|log in|register|enable javascript)\b", re.I)


def read_html(request: Request) -> list[Document]:
    """The one article of a page.

    Raises:
        UndecodableError: there is no text in it.
    """
    return [html_document(decode_page(request.data, request.name, request.charset), request.name, request.url)]


def decode_page(data: bytes, name: str, charset: str | None = None) -> str:
    """The page as text, by byte order mark, UTF-8, the HTTP header or the page's own declaration."""
    declared = _CHARSET.search(data[:4096])
    return decode(data, name, charset or (declared.group(1).decode("ascii") if declared else None)).text


def html_document(page: str, name: str, url: str | None = None) -> Document:
    """Find the main text of a page.

    Raises:
        UndecodableError: there is no text in it.
    """
    tree = parse_html(page)
    if tree is None:
        raise UndecodableError(f"{name}: is empty")
    facts = facts_of(tree)
    title = facts.title
    bare = pruned(tree)
    found = _extract(bare, url)
    builder = DocumentBuilder()
    if found is not None and found.body is not None:
        if title and not _begins_with(found.body, title):
            builder.add(title, "heading", 1)
        _walk_extracted(found.body, builder)
        builder = _with_layout(builder, whole_page(bare, without_links=True))
    if len(builder.text.split()) < _FEWEST_WORDS:
        everything = whole_page(tree)
        builder = everything if len(everything.text) > len(builder.text) else builder
    if not builder.blocks:
        raise UndecodableError(f"{name}: the page holds no text; it may need a login, a subscription or a browser")
    notes: tuple[str, ...] = ()
    words = len(builder.text.split())
    if url and words < 120 and _WALL.search(page):
        notes = (f"the page gave only {words} words; it may need a login or a subscription",)
    return Document(
        text=builder.text,
        blocks=tuple(builder.blocks),
        title=title,
        byline=facts.byline,
        publisher=facts.publisher,
        published=facts.published,
        url=url or facts.url,
        language=facts.language,
        notes=notes,
    )


def parse_html(page: str) -> Any:
    """The tree of a page, without network and without limits lifted; None if there is nothing in it."""
    parser = lxml_html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        return lxml_html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def whole_page(tree: Any, *, without_links: bool = False) -> DocumentBuilder:
    """All text of a tree, block by block; also used for chapters of books and entries of feeds.

    Args:
        tree: the page.
        without_links: whether to leave out list items that are nothing but links.
    """
    builder = DocumentBuilder()
    pieces: list[str] = []
    kind: BlockKind = "paragraph"
    level = depth = lists = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            depth += _is_skipped(element, tag, without_links)
            is_block = tag in _BLOCK_TAGS or bool(_HEADING.match(tag))
            if is_block and not depth:
                builder.add("".join(pieces), kind, level)
                pieces = []
                kind, level = _kind_of(tag, lists)
            lists += tag in {"ul", "ol"}
            if tag == "br":
                pieces.append(" ")
            if not depth and element.text:
                pieces.append(element.text)
        else:
            lists -= tag in {"ul", "ol"}
            if not depth and (tag in _BLOCK_TAGS or _HEADING.match(tag)):
                builder.add("".join(pieces), kind, level)
                pieces, kind, level = [], "paragraph", 0
            depth -= _is_skipped(element, tag, without_links)
            if not depth and element.tail:
                pieces.append(element.tail)
    builder.add("".join(pieces), kind, level)
    return builder


def _is_skipped(element: Any, tag: str, without_links: bool) -> bool:
    if tag in _SKIPPED:
        return True
    if not without_links or tag != "li":
        return False
    linked = sum(len("".join(link.itertext()).strip()) for link in element.iter("a"))
    return linked > 0.8 * len("".join(element.itertext()).strip())


def _kind_of(tag: str, lists: int) -> tuple[BlockKind, int]:
    if _HEADING.match(tag):
        return "heading", int(tag[1])
    if tag == "li":
        return "item", max(1, lists)
    if tag == "blockquote":
        return "quote", 0
    if tag in {"figcaption", "caption"}:
        return "caption", 0
    return "paragraph", 0


def _extract(tree: Any, url: str | None) -> Any:
    from trafilatura import bare_extraction

    try:
        return bare_extraction(
            deepcopy(tree),
            url=url,
            include_comments=False,
            include_tables=True,
            include_images=False,
            include_links=False,
            with_metadata=False,
            favor_recall=False,
        )
    except (RecursionError, ValueError, TypeError, AttributeError, etree.LxmlError):
        return None


def _walk_extracted(body: Any, builder: DocumentBuilder) -> None:
    """Blocks of trafilatura's tree: head, p, list and item, quote, table, code."""
    for element in body:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag == "head":
            level = element.get("rend", "h2").removeprefix("h")
            builder.add(_words(element), "heading", int(level) if level.isdigit() else 2)
        elif tag == "list":
            for item in element.iter("item"):
                builder.add(_words(item), "item", 1)
        elif tag == "quote":
            for part in element if len(element) else (element,):
                builder.add(_words(part), "quote")
        elif tag == "table":
            for row in element.iter("row"):
                builder.add(" · ".join(words for cell in row if (words := _words(cell).strip())))
        elif tag in {"div", "main", "article", "section", "body"}:
            _walk_extracted(element, builder)
        elif tag not in {"graphic", "ref"} or element.text:
            builder.add(_words(element))


def _with_layout(extracted: DocumentBuilder, page: DocumentBuilder) -> DocumentBuilder:
    """The extracted text in the layout of the page, which knows headings, lists and borders that extraction may lose.

    Blocks of the page that stand in the extracted text are kept, and so are headings, list items and captions between
    them and the sentence under the title. If too little of the extracted text is found again, it stays as it is.
    """
    wanted = _squeezed(extracted.text)
    own = {_squeezed(words) for _, words in extracted.passages}
    blocks = list(page.passages)
    squeezed = [_squeezed(words) for _, words in blocks]
    kept = [words in own or (len(words) > _LONG and words in wanted) for words in squeezed]
    if True not in kept:
        return extracted
    first, last = kept.index(True), len(kept) - kept[::-1].index(True)
    while first and blocks[first - 1][0].kind == "heading" and squeezed[first - 1] in wanted:
        first -= 1
    # Short words such as a number in a table may stand anywhere by chance, so only those within the text count.
    kept[first:last] = [keep or words in wanted for keep, words in zip(kept, squeezed, strict=True)][first:last]
    if sum(len(words) for words, keep in zip(squeezed, kept, strict=True) if keep) < 0.9 * len(wanted):
        return extracted
    following = False
    for index in range(last - 1, first - 1, -1):
        # From the end, so that a heading is kept with what stands under it.
        bridged = following and (blocks[index][0].kind in {"heading", "item", "caption"})
        kept[index] = following = kept[index] or bridged or (index == first + 1 and _is_deck(blocks, first))
    builder = DocumentBuilder()
    for (block, words), keep in zip(blocks, kept, strict=True):
        if keep:
            builder.add(words, block.kind, block.level)
    return builder


def _is_deck(blocks: Sequence[tuple[Block, str]], title: int) -> bool:
    """Whether the block after the title is the sentence under it, which extraction may take for something else."""
    words = blocks[title + 1][1]
    is_title = blocks[title][0].kind == "heading" and blocks[title][0].level == 1
    return is_title and len(words.split()) >= _FEWEST_DECK_WORDS and words.endswith((".", "?", "!"))


def _squeezed(words: str) -> str:
    """The words without white space, so that differences in layout do not count."""
    return "".join(words.split())


def _begins_with(body: Any, title: str) -> bool:
    """Whether the text says its title itself, near its beginning."""
    opening = ""
    for words in body.itertext():
        opening += words
        if len(opening) > 3 * len(title) + 200:
            break
    return title in " ".join(opening.split())


def _words(element: Any) -> str:
    for line_break in element.iter("lb"):
        line_break.text = " "
    return "".join(element.itertext())
