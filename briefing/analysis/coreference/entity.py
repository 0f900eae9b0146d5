"""One actor while its mentions are being collected: what the ranker looks at."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from operator import attrgetter

from briefing.analysis.layers import Actor, Gender, Number
from briefing.model import MentionForm

_first = attrgetter("first")


@dataclass(slots=True)
class Reference:
    """One mention of an entity, in tokens."""

    first: int
    last: int
    head: int
    form: MentionForm
    word: str = ""


@dataclass(slots=True, eq=False)
class Entity:
    """Everything known so far about one actor; two of whom the same is known are still two."""

    kind: str
    gender: Gender
    number: Number
    named: bool
    references: list[Reference]
    """In the order of the text."""
    heads: set[str] = field(default_factory=set)
    """Lemmas of nouns that describe it."""
    modifiers: set[str] = field(default_factory=set)
    """Words before the head of the description that introduced it."""
    words: set[str] = field(default_factory=set)
    """Words of its names and of its role, in lower case."""
    owners: set[str] = field(default_factory=set)
    """Those of them that only say whose it is ("the mayor's deputy")."""
    actor: Actor | None = None
    is_place: bool = False
    is_indefinite: bool = False
    """Whether "a", "one", "another" introduced it."""
    leaning: float = 0.0
    """Where the gender is unknown: -1 (the given name sounds male) to 1 (female)."""
    affiliation: str | None = None
    belongs_to: Entity | None = None
    """Whose it is, where it was introduced with a possessive pronoun ("his office")."""
    owner: Entity | None = None
    """The body or state that a description of a person names ("its chair")."""
    reasons: list[str] = field(default_factory=list)

    def count_before(self, token: int) -> int:
        """How many of its mentions begin before a token."""
        return bisect_left(self.references, token, key=_first)

    def before(self, token: int) -> Reference | None:
        """Its last mention that begins before a token."""
        number = self.count_before(token)
        return self.references[number - 1] if number else None

    def add(self, reference: Reference) -> None:
        """Add a mention in its place."""
        insort(self.references, reference, key=_first)
