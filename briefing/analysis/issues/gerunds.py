"""A verb in; the name of its deed out, spelled as English spells it."""

from __future__ import annotations

import re

_SHORT = re.compile(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]")
"""A verb of one syllable with a short vowel: its last letter is doubled before -ing."""
_PREFIXED = re.compile(r"(?:re|un|out|over|under|up|off|for|sub|trans)[^aeiou]+[aeiou][^aeiouwxy]")
"""The same behind a prefix ("overrun", "unplug")."""
_DOUBLING = frozenset(
    {
        "begin", "permit", "admit", "commit", "omit", "emit", "transmit", "defer", "deter", "infer", "rebut", "equip",
        "control", "patrol", "compel", "expel", "repel", "propel", "occur", "incur", "concur", "abet", "acquit",
        "allot", "prefer", "annul", "enrol", "fulfil", "instil", "distil",
    }
)  # fmt: skip
"""Longer verbs whose last letter is doubled before -ing."""
_SINGLE = frozenset({"offer", "order", "render", "reckon", "forfeit", "subject", "utter", "upper"})
"""Verbs that only look as if they had a prefix."""


def gerund(lemma: str) -> str:
    """The name of a deed: "close" gives "closing", "cut" gives "cutting"."""
    word = lemma.casefold()
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1] + "ing"
    doubles = word in _DOUBLING or _SHORT.fullmatch(word) or (word not in _SINGLE and _PREFIXED.fullmatch(word))
    return word + word[-1] + "ing" if doubles else word + "ing"
