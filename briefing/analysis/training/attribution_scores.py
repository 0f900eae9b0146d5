"""Gold and found drafts in; counts of what was found and whose it was out, in tokens.

detected: a found content is paired with a gold content, one to one and best first, where they share half of their
tokens (intersection over union). who said what: detected, and the sources share a token or both are missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.analysis.attribution.drafts import Draft

NEEDED = 0.5


@dataclass(slots=True)
class Counts:
    """Totals over documents."""

    gold: int = 0
    found: int = 0
    detected: int = 0
    right: int = 0

    def add(self, other: Counts) -> None:
        """Add another count to this one."""
        self.gold += other.gold
        self.found += other.found
        self.detected += other.detected
        self.right += other.right

    def f1(self, hits: int) -> float:
        """F1 in per cent of a number of hits."""
        total = self.gold + self.found
        return 200 * hits / total if total else 0.0

    def line(self) -> str:
        """F1 of detected and of who said what, as cells of a table."""
        return f"{self.f1(self.detected):.1f} | {self.f1(self.right):.1f}"


@dataclass(slots=True)
class Report:
    """Counts in all and by group."""

    total: Counts = field(default_factory=Counts)
    recall: dict[str, Counts] = field(default_factory=dict)
    """By group of the gold attribution."""


def pair(gold: Sequence[Draft], found: Sequence[Draft]) -> list[tuple[int, int]]:
    """Numbers of gold and found contents that belong together."""
    candidates = []
    for g, wanted in enumerate(gold):
        a = set(wanted.content)
        for f, given in enumerate(found):
            b = set(given.content)
            shared = len(a & b)
            if shared and shared >= NEEDED * len(a | b):
                candidates.append((-shared / len(a | b), g, f))
    pairs: list[tuple[int, int]] = []
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for _, g, f in sorted(candidates):
        if g not in used_gold and f not in used_found:
            pairs.append((g, f))
            used_gold.add(g)
            used_found.add(f)
    return pairs


def same_source(one: Draft, other: Draft) -> bool:
    """Whether two sources share a token, or both are missing."""
    if not one.source or not other.source:
        return not one.source and not other.source
    return not set(one.source).isdisjoint(other.source)


def count(gold: Sequence[Draft], found: Sequence[Draft], groups: Sequence[str], report: Report) -> list[bool]:
    """Add one document to a report; `groups` names the group of each gold draft.

    Returns:
        for each found draft whether content and source are right.
    """
    pairs = pair(gold, found)
    right = [(g, f) for g, f in pairs if same_source(gold[g], found[f])]
    report.total.add(Counts(len(gold), len(found), len(pairs), len(right)))
    detected_gold, right_gold = {g for g, _ in pairs}, {g for g, _ in right}
    for g, group in enumerate(groups):
        report.recall.setdefault(group, Counts()).add(Counts(1, 0, int(g in detected_gold), int(g in right_gold)))
    hits = {f for _, f in right}
    return [f in hits for f in range(len(found))]
