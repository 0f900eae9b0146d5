"""A Briefing in; answers to what the screen asks of it out: whose, which, how many, where.

Built once for each result and never changed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property

from msgspec import Struct

from briefing.exports.passages import Passages
from briefing.model import Briefing, Issue, Span, Stakeholder, Stance, Statement
from briefing.reader.signs import Weight, weight_of
from briefing.reader.text.display import NO_BREAK

QUOTED = re.compile("“([^“”]+)”")
"""What stands in quotation marks in a note about the article."""

LONGEST_PASSAGE = 600
"""Characters beyond which a source far from its words is not shown together with them."""


class Cell(Struct, frozen=True):
    """One stakeholder's position on one issue."""

    stance: Stance | None
    """None where no current statement was found."""
    counted: tuple[Statement, ...] = ()
    """Current statements, the most telling one first."""
    others: tuple[Statement, ...] = ()
    """Past, expected and hearsay statements: listed, never counted."""
    weight: Weight | None = None
    is_reviewed: bool = False
    """Whether a human has confirmed or corrected every statement that counts."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All evidence, what is counted first."""
        return self.counted + self.others

    def in_view(self, shown: Statement | None) -> Statement | None:
        """The statement that stands for the cell: the one that is shown in the text, or else the most telling one.

        What the status row says, and what is copied and corrected in the table, is always this one.
        """
        return shown if shown in self.statements else next(iter(self.statements), None)


class Lookup:
    """Answers about one Briefing.

    Args:
        briefing: the result of the analysis.
        unsure_below: confidence under which a statement is shown as unsure.
        reviewed: ids of the statements that a human has confirmed or corrected.
    """

    def __init__(self, briefing: Briefing, unsure_below: float = 0.5, reviewed: frozenset[str] = frozenset()) -> None:
        self.briefing = briefing
        self.unsure_below = unsure_below
        self.reviewed = reviewed
        self.stakeholders: dict[str, Stakeholder] = {one.id: one for one in briefing.stakeholders}
        self.issues: dict[str, Issue] = {one.id: one for one in briefing.issues}
        self.statements: dict[str, Statement] = {one.id: one for one in briefing.statements}
        self._passages = Passages(briefing.article)
        self.in_order = tuple(sorted(briefing.statements, key=first_offset))
        by_holder: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.in_order:
            if statement.stakeholder is not None:
                by_holder[statement.stakeholder].append(statement)
        self._by_holder = {holder: tuple(statements) for holder, statements in by_holder.items()}

    def statements_of(self, stakeholder: str) -> tuple[Statement, ...]:
        """A stakeholder's statements in the order of the text."""
        return self._by_holder.get(stakeholder, ())

    def cell(self, stakeholder: str, issue: str) -> Cell:
        """A stakeholder's position on an issue."""
        return self._cells.get((stakeholder, issue), Cell(None))

    def weight(self, statement: Statement) -> Weight:
        """Clear, likely or unsure."""
        return weight_of(statement.confidence, self.unsure_below)

    def name(self, stakeholder: str | None) -> str:
        """The name to show; statements without a known holder say so."""
        if stakeholder is None:
            return "unknown speaker"
        found = self.stakeholders.get(stakeholder)
        return found.name if found else stakeholder

    def description(self, stakeholder: Stakeholder) -> str:
        """Who somebody is in a few words: role or kind, and where they belong unless the role says so."""
        role = stakeholder.role or stakeholder.kind
        home = self.name(stakeholder.affiliation) if stakeholder.affiliation is not None else ""
        return role if not home or home in role else f"{role}, {home}"

    def label(self, issue: str | None) -> str:
        """The label of an issue; statements about none say so."""
        if issue is None:
            return "no issue"
        found = self.issues.get(issue)
        return found.label if found else issue

    def words(self, span: Span) -> str:
        """A span's words on one line."""
        return " ".join(span.of(self.briefing.article.text).split())

    def content(self, statement: Statement) -> str:
        """What was said, in the article's words; gaps between its pieces are marked."""
        return " … ".join(self.words(span) for span in statement.content)

    def passage(self, statement: Statement) -> Span:
        """The words of the article from the first to the last that belong to a statement, its source among them."""
        spans = spans_of(statement)
        passage = Span(min(span.start for span in spans), max(span.end for span in spans))
        if passage.end - passage.start > LONGEST_PASSAGE:
            return Span(statement.content[0].start, statement.content[-1].end)
        return passage

    def sentence(self, statement: Statement) -> Span:
        """The sentences that hold a statement."""
        return self._passages.evidence(statement)

    def quoted(self, note: str) -> list[Span]:
        """The places of the passages that a note about the article quotes, as far as they stand there."""
        found = []
        for words in QUOTED.findall(note):
            place = re.search(r"\s+".join(map(re.escape, words.split())), self.briefing.article.text)
            found += [Span(*place.span())] if place else []
        return found

    def sentence_at(self, span: Span) -> Span:
        """The sentences that hold a place."""
        return self._passages.sentence(span)

    def paragraph(self, offset: int) -> str:
        """How a place in the text is cited: "¶ 7", or nothing inside headings and the like."""
        number = self._passages.paragraph(offset)
        return f"¶{NO_BREAK}{number}" if number is not None else ""

    def agreement(self, one: str, other: str) -> tuple[list[str], list[str]]:
        """Issues on which two stakeholders stand on the same side, and on opposite sides."""
        same, opposite = [], []
        for issue in self.issues:
            stances = {self.cell(one, issue).stance, self.cell(other, issue).stance}
            if stances in ({"supports"}, {"opposes"}):
                same.append(issue)
            elif stances == {"supports", "opposes"}:
                opposite.append(issue)
        return same, opposite

    @cached_property
    def salience(self) -> dict[str, tuple[int, int]]:
        """For each stakeholder the numbers of statements and of mentions, by which lists are sorted."""
        spoken = Counter(statement.stakeholder for statement in self.briefing.statements)
        return {one.id: (spoken[one.id], len(one.mentions)) for one in self.briefing.stakeholders}

    @cached_property
    def _cells(self) -> dict[tuple[str, str], Cell]:
        stances = {(one.stakeholder, one.issue): one for one in self.briefing.positions}
        evidence: dict[tuple[str, str], list[Statement]] = defaultdict(list)
        for statement in self.briefing.statements:
            if statement.stakeholder is not None and statement.issue is not None:
                evidence[statement.stakeholder, statement.issue].append(statement)
        cells = {}
        for key in {*stances, *evidence}:
            stance = stances[key].stance if key in stances else None
            ordered = sorted(evidence[key], key=lambda one: (one.stance != stance, -one.confidence, first_offset(one)))
            counted = tuple(one for one in ordered if one.status == "current")
            cells[key] = Cell(
                stance=stance,
                counted=counted,
                others=tuple(one for one in ordered if one.status != "current"),
                weight=self.weight(counted[0]) if counted else None,
                is_reviewed=bool(counted) and self.reviewed.issuperset(one.id for one in counted),
            )
        return cells


def first_offset(statement: Statement) -> int:
    """Where a statement begins in the text."""
    return min((span.start for span in spans_of(statement)), default=0)


def spans_of(statement: Statement) -> list[Span]:
    """All places of a statement in the text: content, source, cue."""
    return [*statement.content, *(span for span in (statement.source, statement.cue) if span is not None)]
