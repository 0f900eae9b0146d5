"""What she typed as a filter in; a test for table cells and stakeholders out.

A query is a list of words, all of which must hold. A bare word is looked for in names and labels; `field:word` asks one
field, `-field:word` the opposite. Values with spaces go in quotation marks: `issue:"prisoner exchange" stance:opposes`.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable

from msgspec import Struct

from briefing.errors import UsageError
from briefing.model import Issue, Stakeholder
from briefing.nearest import hint
from briefing.reader.lookup import Cell, Lookup
from briefing.reader.signs import SIGNS
from briefing.reader.text.search import fold

FIELDS = ("who", "kind", "role", "affiliation", "issue", "stance", "status")


class Term(Struct, frozen=True):
    """One condition of a query."""

    field: str | None
    value: str
    negated: bool = False


class Query(Struct, frozen=True):
    """A parsed filter."""

    terms: tuple[Term, ...] = ()

    @property
    def asks_for_cells(self) -> bool:
        """Whether some cells of the table are asked for and others not."""
        return any(term.field in ("stance", "status") for term in self.terms)

    def allows_stakeholder(self, stakeholder: Stakeholder, lookup: Lookup) -> bool:
        """Whether a stakeholder belongs into lists and into the table."""
        return all(_holds(term, stakeholder, lookup) for term in self.terms)

    def allows_issue(self, issue: Issue) -> bool:
        """Whether an issue belongs into the table."""
        return all(_contains(issue.label, term.value) != term.negated for term in self.terms if term.field == "issue")

    def allows_cell(self, cell: Cell) -> bool:
        """Whether a cell is what was asked for; other cells of its row are dimmed."""
        return all(_cell_holds(term, cell) != term.negated for term in self.terms if term.field in ("stance", "status"))


def parse_query(text: str) -> Query:
    """Read a filter.

    Raises:
        UsageError: a field does not exist, a stance does not exist, or a quotation mark is missing.
    """
    try:
        words = shlex.split(text.replace("'", r"\'"))
    except ValueError as error:
        raise UsageError('filter: a quotation mark is missing; write for example issue:"prisoner exchange"') from error
    terms = []
    for word in words:
        negated = word.startswith("-") and len(word) > 1
        field, colon, value = word[negated:].partition(":")
        if not colon:
            terms.append(Term(None, word[negated:], negated))
            continue
        if field not in FIELDS:
            raise UsageError(f"filter: there is no field {field!r}{hint(field, FIELDS)}")
        if field == "stance" and value and not any(sign.word.startswith(value.lower()) for sign in SIGNS.values()):
            raise UsageError(f"filter: there is no stance {value!r}{hint(value, [s.word for s in SIGNS.values()])}")
        if value:
            terms.append(Term(field, value, negated))
    return Query(tuple(terms))


def _holds(term: Term, stakeholder: Stakeholder, lookup: Lookup) -> bool:
    if term.field in ("issue", "stance", "status"):
        if term.field == "issue" and term.negated:
            return True
        cells = [lookup.cell(stakeholder.id, issue.id) for issue in lookup.briefing.issues]
        labelled = zip(lookup.briefing.issues, cells, strict=True)
        if term.field == "issue":
            return any(cell.statements and _contains(issue.label, term.value) for issue, cell in labelled)
        return any(_cell_holds(term, cell) for cell in cells if cell.statements) != term.negated
    return _FIELD_TESTS[term.field](stakeholder, lookup, term.value) != term.negated


def _cell_holds(term: Term, cell: Cell) -> bool:
    if term.field == "stance":
        return SIGNS[cell.stance].word.startswith(term.value.lower())
    return any(one.status.startswith(term.value.lower()) for one in cell.statements)


def _contains(text: str | None, value: str) -> bool:
    return text is not None and fold(value).casefold() in fold(text).casefold()


_FIELD_TESTS: dict[str | None, Callable[[Stakeholder, Lookup, str], bool]] = {
    None: lambda one, _, value: any(_contains(name, value) for name in (one.name, one.role, *one.aliases)),
    "who": lambda one, _, value: any(_contains(name, value) for name in (one.name, *one.aliases)),
    "kind": lambda one, _, value: one.kind.startswith(value.lower()),
    "role": lambda one, _, value: _contains(one.role, value),
    "affiliation": lambda one, lookup, value: (
        one.affiliation is not None and _contains(lookup.name(one.affiliation), value)
    ),
}
