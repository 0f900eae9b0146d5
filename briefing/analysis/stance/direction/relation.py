"""How a content stands to the label of its issue: a `Relation`, which `relate.py` makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Origin = Literal["", "head", "path", "label", "both"]


@dataclass(frozen=True, slots=True)
class Relation:
    """How a content stands to a label."""

    sign: int = 0
    """+1 the same direction, -1 opposite, 0 nothing in the words links them."""
    words: tuple[str, ...] = ()
    """The operators and negations that turn it."""
    origin: Origin = ""
    """Where the direction comes from: an operator at the "head" of the content, on the "path" to the shared word, the
    "label" alone, "both" an operator and the label, or "" where nothing turns it."""
    overlap: int = 0
    """How many content words of the label the content shares, its operator among them."""
    claim: bool = False
    """Whether the content is headed by a noun for somebody else's words ("the suggestion")."""
    rival: str = ""
    """The word that says that the content puts one thing in the place of another ("a fee *instead*")."""
    elsewhere: bool = False
    """Whether an operator is done to something that is neither named by the label nor points back."""
    absolute: bool = False
    """Whether an operator is done to what only points back ("*scrap* the plan") or lessens a matter."""
    spurned: bool = False
    """Whether the content puts something else before what the label names ("a tax *rather than* the toll")."""
    lessens: bool = False
    """Whether the content is nothing but a delay or an exception ("any delay"): of what, the article knows."""
    about_actor: bool = False
    """Whether the attitude is to somebody: a name or a personal pronoun heads the content or is the object of it."""


NO_RELATION = Relation()
