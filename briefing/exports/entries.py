"""What a page says of statements, as data: excerpts with their places, evidence, entries, and the sides of an issue."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from briefing.exports.naming import in_line
from briefing.exports.words import FORM_WORDS, REVIEWED_SIGN, WEIGHTS, listing
from briefing.model import Span, Stakeholder, Statement

UNKNOWN_SPEAKER = "Unknown speaker"


class Excerpt(Struct, frozen=True):
    """A passage of the article as shown: the words, where they stand, and whether they may wear quotation marks."""

    key: str
    """Names its note: `s7`, `s7-2`, `s7-condition`."""
    span: Span
    words: str
    citation: str
    """`¶7`."""
    quoted: bool
    """True only for words that stand in quotation marks in the article."""


class Evidence(Struct, frozen=True):
    """One statement with everything a page says about it."""

    statement: Statement
    holder: Stakeholder | None
    told_by: str | None
    """Who holds the statement inside which this one lies, as a sentence names them."""
    excerpts: tuple[Excerpt, ...]
    condition: Excerpt | None
    cue: str
    weight: str
    """clear, likely or unsure."""
    reviewed: bool

    @property
    def name(self) -> str:
        """The holder as a page names them."""
        return self.holder.name if self.holder else UNKNOWN_SPEAKER

    @property
    def heading(self) -> str:
        """The holder at the beginning of a line."""
        return in_line(self.holder) if self.holder else UNKNOWN_SPEAKER


class Entry(Struct, frozen=True):
    """Statements of one holder that rest on the same words: a page shows the words once, for all of them."""

    evidence: tuple[Evidence, ...]

    @property
    def first(self) -> Evidence:
        """The statement that stands for all of them: holder, teller and words are the same."""
        return self.evidence[0]

    @property
    def forms(self) -> list[str]:
        """How the words are given, in words: "reported speech"."""
        return _distinct(FORM_WORDS[one.statement.form] for one in self.evidence)

    @property
    def weights(self) -> list[str]:
        """How sure they are: clear, likely or unsure, the surest first."""
        return [weight for weight in WEIGHTS if any(one.weight == weight for one in self.evidence)]

    @property
    def conditions(self) -> list[tuple[Excerpt, ...]]:
        """Their conditions, those with the same words together."""
        groups: dict[Span, list[Excerpt]] = {}
        for one in self.evidence:
            if one.condition:
                groups.setdefault(one.condition.span, []).append(one.condition)
        return [tuple(group) for group in groups.values()]

    @property
    def review(self) -> str:
        """Whether a human has confirmed them: "reviewed ✓", "1 of 2 reviewed ✓", or nothing."""
        reviewed = sum(one.reviewed for one in self.evidence)
        part = "" if reviewed == len(self.evidence) else f"{reviewed} of {len(self.evidence)} "
        return f"{part}reviewed {REVIEWED_SIGN}" if reviewed else ""

    def facts(self) -> list[str]:
        """What stands behind a name: role, form, certainty, teller, and the stance where no heading says it."""
        holder, told_by = self.first.holder, self.first.told_by
        facts = [holder.role] if holder and holder.role else []
        facts += [listing(self.forms), listing(self.weights)]
        facts += [f"as told by {told_by}"] if told_by else []
        if self.first.statement.status != "current":
            facts.append(f"stance {listing(_distinct(one.statement.stance for one in self.evidence))}")
        return facts

    def cues(self) -> str:
        """The words that introduce them."""
        return "; ".join(_distinct(one.cue for one in self.evidence if one.cue))


class Side(Struct, frozen=True):
    """The statements on an issue that say the same, under one heading."""

    heading: str
    current: bool
    """Whether they make positions."""
    evidence: tuple[Evidence, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The statements, those of one holder that rest on the same words together."""
        groups: dict[object, list[Evidence]] = {}
        for one in self.evidence:
            words = tuple((excerpt.span, excerpt.quoted) for excerpt in one.excerpts)
            # Two unknown speakers in one sentence may be two people.
            holder = one.holder.id if one.holder else (one.statement.id,)
            groups.setdefault((holder, one.told_by, words), []).append(one)
        return tuple(Entry(tuple(group)) for group in groups.values())


def _distinct(words: Iterable[str]) -> list[str]:
    """Each word once, in the order of their first occurrence."""
    return list(dict.fromkeys(words))
