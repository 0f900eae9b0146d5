"""How stakeholders and positions are laid out: sorted, grouped, filtered; issues hidden and moved; rows and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import UsageError
from briefing.reader import roster
from briefing.reader.action import Action
from briefing.reader.actions.opened import analysed, way_to
from briefing.reader.query import Query, parse_query

if TYPE_CHECKING:
    from briefing.reader.protocols import Reading


FILTER_EXAMPLE = "stance:opposes  kind:person  issue:ferry  -role:mayor"
"""What stands in the line until a filter is typed."""


def sort(screen: Reading) -> None:
    """Change the order of stakeholders: by salience, name, affiliation, number of statements."""
    opened, _ = analysed(screen)
    names = list(roster.SORTS)
    opened.sort = names[(names.index(opened.sort) + 1) % len(names)]
    _lay_out_again(screen)
    screen.say(f"Sorted by {opened.sort}")


def group(screen: Reading) -> None:
    """Group stakeholders by affiliation, then by bloc: the largest body they belong to; then not at all."""
    opened, _ = analysed(screen)
    names = roster.GROUPINGS
    opened.grouping = names[(names.index(opened.grouping) + 1) % len(names)]
    _lay_out_again(screen)
    screen.say("Not grouped" if opened.grouping == "none" else f"Grouped by {opened.grouping}")


async def filter_stakeholders(screen: Reading) -> None:
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

    answer = await screen.ask("Filter:", before, enter="keep it", on_change=apply, example=FILTER_EXAMPLE)
    text = before if answer is None else answer.strip()
    try:
        opened.query = parse_query(text)
    except UsageError:
        apply(before)
        raise
    opened.filter = text
    _lay_out_again(screen)
    screen.positions_pane.go_to_match()


def clear_filter(screen: Reading) -> None:
    """Show everything again."""
    opened, _ = analysed(screen)
    opened.filter, opened.query = "", Query()
    _lay_out_again(screen)
    screen.say("The filter is off.")


def transpose(screen: Reading) -> None:
    """Swap rows and columns of the table."""
    opened, _ = analysed(screen)
    opened.table.transposed = not opened.table.transposed
    screen.positions_pane.show(opened)


def hide_issue(screen: Reading) -> None:
    """Take the issue under the cursor out of the table."""
    opened, lookup = analysed(screen)
    issue = _issue_under_cursor(screen, "hide")
    opened.table.hidden |= {issue}
    screen.positions_pane.show(opened)
    screen.say(f"Hidden: {lookup.label(issue)}. {way_to(screen, 'show-issues')} brings it back.")


def show_issues(screen: Reading) -> None:
    """Bring all hidden issues back, in the usual order."""
    opened, _ = analysed(screen)
    opened.table.hidden, opened.table.first = frozenset(), ()
    screen.positions_pane.show(opened)


def issue_first(screen: Reading) -> None:
    """Move the issue under the cursor to the front of the table."""
    opened, _ = analysed(screen)
    issue = _issue_under_cursor(screen, "move")
    opened.table.first = (issue, *(one for one in opened.table.first if one != issue))
    screen.positions_pane.show(opened)


def _issue_under_cursor(screen: Reading, purpose: str) -> str:
    key = screen.positions_pane.key
    if key is None:
        raise UsageError(f"There is no issue to {purpose}.")
    return key[1]


def _lay_out_again(screen: Reading) -> None:
    opened = screen.opened
    assert opened is not None
    screen.stakeholders_pane.show(opened)
    screen.positions_pane.show(opened)
    screen.refresh_bars()


ACTIONS = (
    Action("filter", "f", "filter", filter_stakeholders, group="Comparing"),
    Action("sort", "s", "sort", sort, group="Comparing"),
    Action("group", "a", "group", group, group="Comparing"),
    Action("transpose", "x", "swap rows and columns", transpose, group="Comparing"),
    Action("hide-issue", "minus", "hide the issue", hide_issue, "positions", "Comparing"),
    Action("show-issues", "plus", "show all issues", show_issues, "positions", "Comparing"),
    Action("issue-first", "circumflex_accent", "issue to the front", issue_first, "positions", "Comparing"),
)
