"""Text in; the same text with every character that could harm or deceive replaced, one for one.

A terminal obeys escape and control characters, and a reader is deceived by characters that reorder or hide text.
Each is replaced by exactly one other character, so offsets hold (see Unicode Technical Report 36, and Boucher and
Anderson, "Trojan Source", 2021, for the bidirectional ones). Only what nobody sees inside a word, such as a soft
hyphen, is left out of formats with markup, where the text is put together (`without_hidden`).
"""

from __future__ import annotations

import re

from msgspec import Struct

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_BREAKS = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""Other signs for "new line" and "new page"; they become line breaks."""

_CONTROLS = re.escape("".join(map(chr, [*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0)])))
"""All but tabs and line feeds."""
_BIDIRECTIONAL = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufffb\U000e0000-\U000e0fff\U0001d173-\U0001d17a\U0001bca0-\U0001bca3"
)
_LATIN = r"A-Za-zªºÀ-ÖØ-öø-ɏ\u1e00-\u1eff\u0300-\u036f'’"
_IN_WORDS = r"\w\u0300-\u036f'’\u2011-"
"""What words are made of, in any script, with the hyphens between their parts."""
_HIDDEN = re.compile(
    f"(?<=[{_LATIN}])[\u00ad\u200b\u200c\u2060\ufeff]+(?=[{_LATIN}])"
    f"|(?<=[{_IN_WORDS}])[\u00ad\u2060\ufeff]+(?=[{_IN_WORDS}])"
)
"""What shows where a word may be broken or its letters joined; in other scripts two of them stand between words."""
_BULLETS = "\uf0b7\uf0a7\uf0a8\uf06e\uf0d8\uf0fc"
_PLAIN_BULLETS = str.maketrans(_BULLETS, "•▪□■➢✓")
"""Bullets of the fonts Symbol and Wingdings, which word processors write as characters that no other font has."""

_BROKEN = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"

_KINDS = (
    ("control characters", _CONTROLS, REPLACEMENT),
    ("characters that change the direction of text", _BIDIRECTIONAL, " "),
    ("invisible characters", _INVISIBLE, " "),
    ("broken characters", _BROKEN, REPLACEMENT),
)
"""What is replaced, and by what."""
_UNSAFE = "".join(characters for _, characters, _ in _KINDS)

LONGEST_PILE = 6
"""Combining marks that may stand on one letter; what comes after them is replaced."""

_MARKS = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a\u064b-\u065f\u0670"
    r"\u06d6-\u06dc\u06df-\u06e4\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)

_SUSPECT = re.compile(f"[{_BREAKS}{_UNSAFE}{_BULLETS}{_MARKS}]")
"""What most texts have nothing of: they are looked through once, and not for each kind."""


class CleanText(Struct, frozen=True):
    """Text that is safe to show, and for each kind of character how many were replaced."""

    text: str
    replaced: dict[str, int]

    @property
    def notes(self) -> tuple[str, ...]:
        """What was replaced, in words for the reader."""
        return tuple(f"{count} {_one(kind) if count == 1 else kind} replaced" for kind, count in self.replaced.items())


def _one(kind: str) -> str:
    """A single one of a kind: "characters that change" is "character that changes"."""
    return kind.replace("characters", "character").replace("change", "changes").replace("piles", "pile")


def clean(text: str) -> CleanText:
    """Replace dangerous characters one for one; line breaks, tabs and everything visible stay.

    Line and page separators become line breaks, and bullets of fonts that only a word processor has become bullets
    that all have. Control and broken characters become U+FFFD; characters that hide
    or reorder text become blanks. Combining marks beyond the sixth on one letter become U+FFFD.
    """
    if not _SUSPECT.search(text):
        return CleanText(text, {})
    text = re.sub(f"[{_BREAKS}]", "\n", text)
    if any(bullet in text for bullet in _BULLETS):
        text = text.translate(_PLAIN_BULLETS)
    replaced: dict[str, int] = {}
    for kind, characters, substitute in _KINDS:
        text, count = re.subn(f"[{characters}]", substitute, text)
        if count:
            replaced[kind] = count
    text, piles = re.subn(f"[{_MARKS}]{{{LONGEST_PILE + 1},}}", _flatten, text)
    if piles:
        replaced["piles of combining marks"] = piles
    return CleanText(text, replaced)


def without_hidden(text: str) -> str:
    """The text without what nobody sees inside its words (soft hyphens, joiners).

    They would part a name for whoever looks for it. Offsets into the text given do not hold in the text returned.
    """
    return _HIDDEN.sub("", text)


def is_safe(character: str) -> bool:
    """Whether a single character would be left as it is."""
    return not re.match(f"[{_UNSAFE}{_BREAKS}]", character)


def _flatten(pile: re.Match[str]) -> str:
    marks = pile.group()
    return marks[:LONGEST_PILE] + REPLACEMENT * (len(marks) - LONGEST_PILE)
