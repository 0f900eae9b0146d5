"""A Briefing and the decisions of its reader in; the corrected Briefing, what was reviewed, and orphans out.

Decisions are laid over the machine's result one after the other, in the order in which they were made. Positions that
a decision touches are combined anew by the rule of the contract; all others stay as the analysis made them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.analysis.positions.combine import positions_from
from briefing.corrections import stakeholders, statements
from briefing.corrections.correction import Correction, StakeholderCorrection, StatementCorrection
from briefing.model import Briefing, Issue, Position, Statement


class Review(Struct, frozen=True):
    """A briefing after its reader's decisions."""

    briefing: Briefing
    reviewed: frozenset[str] = frozenset()
    """Ids of the statements that a human has confirmed or corrected."""
    orphans: tuple[Correction, ...] = ()
    """Decisions whose words, or whose stakeholder, are no longer there; they are kept and do nothing."""


def apply(briefing: Briefing, corrections: Iterable[Correction]) -> Review:
    """Lay decisions over a result of the analysis."""
    review = Review(briefing)
    for correction in corrections:
        match correction:
            case StatementCorrection():
                review = _with_statement(review, correction)
            case StakeholderCorrection():
                review = _with_stakeholder(review, correction)
    if review.briefing is briefing:
        return review
    corrected = _without_emptied_issues(briefing, _with_positions(briefing, review.briefing))
    return Review(corrected, review.reviewed, review.orphans)


def _with_statement(review: Review, correction: StatementCorrection) -> Review:
    briefing = review.briefing
    decided = statements.place(briefing.article.text, correction)
    if decided is None:
        return Review(briefing, review.reviewed, (*review.orphans, correction))
    machine = statements.counterpart(decided, briefing.statements)
    if correction.verdict == "none":
        if machine is None:
            return review
        others = tuple(statements.without(machine, briefing.statements))
        return Review(replace(briefing, statements=others), review.reviewed - {machine.id}, review.orphans)
    briefing, decided = _with_parties(briefing, decided, correction)
    if machine is not None:
        names = {one.id: one.name for one in briefing.stakeholders} | {one.id: one.label for one in briefing.issues}
        result = statements.decide(machine, decided, correction, names)
        all_of_them = tuple(result if one is machine else one for one in briefing.statements)
    else:
        result = statements.added(decided, briefing.statements)
        all_of_them = _in_order((*briefing.statements, result))
    return Review(replace(briefing, statements=all_of_them), review.reviewed | {result.id}, review.orphans)


def _with_stakeholder(review: Review, correction: StakeholderCorrection) -> Review:
    found = stakeholders.find_actor(review.briefing, correction.actor)
    if found is None:
        return Review(review.briefing, review.reviewed, (*review.orphans, correction))
    return Review(stakeholders.decide(review.briefing, found, correction), review.reviewed, review.orphans)


def _with_parties(
    briefing: Briefing, decided: Statement, correction: StatementCorrection
) -> tuple[Briefing, Statement]:
    """The decided statement with the holder and the issue that are meant, under the ids they have here."""
    holder, issue = None, None
    if correction.holder is not None:
        briefing, stakeholder = stakeholders.with_actor(briefing, correction.holder)
        holder = stakeholder.id
    if correction.issue is not None:
        briefing, issue = _with_issue(briefing, correction.issue)
    return briefing, replace(decided, stakeholder=holder, issue=issue)


def _with_issue(briefing: Briefing, wanted: Issue) -> tuple[Briefing, str]:
    for one in briefing.issues:
        if one.id == wanted.id or one.label == wanted.label:
            return briefing, one.id
    return replace(briefing, issues=(*briefing.issues, wanted)), wanted.id


def _in_order(several: Sequence[Statement]) -> tuple[Statement, ...]:
    return tuple(sorted(several, key=lambda one: (one.content[0].start, one.content[-1].end)))


def _with_positions(before: Briefing, after: Briefing) -> Briefing:
    """The briefing with its positions combined anew wherever the statements behind them are not what they were."""
    old = {(one.stakeholder, one.issue): one for one in before.positions}
    untouched = _evidence(before)
    known = {one.id for one in after.stakeholders}
    new: dict[tuple[str, str], Position] = {}
    for position in positions_from(one for one in after.statements if one.stakeholder in known):
        new[position.stakeholder, position.issue] = position
    evidence = _evidence(after)
    for cell in new:
        if cell in old and evidence[cell] == untouched.get(cell):
            new[cell] = old[cell]
    order = {cell: number for number, cell in enumerate(old)}
    cells = sorted(new, key=lambda cell: order.get(cell, len(order)))
    return replace(after, positions=tuple(new[cell] for cell in cells))


def _without_emptied_issues(before: Briefing, after: Briefing) -> Briefing:
    """The briefing without the issues whose statements all went to others: they would be columns with nothing in them.

    So issues are renamed and joined: by moving what is said on them.
    """
    left = {one.issue for one in before.statements} - {one.issue for one in after.statements}
    return replace(after, issues=tuple(one for one in after.issues if one.id not in left))


def _evidence(briefing: Briefing) -> dict[tuple[str | None, str | None], list[tuple[str, str, str]]]:
    """For each cell its statements, as far as they matter to a position."""
    cells: dict[tuple[str | None, str | None], list[tuple[str, str, str]]] = {}
    for one in briefing.statements:
        cells.setdefault((one.stakeholder, one.issue), []).append((one.id, one.stance, one.status))
    return cells
