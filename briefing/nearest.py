"""A name that does not exist and those that do in; a hint at the one that was meant out.

Every room asks here, so that a slip is taken for the same name wherever it is made.
"""

from __future__ import annotations

from collections.abc import Iterable

CLOSE = 0.6
"""How alike two names must be (0 to 1, by the letters that they share in order) for one to be a slip of the other."""
MOST_NAMED = 24
"""So many names are told where none is near; more would hide the message that they end."""


def nearest_name(name: str, known: Iterable[str]) -> str | None:
    """The known name that is nearest, or that has a word which is; None where none is near.

    "Duarte" is near to "Helena Duarte", and so is "Durte".
    """
    import difflib  # it is needed only where something is wrong

    words = {word.casefold(): one for one in sorted(known, reverse=True) for word in (*one.split(), one)}
    close = difflib.get_close_matches(name.casefold(), words, n=1, cutoff=CLOSE)
    return words[close[0]] if close else None


def hint(name: str, known: Iterable[str]) -> str:
    """The end of a message about a name that does not exist: the nearest one, or all of them where they are few.

    Begins with "; ", or is empty where there is nothing to say.
    """
    names = sorted(known)
    if (meant := nearest_name(name, names)) is not None:
        return f"; did you mean {meant!r}?"
    return f"; choose one of {', '.join(names)}" if 0 < len(names) <= MOST_NAMED else ""
