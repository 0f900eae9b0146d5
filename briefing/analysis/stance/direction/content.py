"""The tokens of a content with what its cue does to them; the pieces that its direction is read from out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.analysis.stance.words.tokens import Token

_SPOKEN = 6
"""Among how many words of a content its attitude may stand ("has *so far* refused")."""


@dataclass(frozen=True, slots=True)
class CueEffect:
    """What a cue makes of the words of its content."""

    spoken: str = ""
    """The words of the attitude where they are part of the content ("*opposed* the line"); they turn nothing."""
    wanted: bool = False
    """Whether the cue asks for the content, so that a participle says what is to be done."""
    opposed: bool = False
    """Whether the cue is against the content, so that an "against" in front belongs to it ("warned *against* it")."""
    preferred: bool = False
    """Whether the cue puts one thing before another ("prefers a fee *to* the toll")."""
    felt: bool = False
    """Whether the cue hopes for the content or is sorry about it ("hoped the toll *would fail*")."""


NO_EFFECT = CueEffect()


@dataclass(frozen=True, slots=True)
class Content:
    """The tokens of a content."""

    tokens: Sequence[Token]
    """In their order."""
    inside: frozenset[int]
    """Their places."""
    free: frozenset[int]
    """The places without those of the attitude, which turns nothing."""
    roots: Sequence[Token]
    """The tokens that nothing in the content governs."""

    @property
    def head(self) -> Token | None:
        """The first of the roots."""
        return self.roots[0] if self.roots else None

    def is_attitude(self, token: Token) -> bool:
        """Whether a token of the content is part of the attitude to it."""
        return token.i in self.inside and token.i not in self.free


def take_apart(tokens: Sequence[Token], cue: CueEffect) -> Content:
    """The pieces of a content."""
    said = cue.spoken.split()
    attitude = {token.i for token in tokens[:_SPOKEN] if token.text in said} if said else set()
    attitude |= {token.i for token in tokens[:1] if cue.opposed and token.lower_ == "against"}
    inside = frozenset(token.i for token in tokens)
    roots = [token for token in tokens if (above := token.head).i not in inside or above == token]
    return Content(tokens, inside, inside - attitude if attitude else inside, roots)
