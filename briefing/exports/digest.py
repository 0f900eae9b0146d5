"""A Briefing in; the same facts in the order in which a page tells them out. Nothing is added, nothing is escaped.

Every page format (Markdown, HTML, templates, SVG, table) is made from a `Digest`, so that all of them say the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from briefing.exports.choices import Choices
from briefing.exports.entries import Evidence, Excerpt, Side
from briefing.exports.marks import without_marks
from briefing.exports.naming import in_sentence
from briefing.exports.passages import Passages
from briefing.exports.scope import find_stakeholder
from briefing.exports.words import STANCE_HEADINGS, STATUS_HEADINGS, confidence_word, count, legend
from briefing.model import Briefing, Issue, Position, Span, Stakeholder, Statement, Status


class Digest:
    """The facts of a briefing, grouped and looked up; offsets are those of the article."""

    def __init__(self, briefing: Briefing, choices: Choices) -> None:
        self.briefing = briefing
        self.choices = choices
        self.article = briefing.article
        self.passages = Passages(briefing.article)
        self.stakeholders = {one.id: one for one in briefing.stakeholders}
        self.issues = {one.id: one for one in briefing.issues}
        self._statements = {one.id: one for one in briefing.statements}
        self._cells = {(one.stakeholder, one.issue): one for one in briefing.positions}

    @cached_property
    def title(self) -> str:
        """What the page is called."""
        name = self.article.title or _file_name(self.article.path) or "untitled article"
        return f"Briefing: {name}"

    @cached_property
    def evidence(self) -> dict[str, Evidence]:
        """Every statement by its id, in the order of the briefing."""
        return {one.id: self._evidence(one) for one in self.briefing.statements}

    @cached_property
    def rows(self) -> tuple[Stakeholder, ...]:
        """Stakeholders with at least one position, in the order of the briefing; the two of a comparison as chosen."""
        if self.choices.compare:
            return tuple(find_stakeholder(self.briefing, one) for one in self.choices.compare)
        holders = {one.stakeholder for one in self.briefing.positions}
        return tuple(one for one in self.briefing.stakeholders if one.id in holders)

    @cached_property
    def columns(self) -> tuple[Issue, ...]:
        """Issues on which at least one stakeholder has a position, in the order of the briefing."""
        issues = {one.issue for one in self.briefing.positions}
        return tuple(one for one in self.briefing.issues if one.id in issues)

    @cached_property
    def legend(self) -> str:
        """The signs of the positions table, only those that occur in it."""
        cells = [self.position(row.id, issue.id) for row in self.rows for issue in self.columns]
        return legend({cell.stance if cell else None for cell in cells})

    @cached_property
    def has_reviewed_cells(self) -> bool:
        """Whether a human has confirmed all statements behind at least one cell."""
        return any(self.cell_reviewed(cell) for cell in self.briefing.positions)

    @cached_property
    def has_doubtful_cells(self) -> bool:
        """Whether at least one cell shows a side that the program is unsure of."""
        return any(self.is_doubtful(cell) for cell in self.briefing.positions)

    def said_by(self, stakeholder: Stakeholder) -> str:
        """How much a stakeholder says: `3 statements`; nothing where there is none, which a part may have left out."""
        said = sum(one.stakeholder == stakeholder.id for one in self.briefing.statements)
        return count(said, "statement") if said else ""

    def in_sentence(self, stakeholder: Stakeholder) -> str:
        """The name of a stakeholder as a sentence needs it."""
        return in_sentence(stakeholder, self.article.text)

    def position(self, stakeholder: str, issue: str) -> Position | None:
        """The cell of the positions table; None where nothing was found."""
        return self._cells.get((stakeholder, issue))

    def cell_weight(self, position: Position) -> str:
        """How sure a cell is: as sure as the surest statement that says what the cell says."""
        behind = [self._statements[one] for one in position.statements]
        saying = [one for one in behind if one.stance == position.stance] or behind
        return confidence_word(max(one.confidence for one in saying))

    def is_doubtful(self, position: Position) -> bool:
        """Whether a side is shown that the program is unsure of; "unclear" says so itself."""
        return position.stance != "unclear" and self.cell_weight(position) == "unsure"

    def cell_reviewed(self, position: Position) -> bool:
        """Whether a human has confirmed all statements behind a cell."""
        return self.choices.reviewed.issuperset(position.statements)

    def sides(self, issue: str | None) -> tuple[Side, ...]:
        """The statements on an issue (or on none): current ones by stance, then those that make no position."""
        about = [one for one in self.evidence.values() if one.statement.issue == issue]
        current = [one for one in about if one.statement.status == "current"]
        sides = [
            Side(heading, True, tuple(one for one in current if one.statement.stance == stance))
            for stance, heading in STANCE_HEADINGS.items()
        ]
        sides += [
            Side(heading, False, tuple(one for one in about if one.statement.status == status))
            for status, heading in STATUS_HEADINGS.items()
        ]
        return tuple(side for side in sides if side.evidence)

    @cached_property
    def unknown(self) -> int:
        """Number of statements without a known speaker."""
        return sum(one.stakeholder is None for one in self.briefing.statements)

    @cached_property
    def reviewed(self) -> int:
        """Number of statements that a human has confirmed."""
        return sum(one.id in self.choices.reviewed for one in self.briefing.statements)

    def apart(self, status: Status) -> int:
        """Number of statements with a status."""
        return sum(one.status == status for one in self.briefing.statements)

    def _evidence(self, statement: Statement) -> Evidence:
        return Evidence(
            statement=statement,
            holder=self.stakeholders.get(statement.stakeholder or ""),
            told_by=self._told_by(statement),
            excerpts=tuple(self._excerpts(statement)),
            condition=self._excerpt(f"{statement.id}-condition", statement.condition) if statement.condition else None,
            cue=self._cue(statement),
            weight=confidence_word(statement.confidence),
            reviewed=statement.id in self.choices.reviewed,
        )

    def _told_by(self, statement: Statement) -> str | None:
        """Who tells of a statement, if it is another than its holder."""
        outer = self._statements.get(statement.within or "")
        if outer is None or (outer.stakeholder == statement.stakeholder and outer.stakeholder is not None):
            return None
        teller = self.stakeholders.get(outer.stakeholder or "")
        return self.in_sentence(teller) if teller else "an unknown speaker"

    def _cue(self, statement: Statement) -> str:
        """The words that introduce a statement; a colon or a dash alone is none."""
        words = statement.cue.of(self.article.text) if statement.cue else ""
        return words if any(character.isalnum() for character in words) else ""

    def _excerpts(self, statement: Statement) -> Iterable[Excerpt]:
        """The quoted words of a direct quotation, piece by piece; of everything else the article's own sentence."""
        if statement.form != "direct":
            yield self._excerpt(statement.id, self.passages.evidence(statement))
            return
        for number, span in enumerate(statement.content, start=1):
            key = statement.id if number == 1 else f"{statement.id}-{number}"
            yield self._excerpt(key, self._quoted_words(span), quoted=True)

    def _quoted_words(self, span: Span) -> Span:
        """The words between the marks, without the comma that only leads on to who said them."""
        words = without_marks(self.article.text, span)
        end = words.end - 1 if words.end - words.start > 1 and self.article.text[words.end - 1] == "," else words.end
        return Span(words.start, end)

    def _excerpt(self, key: str, span: Span, *, quoted: bool = False) -> Excerpt:
        return Excerpt(key, span, span.of(self.article.text), self.passages.citation(span), quoted)


def _file_name(path: str | None) -> str:
    return (path or "").rstrip("/").rsplit("/", 1)[-1]
