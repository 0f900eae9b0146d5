"""A decision in; one line for its reader out: what she decided, and about which words."""

from __future__ import annotations

from briefing.corrections.correction import Correction, Field, StakeholderCorrection, StatementCorrection
from briefing.model import Statement

LONGEST = 48
"""Characters of the article's words that the line gives."""


def describe(correction: Correction) -> str:
    """What was decided."""
    if isinstance(correction, StakeholderCorrection):
        return _about_stakeholder(correction)
    words = _shortened(correction)
    if correction.verdict == "none":
        return f"no statement: {words}"
    if correction.verdict == "right":
        return f"right: {words}"
    decided = ", ".join(_value(field, correction) for field in correction.fields)
    return f"{decided}: {words}"


def _about_stakeholder(correction: StakeholderCorrection) -> str:
    name = correction.actor.name
    if correction.is_none:
        return f"no stakeholder: {name}"
    if correction.same_as is not None:
        return f"{name} is {correction.same_as.name}"
    changes = [f"is called {correction.name}"] if correction.name else []
    changes += [f"is of the kind {correction.kind}"] if correction.kind else []
    return f"{name} {' and '.join(changes)}"


def _value(field: Field, correction: StatementCorrection) -> str:
    statement: Statement = correction.statement
    match field:
        case "stakeholder":
            return f"said by {correction.holder.name if correction.holder else 'someone unknown'}"
        case "issue":
            return f"about {correction.issue.label}" if correction.issue else "about no issue"
        case "stance":
            return statement.stance
        case "status":
            return statement.status
        case "content":
            return f"marked as {statement.form}"


def _shortened(correction: StatementCorrection) -> str:
    anchor, content = correction.anchor, correction.statement.content[0]
    start = max(0, content.start - anchor.start)
    words = " ".join(anchor.exact[start:].split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
