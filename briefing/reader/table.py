"""A Briefing and how she wants to see it in; the rows and columns of the positions table out."""

from __future__ import annotations

from msgspec import Struct

from briefing.reader import roster
from briefing.reader.desk import OpenArticle
from briefing.reader.lookup import Cell, Lookup


class Label(Struct, frozen=True):
    """A row or a column: the id of a stakeholder or issue and what is written there; a group has no id."""

    id: str | None
    text: str


class Table(Struct, frozen=True):
    """Stakeholders against issues, or the other way round."""

    rows: tuple[Label, ...] = ()
    columns: tuple[Label, ...] = ()
    transposed: bool = False

    def key(self, row: int, column: int) -> tuple[str, str] | None:
        """Ids of the stakeholder and the issue of a cell; None for the heading of a group or outside the table."""
        if not (0 <= row < len(self.rows) and 0 <= column < len(self.columns)):
            return None
        first, second = self.rows[row].id, self.columns[column].id
        if first is None or second is None:
            return None
        return (second, first) if self.transposed else (first, second)

    def cell(self, row: int, column: int, lookup: Lookup) -> Cell:
        """The position in a cell."""
        key = self.key(row, column)
        return lookup.cell(*key) if key else Cell(None)

    def find(self, stakeholder: str | None, issue: str | None) -> tuple[int | None, int | None]:
        """Row and column of a stakeholder and an issue, where they are in the table."""
        first, second = (issue, stakeholder) if self.transposed else (stakeholder, issue)
        return _index(self.rows, first), _index(self.columns, second)


def build(opened: OpenArticle) -> Table:
    """The table of an open article: those who hold a position or have any statement, and the issues not hidden."""
    lookup, view = opened.lookup, opened.table
    if lookup is None:
        return Table()
    issues = roster.issues_in_order(lookup, opened.query, view.hidden, view.first)
    issue_labels = tuple(Label(issue.id, issue.label) for issue in issues)
    people: list[Label] = []
    for group in roster.arrange(lookup, opened.sort, opened.query, opened.grouping):
        members = [
            Label(one.id, one.name)
            for one in group.stakeholders
            if any(lookup.cell(one.id, issue.id).statements for issue in issues)
        ]
        if members and group.title is not None and not view.transposed:
            people.append(Label(None, group.title))
        people += members
    if view.transposed:
        # Without anybody there are no cells; labels of rows alone would look like a table that failed.
        return Table(issue_labels if people else (), tuple(people), transposed=True)
    return Table(tuple(people), issue_labels)


def _index(labels: tuple[Label, ...], wanted: str | None) -> int | None:
    return next((index for index, label in enumerate(labels) if wanted is not None and label.id == wanted), None)
