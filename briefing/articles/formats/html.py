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
from msgspec.structs import replace

from briefing.articles.document import Document, DocumentBuilder
from briefing.articles.encodings import Decoded, decode
from briefing.articles.formats.html_blocks import as_entries, whole_page
from briefing.articles.formats.html_metadata import facts_of
from briefing.articles.formats.html_pruning import pruned
from briefing.articles.formats.html_tree import parse_html
from briefing.articles.metadata import SITE
from briefing.articles.request import Request
from briefing.errors import UndecodableError
from briefing.model import Block

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.I)
_FEWEST_WORDS = 25
_FEWEST_DECK_WORDS = 8
_LONG = 40
"""Letters of a block that cannot stand in another text by chance."""

_WALL = re.compile(r"\b(?:subscribe|subscribers?|sign in|log in|register|enable javascript)\b", re.I)
_FEWEST_WORDS_OF_PAGE = 120
"""Words below which a page that speaks of subscriptions may have given only its beginning."""

_DOOR = re.compile(
    r"\b(?:(?:enable|requires?|turn on|activate) javascript|(?:subscribe|sign in|log in|register|create an account)"
    r"(?: now| today| here)? (?:to|and) (?:continue|keep|read|view|access|see|unlock)|already a (?:subscriber|member)"
    r"|(?:for|to) subscribers only|unlock this article)\b",
    re.I,
)
"""What a page says that gives its text only to a browser or a subscriber."""

_MOST_DOOR_WORDS = 40
_TITLE_AMONG = 6
"""Blocks at the head of a page among which its title stands."""


def read_html(request: Request) -> list[Document]:
    """The one article of a page.

    Raises:
        UndecodableError: there is no text in it.
    """
    page = _decode(request.data, request.name, request.charset)
    document = html_document(page.text, request.name, request.url)
    return [replace(document, notes=(page.note, *document.notes))] if page.note else [document]


def decode_page(data: bytes, name: str, charset: str | None = None) -> str:
    """The page as text, by byte order mark, UTF-8, the HTTP header or the page's own declaration."""
    return _decode(data, name, charset).text


def _decode(data: bytes, name: str, charset: str | None) -> Decoded:
    declared = _CHARSET.search(data[:4096])
    return decode(data, name, charset or (declared.group(1).decode("ascii") if declared else None))


def html_document(page: str, name: str, url: str | None = None, *, is_mail: bool = False) -> Document:
    """Find the main text of a page.

    Args:
        page: the page.
        name: what to call it in messages.
        url: its address, if it is known.
        is_mail: whether it is the body of a mail, which may speak of subscriptions without being cut short.

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
        others = (whole_page(tree), _linked_text(title, facts.text))
        builder = max((builder, *others), key=lambda one: len(one.text))
    if all(block.kind == "heading" or _is_door(words) for block, words in builder.passages):
        raise UndecodableError(f"{name}: the page holds no text; it may need a login, a subscription or a browser")
    title = _titled(builder, title)
    words = len(builder.text.split())
    is_short = not is_mail and words < _FEWEST_WORDS_OF_PAGE and _WALL.search(page)
    return Document(
        text=builder.text,
        blocks=tuple(builder.blocks),
        title=title,
        byline=facts.byline,
        publisher=facts.publisher,
        published=facts.published,
        url=url or facts.url,
        language=facts.language,
        notes=(f"the page gave only {words} words; it may need a login or a subscription",) if is_short else (),
    )


def _is_door(words: str) -> bool:
    """Whether a block only says how one would get at the text."""
    return len(words.split()) <= _MOST_DOOR_WORDS and bool(_DOOR.search(words))


def _linked_text(title: str | None, text: str | None) -> DocumentBuilder:
    """The text that the linked data of a page gives, under its title."""
    builder = DocumentBuilder()
    if text:
        builder.add(title or "", "heading", 1)
        for line in text.splitlines():
            builder.add(line)
    return builder


def _titled(builder: DocumentBuilder, title: str | None) -> str | None:
    """Set the title apart in the blocks of a page, and give it without the name of the site.

    The title of a window names the site, too; what stands of it at the head of the text is the title.
    """
    for number, (block, words) in enumerate(list(builder.passages)[:_TITLE_AMONG]):
        is_site = title and title != words and title.startswith(words) and re.match(SITE, title[len(words) :])
        if not title or (title != words and not is_site):
            continue
        if block.kind == "paragraph":
            builder.blocks[number] = Block(block.start, block.end, "heading", 1)
        return words
    return title


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
                cells = [_words(cell) for cell in row]
                for words in [" · ".join(entries)] if (entries := as_entries(cells)) else cells:
                    builder.add(words)
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
