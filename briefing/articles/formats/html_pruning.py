"""The tree of a page in; the same without what is never its text out: scripts, consent dialogues, blocks of links.

Extraction of the main text goes by how much text stands where. A dialogue about cookies can be longer than the
article, and a column of headlines looks like a paragraph once its links are gone, so both go first.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

_CONSENT = re.compile(
    r"\b(?:onetrust|didomi|usercentrics|cookiebot|cybotcookie|truste|sp_message|quantcast|qc-cmp|cmp(?:box|-)|gdpr"
    r"|cookie[-_]?(?:bar|banner|consent|notice|wall|law|message|modal|popup|dialog|overlay|policy-banner)"
    r"|consent[-_]?(?:banner|wall|dialog|modal|manager|popup|overlay|layer|notice)"
    r"|privacy[-_]?(?:banner|wall|modal|popup|dialog|overlay))",
    re.I,
)
_UNSEEN = ("script", "style", "noscript", "template")
_HOLDERS = {"div", "td", "section", "ul", "ol", "table", "p", "aside"}
_KEPT = {"h1", "article", "main", "body"}

FEWEST_LINKS = 3
"""Links that a block of links has at least."""

_LINK_SHARE = 0.85
"""Share of its letters that stand in links."""


def pruned(tree: Any) -> Any:
    """A copy of the page without consent dialogues and blocks of links; elements around a title or article stay."""
    tree = deepcopy(tree)
    for element in list(tree.iter(*_UNSEEN)):
        _drop(element)
    for element in [one for one in tree.iter() if _asks_for_consent(one)]:
        _drop(element)
    for element in _blocks_of_links(tree):
        _drop(element)
    return tree


def _asks_for_consent(element: Any) -> bool:
    names = f"{element.get('id') or ''} {element.get('class') or ''}"
    return bool(_CONSENT.search(names)) and element.tag not in _KEPT | {"html"} and not _holds_article(element)


def _holds_article(element: Any) -> bool:
    return next(element.iter("article", "h1"), None) is not None


def _blocks_of_links(tree: Any) -> list[Any]:
    """Elements that are nearly all links; counted from the leaves up, so that each element is looked at once."""
    letters: dict[Any, int] = {}
    linked: dict[Any, int] = {}
    links: dict[Any, int] = {}
    titles: set[Any] = set()
    found = []
    for element in reversed(list(tree.iter())):
        own = _length(element.text) + sum(_length(child.tail) for child in element)
        size = own + sum(letters.get(child, 0) for child in element)
        is_link = element.tag == "a"
        letters[element] = 0 if element.tag in {"script", "style", "template"} else size
        linked[element] = letters[element] if is_link else sum(linked.get(child, 0) for child in element)
        links[element] = 1 if is_link else sum(links.get(child, 0) for child in element)
        if element.tag in _KEPT or any(child in titles for child in element):
            titles.add(element)
        is_block = element.tag in _HOLDERS and element not in titles
        if is_block and links[element] >= FEWEST_LINKS and linked[element] > _LINK_SHARE * letters[element]:
            found.append(element)
    return found


def _length(words: str | None) -> int:
    return len(words.strip()) if words else 0


def _drop(element: Any) -> None:
    """Take an element out of its tree, leaving the text after it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail and element.tail.strip():
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + " " + element.tail
        else:
            parent.text = (parent.text or "") + " " + element.tail
    parent.remove(element)
