"""The annotated articles in; `weights/attribution.npz` and its model card out.

    python -m briefing.analysis.training.attribution [--articles FOLDER] [--dense FOLDER] [--plain FOLDER] [--judges]

The weights come from all articles in which every attribution is marked, the confidence and the figures of the card from
cross-validation; what is rescued is judged from the plain articles, too, in which deeds and conditions are marked as
positions. Equal articles, spaCy model and library versions give equal weights.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import briefing.analysis.structure.component  # noqa: F401  (registers the step)
from briefing.analysis.attribution.component import LEAST_CONFIDENCE, WEIGHTS
from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.tokens import Tokens, read_tokens
from briefing.analysis.attribution.tagging.features import Describer
from briefing.analysis.attribution.tagging.learned import Weights
from briefing.analysis.layers import register_layers
from briefing.analysis.lexicon.cues import load_cues
from briefing.analysis.models import DEFAULT_MODEL, installed_package
from briefing.analysis.training.attribution_card import Figures, write_card
from briefing.analysis.training.attribution_examples import Example
from briefing.analysis.training.attribution_judges import Judged, train_ends, train_judge
from briefing.analysis.training.attribution_model import CrossValidation, cross_validate, train
from briefing.analysis.training.corpus import (
    DENSE_FOLDER,
    FOLDER,
    PLAIN_FOLDER,
    MarkedArticle,
    MarkedAttribution,
    read_corpus,
)
from briefing.model import Span

FOLDS = 4
CURVE = (20, 40, 80)
"""Articles of the learning curve, besides all of them."""


def parser_pipeline(model: str = DEFAULT_MODEL) -> Language:
    """The trained spaCy pipeline with our structure step only: what the attribution step reads."""
    register_layers()
    nlp = spacy.load(installed_package(model))
    nlp.add_pipe("briefing_structure", first=True)
    return nlp


def parse(nlp: Language, articles: Iterable[MarkedArticle]) -> Iterator[Doc]:
    """The articles as parsed Docs; their blocks are found in the plain text, as they will be in use."""
    yield from nlp.pipe((article.text for article in articles), batch_size=16)


def example_of(article: MarkedArticle, doc: Doc, describer: Describer, habit: str = "") -> Example:
    """One article, ready for training."""
    tokens = read_tokens(doc)
    gold = [draft_of(tokens, attribution) for attribution in article.attributions]
    return Example.make(tokens, [draft for draft in gold if draft.content], describer, habit)


def unseen_example(article: MarkedArticle, doc: Doc, describer: Describer) -> Example:
    """One article of which the judges learn what is worth rescuing."""
    tokens = read_tokens(doc)
    gold = [draft_of(tokens, attribution) for attribution in article.attributions]
    return Example.unseen(tokens, [draft for draft in gold if draft.content], describer.lexicon)


def draft_of(tokens: Tokens, marked: MarkedAttribution) -> Draft:
    """A marked attribution in tokens."""

    def touched(spans: Iterable[Span | None]) -> list[int]:
        return sorted({i for span in spans if span for i in tokens.between(span.start, span.end)})

    return Draft(touched([marked.source]), touched([marked.cue]), touched(marked.content))


def calibrated(judged: Sequence[Sequence[Judged]]) -> list[tuple[float, bool]]:
    """The confidence of every attribution of the cross-validation, and whether it was right.

    The regression is trained on one half of the documents and applied to the other, both ways round.
    """
    result = []
    for half in (0, 1):
        regression = train_judge([documents for n, documents in enumerate(judged) if n % 2 != half])
        for n, documents in enumerate(judged):
            if n % 2 == half:
                result += [(regression.probability(one.names), one.right) for one in documents]
    return result


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="Train the attribution step on annotated articles.")
    parser.add_argument("--articles", type=Path, default=FOLDER, help="folder with annotated articles (XML)")
    parser.add_argument(
        "--dense",
        type=Path,
        default=DENSE_FOLDER,
        help="folder with articles whose annotators set borders in a way of their own, and marked deeds, too",
    )
    parser.add_argument(
        "--plain", type=Path, default=PLAIN_FOLDER, help="folder with articles in which deeds are marked"
    )
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="file to write; the card goes beside it")
    parser.add_argument("--model", default=DEFAULT_MODEL, help="spaCy pipeline whose parse is used")
    parser.add_argument(
        "--judges", action="store_true", help="keep what the file tags and links by; train the judges only"
    )
    parser.add_argument("--curve", action="store_true", help="measure the learning curve, too (slow)")
    options = parser.parse_args(arguments)

    articles, dense = read_corpus(options.articles), read_corpus(options.dense)
    describer = Describer(load_cues())
    nlp = parser_pipeline(options.model)
    examples = [
        example_of(article, doc, describer, habit)
        for several, habit in ((articles, ""), (dense, "dense"))
        for article, doc in zip(several, parse(nlp, several), strict=True)
    ]

    more = read_corpus(options.plain)
    plain = [unseen_example(article, doc, describer) for article, doc in zip(more, parse(nlp, more), strict=True)]
    whole = cross_validate(examples, describer, FOLDS, plain=plain)
    curve: dict[int, CrossValidation] = {}
    if options.curve:
        curve = {size: cross_validate(examples, describer, FOLDS, size) for size in CURVE}
    kept = Weights.load(options.weights) if options.judges else train(examples, describer.lexicon)
    weights = replace(
        kept,
        ends=train_ends(whole.ends),
        rescued=train_judge(whole.rescuable),
        confidence=train_judge([*whole.judged, *whole.told]),
    )
    weights.save(options.weights)
    figures = Figures(
        articles=len(examples),
        plain=len(plain),
        words=sum(len(article.text.split()) for article in (*articles, *dense)),
        attributions=sum(len(example.gold) for example in examples),
        model=f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}",
        features=len(weights.tagger.keys),
        folds=FOLDS,
        report=whole.report,
        curve={size: result.report.total for size, result in curve.items()},
        calibration=calibrated(whole.judged),
        least_confidence=LEAST_CONFIDENCE,
    )
    write_card(options.weights.with_suffix(".md"), figures)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
