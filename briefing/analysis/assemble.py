"""The layers of a finished Doc in; a Briefing out.

One attribution with two holders becomes two statements. Statements come in the order of the text, stakeholders and
issues in the order in which the analysis ranked them.
"""

from __future__ import annotations

from spacy.tokens import Doc

from briefing.analysis.layers import Actor, Attribution, Judgement
from briefing.model import Analysis, Article, Briefing, Issue, Position, Stakeholder, Statement


def assemble(doc: Doc, article: Article, analysis: Analysis) -> Briefing:
    """Put the layers that the steps left on the Doc together."""
    actors: tuple[Actor, ...] = tuple(actor for actor in doc._.briefing_actors if actor.is_stakeholder)
    issues: tuple[Issue, ...] = doc._.briefing_issues
    positions: tuple[Position, ...] = doc._.briefing_positions
    return Briefing(
        article=article,
        analysis=analysis,
        stakeholders=tuple(_stakeholder(actor, {a.id for a in actors}) for actor in actors),
        issues=issues,
        statements=statements_of(doc),
        positions=positions,
        notes=doc._.briefing_notes,
    )


def statements_of(doc: Doc) -> tuple[Statement, ...]:
    """The statements of a Doc after briefing_stance: one for each attribution and holder, in the order of the text."""
    judgements: dict[str, Judgement] = doc._.briefing_judgements or {}
    issue_of: dict[str, str] = doc._.briefing_issue_of or {}
    known = {actor.id for actor in doc._.briefing_actors}
    attributions: list[Attribution] = sorted(
        (attribution for attribution in doc._.briefing_attributions if not attribution.asked),
        key=lambda a: (a.content[0].start, a.content[-1].end, a.id),
    )
    ids = _statement_ids(attributions)
    statements = []
    for attribution in attributions:
        judgement = judgements.get(attribution.id, Judgement())
        for holder, identity in zip(attribution.holders or (None,), ids[attribution.id], strict=True):
            statements.append(
                Statement(
                    id=identity,
                    stakeholder=holder if holder in known else None,
                    form=attribution.form,
                    source=attribution.source,
                    cue=attribution.cue,
                    content=attribution.content,
                    issue=issue_of.get(attribution.id),
                    stance=judgement.stance,
                    status=judgement.status,
                    condition=judgement.condition,
                    confidence=round(judgement.confidence, 2),
                    why=judgement.why,
                    cue_class=attribution.cue_class,
                    hedges=attribution.hedges,
                    within=ids[attribution.within][0] if attribution.within in ids else None,
                    reasons=(*attribution.reasons, *judgement.reasons),
                )
            )
    return tuple(statements)


def _statement_ids(attributions: list[Attribution]) -> dict[str, list[str]]:
    """Ids s1, s2, … in the order of the text, as many for each attribution as it has holders (at least one)."""
    ids: dict[str, list[str]] = {}
    number = 0
    for attribution in attributions:
        wanted = max(1, len(attribution.holders))
        ids[attribution.id] = [f"s{number + n}" for n in range(1, wanted + 1)]
        number += wanted
    return ids


def _stakeholder(actor: Actor, listed: set[str]) -> Stakeholder:
    return Stakeholder(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        role=actor.role,
        affiliation=actor.affiliation if actor.affiliation in listed else None,
        aliases=actor.aliases,
        mentions=tuple(sorted(actor.mentions)),
        reasons=actor.reasons,
    )
