"""Correcting what the machine found: one key and a letter for a decision, one key to take it back.

A decision is about the statement that is shown (in the table: the first one behind the cell), in the list of
stakeholders about the selected one, and about the selected text where text is selected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.corrections import making
from briefing.corrections.correction import Actor, Correction
from briefing.corrections.stakeholders import actor_of
from briefing.corrections.words import describe
from briefing.errors import UsageError
from briefing.exports.marks import in_marks
from briefing.model import Issue, Span, Stakeholder, StakeholderKind, Stance, Statement, StatementForm, Status
from briefing.reader.actions.action import Action
from briefing.reader.actions.evidence import analysed
from briefing.reader.lookup import Lookup, first_offset
from briefing.reader.pages import correcting as pages
from briefing.reader.pages.correcting import New, Nothing

if TYPE_CHECKING:
    from briefing.reader.screens.reading import ReadingScreen

STANCES: dict[str, Stance] = {
    "s": "supports",
    "o": "opposes",
    "c": "conditional",
    "m": "mixed",
    "u": "unclear",
}
STATUSES: dict[str, Status] = {"c": "current", "p": "past", "e": "expected", "h": "hearsay"}
KINDS: dict[str, StakeholderKind] = {
    "p": "person",
    "o": "organization",
    "c": "country",
    "b": "bloc",
    "g": "group",
}
STATEMENT_QUESTION = "a right  s o c m u stance  w who  i issue  t time  x no statement"
STAKEHOLDER_QUESTION = "n name  k kind  j same as another  x no stakeholder"
STANCE_QUESTION = "s supports  o opposes  c conditional  m mixed  u unclear"


async def correct(screen: ReadingScreen) -> None:
    """Correct the statement, the stakeholder or the selected words: r, then the letter of what is right."""
    _, lookup = analysed(screen)
    words = screen.article_pane.selection
    statement = _statement(screen, lookup)
    if words is not None and screen.place == "article" and statement is None:
        await _add(screen, lookup, words)
    elif screen.place == "stakeholders":
        await _correct_stakeholder(screen, lookup)
    elif statement is not None:
        await _correct_statement(screen, lookup, statement, words)
    else:
        raise UsageError("Nothing is shown that could be corrected; ] shows a statement, V marks a missed one.")


async def add_statement(screen: ReadingScreen) -> None:
    """Make a statement of selected words that the machine missed: say who said it, on what, with what stance."""
    _, lookup = analysed(screen)
    words = screen.article_pane.selection
    if words is None:
        raise UsageError("No text is selected; V selects.")
    await _add(screen, lookup, words)


def undo(screen: ReadingScreen) -> None:
    """Take the last correction of this article back, also one of an earlier day."""
    opened, _ = analysed(screen)
    taken_back = screen.reader_app.undo(opened)
    if taken_back is None:
        raise UsageError("There is no correction to take back.")
    screen.say(f"Taken back: {describe(taken_back)}")


def redo(screen: ReadingScreen) -> None:
    """Make the correction again that was taken back last."""
    opened, _ = analysed(screen)
    made_again = screen.reader_app.redo(opened)
    if made_again is None:
        raise UsageError("No correction was taken back.")
    screen.say(f"Made again: {describe(made_again)}")


def next_doubtful(screen: ReadingScreen) -> None:
    """Show the least certain statement that nobody has reviewed yet."""
    _, lookup = analysed(screen)
    left = [one for one in lookup.in_order if one.id not in lookup.reviewed]
    if not left:
        raise UsageError("Every statement has been reviewed.")
    doubtful = min(left, key=lambda one: (one.confidence, first_offset(one)))
    screen.show_evidence(doubtful, (doubtful,), trace=False)
    screen.say(f"{len(lookup.reviewed)} of {len(lookup.in_order)} reviewed; r corrects, r a says it is right.")


async def _correct_statement(screen: ReadingScreen, lookup: Lookup, statement: Statement, words: Span | None) -> None:
    briefing = lookup.briefing
    letter = await screen.ask(STATEMENT_QUESTION, answers="asocmuwitx")
    if letter is None:
        return
    if letter in STANCES:
        condition = making.whole_words(briefing.article.text, words) if words is not None else None
        await _keep(screen, making.with_stance(briefing, statement, STANCES[letter], condition))
        return
    match letter:
        case "a":
            await _keep(screen, making.found_right(briefing, statement))
        case "x":
            await _keep(screen, making.no_statement(briefing, statement))
        case "t":
            status = await screen.ask("c current  p past  e expected  h hearsay", answers="".join(STATUSES))
            if status is not None:
                await _keep(screen, making.with_status(briefing, statement, STATUSES[status]))
        case "w":
            chosen = await _holder(screen, lookup)
            if chosen is not None:
                holder = None if isinstance(chosen, Nothing) else chosen
                await _keep(screen, making.with_holder(briefing, statement, holder))
        case _:
            matter = await _issue(screen, lookup)
            if matter is not None:
                issue = None if isinstance(matter, Nothing) else matter
                await _keep(screen, making.with_issue(briefing, statement, issue))


async def _correct_stakeholder(screen: ReadingScreen, lookup: Lookup) -> None:
    opened, _ = analysed(screen)
    if opened.stakeholder is None:
        raise UsageError("No stakeholder is selected; J selects the first.")
    stakeholder = lookup.stakeholders[opened.stakeholder]
    match await screen.ask(STAKEHOLDER_QUESTION, answers="nkjx"):
        case "n":
            name = await screen.ask("Name:", stakeholder.name)
            if name is not None and name.split():
                await _keep(screen, making.with_name(stakeholder, " ".join(name.split())))
        case "k":
            kind = await _kind(screen)
            if kind is not None:
                await _keep(screen, making.with_kind(stakeholder, kind))
        case "j":
            other = await screen.choose_from(pages.others(stakeholder, lookup))
            if isinstance(other, Stakeholder):
                await _keep(screen, making.same_as(stakeholder, other))
        case "x":
            await _keep(screen, making.no_stakeholder(stakeholder))


async def _add(screen: ReadingScreen, lookup: Lookup, words: Span) -> None:
    briefing = lookup.briefing
    content = making.whole_words(briefing.article.text, words)
    if content.start == content.end:
        raise UsageError("No words are selected.")
    holder = await _holder(screen, lookup)
    matter = await _issue(screen, lookup) if holder is not None else None
    stance = await screen.ask(STANCE_QUESTION, answers="".join(STANCES)) if matter is not None else None
    if holder is None or matter is None or stance is None:
        return
    screen.article_pane.end_selection()
    await _keep(
        screen,
        making.missed(
            briefing,
            content,
            _form(lookup, content),
            None if isinstance(holder, Nothing) else holder,
            None if isinstance(matter, Nothing) else matter,
            STANCES[stance],
        ),
    )


async def _holder(screen: ReadingScreen, lookup: Lookup) -> Actor | Nothing | None:
    """Who said it; None if she thought better of it."""
    chosen = await screen.choose_from(pages.holders(lookup))
    if isinstance(chosen, Stakeholder):
        return actor_of(chosen)
    if isinstance(chosen, New):
        name = chosen.words or await screen.ask("Who:")
        kind = await _kind(screen) if name else None
        return making.new_actor(lookup.briefing, name, kind) if name and kind else None
    return chosen if isinstance(chosen, Nothing) else None


async def _issue(screen: ReadingScreen, lookup: Lookup) -> Issue | Nothing | None:
    """What it is about; None if she thought better of it."""
    chosen = await screen.choose_from(pages.matters(lookup))
    if isinstance(chosen, New):
        label = chosen.words or await screen.ask("Issue:", example="something one can be for or against")
        return making.new_issue(lookup.briefing, label) if label else None
    return chosen if isinstance(chosen, (Issue, Nothing)) else None


async def _kind(screen: ReadingScreen) -> StakeholderKind | None:
    letter = await screen.ask("p person  o organization  c country  b bloc  g group", answers="".join(KINDS))
    return KINDS[letter] if letter is not None else None


def _statement(screen: ReadingScreen, lookup: Lookup) -> Statement | None:
    """The statement that is shown; in the table one behind the cell."""
    shown = screen.opened.shown_statement if screen.opened else None
    if screen.place == "positions" and screen.positions_pane.key is not None:
        behind = lookup.cell(*screen.positions_pane.key).statements
        return shown if shown in behind else next(iter(behind), None)
    return shown


def _form(lookup: Lookup, words: Span) -> StatementForm:
    """Direct if all of it stands in quotation marks; whoever marks words otherwise tells of them."""
    article = lookup.briefing.article
    return "direct" if in_marks(article.text, article.blocks, words) else "indirect"


async def _keep(screen: ReadingScreen, correction: Correction) -> None:
    opened, _ = analysed(screen)
    screen.reader_app.decide(opened, correction)
    lookup = opened.lookup
    count = f" · {len(lookup.reviewed)} of {len(lookup.in_order)} reviewed" if lookup else ""
    screen.say(f"{describe(correction)}{count} · u takes it back")


ACTIONS = (
    Action("correct", "r", "correct", correct, group="Correcting", is_shown=True),
    Action("undo", "u", "take back", undo, group="Correcting"),
    Action("redo", "ctrl+r", "make again", redo, group="Correcting"),
    Action("next-doubtful", "exclamation_mark", "most doubtful", next_doubtful, group="Correcting"),
    Action("add-statement", "plus", "add a statement", add_statement, "article", "Correcting"),
)
