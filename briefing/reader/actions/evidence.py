"""From stakeholder to stakeholder, from statement to statement, from issue to issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import UsageError
from briefing.model import Span, Statement
from briefing.reader.action import Action
from briefing.reader.actions.arranging import clear_filter
from briefing.reader.actions.opened import analysed

if TYPE_CHECKING:
    from briefing.reader.pages.page import Page
    from briefing.reader.protocols import Reading


def next_stakeholder(screen: Reading) -> None:
    """Select the next stakeholder and light up their words in the text."""
    _step_stakeholder(screen, 1)


def previous_stakeholder(screen: Reading) -> None:
    """Select the stakeholder before and light up their words in the text."""
    _step_stakeholder(screen, -1)


def next_evidence(screen: Reading) -> None:
    """Show the next statement of the selected stakeholder, or of anyone if no one is selected."""
    _step_evidence(screen, 1)


def previous_evidence(screen: Reading) -> None:
    """Show the statement before of the selected stakeholder, or of anyone if no one is selected."""
    _step_evidence(screen, -1)


def next_issue(screen: Reading) -> None:
    """Move to the next issue: the next column of the table, and its evidence for this stakeholder."""
    _step_issue(screen, 1)


def previous_issue(screen: Reading) -> None:
    """Move to the issue before."""
    _step_issue(screen, -1)


def open_cell(screen: Reading) -> None:
    """Show the sentence behind the cell in the text, with the keyboard there."""
    _, lookup = analysed(screen)
    key = screen.positions_pane.key
    cell = lookup.cell(*key) if key else None
    if key is None or cell is None or not cell.statements:
        raise UsageError("Nothing was found here: no statement of this stakeholder on this issue.")
    screen.show_evidence(cell.statements[0], cell.statements)


def cycle_evidence(screen: Reading) -> None:
    """Show the next statement behind the cell, or the next one of the selected stakeholder."""
    opened, lookup = analysed(screen)
    statements = [lookup.statements[one] for one in opened.evidence]
    if opened.shown_statement is None or len(statements) < 2:
        next_evidence(screen)
        return
    index = (opened.evidence.index(opened.shown_statement.id) + 1) % len(statements)
    _show_without_trace(screen, statements[index], tuple(statements))


def first_words(screen: Reading) -> None:
    """Show what the selected stakeholder said first, or where they are first named."""
    opened, lookup = analysed(screen)
    if opened.stakeholder is None:
        next_stakeholder(screen)
        return
    statements = lookup.statements_of(opened.stakeholder)
    if statements:
        screen.show_evidence(statements[0], statements)
        return
    mentions = lookup.stakeholders[opened.stakeholder].mentions
    if not mentions:
        raise UsageError("This stakeholder is not named in the text.")
    screen.go_to(mentions[0].span)


def select_no_one(screen: Reading) -> None:
    """Take away what was laid on last: a selection, a search, the filter, then the marks of the stakeholder."""
    opened = screen.opened
    if opened is None:
        return
    pane = screen.article_pane
    if pane.text_cursor is not None:
        pane.end_selection()
    elif screen.is_zen:
        screen.toggle_zen()
    elif opened.search.matches:
        opened.search.matches, opened.search.current = [], None
        pane.refresh_marks()
    elif opened.filter and screen.place != "article":
        clear_filter(screen)
    else:
        screen.select_stakeholder(None)


async def follow(screen: Reading, page: Page) -> None:
    """Show a page, then what the chosen entry leads to."""
    target = await screen.choose_from(page)
    if isinstance(target, Statement):
        screen.show_evidence(target)
    elif isinstance(target, Span):
        screen.go_to(target)


def _step_stakeholder(screen: Reading, step: int) -> None:
    analysed(screen)
    found = screen.stakeholders_pane.neighbour(step)
    if found is None:
        raise UsageError("No stakeholder was found in this text.")
    screen.select_stakeholder(found.id)


def _step_evidence(screen: Reading, step: int) -> None:
    opened, lookup = analysed(screen)
    statements = lookup.in_order if opened.stakeholder is None else lookup.statements_of(opened.stakeholder)
    if not statements:
        raise UsageError(f"No statement of {lookup.name(opened.stakeholder)} was found; they are only mentioned.")
    ids = [one.id for one in statements]
    if opened.statement in ids:
        index = (ids.index(opened.statement) + step) % len(ids)
    else:
        index = 0 if step > 0 else len(ids) - 1
    if opened.stakeholder is None:
        # She reads everybody's statements in order: showing one must not narrow the list to its holder.
        opened.statement = statements[index].id
        screen.show_statement_of_anyone(statements[index])
    else:
        _show_without_trace(screen, statements[index], statements)


def _step_issue(screen: Reading, step: int) -> None:
    _, lookup = analysed(screen)
    pane = screen.positions_pane
    if pane.table.transposed:
        pane.put_cursor(pane.row + step, pane.column)
    else:
        pane.move_column(step)
    if screen.place == "positions" or pane.key is None:
        return
    cell = lookup.cell(*pane.key)
    if cell.statements:
        _show_without_trace(screen, cell.statements[0], cell.statements)
    else:
        screen.say(f"{lookup.name(pane.key[0])} on {lookup.label(pane.key[1])}: nothing found")


def _show_without_trace(screen: Reading, statement: Statement, among: tuple[Statement, ...]) -> None:
    """Show a statement; stepping through a list leaves one trace, not one for each step."""
    opened = screen.opened
    keeps = opened is not None and opened.statement is not None and screen.place == "article"
    screen.show_evidence(statement, among, focus=screen.place != "positions" or not screen.is_wide, trace=not keeps)


ACTIONS = (
    Action(
        "next-stakeholder",
        "J",
        "stakeholder",
        next_stakeholder,
        group="Stakeholders",
        is_shown=True,
        name="next stakeholder",
    ),
    Action("previous-stakeholder", "K", "previous stakeholder", previous_stakeholder, group="Stakeholders"),
    Action("next-evidence", "]", "evidence", next_evidence, group="Evidence", is_shown=True, name="next evidence"),
    Action("previous-evidence", "[", "previous evidence", previous_evidence, group="Evidence"),
    Action("next-issue", ")", "next issue", next_issue, group="Evidence"),
    Action("previous-issue", "(", "previous issue", previous_issue, group="Evidence"),
    Action(
        "open-cell",
        "enter",
        "sentence",
        open_cell,
        "positions",
        group="Evidence",
        is_shown=True,
        name="sentence of the cell",
    ),
    Action("cycle-evidence", "enter", "evidence of the cell", cycle_evidence, "article", group="Evidence"),
    Action("select-no-one", "escape", "clear marks", select_no_one, group="Stakeholders"),
)
