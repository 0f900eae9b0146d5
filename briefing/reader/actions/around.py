"""Help, theme, quitting: what has to do with the whole screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import UsageError
from briefing.reader import pages
from briefing.reader.action import Action
from briefing.reader.actions.exporting import export_as

if TYPE_CHECKING:
    from briefing.reader.protocols import Reading


async def show_help(screen: Reading) -> None:
    """What this pane shows and which keys there are, as they are now."""
    chosen = await screen.choose_from(pages.help.help_page(screen.reader_app.keymap, screen.place))
    if isinstance(chosen, Action):
        screen.perform(chosen)


async def palette(screen: Reading) -> None:
    """Every action by name: type a part of it, Enter does it; "export csv table.csv" writes that file at once."""
    chosen = await screen.choose_from(pages.choices.palette(screen.reader_app.keymap, screen.place))
    if isinstance(chosen, pages.exporting.ExportLine):
        await export_as(screen, chosen)
    elif isinstance(chosen, Action):
        screen.perform(chosen)


def next_theme(screen: Reading) -> None:
    """Change to the next theme."""
    app = screen.reader_app
    names = list(app.themes)
    app.use_theme(app.themes[names[(names.index(app.look.name) + 1) % len(names)]])
    screen.say(f"Theme: {app.look.title}")


def cancel_analysis(screen: Reading) -> None:
    """Stop the analysis that is running; the text can still be read."""
    opened = screen.opened
    if opened is None or opened.request is None:
        raise UsageError("No analysis is running.")
    screen.reader_app.analyses.cancel(opened)


def redraw(screen: Reading) -> None:
    """Draw the whole screen again, after something else wrote on the terminal."""
    screen.reader_app.redraw()


def stop(screen: Reading) -> None:
    """Go back to the shell; its command fg continues the reader."""
    screen.reader_app.stop_for_shell()


def quit_reader(screen: Reading) -> None:
    """Leave the reader; the place in each article is remembered."""
    screen.reader_app.leave()


ACTIONS = (
    Action("help", "?", "help", show_help, is_shown=True),
    Action("palette", ":", "actions", palette),
    Action("theme", "t", "theme", next_theme, is_shown=True),
    Action("cancel-analysis", "X", "stop the analysis", cancel_analysis),
    Action("redraw", "ctrl+l", "redraw", redraw),
    Action("stop", "ctrl+z", "to the shell", stop, reaches_out=True),
    Action("quit", "q,Q", "quit", quit_reader, is_shown=True),
)
