"""A rule's finding about one statement: the stance, the words that decided it, and how sure the rule is."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model import Stance


@dataclass(frozen=True, slots=True)
class Decision:
    """A stance, the words that decided it, and the rule in a sentence for the reader."""

    stance: Stance
    why: str
    rule: str
    explicit: bool = False
    """Whether the words say the stance of the issue itself, so that nothing is to be inferred."""
    construction: bool = False
    """Whether a construction of the whole sentence decides, of which the model sees only the parts."""
