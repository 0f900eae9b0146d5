"""An annotated article in; a parsed Doc whose layers hold what the annotators marked out.

So the steps issues, stance and positions can be trained, tested and measured with the sources, cues, contents and
holders that a person found, whatever the steps before them find today.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.attribution.describe import describe_cue
from briefing.analysis.attribution.parsing.tokens import read_tokens
from briefing.analysis.layers import Actor, Attribution, register_layers
from briefing.analysis.lexicon.cues import load_cues
from briefing.analysis.structure.component import StructureStep
from briefing.analysis.training.corpus import MarkedArticle, MarkedAttribution
from briefing.model import Issue, Mention, Span, StatementForm

UPSTREAM = (
    "briefing_entities",
    "briefing_coreference",
    "briefing_attribution",
    "briefing_stakeholders",
    "briefing_issues",
    "briefing_stance",
    "briefing_positions",
    "briefing_contradictions",
)
"""The steps that do not run here, because the annotation stands for their results."""


def marked_documents(articles: Sequence[MarkedArticle], nlp: Language) -> Iterator[Doc]:
    """Parse the articles with the model's own components and fill the layers up to briefing_stakeholders."""
    register_layers()
    structure = StructureStep()
    with nlp.select_pipes(disable=[name for name in UPSTREAM if name in nlp.pipe_names]):
        for article in articles:
            doc = nlp.make_doc(article.text)
            structure.set_annotations(doc, article.blocks)
            for _, component in nlp.pipeline:
                doc = component(doc)
            yield with_marked_layers(doc, article)


def with_marked_layers(doc: Doc, article: MarkedArticle) -> Doc:
    """Write the marked stakeholders and attributions onto a parsed Doc of the article's text."""
    doc._.briefing_actors = tuple(_actors(article))
    ids = {actor.name: actor.id for actor in doc._.briefing_actors}
    tokens, lexicon = read_tokens(doc), load_cues()

    def cue_class(marked: MarkedAttribution) -> str | None:
        cue = tokens.between(marked.cue.start, marked.cue.end) if marked.cue else []
        content = [token for span in marked.content for token in tokens.between(span.start, span.end)]
        return describe_cue(tokens, list(cue), content, lexicon).cue_class

    doc._.briefing_attributions = tuple(
        marked_attribution(article.text, marked, ids, cue_class(marked))
        for marked in article.attributions
        if marked.content
    )
    return doc


def with_marked_issues(doc: Doc, article: MarkedArticle) -> Doc:
    """Write the marked issues as well, as if briefing_issues had found them."""
    doc._.briefing_issues = tuple(Issue(id=i.id, label=i.label, terms=i.terms) for i in article.issues)
    doc._.briefing_issue_of = {marked.id: marked.issue for marked in article.attributions if marked.issue}
    return doc


def marked_attribution(text: str, marked: MarkedAttribution, ids: dict[str, str], cue_class: str | None) -> Attribution:
    """The attribution as the step briefing_attribution would hand it on."""
    return Attribution(
        id=marked.id,
        source=marked.source,
        cue=marked.cue,
        content=marked.content,
        form=form_of(text, marked.content),
        cue_class=cue_class,
        holders=tuple(dict.fromkeys(ids[name] for name in marked.holders if name in ids)),
        confidence=1.0,
    )


def form_of(text: str, content: tuple[Span, ...]) -> StatementForm:
    """Whether the contents stand in quotation marks wholly, in part, or not at all."""
    words = " ".join(span.of(text) for span in content).strip()
    if not re.search('["“”]', words):
        return "indirect"
    outside = re.sub('["“][^"“”]*["”]?', "", words)
    return "mixed" if re.search(r"\w", outside) else "direct"


def _actors(article: MarkedArticle) -> Iterator[Actor]:
    mentions: dict[str, set[Span]] = {}
    for marked in article.mentions:
        for name in marked.holders:
            mentions.setdefault(name, set()).add(marked.span)
    ids = {
        stakeholder.name: f"{re.sub('[^a-z0-9]+', '-', stakeholder.name.casefold()).strip('-')}-{number}"
        for number, stakeholder in enumerate(article.stakeholders)
    }
    for stakeholder in article.stakeholders:
        yield Actor(
            id=ids[stakeholder.name],
            name=stakeholder.name,
            kind=stakeholder.kind,
            role=stakeholder.role,
            affiliation=ids.get(stakeholder.affiliation or ""),
            mentions=tuple(Mention(s.start, s.end, "nominal") for s in sorted(mentions.get(stakeholder.name, ()))),
            is_stakeholder=True,
        )
