"""A page as text in; its tree out, in which what only a drawn page can show is put into words.

Signs of footnotes are left out, raised and lowered figures become characters, and forms that are wrapped around a whole
page become divisions.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from briefing.articles.formats.raised import is_note_sign, lowered, raised

_NOTE_ROLES = frozenset({"noteref", "doc-noteref"})
_FEWEST_WORDS_OF_PAGE = 100
"""Words in a form that cannot be its labels alone."""

_LONG_PAGE = 100_000
_EMBEDDED = re.compile(r"data:[\w/+.;=-]{1,100},[^\s\"'()<>]{1000,}")

_MOST_FORMS = 20
_MOST_LOOKED_AT = 2000


def parse_html(page: str) -> Any:
    """The tree of a page, without network and without limits lifted; None if there is nothing in it."""
    parser = lxml_html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        tree = lxml_html.document_fromstring(_without_embedded(page).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    _settle_raised(tree)
    for form in list(islice(tree.iter("form"), _MOST_FORMS)):
        if _holds_page(form):
            form.tag = "div"
    return tree


def _without_embedded(page: str) -> str:
    """The page without pictures and fonts that are written into it; the parser ends at one of ten megabytes."""
    return _EMBEDDED.sub("data:,", page) if len(page) > _LONG_PAGE else page


def without_markup(words: str) -> str:
    """The words of a value that may be HTML, such as a title, on one line."""
    tree = parse_html(words) if "<" in words or "&" in words else None
    return words if tree is None else " ".join("".join(tree.itertext()).split())


def _settle_raised(tree: Any) -> None:
    for element in list(tree.iter("sup", "sub")):
        words = "".join(islice(element.itertext(), 20))
        if not 0 < len(words.strip()) <= 20:
            continue
        is_link = element.getparent() is not None and element.getparent().tag == "a"
        is_link = is_link or next(element.iter("a"), None) is not None
        shown = raised(words, _before(element), is_link=is_link) if element.tag == "sup" else lowered(words)
        if shown != words:
            _replace(element, shown)
    for link in list(tree.iter("a")):
        if link.get("epub:type") in _NOTE_ROLES or link.get("role") in _NOTE_ROLES:
            words = "".join(islice(link.itertext(), 20))
            if is_note_sign(words):
                _replace(link, "")


def _replace(element: Any, words: str) -> None:
    """Put words in the place of all that is in an element."""
    for child in list(element):
        element.remove(child)
    element.text = words


def _before(element: Any) -> str:
    """The text that an element follows, in its paragraph."""
    for _ in range(3):
        previous = element.getprevious()
        if previous is not None:
            if previous.tail and previous.tail.strip():
                return str(previous.tail)
            return "".join(islice(previous.itertext(), 50))
        parent = element.getparent()
        if parent is None or (parent.text and parent.text.strip()):
            return str(parent.text) if parent is not None else ""
        element = parent
    return ""


def _holds_page(form: Any) -> bool:
    """Whether a form is wrapped around a page, as some programs for web sites do."""
    if next(form.iter("h1", "article", "main"), None) is not None:
        return True
    words = sum(len((p.text or "").split()) for p in islice(form.iter("p"), _MOST_LOOKED_AT))
    return words > _FEWEST_WORDS_OF_PAGE
