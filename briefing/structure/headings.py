"""Passages in; for each whether it is a heading, a list item, or running text, judged by form and neighbours.

A heading without markup shows by what it lacks: it ends without a full stop, it is short, and running text follows.
So do list items without bullets, but several of them stand in a row. Wording (bylines, trailers) is judged before
this, in `blocks`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.structure.lines import ends_sentence

LONGEST_HEADING = 18
"""Words in a heading within the text."""

LONGEST_TITLE = 26
"""Words in the title or the line below it."""

_MARKED = re.compile(r"#{1,6}[ \t]+\S")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,4}[.)]|[A-Z][.)]|§ ?\d+)[ \t]+(?=\S)")
_TIME = re.compile(
    r"(?:\d{1,2}[.:h]\d{2}|\d{1,2})\s*(?:[ap]\.?m\.?)?\s*(?:GMT|UTC|[BC]?EST|EDT|CET|ET|PT)?$|noon$|midnight$", re.I
)
_DATE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?)?(?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? \d{4})?$",
    re.I,
)
_QUESTION_LABEL = re.compile(r"(?:Q|A|Question|Answer|[A-Z][A-Z.’' -]+)\s?[.:]")
_DOUBLE_QUOTED = re.compile(r"[\"“].*[\"”]$")
_QUOTED_QUESTION = re.compile(r"['‘].*\?['’]$")
_SAID = re.compile(r"[,.?!…][”\"’'] (?:[\w.’-]+ ){0,3}(?:said|told|added|asked|replied|warned)\b")
"""A quotation with who said it; headings put that in the present."""

_SIGNED = re.compile(r"[—–]\s?\S|--\s?\S")
_ROW = re.compile(r"\s·\s|\t|\S ?\|.*\S ?\|")
"""What stands between the entries of a row."""
_LINKS = re.compile(
    r"(?:an?|and|as|at|but|by|de|for|from|in|into|is|nor|of|off|on|onto|or|over|per|so|than|the|to|up|via|vs|with)$"
)


def is_markdown_heading(words: str) -> bool:
    """Whether the line is written as a heading in Markdown ("## Summary"), which plain text files also use."""
    return bool(_MARKED.match(words))


def could_be_heading(words: str, *, at_top: bool) -> bool:
    """Whether a line has the form of a heading; its neighbours are not looked at.

    Args:
        words: the line.
        at_top: whether it stands where a title stands, before any running text.
    """
    count = len(words.split())
    if not any(c.isalnum() for c in words) or count > (LONGEST_TITLE if at_top else LONGEST_HEADING):
        return False
    if _ROW.search(words):
        return False
    if _TIME.match(words) or _DATE.match(words):
        return True
    if _QUOTED_QUESTION.match(words):
        return count <= 8
    if words[0] in "(*>|—" or words.endswith((",", ";", "-", "–", "—")) or _SIGNED.match(words):
        return False
    if _SAID.search(words):
        return False
    if words.endswith(":"):
        return count <= 3 and words[0].isupper()
    if words.endswith("?"):
        return (count <= 11 or at_top) and not _QUESTION_LABEL.match(words) and not _DOUBLE_QUOTED.match(words)
    return not ends_sentence(words)


def is_title_case(words: str) -> bool:
    """Whether most words that could be in lower case are capitalised."""
    bodies = [w.strip("\"“”‘’'()[]—–-:,.?!") for w in words.split()[1:]]
    judged = [w for w in bodies if w and w[0].isalpha() and not _LINKS.match(w.lower())]
    return len(judged) >= 2 and sum(w[0].isupper() for w in judged) >= 0.75 * len(judged)


def is_all_capitals(words: str) -> bool:
    """Whether the line is written in capitals."""
    letters = [c for c in words if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def is_sentence_title(lines: Sequence[str]) -> bool:
    """Whether the first line is a title although it ends like a sentence ("The Button Is Coming. Maybe.").

    It is if it is written in title case or in capitals, or if it is short and much longer text follows.
    """
    first, rest = lines[0], lines[1:]
    count = len(first.split())
    if not rest or count > 20 or not ends_sentence(first) or first.endswith(("”", '"')):
        return False
    if is_title_case(first) or is_all_capitals(first):
        return True
    return count <= 14 and any(len(line.split()) >= 3 * count for line in rest[:3])


def is_numbered(words: str) -> bool:
    """Whether the line begins with a number such as "2." or "3.1"."""
    return bool(_NUMBERED.match(words))


def split_run(lines: Sequence[str], *, at_top: bool, after_colon: bool, gaps: Sequence[bool]) -> list[bool]:
    """Tell headings from list items in a row of lines that could all be headings.

    Args:
        lines: the lines of the row, none of them followed by running text except the last.
        at_top: whether the row stands at the top of the text.
        after_colon: whether the text before the row announces a list.
        gaps: for each line whether a blank line precedes it.

    Returns:
        For each line whether it is a heading; the others are list items.
    """
    if len(lines) == 1:
        return [not after_colon or len(lines[0].split()) <= 4]
    headings = [False] * len(lines)
    body_start = 0
    if at_top or (not after_colon and _stands_over(lines[0], lines[1:])):
        headings[0] = True
        body_start = 1
    if at_top and len(lines) > body_start + 2 and lines[1].endswith(":"):
        headings[1] = True
        body_start = 2
    body = lines[body_start:]
    if len(body) == 1:
        return [*headings[:body_start], True]
    if not after_colon and len(body) == 2 and (at_top or len(body[0].split()) <= 5):
        spread = gaps[body_start + 1] or (at_top and _longest(body[1:]) <= 5)
        return [*headings[:body_start], *([True, True] if spread else [False, False])]
    headings[-1] = _closes_list(body, gaps[body_start:])
    return headings


def _stands_over(first: str, rest: Sequence[str]) -> bool:
    """Whether the first line of a row looks like the heading of a list below it."""
    return first.endswith((":", "?")) or len(first.split()) <= 6 or is_all_capitals(first) != is_all_capitals(rest[0])


def _closes_list(body: Sequence[str], gaps: Sequence[bool]) -> bool:
    """Whether the last line of a row is not an item but the heading of what follows."""
    items, last = body[:-1], body[-1]
    mean = sum(len(line.split()) for line in items) / len(items)
    if gaps[-1] and not all(gaps[1:-1]) and len(gaps) > 2:
        return True
    return last.endswith("?") or (len(last.split()) <= 5 and len(last.split()) < 0.6 * mean)


def _longest(lines: Sequence[str]) -> int:
    return max((len(line.split()) for line in lines), default=0)
