"""Any text in; text out that can stand on a page: no control characters, no invisible changes of direction.

Every character is replaced by one character, so offsets hold. White space is kept or, on request, folded into blanks.
"""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]"
    "|[\U0001fffe\U0001ffff\U000e0000-\U000e007f]|[\ud800-\udfff]"
)
"""Control characters, bidirectional controls, line separators, tag characters, non-characters, lone surrogates."""

_WHITE_SPACE = re.compile(r"\s+")


def visible(text: str) -> str:
    """The text with every harmful character replaced by U+FFFD, one for one; line breaks and tabs stay."""
    return _HARMFUL.sub(REPLACEMENT, text)


def one_line(text: str) -> str:
    """The text on one line: harmful characters replaced, runs of white space folded into one blank."""
    return _WHITE_SPACE.sub(" ", visible(text)).strip()
