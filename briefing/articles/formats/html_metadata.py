"""The tree of a page in; what the page says of itself out: title, authors, publisher, date of publication, language.

Asked are, in this order, its linked data (schema.org in JSON-LD), its meta elements, and the elements beside its title.
Dates that stand anywhere else, of changes, of comments or of other stories, are never taken for the date of the page,
nor is the name of a server taken for a publisher.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefing.articles.document import tidy
from briefing.articles.metadata import find_date

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|WebPage)$")
_MOST_NODES = 20_000
_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title")
_AUTHORS = ("author", "article:author", "byl", "byline", "dc.creator", "dcterms.creator", "citation_author",
            "parsely-author", "sailthru.author")  # fmt: skip
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "application-name")
_DATES = ("article:published_time", "datepublished", "date", "pubdate", "publish-date", "publish_date", "dc.date",
          "dc.date.issued", "dcterms.issued", "dcterms.date", "dcterms.created", "citation_publication_date",
          "parsely-pub-date", "sailthru.date", "og:published_time")  # fmt: skip
_NOBODY = re.compile(r"(?:admin\w*|editor|staff|webmaster|unknown|anonymous|user\d*)$|https?:|www\.|.*[@/_]", re.I)
_ELSEWHERE = re.compile(
    r"comment|related|teaser|promo|(?<!v)card|recommend|most-|sidebar|widget|author-(?:box|bio)", re.I
)
_BYLINE = re.compile(r"\b(?:by-?line|author|vcard|writer)\b", re.I)
_BY = re.compile(r"(?:written |words |story )?by:?\s+", re.I)
_LONGEST_BYLINE = 100
_HIGHEST = 3
"""Elements above a title in which its byline and date are looked for, where no article or main element holds it."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of itself; None for what it does not say."""

    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    text: str | None = None
    """The text, where the linked data has it; pages that draw themselves often have it nowhere else."""


def facts_of(tree: Any) -> Facts:
    """What a page says of itself."""
    linked = _linked(tree)
    meta = _meta(tree)
    title = _title(tree)
    holder = _holder(title)
    return Facts(
        title=linked.title or _first(meta, _TITLES) or _words(title) or _head_title(tree, linked.publisher, meta),
        byline=linked.byline or _named(_first(meta, _AUTHORS)) or _byline(holder),
        publisher=linked.publisher or _first(meta, _PUBLISHERS),
        published=linked.published or _first_date(meta) or _date(holder),
        url=_address(tree, meta),
        language=tidy(tree.get("lang") or tree.get("xml:lang")),
        text=linked.text,
    )


def _linked(tree: Any) -> Facts:
    """What the linked data says of the article; names may be given by reference."""
    nodes = [node for script in _scripts(tree) for node in _nodes(script)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    articles = [node for node in nodes if any(_ARTICLE.search(kind) for kind in _kinds(node))]
    articles.sort(key=lambda node: "WebPage" in _kinds(node))
    for node in articles:
        if node.get("headline") or node.get("datePublished"):
            return Facts(
                title=tidy(node.get("headline")),
                byline=_named(", ".join(_names(node.get("author"), by_id))),
                publisher=tidy(", ".join(_names(node.get("publisher"), by_id)[:1])),
                published=find_date(str(node.get("datePublished") or "")) or None,
                text=body if isinstance(body := node.get("articleBody"), str) else None,
            )
    return Facts()


def _scripts(tree: Any) -> Iterator[Any]:
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json":
            try:
                yield json.loads((script.text or "").strip(), strict=False)
            except (ValueError, RecursionError):
                continue


def _nodes(value: Any) -> Iterator[Mapping[str, Any]]:
    """All objects in a value, the outer ones first."""
    waiting = deque([value])
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, Mapping):
            yield value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _kinds(node: Mapping[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _names(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> list[str]:
    found = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, Mapping):
            one = one.get("name") or by_id.get(str(one.get("@id")), {}).get("name")
        if name := tidy(one):
            found.append(name)
    return found


def _meta(tree: Any) -> dict[str, list[str]]:
    """The contents of the meta elements by their names in lower case."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and (content := tidy(element.get("content"))):
            found.setdefault(name.lower(), []).append(content)
    return found


def _first(meta: Mapping[str, list[str]], names: tuple[str, ...]) -> str | None:
    for name in names:
        if values := [value for value in meta.get(name, ()) if "://" not in value]:
            return ", ".join(dict.fromkeys(values)) if name in _AUTHORS else values[0]
    return None


def _first_date(meta: Mapping[str, list[str]]) -> str | None:
    return next((date for name in _DATES for value in meta.get(name, ()) if (date := find_date(value))), None)


def _address(tree: Any, meta: Mapping[str, list[str]]) -> str | None:
    """The address that the page gives as its own."""
    canonical = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    return next((one for one in (*canonical, *meta.get("og:url", ())) if re.match(r"https?://\S+$", one or "")), None)


def _named(words: str | None) -> str | None:
    """A byline, unless it is the name of an account or an address."""
    words = _BY.sub("", tidy(words) or "", count=1)
    return None if not words or _NOBODY.match(words) else words


def _title(tree: Any) -> Any:
    """The first heading of the first level that has words and belongs to no other story."""
    return next((one for one in tree.iter("h1") if _words(one) and not _is_elsewhere(one)), None)


def _head_title(tree: Any, publisher: str | None, meta: Mapping[str, list[str]]) -> str | None:
    """The title of the window, without the name of the site after it."""
    title = _words(next(tree.iter("title"), None))
    for site in (publisher, _first(meta, _PUBLISHERS)):
        if title and site:
            title = re.sub(rf"\s+[|–—·-]\s+{re.escape(site)}$", "", title)
    return title


def _holder(title: Any) -> Any:
    """The element in which the byline and date of a title stand."""
    if title is None:
        return None
    above = list(title.iterancestors())
    for tag in ("article", "main"):
        if (found := next((element for element in above if element.tag == tag), None)) is not None:
            return found
    inner = [element for element in above if element.tag not in {"body", "html"}][:_HIGHEST]
    return inner[-1] if inner else None


def _byline(holder: Any) -> str | None:
    if holder is None:
        return None
    for element in holder.iter():
        if not isinstance(element.tag, str) or _is_elsewhere(element, holder):
            continue
        marks = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('rel') or ''}"
        if not _BYLINE.search(marks):
            continue
        names = [_words(one) for one in element.iter("a") if _BYLINE.search(one.get("rel") or "")]
        words = ", ".join(name for name in names if name) or _words(element) or ""
        if words[:1].isupper() and len(words) <= _LONGEST_BYLINE and not any(c.isdigit() for c in words):
            return _named(words)
    return None


def _date(holder: Any) -> str | None:
    """The date beside the title, if the elements for dates there name only one or one of them says "published"."""
    if holder is None:
        return None
    times = [element for element in holder.iter("time") if not _is_elsewhere(element, holder)]
    marked = [
        one for one in times if "publish" in f"{one.get('itemprop')} {one.get('class')} {one.get('pubdate')}".lower()
    ]
    dates = {find_date(one.get("datetime") or "") or find_date(_words(one) or "") for one in marked or times}
    return dates.pop() or None if len(dates) == 1 else None


def _is_elsewhere(element: Any, holder: Any = None) -> bool:
    """Whether an element belongs to a comment, another story or a box beside the text."""
    while element is not None and element is not holder and element.tag not in {"body", "html"}:
        if element.tag == "aside" or _ELSEWHERE.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            return True
        element = element.getparent()
    return False


def _words(element: Any) -> str | None:
    return None if element is None else tidy("".join(element.itertext()))
