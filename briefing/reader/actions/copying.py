"""Selecting text with the keyboard, and copying it with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import UsageError
from briefing.reader import citation
from briefing.reader.action import Action
from briefing.reader.actions.opened import analysed, open_article

if TYPE_CHECKING:
    from briefing.reader.protocols import Reading


def select_text(screen: Reading) -> None:
    """Select text with the keyboard: V sets the cursor, V again fixes the beginning, h j k l w b move, y copies."""
    if screen.opened is None or not screen.article_pane.row_count:
        raise UsageError("No article is open; o opens one.")
    screen.focus_pane("article")
    screen.article_pane.start_or_anchor_selection()
    screen.refresh_bars()


def cursor_left(screen: Reading) -> None:
    """While text is selected: one character to the left."""
    screen.article_pane.move_text_cursor(-1)


def cursor_right(screen: Reading) -> None:
    """While text is selected: one character to the right."""
    screen.article_pane.move_text_cursor(1)


def cursor_next_word(screen: Reading) -> None:
    """While text is selected: to the next word; after the second V to the end of a word."""
    screen.article_pane.move_text_cursor_word(1)


def cursor_row_end(screen: Reading) -> None:
    """While text is selected: to the end of the row."""
    screen.article_pane.move_text_cursor_to_row_end()


def copy_citation(screen: Reading) -> None:
    """Copy with its source: the selected text, else the statement that is shown, else the one behind the cell."""
    opened, pane = open_article(screen), screen.article_pane
    if pane.selection is not None:
        text = citation.cite_selection(opened.article, pane.selection)
        pane.end_selection()
        screen.say(f"Selected text {screen.reader_app.copy_text(text)}")
        return
    _, lookup = analysed(screen)
    statement = opened.shown_statement
    if screen.place == "positions" and screen.positions_pane.key is not None:
        cell = lookup.cell(*screen.positions_pane.key)
        if statement not in cell.statements:
            statement = cell.statements[0] if cell.statements else None
    elif statement is None and opened.stakeholder is not None:
        statement = next(iter(lookup.statements_of(opened.stakeholder)), None)
    if statement is None:
        raise UsageError("There is nothing to copy; ] shows a statement, V selects text.")
    how = screen.reader_app.copy_text(citation.cite_statement(statement, lookup))
    screen.say(f"Statement of {lookup.name(statement.stakeholder)} {how}")


def copy_cell(screen: Reading) -> None:
    """Copy the cell with all its evidence; outside the table, all positions of the selected stakeholder."""
    opened, lookup = analysed(screen)
    if screen.place == "positions" and screen.positions_pane.key is not None:
        what, text = "Cell", citation.describe_cell(*screen.positions_pane.key, lookup)
    elif opened.stakeholder is not None:
        what = f"Positions of {lookup.name(opened.stakeholder)}"
        text = citation.describe_row(opened.stakeholder, lookup)
    else:
        raise UsageError("No stakeholder is selected; J selects the first.")
    screen.say(f"{what} {screen.reader_app.copy_text(text)}")


ACTIONS = (
    Action("copy", "y", "copy", copy_citation, group="Copying", is_shown=True),
    Action("copy-cell", "Y", "copy the cell or row", copy_cell, group="Copying"),
    Action("select-text", "V", "select text", select_text, "article", "Copying"),
    Action("cursor-left", "h,left", "left", cursor_left, "article", "Copying"),
    Action("cursor-right", "l,right", "right", cursor_right, "article", "Copying"),
    Action("cursor-word", "w", "next word", cursor_next_word, "article", "Copying"),
    Action("cursor-row-end", "$", "end of the row", cursor_row_end, "article", "Copying"),
)
