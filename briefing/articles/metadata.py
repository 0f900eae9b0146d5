"""A Document in; title, byline, publisher and date with where each came from out.

What the document gives as such is taken as it is. Else the layout is asked: a title is a first heading, a byline is a
byline block. What neither gives stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from briefing.articles.document import Document, tidy
from briefing.model import Block, Origin
from briefing.structure.lines import ends_sentence

# Most texts have next to nothing to say about themselves: the expressions are compiled when they are first needed.
_MONTHS = "january february march april may june july august september october november december".split()  # noqa: SIM905
_MONTH = "|".join(rf"{month[:3]}(?:{month[3:]}|{month[3:4]})?" for month in _MONTHS)
_ISO = r"\b(\d{4})-(\d{2})(?:-(\d{2}))?(?:\b|T)"
_DAY_FIRST = rf"(?i)\b(\d{{1,2}})(?:st|nd|rd|th)?\.? (?:of )?({_MONTH})\.?,? (\d{{4}})\b"
_MONTH_FIRST = rf"(?i)\b({_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b"
_MONTH_ONLY = rf"(?i)\b({_MONTH})\.? (\d{{4}})\b"
_BY = r"(?i)(?:by|words by|story by|interview(?:ed)? by|written by|from)\s+"
_DAY_OF_WEEK = r"(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*$"
_BEFORE_DATE = r"(?i)[\s,|·–—-]+(?:(?:first )?(?:published|updated|posted)(?: on)?:?|on|at)?\s*$"
_AGENCY = rf"\((?!(?i:{_MONTH})\b)([A-Z][\w .&’'-]{{1,30}})\)"
_LABEL = (
    r"(?i)(?:[\w-]+ )?(?:briefing|brief|memo|memorandum|analysis|opinion|news|exclusive|interview|explainer|report"
    r"|release|feature|comment|editorial|update|background|note|summary|transcript|key points)s?:?$"
    r"|(?:world|politics|business|economy|environment|international|national|europe|asia|africa|americas|middle east"
    r"|society|culture|science|technology|health|security|defen[cs]e|local|home|uk|us)$"
    r"|for (?:immediate )?release\b"
)
"""A heading that names the kind of text; the title is the next one."""

_NO_TITLE = (
    r"(?i)(?:microsoft word|powerpoint presentation|untitled|document ?\d*$|new document|no title)"
    r"|.*\.(?:docx?|odt|rtf|indd|qxd|pdf|tex|html?|pptx?|pages)$"
)
"""Titles that programs give to documents that have none."""

_NOBODY = (
    r"(?i)(?:admin\w*|(?:microsoft office |windows )?users?(?: ?\d+)?|unknown|anonymous|owner|author|guest|python-docx"
    r"|microsoft(?: office)?|apache poi|openxml\w*|libreoffice\w*|pandoc|default\w*)$"
)
"""Authors whom programs name where nobody did."""

_EARLIEST, _LATEST = 1500, 2200
"""Years between which a text may be published; programs write the year 101 where they know none."""

SITE = r"\s+(?:[|»·–—-]|::)\s+"
"""What stands in the title of a window between the title of the page and the name of the site."""

_TOP = 8
_LONGEST_LABEL = 10

Known = dict[str, str]


def metadata(document: Document, text: str, blocks: Sequence[Block]) -> tuple[Known, dict[str, Origin]]:
    """What is known about a document, and for each field whether the document says so or it was recognised.

    Returns:
        The known ones of title, byline, publisher, published, url and language, and their origins.
    """
    known: Known = {}
    origins: dict[str, Origin] = {}
    given = {
        "title": None if document.title and re.match(_NO_TITLE, document.title) else document.title,
        "byline": None if document.byline and re.match(_NOBODY, document.byline.strip()) else document.byline,
        "publisher": document.publisher,
        "published": find_date(document.published) if document.published else None,
        "url": document.url,
        "language": (document.language or "").replace("_", "-").split("-")[0].lower() or None,
    }
    given["title"] = _without_site(given["title"], text, blocks)
    for name, value in given.items():
        if tidied := tidy(value):
            known[name], origins[name] = tidied, "document"
    for name, value in _recognised(text, blocks).items():
        if name not in known:
            known[name], origins[name] = value, "inferred"
    return known, origins


def find_date(words: str) -> str:
    """The first date in the words as YYYY-MM-DD (or YYYY-MM), or the empty string; digits alone never decide it.

    Dates such as 03/04/2025 mean different days in different countries and are left alone.
    """
    if not _has_digits(words):
        return ""
    if match := re.search(_ISO, words):
        year, month, day = match.group(1), int(match.group(2)), int(match.group(3) or 0)
        return _date(year, month, day)
    if match := re.search(_DAY_FIRST, words):
        return _date(match.group(3), _month(match.group(2)), int(match.group(1)))
    if match := re.search(_MONTH_FIRST, words):
        return _date(match.group(3), _month(match.group(1)), int(match.group(2)))
    if match := re.search(_MONTH_ONLY, words):
        return _date(match.group(2), _month(match.group(1)), 0)
    return ""


def _has_digits(words: str) -> bool:
    """Whether there can be a date at all: most bylines have none."""
    return any(map(str.isdigit, words))


def _date(year: str, month: int, day: int) -> str:
    try:
        date(int(year), month, day or 1)
    except ValueError:
        return ""
    if not _EARLIEST <= int(year) <= _LATEST:
        return ""
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"


def _month(name: str) -> int:
    return next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(name.lower()[:3]))


def _recognised(text: str, blocks: Sequence[Block]) -> Known:
    found: Known = {}
    at_top = True
    for block in blocks[:_TOP]:
        words = block.span.of(text)
        at_top = at_top and (block.kind != "paragraph" or _is_label(words))
        if block.kind == "heading" and at_top and not re.match(_LABEL, words):
            found.setdefault("title", words)
        elif block.kind == "byline":
            if name := _name_in_byline(words):
                found.setdefault("byline", name)
            if day := find_date(words):
                found.setdefault("published", day)
        elif block.kind == "dateline":
            if day := find_date(words):
                found.setdefault("published", day)
            if agency := re.search(_AGENCY, words):
                found.setdefault("publisher", agency.group(1))
    return {name: tidied for name, value in found.items() if (tidied := tidy(value))}


def _without_site(title: str | None, text: str, blocks: Sequence[Block]) -> str | None:
    """The title without the name of a site behind it, if a heading of the text shows where it ends."""
    for block in blocks[:_TOP] if title else ():
        words = block.span.of(text)
        if block.kind == "heading" and title and title.startswith(words) and re.match(SITE, title[len(words) :]):
            return words
    return title


def _is_label(words: str) -> bool:
    """Whether a paragraph is a short line such as the name of a section, which may stand above a title."""
    return len(words.split()) <= _LONGEST_LABEL and not ends_sentence(words)


def _name_in_byline(words: str) -> str:
    """The name without "By"; a line such as "From our correspondents" names nobody."""
    opening = re.match(_BY, words)
    if not opening:
        return ""
    name = words[opening.end() :]
    for form in (_DAY_FIRST, _MONTH_FIRST, _ISO) if _has_digits(name) else ():
        if found := re.search(form, name):
            name = re.sub(_DAY_OF_WEEK, "", name[: found.start()])
            name = re.sub(_BEFORE_DATE, "", name)
    name = name.strip(" .,|·–—-")
    return "" if name.lower().startswith(("our ", "a ", "the ")) else name
