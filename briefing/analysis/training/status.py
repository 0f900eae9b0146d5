"""The annotated articles in; `weights/status.npz` and its card `weights/status.md` out.

    python -m briefing.analysis.training.status

Multinomial logistic regression over the tense of the cue and the words around it, fitted to all statements; it decides
where no expression of `stance/words/status.toml` does. The same corpus gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language

from briefing.analysis.models import DEFAULT_MODEL, installed_package
from briefing.analysis.stance.statement.reader import Reader
from briefing.analysis.stance.status import CLASSES, WEIGHTS, StatusClassifier, read_status, status_features
from briefing.analysis.stance.words.lexicon import load_stance_lexicon
from briefing.analysis.training.corpus import MarkedArticle, read_whole_corpus
from briefing.analysis.training.linear import FOLDS, fit_linear, unseen
from briefing.analysis.training.marked_document import marked_documents
from briefing.model import Status

REGULARISATION = 0.1
FEWEST_ARTICLES = 8
"""A feature must occur in as many articles."""
LEAST = 0.4
"""From this probability on a position is not current; so as many are missed as are called so wrongly."""


@dataclass(frozen=True, slots=True)
class Example:
    """One annotated statement with its features and what the expressions say of it."""

    article: str
    features: dict[str, float]
    by_words: Status
    status: Status


def examples_of(articles: Sequence[MarkedArticle], nlp: Language) -> list[Example]:
    """All statements of the articles, in their order."""
    lexicon = load_stance_lexicon()
    examples = []
    for article, doc in zip(articles, marked_documents(articles, nlp), strict=True):
        reader = Reader(doc, lexicon)
        marked = {attribution.id: attribution for attribution in article.attributions}
        for attribution in doc._.briefing_attributions:
            reading = reader.read(attribution, None)
            by_words, _ = read_status(reading, lexicon)
            status = marked[attribution.id].status
            examples.append(Example(article.id, status_features(reading), by_words, status))
    return examples


def fit(examples: Sequence[Example]) -> StatusClassifier:
    """Fit the weights to the examples."""
    model = fit_linear(
        [example.features for example in examples],
        [example.status for example in examples],
        [example.article for example in examples],
        CLASSES,
        REGULARISATION,
        FEWEST_ARTICLES,
    )
    return StatusClassifier(model, LEAST)


def cross_validated(examples: Sequence[Example]) -> tuple[list[Status], list[Status]]:
    """The status of each example by a model that has not seen its article: alone, and with the expressions."""
    alone: list[Status] = []
    both: list[Status] = []
    for classifier, example in zip(unseen(examples, fit), examples, strict=True):
        probabilities = classifier.model.probabilities(example.features)
        alone.append(classifier.choose("current", probabilities))
        both.append(classifier.choose(example.by_words, probabilities))
    return alone, both


def card(examples: Sequence[Example], articles: int, features: int) -> str:
    """The model card in Markdown."""
    alone, both = cross_validated(examples)
    rows = {"expressions alone": [example.by_words for example in examples], "model alone": alone, "both": both}
    return (
        "# Status model\n\n"
        "What it does: tells positions that were held, are expected, or are known by hearsay from those that are\n"
        "held now, with the expressions of stance/words/status.toml. Multinomial logistic regression over the tense\n"
        "of the cue, its words and those of the rest of the sentence: "
        f"{features} features, four classes.\n\n"
        f"Made by `python -m briefing.analysis.training.status` from the {articles} articles of tests/corpus\n"
        f"({len(examples)} statements). The articles are invented; figures on real ones are lower.\n\n"
        f"Cross-validated ({FOLDS} folds of whole articles), with the annotated sources, cues and contents:\n\n"
        "| | accuracy | not current: precision | recall |\n|---|---|---|---|\n"
        + "".join(f"| {name} | {_row(examples, said)} |\n" for name, said in rows.items())
        + "\nPrecision and recall: past, expected and hearsay count as found whichever of them is named.\n"
    )


def _row(examples: Sequence[Example], said: Sequence[Status]) -> str:
    right = sum(e.status == s for e, s in zip(examples, said, strict=True))
    wanted = [e.status != "current" for e in examples]
    named = [s != "current" for s in said]
    hits = sum(a and b for a, b in zip(wanted, named, strict=True))
    return f"{right / len(examples):.1%} | {hits / max(sum(named), 1):.1%} | {hits / max(sum(wanted), 1):.1%}"


def train(articles: Sequence[MarkedArticle], nlp: Language, weights: Path = WEIGHTS) -> str:
    """Train on the articles, write weights and card, and return the card."""
    examples = examples_of(articles, nlp)
    classifier = fit(examples)
    classifier.save(weights)
    text = card(examples, len(articles), len(classifier.model.column))
    weights.with_suffix(".md").write_text(text, encoding="utf-8")
    return text


if __name__ == "__main__":
    print(train(read_whole_corpus(), spacy.load(installed_package(DEFAULT_MODEL))))
