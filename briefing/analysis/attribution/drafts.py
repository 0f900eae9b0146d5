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
    scores: dict[str, float] = field(default_factory=dict)
    """How sure the learned steps were, as probabilities: of the tags, of the links."""
    is_nested: bool = False
    """Whether it was found by looking inside the content of its parent."""
    parent: Draft | None = field(default=None, repr=False)
    """The attribution in whose content this one lies."""
