"""The nouns of this room: what a reader decided about one statement or one stakeholder.

A decision does not lean on ids alone, because another version of the analysis may give others: it names the people and
issues it means, and carries the words of the article it is about.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from briefing.model import Issue, StakeholderKind, Statement

Field = Literal["stakeholder", "issue", "stance", "status", "content"]
"""What of a statement was decided; everything else stays with the machine."""

Verdict = Literal["right", "changed", "none"]
"""The statement is right as it is; something of it is not; it is no statement at all."""


class Anchor(Struct, frozen=True, kw_only=True):
    """A passage of the article: offsets, its words, and what stands around it.

    As the quote and position selectors of the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/).
    """

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


class Actor(Struct, frozen=True, kw_only=True):
    """A stakeholder by id and by name, so that it is found again under another id, or made if it is new."""

    id: str
    name: str
    kind: StakeholderKind = "group"


class StatementCorrection(Struct, frozen=True, kw_only=True, tag="statement"):
    """A decision about a statement, or a statement that the machine had missed."""

    verdict: Verdict
    anchor: Anchor
    """The passage from the first to the last word that belongs to the statement."""
    statement: Statement
    """The statement as it stands after the decision, with offsets as in the anchor."""
    fields: tuple[Field, ...] = ()
    """What was decided; empty if the statement was found right."""
    holder: Actor | None = None
    issue: Issue | None = None


class StakeholderCorrection(Struct, frozen=True, kw_only=True, tag="stakeholder"):
    """A decision about a stakeholder: another name or kind, the same as somebody else, or nobody at all."""

    actor: Actor
    name: str | None = None
    kind: StakeholderKind | None = None
    same_as: Actor | None = None
    is_none: bool = False


Correction = StatementCorrection | StakeholderCorrection
