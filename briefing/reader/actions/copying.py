"""Selecting text with the keyboard, and copying it with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import UsageError
from briefing.reader import citation
from briefing.reader.action import Action
from briefing.reader.actions.opened import analysed, open_article, way_to

if TYPE_CHECKING:
    from briefing.reader.protocols import Reading


def select_text(screen: Reading) -> None:
    """Select text with the keyboard: this sets a cursor, then the keys for moving lead it to the beginning, this once
    more fixes the beginning there, and they lead it to the end. The row above the keys says what can be done with it.
    """
    if screen.opened is None or not screen.article_pane.row_count:
        raise UsageError(f"No article is open; {way_to(screen, 'open')} opens one.")
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
    """While text is selected: to the next word; once the beginning is fixed, to the end of a word."""
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
        statement = lookup.cell(*screen.positions_pane.key).in_view(statement)
    elif statement is None and opened.stakeholder is not None:
        statement = next(iter(lookup.statements_of(opened.stakeholder)), None)
    if statement is None:
        evidence, selection = way_to(screen, "next-evidence"), way_to(screen, "select-text")
        raise UsageError(f"There is nothing to copy; {evidence} shows a statement, {selection} selects text.")
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
        raise UsageError(f"No stakeholder is selected; {way_to(screen, 'next-stakeholder')} selects the first.")
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
