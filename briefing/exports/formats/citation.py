"""A Briefing in; a citation of its article as CSL-JSON out, for Zotero, pandoc and other reference managers.

The fields are those of https://github.com/citation-style-language/schema (csl-data.json). What the document does not
say is left out; a field that was inferred is named in `custom`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from briefing.exports.choices import Choices
from briefing.exports.dates import date_parts, from_seconds
from briefing.exports.evidence import Passage
from briefing.exports.names import slug
from briefing.exports.visible import one_line
from briefing.model import Article, Briefing

_FIELDS = {"title": "title", "container-title": "publisher", "language": "language", "URL": "url"}


def render(briefing: Briefing, choices: Choices) -> str:
    """A list with one item."""
    return json.dumps([_item(briefing.article, choices)], ensure_ascii=False, indent=2) + "\n"


def passages(output: bytes) -> Iterator[Passage]:
    """Nothing: a citation holds no passage of the article."""
    return iter(())


def _item(article: Article, choices: Choices) -> dict[str, Any]:
    item: dict[str, Any] = {"type": "article-newspaper", "id": _id(article)}
    for field, ours in _FIELDS.items():
        value = getattr(article, ours)
        if value:
            item[field] = one_line(value)
    if article.byline:
        item["author"] = [{"literal": one_line(article.byline)}]
    if date_parts(article.published):
        item["issued"] = {"date-parts": [date_parts(article.published)]}
    if choices.created is not None:
        day = from_seconds(choices.created)
        item["accessed"] = {"date-parts": [[day.year, day.month, day.day]]}
    inferred = sorted(name for name, origin in article.origins.items() if origin == "inferred")
    custom = {"sha256": article.sha256} if article.sha256 else {}
    custom |= {"marking": choices.marking} if choices.marking else {}
    custom |= {"inferred": ", ".join(inferred)} if inferred else {}
    if custom:
        item["custom"] = custom
    return item


def _id(article: Article) -> str:
    parts = (slug(article.publisher or article.title or "")[:40], article.sha256[:8])
    return "-".join(part for part in parts if part) or "article"
