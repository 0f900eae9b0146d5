"""One article of a database's dump in; its text, and what the lines above and below it say, out.

Databases write what they know of an article above and below its text: with labels ("HEADLINE: …", "Load-Date: …"), or
in lines of a fixed order around one such as "512 words". Where neither is found the article is taken as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from briefing.articles.document import Document
from briefing.articles.metadata import find_date

_LABEL = re.compile(
    r"[ \t]*(HEADLINE|TITLE|BYLINE|PUBLICATION|SOURCE|LOAD-DATE|SECTION|LENGTH|DATELINE|HIGHLIGHT|GRAPHIC|DATE)"
    r"[ \t]*:[ \t]*(\S.*)?$",
    re.I,
)
_FIELDS = {"headline": "title", "title": "title", "byline": "byline", "publication": "publisher", "source": "publisher"}
_BODY = re.compile(r"[ \t]*(?:BODY|Body)[ \t]*:?[ \t]*$")
_BELOW = re.compile(
    r"[ \t]*(?:(?:load-date|language|publication-type|document-type|journal-code|subject|industry|geographic|company"
    r"|organization|person|ticker|state|city|country|graphic|acc-no)[ \t]*:.*|classification|end of document"
    r"|copyright\b.*|all rights reserved)$",
    re.I,
)
_WORDS = re.compile(r"[ \t]*\d{1,3}(?:,?\d{3})? words[ \t]*$")
_TIME = re.compile(r"\d{1,2}:\d{2}(?: ?[A-Z]{2,4})?$")
_COPYRIGHT = re.compile(r"(?:\(c\)|©|copyright)\b", re.I)
_NAME = r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}"
_AUTHOR = re.compile(rf"(?:[Bb]y |BY )|{_NAME}(?:(?:,| and|;) {_NAME})*$")
_MOST_LINES_ABOVE = 30
_LONGEST_NAME = 8


class _Parts(Struct, frozen=True):
    """The lines of an article: what stands above the text, the text, and what stands below it."""

    above: Sequence[str]
    body: Sequence[str]
    below: Sequence[str]


def dump_article(text: str) -> Document:
    """Take one article of a dump apart."""
    lines = text.split("\n")
    parts = _labelled(lines)
    if parts is not None:
        return _document(parts, _from_labels(parts))
    parts = _ordered(lines)
    if parts is not None:
        return _document(parts, _from_order(parts.above))
    capitals = [line for line in lines if (label := _LABEL.match(line)) and label.group(1).isupper()]
    return Document(text=text, **_only_labels(capitals))


def _document(parts: _Parts, known: dict[str, Any]) -> Document:
    title = known.get("title")
    body = "\n".join(parts.body).strip("\n")
    return Document(text=f"{title}\n\n{body}" if title else body, **known)


def _labelled(lines: Sequence[str]) -> _Parts | None:
    """The parts of an article whose text begins after the line "BODY"."""
    start = next((n for n, line in enumerate(lines[: 2 * _MOST_LINES_ABOVE]) if _BODY.match(line)), None)
    if start is None:
        return None
    end = len(lines)
    while end > start and _is_below(lines[end - 1]):
        end -= 1
    return _Parts(lines[:start], lines[start + 1 : end], lines[end:])


def _is_below(line: str) -> bool:
    """Whether a line is blank or a label with its value; a sentence is none, although it may begin like one."""
    is_sentence = line.rstrip().endswith(".") and len(line.split()) > _LONGEST_NAME
    is_label = _BELOW.match(line) and not (is_sentence and not _COPYRIGHT.match(line.strip()))
    return not line.strip() or bool(is_label)


def _ordered(lines: Sequence[str]) -> _Parts | None:
    """The parts of an article that says its number of words above the text, which begins after a blank line."""
    count = next((n for n, line in enumerate(lines[:_MOST_LINES_ABOVE]) if _WORDS.match(line)), None)
    if count is None or not any(line.strip() for line in lines[:count]):
        return None
    start = next((n for n in range(count, len(lines)) if not lines[n].strip()), None)
    if start is None or not any(find_date(line) for line in lines[count:start]):
        return None
    end = len(lines)
    while end > start and not lines[end - 1].strip():
        end -= 1
    owner = lines[end - 1].strip(" .")
    if owner and any(_COPYRIGHT.match(line.strip()) and owner in line for line in lines[count:start]):
        end -= 1
    return _Parts(lines[:start], lines[start:end], lines[end:])


def _only_labels(lines: Sequence[str]) -> dict[str, Any]:
    known: dict[str, Any] = {}
    loaded = None
    for line in lines:
        match = _LABEL.match(line)
        if not match or not match.group(2):
            continue
        name = match.group(1).lower()
        if field := _FIELDS.get(name):
            known.setdefault(field, match.group(2).strip())
        elif name == "load-date":
            loaded = match.group(2)
        elif name == "date":
            known.setdefault("published", match.group(2))
    if loaded:
        known.setdefault("published", loaded)
    return known


def _from_labels(parts: _Parts) -> dict[str, Any]:
    """What labels say; title, publication and date may stand above them without any."""
    known = _only_labels(parts.above)
    bare = [line.strip() for line in parts.above if line.strip() and not _LABEL.match(line)]
    day = next((n for n, line in enumerate(bare) if find_date(line) and not _COPYRIGHT.match(line)), None)
    if day is not None:
        known.setdefault("published", bare[day])
        names = [line for line in bare[:day] if line != known.get("title") and not _COPYRIGHT.match(line)]
        if "title" not in known and len(names) > 1:
            known["title"] = names[0]
            names = names[1:]
        if names:
            known.setdefault("publisher", names[-1])
    return {**_only_labels(parts.below), **known}


def _from_order(above: Sequence[str]) -> dict[str, Any]:
    """Section, title and author stand before the number of words; date, publication and its code after it."""
    lines = [line.strip() for line in above if line.strip()]
    count = next(n for n, line in enumerate(lines) if _WORDS.match(line))
    first, rest = lines[:count], lines[count + 1 :]
    known: dict[str, Any] = {}
    if len(first) > 1 and _AUTHOR.match(first[-1]) and len(first[-1].split()) <= _LONGEST_NAME:
        known["byline"] = re.sub(r"^by\s+", "", first.pop(), flags=re.I)
    known["title"] = first[-1]
    day = next((n for n, line in enumerate(rest) if find_date(line)), None)
    if day is not None:
        known["published"] = rest[day]
        after = [line for line in rest[day + 1 :] if not _TIME.match(line)]
        if after and not _COPYRIGHT.match(after[0]):
            known["publisher"] = after[0]
    return known
