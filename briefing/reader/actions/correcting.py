"""Correcting what the machine found: one key and a letter for a decision, one key to take it back.

A decision is about the statement that is shown (in the table: the one of the status row), in the list of
stakeholders about the selected one, and about the selected text where text is selected.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from briefing.errors import UsageError
from briefing.reader.action import Action
from briefing.reader.actions.exporting import confirm
from briefing.reader.actions.opened import analysed, way_to
from briefing.reader.lookup import Lookup, first_offset

if TYPE_CHECKING:
    from briefing.library.journal import Step
    from briefing.model import Statement
    from briefing.reader.protocols import Reading


async def correct(screen: Reading) -> None:
    """Correct the statement, the stakeholder or the selected words: this, then the letter of what is right."""
    from briefing.reader.actions import deciding

    _, lookup = analysed(screen)
    words = screen.article_pane.selection
    statement = _statement(screen, lookup)
    if words is not None and screen.place == "article" and statement is None:
        await deciding.add_statement(screen, lookup, words)
    elif screen.place == "stakeholders":
        await deciding.correct_stakeholder(screen, lookup)
    elif statement is not None:
        await deciding.correct_statement(screen, lookup, statement, words)
    else:
        evidence, selection = way_to(screen, "next-evidence"), way_to(screen, "select-text")
        raise UsageError(
            f"Nothing is shown that could be corrected; {evidence} shows a statement, {selection} marks a missed one."
        )


async def add_statement(screen: Reading) -> None:
    """Make a statement of selected words that the machine missed: say who said it, on what, with what stance."""
    from briefing.reader.actions import deciding

    _, lookup = analysed(screen)
    words = screen.article_pane.selection
    if words is None:
        raise UsageError(f"No text is selected; {way_to(screen, 'select-text')} selects.")
    await deciding.add_statement(screen, lookup, words)


async def undo(screen: Reading) -> None:
    """Take the last correction of this article back; one of an earlier day, or of another reader, after asking."""
    opened, _ = analysed(screen)
    step = screen.reader_app.collaborators.corrections.to_undo(opened.article)
    if step is None:
        raise UsageError("There is no correction to take back.")
    if (what := await _agreed(screen, step, "Decided", "Take it back?")) is not None:
        screen.reader_app.analyses.undo(opened, step)
        screen.say(f"Taken back: {what}")


async def redo(screen: Reading) -> None:
    """Make the correction again that was taken back last; if that was not done in this reader, after asking."""
    opened, _ = analysed(screen)
    step = screen.reader_app.collaborators.corrections.to_redo(opened.article)
    if step is None:
        raise UsageError("No correction was taken back.")
    if (what := await _agreed(screen, step, "Taken back", "Make it again?")) is not None:
        screen.reader_app.analyses.redo(opened, step)
        screen.say(f"Made again: {what}")


async def _agreed(screen: Reading, step: Step, done: str, question: str) -> str | None:
    """What was decided, once it is clear that it may be undone: it is this reader's, or the person says yes."""
    from briefing.corrections.words import describe

    what = describe(step.correction)
    is_own = screen.reader_app.collaborators.corrections.is_own(step)
    asked = f"{done} {_moment(step.at)}, not in this reader: {what}. {question}"
    return what if is_own or await confirm(screen, asked) else None


def next_doubtful(screen: Reading) -> None:
    """Show the least certain statement that nobody has reviewed yet."""
    _, lookup = analysed(screen)
    left = [one for one in lookup.in_order if one.id not in lookup.reviewed]
    if not left:
        raise UsageError("Every statement has been reviewed.")
    doubtful = min(left, key=lambda one: (one.confidence, first_offset(one)))
    screen.show_evidence(doubtful, (doubtful,), trace=False)
    key = way_to(screen, "correct")
    screen.say(f"{len(lookup.reviewed)} of {len(lookup.in_order)} reviewed; {key} corrects, {key} a says it is right.")


def _statement(screen: Reading, lookup: Lookup) -> Statement | None:
    """The statement that is shown; in the table one behind the cell."""
    shown = screen.opened.shown_statement if screen.opened else None
    if screen.place == "positions" and screen.positions_pane.key is not None:
        return lookup.cell(*screen.positions_pane.key).in_view(shown)
    return shown


def _moment(at: str) -> str:
    """A moment of the journal, in the time of this place."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")


ACTIONS = (
    Action("correct", "r", "correct", correct, group="Correcting", is_shown=True),
    Action("undo", "u", "take back", undo, group="Correcting"),
    Action("redo", "ctrl+r", "make again", redo, group="Correcting"),
    Action("next-doubtful", "exclamation_mark", "most doubtful", next_doubtful, group="Correcting"),
    Action("add-statement", "plus", "add a statement", add_statement, "article", "Correcting"),
)
