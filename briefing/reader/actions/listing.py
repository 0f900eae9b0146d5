"""Moving and choosing in list screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.reader import pages
from briefing.reader.action import Action

if TYPE_CHECKING:
    from briefing.reader.protocols import Listing


def list_down(screen: Listing) -> None:
    """The next entry."""
    screen.list.move(1)


def list_up(screen: Listing) -> None:
    """The entry before."""
    screen.list.move(-1)


def list_page_down(screen: Listing) -> None:
    """One screen down."""
    screen.list.move_page(1)


def list_page_up(screen: Listing) -> None:
    """One screen up."""
    screen.list.move_page(-1)


def list_top(screen: Listing) -> None:
    """The first entry."""
    screen.list.move(-screen.list.row_count)


def list_bottom(screen: Listing) -> None:
    """The last entry."""
    screen.list.move(screen.list.row_count)


def list_left(screen: Listing) -> None:
    """The left of two texts side by side."""
    screen.list.choose_side(0)


def list_right(screen: Listing) -> None:
    """The right of two texts side by side."""
    screen.list.choose_side(1)


def list_choose(screen: Listing) -> None:
    """Go where the entry leads."""
    screen.choose()


def list_close(screen: Listing) -> None:
    """Close the list."""
    screen.close_without_choice()


async def list_filter(screen: Listing) -> None:
    """Show only entries with certain words."""
    await screen.ask_filter(closes=False)


def list_copy(screen: Listing) -> None:
    """Copy the words of the entry."""
    screen.say(f"Entry {screen.reader_app.copy_text(screen.list.text_of_entry)}")


async def list_help(screen: Listing) -> None:
    """What keys there are in lists."""
    chosen = await screen.choose_from(pages.help.help_page(screen.reader_app.keymap, "list"))
    if isinstance(chosen, Action) and chosen.id != "list-help":
        screen.perform(chosen)


def list_redraw(screen: Listing) -> None:
    """Draw the whole screen again, after something else wrote on the terminal."""
    screen.reader_app.redraw()


def list_stop(screen: Listing) -> None:
    """Go back to the shell; its command fg continues the reader."""
    screen.reader_app.stop_for_shell()


def list_quit(screen: Listing) -> None:
    """Leave the reader at once."""
    screen.reader_app.leave()


ACTIONS = (
    Action("list-down", "j,down", "down", list_down, "list", "Lists"),
    Action("list-up", "k,up", "up", list_up, "list", "Lists"),
    Action("list-page-down", "space,pagedown,ctrl+f,ctrl+d", "page down", list_page_down, "list", "Lists"),
    Action("list-page-up", "b,pageup,ctrl+b,ctrl+u", "page up", list_page_up, "list", "Lists"),
    Action("list-top", "g,home", "first", list_top, "list", "Lists"),
    Action("list-bottom", "G,end", "last", list_bottom, "list", "Lists"),
    Action("list-left", "h,left", "left side", list_left, "list", "Lists"),
    Action("list-right", "l,right", "right side", list_right, "list", "Lists"),
    Action("list-choose", "enter", "go there", list_choose, "list", "Lists", is_shown=True),
    Action("list-filter", "/,f", "filter", list_filter, "list", "Lists", is_shown=True),
    Action("list-copy", "y", "copy", list_copy, "list", "Lists", is_shown=True),
    Action("list-close", "escape,q,backspace", "close", list_close, "list", "Lists", is_shown=True),
    Action("list-help", "?", "help", list_help, "list", "Lists"),
    Action("list-redraw", "ctrl+l", "redraw", list_redraw, "list", "Lists"),
    Action("list-stop", "ctrl+z", "to the shell", list_stop, "list", "Lists", reaches_out=True),
    Action("list-quit", "Q", "quit", list_quit, "list", "Lists"),
)
