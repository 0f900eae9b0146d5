"""Dossiers, comparisons, lists of statements; choosing a stakeholder or an issue by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import UsageError
from briefing.model import Issue, Stakeholder
from briefing.reader import pages, roster
from briefing.reader.action import Action
from briefing.reader.actions.evidence import follow
from briefing.reader.actions.opened import analysed
from briefing.reader.query import Query

if TYPE_CHECKING:
    from briefing.reader.protocols import Reading


def jump(screen: Reading) -> None:
    """Jump to a stakeholder: this, then the letter with which a part of the name begins, or the digit of the row."""
    analysed(screen)

    def choose(key: str) -> None:
        found = screen.stakeholders_pane.stakeholders
        if key.isdigit():
            chosen = found[int(key) - 1] if 0 < int(key) <= len(found) else None
        else:
            chosen = screen.stakeholders_pane.beginning_with(key)
        if chosen is None:
            raise UsageError(f"No stakeholder {'in row' if key.isdigit() else 'has a name that begins with'} {key}.")
        screen.select_stakeholder(chosen.id)

    screen.await_letter("Which stakeholder? The letter with which a name begins, or the digit of a row.", choose)


async def open_dossier(screen: Reading) -> None:
    """Everything on the selected stakeholder: statements with the reason for each label, agreements, mentions."""
    _, lookup = analysed(screen)
    one = await _selected_or_chosen(screen, "Dossier of")
    if one is not None:
        await follow(screen, pages.dossier.dossier(one, lookup))


async def compare(screen: Reading) -> None:
    """Put the selected stakeholder beside another one, issue by issue, quotation against quotation."""
    _, lookup = analysed(screen)
    one = await _selected_or_chosen(screen, "Compare")
    if one is None:
        return
    others = [other for other in _everyone(screen) if other.id != one]
    others.sort(key=lambda other: not lookup.statements_of(other.id))
    other = await screen.choose_from(pages.choices.stakeholders(f"Compare {lookup.name(one)} with", others, lookup))
    if isinstance(other, Stakeholder):
        await follow(screen, pages.comparison.comparison(one, other.id, lookup))


async def show_agreements(screen: Reading) -> None:
    """Who agrees with whom, who disagrees, on what conditions, and who changed position."""
    _, lookup = analysed(screen)
    await follow(screen, pages.comparison.agreements(lookup))


async def show_statements(screen: Reading) -> None:
    """All statements in the order of the text, those of unknown speakers among them."""
    _, lookup = analysed(screen)
    await follow(screen, pages.statements.all_statements(lookup))


async def choose_stakeholder(screen: Reading) -> None:
    """Jump to a stakeholder by typing the beginning of a name."""
    _, lookup = analysed(screen)
    chosen = await screen.choose_from(pages.choices.stakeholders("Stakeholders", _everyone(screen), lookup))
    if isinstance(chosen, Stakeholder):
        screen.select_stakeholder(chosen.id)


async def choose_issue(screen: Reading) -> None:
    """Jump to an issue; a hidden one comes back."""
    opened, lookup = analysed(screen)
    page = pages.choices.issues("Issues", lookup.briefing.issues, opened.table.hidden)
    chosen = await screen.choose_from(page)
    if isinstance(chosen, Issue):
        opened.table.hidden -= {chosen.id}
        screen.positions_pane.show(opened)
        screen.positions_pane.show_issue(chosen.id)
        screen.focus_pane("positions")


def _everyone(screen: Reading) -> list[Stakeholder]:
    """All stakeholders in her order, whatever the filter hides."""
    opened, lookup = analysed(screen)
    return [one for group in roster.arrange(lookup, opened.sort, Query()) for one in group.stakeholders]


async def _selected_or_chosen(screen: Reading, title: str) -> str | None:
    """The id of the selected stakeholder; while no one is selected, of one that she chooses now."""
    opened, lookup = analysed(screen)
    if opened.stakeholder is None:
        chosen = await screen.choose_from(pages.choices.stakeholders(title, _everyone(screen), lookup))
        if not isinstance(chosen, Stakeholder):
            return None
        screen.select_stakeholder(chosen.id)
    return opened.stakeholder


ACTIONS = (
    Action("dossier", "enter", "dossier", open_dossier, "stakeholders", "Stakeholders", is_shown=True),
    Action("dossier-anywhere", "d", "dossier", open_dossier, group="Stakeholders"),
    Action("compare", "c", "compare", compare, group="Comparing", is_shown=True),
    Action("agreements", "A", "agreements", show_agreements, group="Comparing"),
    Action("statements", "S", "all statements", show_statements, group="Comparing"),
    Action("jump", ";", "jump to a name", jump, group="Stakeholders"),
    Action("find-stakeholder", "F", "find a name", choose_stakeholder, group="Stakeholders"),
    Action("find-issue", "I", "find an issue", choose_issue, group="Comparing"),
)
