"""What the steps of the analysis hand to each other: the typed layers on a spaCy Doc.

Each step reads the layers of the steps before it and writes one of its own, as a `Doc._` extension that holds an
immutable tuple (or mapping) of the types below:

    briefing_structure      -> doc._.briefing_blocks         tuple[Block, ...]
    briefing_entities       -> doc._.briefing_actors         tuple[Actor, ...]        (named actors)
    briefing_coreference    -> doc._.briefing_actors         the same with pronouns and descriptions linked
    briefing_attribution    -> doc._.briefing_attributions   tuple[Attribution, ...]  (holders still empty)
    briefing_stakeholders   -> both of the above             unnamed sources become actors, holders are filled in
    briefing_issues         -> doc._.briefing_issues         tuple[Issue, ...]
                               doc._.briefing_issue_of       {attribution id: issue id}
    briefing_stance         -> doc._.briefing_judgements     {attribution id: Judgement}
    briefing_positions      -> doc._.briefing_positions      tuple[Position, ...]
    briefing_contradictions -> doc._.briefing_notes          tuple[str, ...]

Offsets are characters of `doc.text`, end exclusive: the contract between steps never depends on tokens.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from spacy.tokens import Doc

from briefing.analysis.lexicon.cues import Factuality
from briefing.model import Mention, Span, StakeholderKind, Stance, StatementForm, Status

Number = Literal["singular", "plural", "unknown"]
Gender = Literal["female", "male", "neuter", "unknown"]
Circumstance = Literal["negated", "hedged", "question", "conditional", "future"]
"""What makes it uncertain or untrue that somebody said or did what a cue says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A candidate stakeholder: everything in the document that is known about one person, body, state or group."""

    id: str
    name: str
    kind: StakeholderKind
    role: str | None = None
    affiliation: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    number: Number = "unknown"
    gender: Gender = "unknown"
    named: bool = True
    is_stakeholder: bool = False
    """Set by briefing_stakeholders for those that a reader expects in the list; others stay behind."""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One statement before it is judged: source, cue and content, and the actors whose words or view it is."""

    id: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    form: StatementForm = "indirect"
    cue_lemma: str = ""
    cue_class: str | None = None
    negated: bool = False
    """Whether the cue itself is negated ("did not call for")."""
    hedges: tuple[Span, ...] = ()
    factuality: Factuality | None = None
    """What the cue says about its content in this sentence; None where the lexicon does not know the cue."""
    circumstances: tuple[Circumstance, ...] = ()
    holders: tuple[str, ...] = ()
    """Ids of actors; two for coordinated sources, none where the holder is unknown."""
    within: str | None = None
    """Id of the attribution in whose content this one lies."""
    reported: bool = False
    """Whether it is somebody's plan or view as the one around it tells it ("said that the union would leave")."""
    hearsay: bool = False
    """Whether it is known only from people near to its holder ("aides to Ms Ruiz said she wants a vote")."""
    asked: bool = False
    """Whether an interviewer asks it: it tells what the answer is about, but nobody holds it, and it is not shown."""
    confidence: float = 0.5
    """Probability that source, cue and content belong together."""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Where one attribution stands towards its issue, and why."""

    stance: Stance = "unclear"
    status: Status = "current"
    condition: Span | None = None
    confidence: float = 0.0
    why: str = ""
    reasons: tuple[str, ...] = ()


LAYERS: dict[str, Any] = {
    "briefing_blocks": (),
    "briefing_actors": (),
    "briefing_attributions": (),
    "briefing_issues": (),
    "briefing_issue_of": None,
    "briefing_judgements": None,
    "briefing_positions": (),
    "briefing_notes": (),
}
"""Name of each extension and its value on a Doc that no step has seen."""


def register_layers() -> None:
    """Declare the extensions on Doc; called when a component is created, harmless when repeated."""
    for name, default in LAYERS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
