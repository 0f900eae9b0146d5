"""The attribution in the making, in tokens: what rules, tagger and linker hand to each other inside this step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

PARTICIPLE = "rule: participle with by"
"""Name of the rule by which the union holds something of "a bill opposed by the union"."""


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
    is_reported: bool = False
    """Whether it is what its parent tells of somebody else's plan or view ("said that the union would leave")."""
    is_hearsay: bool = False
    """Whether those near to its holder tell it of her ("aides to Ms Ruiz said she wants a vote")."""
    is_sure: bool = False
    """Whether its construction leaves no doubt, so that no regression is asked."""
    shares: Draft | None = field(default=None, repr=False)
    """The one whose content it repeats for another source; it is as sure as that one."""
    parent: Draft | None = field(default=None, repr=False)
    """The attribution in whose content this one lies."""

    @property
    def words_and_frame(self) -> tuple[str, str]:
        """The words of the rule and the frame in which it found them: "side with" and "particle"."""
        words, _, frame = self.rule.removeprefix("rule: ").rpartition(" with ")
        return (words, frame) if words else (frame, "")


class ContentIndex:
    """Which drafts have a token in their content; keeps long documents from comparing every draft with every other."""

    def __init__(self, drafts: Iterable[Draft] = ()) -> None:
        self._by_token: dict[int, list[Draft]] = {}
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        """Take a draft into the index."""
        for i in draft.content:
            self._by_token.setdefault(i, []).append(draft)

    def touching(self, tokens: Iterable[int]) -> list[Draft]:
        """The drafts with any of the tokens in their content, each once, in no particular order."""
        found: dict[int, Draft] = {}
        for i in tokens:
            for draft in self._by_token.get(i, ()):
                found[id(draft)] = draft
        return list(found.values())
