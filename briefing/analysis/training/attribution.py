"""The annotated articles in; `weights/attribution.npz` out.

    python -m briefing.analysis.training.attribution [--articles FOLDER] [--weights FILE] [--model NAME]

Equal articles, spaCy model and library versions give equal weights.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import briefing.analysis.structure.component  # noqa: F401  (registers the step)
from briefing.analysis.attribution.component import WEIGHTS
from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.features import Describer
from briefing.analysis.attribution.tokens import Tokens, read_tokens
from briefing.analysis.layers import register_layers
from briefing.analysis.lexicon.cues import load_cues
from briefing.analysis.models import DEFAULT_MODEL, installed_package
from briefing.analysis.training.attribution_model import Example, train
from briefing.analysis.training.corpus import FOLDER, MarkedArticle, MarkedAttribution, read_corpus
from briefing.model import Span


def parser_pipeline(model: str = DEFAULT_MODEL) -> Language:
    """The trained spaCy pipeline with our structure step only: what the attribution step reads."""
    register_layers()
    nlp = spacy.load(installed_package(model))
    nlp.add_pipe("briefing_structure", first=True)
    return nlp


def parse(nlp: Language, articles: Iterable[MarkedArticle]) -> Iterator[Doc]:
    """The articles as parsed Docs; their blocks are found in the plain text, as they will be in use."""
    yield from nlp.pipe((article.text for article in articles), batch_size=16)


def example_of(article: MarkedArticle, doc: Doc, describer: Describer) -> Example:
    """One article, ready for training."""
    tokens = read_tokens(doc)
    gold = [draft_of(tokens, attribution) for attribution in article.attributions]
    return Example.make(tokens, [draft for draft in gold if draft.content], describer)


def draft_of(tokens: Tokens, marked: MarkedAttribution) -> Draft:
    """A marked attribution in tokens."""

    def touched(spans: Iterable[Span | None]) -> list[int]:
        return sorted({i for span in spans if span for i in tokens.between(span.start, span.end)})

    return Draft(touched([marked.source]), touched([marked.cue]), touched(marked.content))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="Train the attribution step on annotated articles.")
    parser.add_argument("--articles", type=Path, default=FOLDER, help="folder with annotated articles (XML)")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="file to write")
    parser.add_argument("--model", default=DEFAULT_MODEL, help="spaCy pipeline whose parse is used")
    options = parser.parse_args(arguments)
    articles = read_corpus(options.articles)
    describer = Describer(load_cues())
    docs = parse(parser_pipeline(options.model), articles)
    examples = [example_of(article, doc, describer) for article, doc in zip(articles, docs, strict=True)]
    train(examples, describer.lexicon).save(options.weights)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
