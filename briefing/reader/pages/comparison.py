"""Two stakeholders in; their words side by side, issue by issue, out. And who agrees with whom in the whole article."""

from __future__ import annotations

from itertools import combinations, zip_longest

from briefing.model import Issue, Statement
from briefing.reader import signs
from briefing.reader.lookup import Cell, Lookup
from briefing.reader.pages.page import Page, PageWriter, Piece, Row
from briefing.reader.pages.statements import told

SIDE_BY_SIDE = 70
"""Columns from which two quotations stand side by side; below they stand one over the other."""
WIDEST = 160
"""Columns that two quotations side by side may take."""
VERDICTS = {"they disagree": "opposes", "they agree": "supports"}
"""How two positions may relate, and the role of the words."""
STANCES = 13
"""Columns for the word of a stance."""


def comparison(one: str, other: str, lookup: Lookup) -> Page:
    """Two stakeholders issue by issue, quotation against quotation."""

    def rows(width: int) -> list[Row]:
        writer = PageWriter(width)
        # What sets the two apart comes first, what only one of them speaks of last.
        issues = sorted(lookup.issues.values(), key=lambda issue: _rank(one, other, issue, lookup))
        for issue in issues:
            cells = lookup.cell(one, issue.id), lookup.cell(other, issue.id)
            if any(cell.statements for cell in cells):
                verdict = _verdict(*cells)
                writer.heading(issue.label, verdict, VERDICTS.get(verdict, "quiet"))
                write = _beside if width >= SIDE_BY_SIDE else _below
                write(writer, (one, other), cells, lookup)
        return writer.rows

    title = f"{lookup.name(one)}  and  {lookup.name(other)}"
    return Page(
        title,
        rows,
        "Neither said anything on an issue of the table.",
        "show in the text",
        hint="← → choose the side",
        widest=WIDEST,
    )


def agreements(lookup: Lookup) -> Page:
    """Who changed sides; who agrees and who disagrees, issue by issue, and on what conditions; pair by pair.

    Last, what the article tells in two ways.
    """

    def rows(width: int) -> list[Row]:
        writer = PageWriter(width)
        _changes(writer, lookup)
        for issue in lookup.issues.values():
            _sides(writer, issue, lookup)
        _pairs(writer, lookup)
        _notes(writer, lookup)
        return writer.rows

    return Page("Agreements and disagreements", rows, "No position was found.", "show in the text")


def _rank(one: str, other: str, issue: Issue, lookup: Lookup) -> int:
    """The place of an issue in a comparison."""
    cells = lookup.cell(one, issue.id), lookup.cell(other, issue.id)
    verdict = _verdict(*cells)
    if verdict:
        return list(VERDICTS).index(verdict)
    return len(VERDICTS) + (not all(cell.counted for cell in cells))


def _verdict(one: Cell, other: Cell) -> str:
    stances = {one.stance, other.stance}
    if stances in ({"supports"}, {"opposes"}):
        return "they agree"
    if stances == {"supports", "opposes"}:
        return "they disagree"
    return ""


def _beside(writer: PageWriter, who: tuple[str, str], cells: tuple[Cell, Cell], lookup: Lookup) -> None:
    left, right = (_head(name, cell, lookup) for name, cell in zip(who, cells, strict=True))
    writer.pair(left, right, (None, None))
    for first, second in zip_longest(cells[0].statements, cells[1].statements):
        writer.pair(_told(first, lookup), _told(second, lookup), (first, second))


def _below(writer: PageWriter, who: tuple[str, str], cells: tuple[Cell, Cell], lookup: Lookup) -> None:
    for name, cell in zip(who, cells, strict=True):
        writer.paragraph(_head(name, cell, lookup))
        for statement in cell.statements:
            writer.entry(_told(statement, lookup), statement, indent=5, hang=2)


def _head(name: str, cell: Cell, lookup: Lookup) -> list[Piece]:
    sign = signs.SIGNS[cell.stance]
    return [(lookup.name(name), "title"), (f" {sign.word}", sign.role)]


def _told(statement: Statement | None, lookup: Lookup) -> list[Piece]:
    if statement is None:
        return []
    pieces = told(statement, lookup)
    if statement.condition is not None:
        pieces.append((f"  condition: {lookup.words(statement.condition)}", "conditional"))
    return pieces


def _sides(writer: PageWriter, issue: Issue, lookup: Lookup) -> None:
    cells = [(who, lookup.cell(who, issue.id)) for who in lookup.stakeholders]
    held = [(who, cell) for who, cell in cells if cell.counted]
    if not held:
        return
    writer.heading(issue.label)
    for stance in ("supports", "opposes", "conditional", "mixed", "unclear"):
        for who, cell in held:
            if cell.stance == stance:
                sign = signs.SIGNS[stance]
                pieces: list[Piece] = [
                    (f"{signs.letter(stance, cell.weight)} ", signs.style_of(stance, cell.weight)),
                    (f"{sign.word:<{STANCES}}", sign.role),
                    (lookup.name(who), "title"),
                ]
                conditions = dict.fromkeys(lookup.words(one.condition) for one in cell.counted if one.condition)
                if conditions:
                    pieces.append((f": {'; '.join(conditions)}", ""))
                writer.entry(pieces, cell.counted[0], hang=2 + STANCES)


def _changes(writer: PageWriter, lookup: Lookup) -> None:
    changed = []
    for who in lookup.stakeholders:
        for issue in lookup.issues:
            cell = lookup.cell(who, issue)
            former = [one for one in cell.others if one.status == "past" and one.stance not in (cell.stance, "unclear")]
            if cell.counted and former:
                changed.append((who, issue, former[0], cell))
    if changed:
        writer.heading("Changed position")
    for who, issue, before, cell in changed:
        # What the cell says, not its first statement: of a mixed position that is one side only.
        words = (signs.SIGNS[before.stance], signs.SIGNS[cell.stance])
        pieces = [(lookup.name(who), "title"), (f" on {lookup.label(issue)}: formerly ", "")]
        pieces += [(words[0].word, words[0].role), (", now ", ""), (words[1].word, words[1].role)]
        writer.entry(pieces, cell.counted[0], hang=2)
        writer.entry([("formerly: ", "past"), *told(before, lookup)], before, indent=5, hang=2)


def _notes(writer: PageWriter, lookup: Lookup) -> None:
    if lookup.briefing.notes:
        writer.heading("The text against itself")
    for note in lookup.briefing.notes:
        writer.paragraph([(note, "")])
        for place in lookup.quoted(note):
            sentence = lookup.words(lookup.sentence_at(place))
            where = lookup.paragraph(place.start)
            writer.entry([(sentence, "quiet"), (f"  {where}" if where else "", "quiet")], place, indent=5, hang=2)


def _pairs(writer: PageWriter, lookup: Lookup) -> None:
    pairs = [(one, other, *lookup.agreement(one, other)) for one, other in combinations(lookup.stakeholders, 2)]
    pairs = [pair for pair in pairs if pair[2] or pair[3]]
    if pairs:
        writer.heading("Pair by pair")
    for one, other, same, opposite in sorted(pairs, key=lambda pair: (-len(pair[3]), -len(pair[2]), pair[:2])):
        issue = (opposite or same)[0]
        verdict = [f"disagree on {', '.join(map(lookup.label, opposite))}"] if opposite else []
        verdict += [f"agree on {', '.join(map(lookup.label, same))}"] if same else []
        pieces = [(f"{lookup.name(one)} and {lookup.name(other)} ", "title"), ("; ".join(verdict), "")]
        writer.entry(pieces, lookup.cell(one, issue).counted[0], hang=2)
