"""Lists of stakeholders and positions: sorting, grouping, filtering, dossiers, comparisons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import UsageError
from briefing.model import Issue, Span, Stakeholder, Statement
from briefing.reader import pages, roster
from briefing.reader.actions.action import Action
from briefing.reader.actions.evidence import analysed
from briefing.reader.query import Query, parse_query

if TYPE_CHECKING:
    from briefing.reader.pages.page import Page
    from briefing.reader.screens.reading import ReadingScreen


FILTER_EXAMPLE = "stance:opposes  kind:person  issue:ferry  -role:mayor"
"""What stands in the line until a filter is typed."""


def sort(screen: ReadingScreen) -> None:
    """Change the order of stakeholders: by salience, name, affiliation, number of statements."""
    opened, _ = analysed(screen)
    names = list(roster.SORTS)
    opened.sort = names[(names.index(opened.sort) + 1) % len(names)]
    _lay_out_again(screen)
    screen.say(f"Sorted by {opened.sort}")


def group(screen: ReadingScreen) -> None:
    """Group stakeholders by affiliation, then by bloc: the largest body they belong to; then not at all."""
    opened, _ = analysed(screen)
    names = roster.GROUPINGS
    opened.grouping = names[(names.index(opened.grouping) + 1) % len(names)]
    _lay_out_again(screen)
    screen.say("Not grouped" if opened.grouping == "none" else f"Grouped by {opened.grouping}")


def jump(screen: ReadingScreen) -> None:
    """Jump to a stakeholder: ; then the letter with which a part of the name begins, or the digit of the row."""
    analysed(screen)

    def choose(key: str) -> None:
        found = screen.stakeholders_pane.stakeholders
        if key.isdigit():
            chosen = found[int(key) - 1] if 0 < int(key) <= len(found) else None
        else:
            chosen = screen.stakeholders_pane.beginning_with(key)
        if chosen is None:
            raise UsageError(f"No stakeholder {'in row' if key.isdigit() else 'has a name that begins with'} {key}.")
        screen.select_stakeholder(chosen.id)

    screen.await_letter("Which stakeholder? The letter with which a name begins, or the digit of a row.", choose)


async def filter_stakeholders(screen: ReadingScreen) -> None:
    """Show only some stakeholders and issues, for example: kind:person, issue:ferry stance:opposes, -role:mayor."""
    opened, _ = analysed(screen)
    before = opened.filter

    def apply(text: str) -> None:
        try:
            opened.query = parse_query(text)
        except UsageError:
            return
        opened.filter = text
        _lay_out_again(screen)
        screen.positions_pane.go_to_match()

    answer = await screen.ask("Filter:", before, on_change=apply, example=FILTER_EXAMPLE)
    text = before if answer is None else answer.strip()
    try:
        opened.query = parse_query(text)
    except UsageError:
        apply(before)
        raise
    opened.filter = text
    _lay_out_again(screen)
    screen.positions_pane.go_to_match()


async def open_dossier(screen: ReadingScreen) -> None:
    """Everything on the selected stakeholder: statements with the reason for each label, agreements, mentions."""
    _, lookup = analysed(screen)
    one = await _selected_or_chosen(screen, "Dossier of")
    if one is not None:
        await follow(screen, pages.dossier.dossier(one, lookup))


async def compare(screen: ReadingScreen) -> None:
    """Put the selected stakeholder beside another one, issue by issue, quotation against quotation."""
    _, lookup = analysed(screen)
    one = await _selected_or_chosen(screen, "Compare")
    if one is None:
        return
    others = [other for other in _everyone(screen) if other.id != one]
    others.sort(key=lambda other: not lookup.statements_of(other.id))
    other = await screen.choose_from(pages.choices.stakeholders(f"Compare {lookup.name(one)} with", others, lookup))
    if isinstance(other, Stakeholder):
        await follow(screen, pages.comparison.comparison(one, other.id, lookup))


async def show_agreements(screen: ReadingScreen) -> None:
    """Who agrees with whom, who disagrees, on what conditions, and who changed position."""
    _, lookup = analysed(screen)
    await follow(screen, pages.comparison.agreements(lookup))


async def show_statements(screen: ReadingScreen) -> None:
    """All statements in the order of the text, those of unknown speakers among them."""
    _, lookup = analysed(screen)
    await follow(screen, pages.statements.all_statements(lookup))


def transpose(screen: ReadingScreen) -> None:
    """Swap rows and columns of the table."""
    opened, _ = analysed(screen)
    key = screen.positions_pane.key
    opened.table.transposed = not opened.table.transposed
    screen.positions_pane.show(opened)
    if key is not None:
        row, column = screen.positions_pane.table.find(*key)
        screen.positions_pane.put_cursor(row or 0, column or 0)


def hide_issue(screen: ReadingScreen) -> None:
    """Take the issue under the cursor out of the table; + brings all back."""
    opened, lookup = analysed(screen)
    key = screen.positions_pane.key
    if key is None:
        raise UsageError("There is no issue to hide.")
    opened.table.hidden |= {key[1]}
    screen.positions_pane.show(opened)
    screen.say(f"Hidden: {lookup.label(key[1])}. + brings it back.")


def show_issues(screen: ReadingScreen) -> None:
    """Bring all hidden issues back, in the usual order."""
    opened, _ = analysed(screen)
    opened.table.hidden, opened.table.first = frozenset(), ()
    screen.positions_pane.show(opened)


def issue_first(screen: ReadingScreen) -> None:
    """Move the issue under the cursor to the front of the table."""
    opened, _ = analysed(screen)
    key = screen.positions_pane.key
    if key is None:
        raise UsageError("There is no issue to move.")
    opened.table.first = (key[1], *(one for one in opened.table.first if one != key[1]))
    screen.positions_pane.show(opened)
    row, column = screen.positions_pane.table.find(*key)
    screen.positions_pane.put_cursor(row or 0, column or 0)


async def choose_stakeholder(screen: ReadingScreen) -> None:
    """Jump to a stakeholder by typing the beginning of a name."""
    _, lookup = analysed(screen)
    chosen = await screen.choose_from(pages.choices.stakeholders("Stakeholders", _everyone(screen), lookup))
    if isinstance(chosen, Stakeholder):
        screen.select_stakeholder(chosen.id)


async def choose_issue(screen: ReadingScreen) -> None:
    """Jump to an issue; a hidden one comes back."""
    opened, lookup = analysed(screen)
    page = pages.choices.issues("Issues", lookup.briefing.issues, opened.table.hidden)
    chosen = await screen.choose_from(page)
    if isinstance(chosen, Issue):
        opened.table.hidden -= {chosen.id}
        screen.positions_pane.show(opened)
        screen.positions_pane.show_issue(chosen.id)
        screen.focus_pane("positions")


async def follow(screen: ReadingScreen, page: Page) -> None:
    """Show a page, then what the chosen entry leads to."""
    target = await screen.choose_from(page)
    if isinstance(target, Statement):
        screen.show_evidence(target)
    elif isinstance(target, Span):
        screen.go_to(target)


def _everyone(screen: ReadingScreen) -> list[Stakeholder]:
    """All stakeholders in her order, whatever the filter hides."""
    opened, lookup = analysed(screen)
    return [one for group in roster.arrange(lookup, opened.sort, Query()) for one in group.stakeholders]


async def _selected_or_chosen(screen: ReadingScreen, title: str) -> str | None:
    """The id of the selected stakeholder; while no one is selected, of one that she chooses now."""
    opened, lookup = analysed(screen)
    if opened.stakeholder is None:
        chosen = await screen.choose_from(pages.choices.stakeholders(title, _everyone(screen), lookup))
        if not isinstance(chosen, Stakeholder):
            return None
        screen.select_stakeholder(chosen.id)
    return opened.stakeholder


def clear_filter(screen: ReadingScreen) -> None:
    """Show everything again."""
    opened, _ = analysed(screen)
    opened.filter, opened.query = "", Query()
    _lay_out_again(screen)
    screen.say("The filter is off.")


def _lay_out_again(screen: ReadingScreen) -> None:
    opened = screen.opened
    assert opened is not None
    key = screen.positions_pane.key
    screen.stakeholders_pane.show(opened)
    screen.positions_pane.show(opened)
    row, column = screen.positions_pane.table.find(*key) if key else (None, None)
    if row is not None and column is not None:
        screen.positions_pane.put_cursor(row, column)
    screen.refresh_bars()


ACTIONS = (
    Action("dossier", "enter", "dossier", open_dossier, "stakeholders", "Stakeholders", is_shown=True),
    Action("dossier-anywhere", "d", "dossier", open_dossier, group="Stakeholders"),
    Action("compare", "c", "compare", compare, group="Comparing", is_shown=True),
    Action("agreements", "A", "agreements", show_agreements, group="Comparing"),
    Action("statements", "S", "all statements", show_statements, group="Comparing"),
    Action("filter", "f", "filter", filter_stakeholders, group="Comparing"),
    Action("sort", "s", "sort", sort, group="Comparing"),
    Action("group", "a", "group", group, group="Comparing"),
    Action("jump", ";", "jump to a name", jump, group="Stakeholders"),
    Action("find-stakeholder", "F", "find a name", choose_stakeholder, group="Stakeholders"),
    Action("find-issue", "I", "find an issue", choose_issue, group="Comparing"),
    Action("transpose", "x", "swap rows and columns", transpose, group="Comparing"),
    Action("hide-issue", "minus", "hide the issue", hide_issue, "positions", "Comparing"),
    Action("show-issues", "plus", "show all issues", show_issues, "positions", "Comparing"),
    Action("issue-first", "circumflex_accent", "issue to the front", issue_first, "positions", "Comparing"),
)
