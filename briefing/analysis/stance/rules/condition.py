"""A conditional statement in; the span of the condition's own words out.

The condition is the clause that a conditional word opens ("provided that soldiers could inspect each lorry"): from the
word to the end of its clause, inside the sentence and outside or inside the content.
"""

from __future__ import annotations

import re

from briefing.model import Span

_OPENERS = re.compile(
    r"\b(?:only if|only when|only after|only once|only with|(?<!even )if|unless|"
    r"(?<!\bhas )(?<!\bhave )(?<!\bhad )(?<!\bnot )(?<!\bbeen )(?<!\bwas )(?<!\bwere )(?<!\bbe )"
    r"provided(?! (?:for|by|with)\b)(?: that)?|providing that|"
    r"as long as|so long as|on (?:the |one )?condition(?: that)?|(?<!at )once|in (?:return|exchange)(?: for)?|"
    r"subject to|until|not before|contingent on|depend\w* on|conditional on|but only|must (?:include|be)|after|when)\b",
    re.IGNORECASE,
)
_END = re.compile(r"[;:.?!](?:\s|$|[\"”])|,(?=\s)|[\"”]|\s[–—-]\s")
_ABBREVIATED = re.compile(r"\b(?:(?P<hour>[ap]\.m)|[A-Z](?:\.[A-Z])*|Mr|Mrs|Ms|Dr|St|Gen|Sen|Gov|e\.g|i\.e)$")
"""What stands before a full stop that ends no sentence: "before 7 a.m. on weekdays"."""
_CLOSING = re.compile(r"[\s,]+$")
_WEAK = re.compile(r"(?:after|when|once|until|must (?:include|be)|if)$", re.IGNORECASE)


def find_condition(text: str, content: tuple[Span, ...], sentence: Span) -> Span | None:
    """The first condition inside the content, else in its sentence; None where no words state one."""
    for area in (*content, sentence):
        best: re.Match[str] | None = None
        for match in _OPENERS.finditer(text, area.start, area.end):
            if best is None or (_WEAK.match(best.group()) and not _WEAK.match(match.group())):
                best = match
        if best is None:
            continue
        ends = (end.start() for end in _END.finditer(text, best.end(), area.end))
        stop = next((end for end in ends if not _is_abbreviated(text, best.end(), end, area.end)), area.end)
        stop = best.end() + len(_CLOSING.sub("", text[best.end() : stop]))
        if stop - best.end() > 3:
            return Span(best.start(), stop)
    return None


def _is_abbreviated(text: str, start: int, end: int, last: int) -> bool:
    """Whether the full stop at `end` belongs to an abbreviation, after which the clause goes on."""
    found = _ABBREVIATED.search(text, start, end) if text[end] == "." else None
    after = text[end + 1 : last].lstrip()
    return found is not None and after != "" and (found["hour"] is None or not after[0].isupper())
