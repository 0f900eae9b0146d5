"""What is shown in; the questions that lead to a decision about it asked, and the decision kept.

Imported when she corrects something for the first time.
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
from briefing.reader.actions.opened import analysed, way_to
from briefing.reader.lookup import Lookup
from briefing.reader.pages import correcting as pages
from briefing.reader.pages.correcting import New, Nothing

if TYPE_CHECKING:
    from briefing.reader.protocols import Reading

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
STATEMENT_ANSWERS = {
    "a": "right",
    **STANCES,
    "w": "who said it",
    "i": "issue",
    "t": "time",
    "x": "no statement",
}
STAKEHOLDER_ANSWERS = {"n": "name", "k": "kind", "j": "same as another", "x": "no stakeholder"}


async def correct_statement(screen: Reading, lookup: Lookup, statement: Statement, words: Span | None) -> None:
    """Ask what is right about a statement, and keep it; selected words are those of a condition.

    Raises:
        BriefingError: the decision cannot be kept.
    """
    briefing = lookup.briefing
    letter = await screen.ask_letter("", STATEMENT_ANSWERS)
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
            status = await screen.ask_letter("Time:", STATUSES)
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


async def correct_stakeholder(screen: Reading, lookup: Lookup) -> None:
    """Ask what is right about the selected stakeholder, and keep it.

    Raises:
        BriefingError: nobody is selected, or the decision cannot be kept.
    """
    opened, _ = analysed(screen)
    if opened.stakeholder is None:
        raise UsageError(f"No stakeholder is selected; {way_to(screen, 'next-stakeholder')} selects the first.")
    stakeholder = lookup.stakeholders[opened.stakeholder]
    match await screen.ask_letter(f"{stakeholder.name}:", STAKEHOLDER_ANSWERS):
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


async def add_statement(screen: Reading, lookup: Lookup, words: Span) -> None:
    """Ask who said some words, on what and with what stance, and keep them as a statement.

    Raises:
        BriefingError: there are no words, or the decision cannot be kept.
    """
    briefing = lookup.briefing
    content = making.whole_words(briefing.article.text, words)
    if content.start == content.end:
        raise UsageError("No words are selected.")
    holder = await _holder(screen, lookup)
    matter = await _issue(screen, lookup) if holder is not None else None
    stance = await screen.ask_letter("Stance:", STANCES) if matter is not None else None
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


async def _holder(screen: Reading, lookup: Lookup) -> Actor | Nothing | None:
    """Who said it; None if she thought better of it."""
    chosen = await screen.choose_from(pages.holders(lookup))
    if isinstance(chosen, Stakeholder):
        return actor_of(chosen)
    if isinstance(chosen, New):
        name = chosen.words or await screen.ask("Who:")
        kind = await _kind(screen) if name else None
        return making.new_actor(lookup.briefing, name, kind) if name and kind else None
    return chosen if isinstance(chosen, Nothing) else None


async def _issue(screen: Reading, lookup: Lookup) -> Issue | Nothing | None:
    """What it is about; None if she thought better of it."""
    chosen = await screen.choose_from(pages.matters(lookup))
    if isinstance(chosen, New):
        label = chosen.words or await screen.ask("Issue:", example="something one can be for or against")
        return making.new_issue(lookup.briefing, label) if label else None
    return chosen if isinstance(chosen, (Issue, Nothing)) else None


async def _kind(screen: Reading) -> StakeholderKind | None:
    letter = await screen.ask_letter("Kind:", KINDS)
    return KINDS[letter] if letter is not None else None


def _form(lookup: Lookup, words: Span) -> StatementForm:
    """Direct if all of it stands in quotation marks; whoever marks words otherwise tells of them."""
    article = lookup.briefing.article
    return "direct" if in_marks(article.text, article.blocks, words) else "indirect"


async def _keep(screen: Reading, correction: Correction) -> None:
    opened, _ = analysed(screen)
    screen.reader_app.analyses.decide(opened, correction)
    lookup = opened.lookup
    count = f" · {len(lookup.reviewed)} of {len(lookup.in_order)} reviewed" if lookup else ""
    screen.say(f"{describe(correction)}{count} · {way_to(screen, 'undo')} takes it back")
