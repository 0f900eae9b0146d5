"""What a reader says of a statement or a stakeholder in; a decision that can be kept out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from msgspec.structs import replace

from briefing.corrections.anchoring import anchor_of, passage_of
from briefing.corrections.correction import Actor, Field, StakeholderCorrection, StatementCorrection, Verdict
from briefing.corrections.stakeholders import actor_of
from briefing.model import Briefing, Issue, Span, Stakeholder, StakeholderKind, Stance, Statement, StatementForm, Status

LONGEST_ID = 40


def found_right(briefing: Briefing, statement: Statement) -> StatementCorrection:
    """The statement is right as it is."""
    return _decision(briefing, statement, "right", ())


def no_statement(briefing: Briefing, statement: Statement) -> StatementCorrection:
    """Nobody's view is stated here."""
    return _decision(briefing, statement, "none", ())


def with_stance(
    briefing: Briefing, statement: Statement, stance: Stance, condition: Span | None = None
) -> StatementCorrection:
    """Another stance; with the words of the condition where it is conditional (else those that were found)."""
    kept = (condition or statement.condition) if stance == "conditional" else None
    return _decision(briefing, replace(statement, stance=stance, condition=kept), "changed", ("stance",))


def with_status(briefing: Briefing, statement: Statement, status: Status) -> StatementCorrection:
    """Current, past, expected or hearsay."""
    return _decision(briefing, replace(statement, status=status), "changed", ("status",))


def with_holder(briefing: Briefing, statement: Statement, holder: Actor | None) -> StatementCorrection:
    """Somebody else said it, or nobody can tell who."""
    decided = _decision(briefing, replace(statement, stakeholder=None), "changed", ("stakeholder",))
    decided_on = replace(decided.statement, stakeholder=holder.id if holder else None)
    return replace(decided, holder=holder, statement=decided_on)


def with_issue(briefing: Briefing, statement: Statement, issue: Issue | None) -> StatementCorrection:
    """It is about another issue, or about none of the table."""
    decided = _decision(briefing, replace(statement, issue=None), "changed", ("issue",))
    return replace(decided, issue=issue, statement=replace(decided.statement, issue=issue.id if issue else None))


def missed(
    briefing: Briefing, words: Span, form: StatementForm, holder: Actor | None, issue: Issue | None, stance: Stance
) -> StatementCorrection:
    """A statement that the machine did not find.

    Args:
        briefing: where it belongs.
        words: its content in the article; widened to whole words, without white space at its ends.
        form: direct only if all of it stands in quotation marks.
        holder: who said it; None if nobody can tell.
        issue: what it is about; None for no issue of the table.
        stance: towards that issue.
    """
    content = whole_words(briefing.article.text, words)
    statement = Statement(
        id="",
        stakeholder=holder.id if holder else None,
        form=form,
        content=(content,),
        issue=issue.id if issue else None,
        stance=stance,
    )
    return StatementCorrection(
        verdict="changed",
        anchor=anchor_of(briefing.article.text, content),
        statement=statement,
        fields=("stakeholder", "issue", "stance", "status", "content"),
        holder=holder,
        issue=issue,
    )


def no_stakeholder(stakeholder: Stakeholder) -> StakeholderCorrection:
    """Nobody with a stake."""
    return StakeholderCorrection(actor=actor_of(stakeholder), is_none=True)


def same_as(stakeholder: Stakeholder, other: Stakeholder) -> StakeholderCorrection:
    """Two who are one; the name of the second stays."""
    return StakeholderCorrection(actor=actor_of(stakeholder), same_as=actor_of(other))


def with_name(stakeholder: Stakeholder, name: str) -> StakeholderCorrection:
    """Another name."""
    return StakeholderCorrection(actor=actor_of(stakeholder), name=name)


def with_kind(stakeholder: Stakeholder, kind: StakeholderKind) -> StakeholderCorrection:
    """Another kind."""
    return StakeholderCorrection(actor=actor_of(stakeholder), kind=kind)


def new_actor(briefing: Briefing, name: str, kind: StakeholderKind) -> Actor:
    """Somebody who is not in the briefing yet."""
    return Actor(id=_new_id(name, {one.id for one in briefing.stakeholders}), name=name, kind=kind)


def new_issue(briefing: Briefing, label: str) -> Issue:
    """An issue that is not in the briefing yet."""
    return Issue(id=_new_id(label, {one.id for one in briefing.issues}), label=label)


def whole_words(text: str, span: Span) -> Span:
    """The span without white space at its ends, widened where it cuts a word."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    while 0 < start < end and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


def _decision(
    briefing: Briefing, decided: Statement, verdict: Verdict, fields: tuple[Field, ...]
) -> StatementCorrection:
    return StatementCorrection(
        verdict=verdict,
        anchor=anchor_of(briefing.article.text, passage_of(decided)),
        statement=decided,
        fields=fields,
        holder=next((actor_of(one) for one in briefing.stakeholders if one.id == decided.stakeholder), None),
        issue=next((one for one in briefing.issues if one.id == decided.issue), None),
    )


def _new_id(name: str, taken: Collection[str]) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_ID].strip("-") or "by-hand"
    number = 2
    found = base
    while found in taken:
        found, number = f"{base}-{number}", number + 1
    return found
