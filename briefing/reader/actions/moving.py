"""Moving within the pane that has the keyboard, and from pane to pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import UsageError
from briefing.reader.action import Action
from briefing.reader.panes.pane import Pane

if TYPE_CHECKING:
    from briefing.reader.protocols import Reading


def line_down(screen: Reading) -> None:
    """One line down; in lists and tables the next row."""
    _move(screen, 1)


def line_up(screen: Reading) -> None:
    """One line up; in lists and tables the row before."""
    _move(screen, -1)


def page_down(screen: Reading) -> None:
    """One screen down; one line of the old screen stays."""
    _move(screen, max(1, screen.pane.body_height - 1))


def page_up(screen: Reading) -> None:
    """One screen up; one line of the old screen stays. While text is selected: to the word before."""
    if screen.place == "article" and screen.article_pane.text_cursor is not None:
        screen.article_pane.move_text_cursor_word(-1)
        return
    _move(screen, -max(1, screen.pane.body_height - 1))


def half_page_down(screen: Reading) -> None:
    """Half a screen down."""
    _move(screen, max(1, screen.pane.body_height // 2))


def half_page_up(screen: Reading) -> None:
    """Half a screen up."""
    _move(screen, -max(1, screen.pane.body_height // 2))


def go_to_top(screen: Reading) -> None:
    """To the beginning."""
    _leave_trace_in_text(screen)
    _move_to_end(screen, -1)


def go_to_bottom(screen: Reading) -> None:
    """To the end."""
    _leave_trace_in_text(screen)
    _move_to_end(screen, 1)


def go_left(screen: Reading) -> None:
    """One cell to the left."""
    screen.positions_pane.move_column(-1)


def go_right(screen: Reading) -> None:
    """One cell to the right."""
    screen.positions_pane.move_column(1)


def next_pane(screen: Reading) -> None:
    """Give the keyboard to the next pane; on a narrow screen it comes up over the last rows of the text."""
    _turn(screen, 1)


def previous_pane(screen: Reading) -> None:
    """Give the keyboard to the pane before."""
    _turn(screen, -1)


def article_pane(screen: Reading) -> None:
    """Give the keyboard to the article; on a narrow screen the whole of it."""
    screen.fills_screen = True
    screen.focus_pane("article")


def stakeholders_pane(screen: Reading) -> None:
    """Give the keyboard to the list of stakeholders; on a narrow screen the whole of it."""
    screen.fills_screen = True
    screen.focus_pane("stakeholders")


def positions_pane(screen: Reading) -> None:
    """Give the keyboard to the table of positions; on a narrow screen the whole of it."""
    screen.fills_screen = True
    screen.focus_pane("positions")


def back(screen: Reading) -> None:
    """Back to where she was before the last jump: the cell whose evidence was shown, the place in the text."""
    place = screen.opened.trail.back(screen.present()) if screen.opened else None
    if place is None:
        raise UsageError("There is no earlier place to go back to.")
    screen.return_to(place)


def forward(screen: Reading) -> None:
    """Forward again, after going back."""
    place = screen.opened.trail.forward(screen.present()) if screen.opened else None
    if place is None:
        raise UsageError("There is no later place to go forward to.")
    screen.return_to(place)


def zen(screen: Reading) -> None:
    """Show nothing but the text; again: show everything. On a narrow screen: give a list all rows, or fewer."""
    screen.toggle_zen()


def _move(screen: Reading, rows: int) -> None:
    pane: Pane = screen.pane
    if screen.place == "stakeholders":
        found = screen.stakeholders_pane.neighbour(rows)
        if found is not None:
            screen.select_stakeholder(found.id)
    elif screen.place == "article" and screen.article_pane.text_cursor is not None:
        screen.article_pane.move_text_cursor_rows(rows)
    else:
        pane.move(rows)


def _move_to_end(screen: Reading, direction: int) -> None:
    found = screen.stakeholders_pane.stakeholders
    if screen.place == "stakeholders" and found:
        screen.select_stakeholder(found[0 if direction < 0 else -1].id)
    else:
        _move(screen, direction * screen.pane.row_count)


def _leave_trace_in_text(screen: Reading) -> None:
    if screen.place == "article" and screen.article_pane.text_cursor is None:
        screen.leave_trace()


def _turn(screen: Reading, step: int) -> None:
    names = list(screen.panes)
    if screen.place == "article":
        screen.fills_screen = False
    screen.focus_pane(names[(names.index(screen.place) + step) % len(names)])


ACTIONS = (
    Action("line-down", "j,down", "down", line_down, group="Moving"),
    Action("line-up", "k,up", "up", line_up, group="Moving"),
    Action("page-down", "space,pagedown,ctrl+f", "page down", page_down, group="Moving"),
    Action("page-up", "b,pageup,ctrl+b", "page up", page_up, group="Moving"),
    Action("half-page-down", "ctrl+d", "half a page down", half_page_down, group="Moving"),
    Action("half-page-up", "ctrl+u", "half a page up", half_page_up, group="Moving"),
    Action("top", "g,home", "beginning", go_to_top, group="Moving"),
    Action("bottom", "G,end", "end", go_to_bottom, group="Moving"),
    Action("left", "h,left", "left", go_left, "positions", group="Moving"),
    Action("right", "l,right", "right", go_right, "positions", group="Moving"),
    Action("next-pane", "tab", "pane", next_pane, group="Moving", is_shown=True, name="next pane"),
    Action("previous-pane", "shift+tab", "previous pane", previous_pane, group="Moving"),
    Action("article", "1", "article", article_pane, group="Moving"),
    Action("stakeholders", "2", "stakeholders", stakeholders_pane, group="Moving"),
    Action("positions", "3", "positions", positions_pane, group="Moving"),
    Action("back", "backspace,less_than_sign,ctrl+o", "back", back, group="Moving"),
    Action("forward", "greater_than_sign", "forward", forward, group="Moving"),
    Action("zen", "z", "only the text", zen, group="Moving"),
)
