"""A stakeholder in; what the article says of them out: role, statements with reasons, allies, mentions."""

from __future__ import annotations

from itertools import groupby

from briefing.reader import signs
from briefing.reader.lookup import Lookup
from briefing.reader.pages.page import Page, PageWriter, Piece, Row
from briefing.reader.pages.reasons import NAMES, reasons
from briefing.reader.pages.statements import told
from briefing.reader.text.display import count

FORMS = {"name": "by name", "nominal": "by description", "pronoun": "by pronoun"}
AROUND = 40
"""Characters shown before and after a mention."""


def dossier(stakeholder_id: str, lookup: Lookup) -> Page:
    """The dossier of a stakeholder; each line leads to its place in the text."""

    def rows(width: int) -> list[Row]:
        writer = PageWriter(width)
        _who(writer, stakeholder_id, lookup)
        _by_issue(writer, stakeholder_id, lookup)
        _agreements(writer, stakeholder_id, lookup)
        _mentions(writer, stakeholder_id, lookup)
        _why(writer, stakeholder_id, lookup)
        return writer.rows

    return Page(lookup.name(stakeholder_id), rows, enter="show in the text")


def _who(writer: PageWriter, stakeholder_id: str, lookup: Lookup) -> None:
    one = lookup.stakeholders[stakeholder_id]
    said, named = lookup.salience[stakeholder_id]
    facts: list[Piece] = [(signs.KIND_WORDS[one.kind], "")]
    if one.role:
        facts.append((f" · {one.role}", ""))
    if one.affiliation:
        facts.append((f" · {lookup.name(one.affiliation)}", ""))
    facts.append((f" · {count(said, 'statement')} · mentioned {count(named, 'time')}", "quiet"))
    writer.paragraph(facts)
    others = [alias for alias in one.aliases if alias != one.name]
    if others:
        writer.paragraph([("also: " + ", ".join(others), "quiet")])


def _by_issue(writer: PageWriter, stakeholder_id: str, lookup: Lookup) -> None:
    order = {issue: rank for rank, issue in enumerate(lookup.issues)}
    # What counts comes before what is only listed.
    statements = sorted(
        lookup.statements_of(stakeholder_id),
        key=lambda one: (order.get(one.issue or "", len(order)), one.status != "current"),
    )
    for issue, group in groupby(statements, key=lambda one: one.issue):
        if issue:
            sign = signs.SIGNS[lookup.cell(stakeholder_id, issue).stance]
            writer.heading(lookup.label(issue), sign.word, sign.role)
        else:
            writer.heading("On no issue of the table")
        for statement in group:
            writer.entry(told(statement, lookup), statement, hang=2)
            for row in reasons(statement, lookup):
                writer.paragraph(row, indent=5, hang=NAMES)
    if not statements:
        writer.heading("Statements")
        writer.paragraph([("None was found; they are only mentioned.", "quiet")])


def _agreements(writer: PageWriter, stakeholder_id: str, lookup: Lookup) -> None:
    lines = []
    for other in lookup.stakeholders:
        same, opposite = lookup.agreement(stakeholder_id, other) if other != stakeholder_id else ([], [])
        lines += [("agrees with", other, issue) for issue in same]
        lines += [("disagrees with", other, issue) for issue in opposite]
    if lines:
        writer.heading("Agrees and disagrees")
    for word, other, issue in sorted(lines):
        cell = lookup.cell(other, issue)
        if cell.counted:
            pieces = [(f"{word} ", "quiet"), (lookup.name(other), "title"), (f" on {lookup.label(issue)}", "")]
            writer.entry(pieces, cell.counted[0], hang=2)


def _mentions(writer: PageWriter, stakeholder_id: str, lookup: Lookup) -> None:
    text = lookup.briefing.article.text
    mentions = sorted(lookup.stakeholders[stakeholder_id].mentions)
    if mentions:
        writer.heading("Mentions")
    for mention in mentions:
        before = " ".join(text[max(0, mention.start - AROUND) : mention.start].split(" ")[1:]).replace("\n", " ")
        after = " ".join(text[mention.end : mention.end + AROUND].split(" ")[:-1]).replace("\n", " ")
        pieces = [
            (f"…{before.lstrip()}", "quiet"),
            (text[mention.start : mention.end].replace("\n", " "), f"mention_{mention.form}"),
            (f"{after}…", "quiet"),
            (f"  {lookup.paragraph(mention.start)} · {FORMS[mention.form]}", "quiet"),
        ]
        writer.entry(pieces, mention.span, hang=2)


def _why(writer: PageWriter, stakeholder_id: str, lookup: Lookup) -> None:
    """Why the analysis takes these mentions for one stakeholder of this kind."""
    given = lookup.stakeholders[stakeholder_id].reasons
    if given:
        writer.heading("Why this one")
    for reason in given:
        writer.paragraph([(reason.rstrip("."), "quiet")], hang=2)
