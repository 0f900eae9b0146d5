"""The attribution in the making, in tokens: what rules, tagger and linker hand to each other inside this step."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Draft:
    """Source, cue and content as ascending token numbers; source and cue may be empty, the content never is."""

    source: list[int]
    cue: list[int]
    content: list[int]
    rule: str = ""
    """What found it: the name of a rule, or "learned"."""
    confidence: float = 0.5
    parent: Draft | None = field(default=None, repr=False)
    """The attribution in whose content this one lies."""
