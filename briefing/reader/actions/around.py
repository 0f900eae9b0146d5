"""Export, theme, quitting: what has to do with the whole screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import NoOutputError, UsageError
from briefing.files import write_atomically
from briefing.reader.actions.action import Action
from briefing.reader.actions.evidence import analysed
from briefing.reader.pages import choices
from briefing.reader.pages.help import help_page

if TYPE_CHECKING:
    from briefing.reader.screens.reading import ReadingScreen

EXPORT_MODE = 0o644


async def export(screen: ReadingScreen) -> None:
    """Write the briefing to a Markdown file; a file that exists is replaced only after asking."""
    opened, lookup = analysed(screen)
    proposed = f"{Path(opened.source).stem or 'article'}.briefing.md" if opened.source != "-" else "article.briefing.md"
    answer = await screen.ask("Export to:", proposed)
    if not answer or not answer.strip():
        return
    path = Path(answer.strip()).expanduser()
    data = screen.reader_app.collaborators.render(lookup.briefing, "markdown")
    if path.exists() and not await confirm(screen, f"{path} exists. Replace it?"):
        screen.say("Nothing was written.")
        return
    if path.is_dir():
        raise NoOutputError(f"{path}: is a folder; name a file in it")
    write_atomically(path, data, mode=EXPORT_MODE)
    screen.say(f"Written to {path}")


async def confirm(screen: ReadingScreen, question: str) -> bool:
    """Ask a question that one key answers; only y means yes."""
    return await screen.ask(f"{question} (y or n)", answers="yn") == "y"


async def show_help(screen: ReadingScreen) -> None:
    """What this pane shows and which keys there are, as they are now."""
    chosen = await screen.choose_from(help_page(screen.reader_app.keymap, screen.place))
    if isinstance(chosen, Action):
        screen.perform(chosen)


async def palette(screen: ReadingScreen) -> None:
    """Every action by name: type a part of it, Enter does it."""
    chosen = await screen.choose_from(choices.palette(screen.reader_app.keymap, screen.place))
    if isinstance(chosen, Action):
        screen.perform(chosen)


def next_theme(screen: ReadingScreen) -> None:
    """Change to the next theme."""
    app = screen.reader_app
    names = list(app.themes)
    app.use_theme(app.themes[names[(names.index(app.look.name) + 1) % len(names)]])
    screen.say(f"Theme: {app.look.title}")


def cancel_analysis(screen: ReadingScreen) -> None:
    """Stop the analysis that is running; the text can still be read."""
    opened = screen.opened
    if opened is None or opened.request is None:
        raise UsageError("No analysis is running.")
    screen.reader_app.cancel_analysis(opened)


def redraw(screen: ReadingScreen) -> None:
    """Draw the whole screen again, after something else wrote on the terminal."""
    screen.reader_app.redraw()


def quit_reader(screen: ReadingScreen) -> None:
    """Leave the reader; the place in each article is remembered."""
    screen.reader_app.leave()


ACTIONS = (
    Action("export", "e", "export", export, is_shown=True),
    Action("help", "?", "help", show_help, is_shown=True),
    Action("palette", ":", "actions", palette),
    Action("theme", "t", "theme", next_theme, is_shown=True),
    Action("cancel-analysis", "X", "stop the analysis", cancel_analysis),
    Action("redraw", "ctrl+l", "redraw", redraw),
    Action("quit", "q,Q", "quit", quit_reader, is_shown=True),
)
