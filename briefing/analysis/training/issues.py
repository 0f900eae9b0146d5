"""The annotated articles in; `weights/issues.npz` and its card `weights/issues.md` out.

    python -m briefing.analysis.training.issues

Six linear models, all with the annotated statements, contents and holders as input. Four that found issues:

- salience (logistic): of the concepts of an article, those that stand among the terms of an annotated issue;
- kinship (logistic): of the pairs of such concepts, those that are terms of one issue;
- evidence (logistic): of the pairs of a statement and an issue, those that belong together;
- naming (ridge): of the phrases for a group of statements, those like the label and the terms of their issue.

The last two learn from what the first two say about articles that these have not seen; all four from the articles
with three to five issues. The two models for passages (`passages.py`) learn from the dense articles, which have as many
issues as real ones, and from the first `articles`. All figures are cross-validated over whole articles; the same corpus
gives the same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import spacy
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.issues import evidence, kinship, naming, nearness, passage_names, salience
from briefing.analysis.issues.candidates import candidates_of
from briefing.analysis.issues.concepts import ConceptTable, read_concepts
from briefing.analysis.issues.features import stacked
from briefing.analysis.issues.grouping import SETTINGS, group_statements, standing
from briefing.analysis.issues.label_table import table_of
from briefing.analysis.issues.model import WEIGHTS, IssuesModel
from briefing.analysis.models import DEFAULT_MODEL, installed_package
from briefing.analysis.training.corpus import DENSE_FOLDER, FOLDER, PLAIN_FOLDER, MarkedArticle, read_corpus
from briefing.analysis.training.issues_scores import card, figures_of
from briefing.analysis.training.label_worth import term_stems, worth_of
from briefing.analysis.training.marked_document import marked_documents
from briefing.analysis.training.passages import PassageExample, PassageWeights, learn_passages, passage_example
from briefing.analysis.training.standardised import fit_logistic, fit_ridge

FOLDS = 6
REGULARISATION = 0.1
SHRINKAGE = 10.0
"""Weight of the penalty of the ridge regression."""
RARE = 10
"""A stem must occur in so many articles to get a weight of its own."""
WORD_SCALE = 2.0
"""Value of the feature "is this stem" beside the other features, which are standardised."""
FIRST_COUNT = 2.0
"""How much a pair of statements of the first `articles` counts beside one of the dense ones (`passages.py`)."""

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One annotated article with the features of its concepts."""

    article: MarkedArticle
    doc: Doc
    table: ConceptTable
    salience: Vector
    """Features of each concept."""
    names: NDArray[np.bool_]
    """Whether the concept stands among the terms of an issue."""
    kinship: Vector
    """Features of each pair of such concepts."""
    kin: NDArray[np.bool_]
    """Whether the two are terms of one issue."""


def example_of(article: MarkedArticle, doc: Doc) -> Example:
    """The example of an article whose Doc holds the marked layers."""
    table = read_concepts(doc)
    issues = [term_stems(issue.terms or (issue.label,)) for issue in article.issues]
    named = [n for n, key in enumerate(table.stems) if any(key in stems for stems in issues)]
    pairs = [(a, b) for a in range(len(named)) for b in range(a)]
    likeness = stacked(kinship.kinship_features(table, named))
    kin = [any({table.stems[named[a]], table.stems[named[b]]} <= stems for stems in issues) for a, b in pairs]
    return Example(
        article=article,
        doc=doc,
        table=table,
        salience=salience.features_of(doc, table),
        names=np.isin(np.arange(len(table)), named),
        kinship=np.array([likeness[a, named[b]] for a, b in pairs]).reshape(len(pairs), len(kinship.FEATURES)),
        kin=np.array(kin, np.bool_),
    )


def train(examples: Sequence[Example]) -> tuple[IssuesModel, list[IssuesModel]]:
    """The model of all examples, and for each example one that has not seen its fold."""
    fold = [n % FOLDS for n in range(len(examples))]
    concepts = [_train_concepts([e for e, f in zip(examples, fold, strict=True) if f != k]) for k in range(FOLDS)]
    judged = [_evidence_of(e, concepts[f]) for e, f in zip(examples, fold, strict=True)]
    grouped = [
        _with_evidence(concepts[k], [j for j, f in zip(judged, fold, strict=True) if f != k]) for k in range(FOLDS)
    ]
    labels = [_labels_of(e, grouped[f]) for e, f in zip(examples, fold, strict=True)]
    named = [_with_naming(grouped[k], [x for x, f in zip(labels, fold, strict=True) if f != k]) for k in range(FOLDS)]
    whole = _with_naming(_with_evidence(_train_concepts(examples), judged), labels)
    return whole, [named[f] for f in fold]


def _train_concepts(examples: Sequence[Example]) -> IssuesModel:
    """Fit salience and kinship; the weights apply to features as they come, without standardising."""
    articles_of = Counter(key for example in examples for key in example.table.stems)
    words = sorted(key for key, count in articles_of.items() if count >= RARE)
    column = {key: n for n, key in enumerate(words)}
    features = np.vstack([example.salience for example in examples])
    stems = [key for example in examples for key in example.table.stems]
    known = [(row, column[key]) for row, key in enumerate(stems) if key in column]
    places = tuple(np.array(part) for part in zip(*known, strict=True))
    own = csr_matrix((np.full(len(known), WORD_SCALE), places), shape=(len(stems), len(words)))
    mean, deviation = features.mean(0), features.std(0) + 1e-9
    wanted = np.concatenate([example.names for example in examples])
    standard = csr_matrix((features - mean) / deviation)
    fitted = LogisticRegression(C=REGULARISATION, max_iter=2000).fit(hstack([standard, own]).tocsr(), wanted)
    weights = fitted.coef_[0][: features.shape[1]] / deviation
    return IssuesModel(
        salience=np.append(weights, fitted.intercept_[0] - weights @ mean),
        words=dict(zip(words, (WORD_SCALE * fitted.coef_[0][features.shape[1] :]).tolist(), strict=True)),
        kinship=fit_logistic(
            np.vstack([e.kinship for e in examples]), np.concatenate([e.kin for e in examples]), REGULARISATION
        ),
        evidence=np.zeros(len(evidence.FEATURES) + 1),
        naming=np.zeros(len(naming.FEATURES) + 1),
        nearness=np.zeros(len(nearness.FEATURES) + 1),
        passage_naming=np.zeros(len(passage_names.FEATURES) + 1),
    )


def _evidence_of(example: Example, model: IssuesModel) -> tuple[Vector, NDArray[np.bool_]]:
    """Features of each pair of a statement and an annotated issue, which its likeliest term founds; which belong."""
    table = example.table
    probability = model.salience_of(example.doc, table)
    founders: list[tuple[int, str]] = []
    for issue in example.article.issues:
        stems = term_stems(issue.terms or (issue.label,))
        able = [n for n, key in enumerate(table.stems) if key in stems and table.in_sentence[n].any()]
        if able:
            best = max(able, key=lambda n: probability[n] * (1 + table.in_content[n].sum()))
            founders.append((best, issue.id))
    founders.sort(key=lambda founder: -int(table.in_content[founder[0]].sum()))
    places = tuple(place for place, _ in founders)
    kin = model.kinship_of(table, list(places)).T
    features = stacked(evidence.evidence_features(table, places, standing(kin, probability, places), kin))
    issue_of = {marked.id: marked.issue for marked in example.article.attributions}
    belongs = np.array([[issue_of[s.id] == name for _, name in founders] for s in table.statements], np.bool_)
    return features.reshape(-1, len(evidence.FEATURES)), belongs.reshape(-1)


def _with_evidence(model: IssuesModel, judged: Sequence[tuple[Vector, NDArray[np.bool_]]]) -> IssuesModel:
    rows, wanted = np.vstack([x for x, _ in judged]), np.concatenate([y for _, y in judged])
    return replace(model, evidence=fit_logistic(rows, wanted, REGULARISATION))


def _labels_of(example: Example, model: IssuesModel) -> tuple[Vector, Vector]:
    """Features of the possible labels of each found group, and what each is worth for the issue of most statements."""
    table = example.table
    probability = model.salience_of(example.doc, table)
    grouping = group_statements(table, model, probability, SETTINGS)
    labels = table_of(table, candidates_of(example.doc, table, probability))
    namer = naming.Namer(table, grouping, probability, labels, model.naming)
    issues = {issue.id: issue for issue in example.article.issues}
    issue_of = {marked.id: marked.issue for marked in example.article.attributions}
    rows: list[Vector] = []
    worth: list[float] = []
    for number in range(len(grouping.founders)):
        members = [s.id for s, place in zip(table.statements, grouping.issue, strict=True) if place == number]
        votes = Counter(issue for member in members if (issue := issue_of[member]) is not None)
        if not votes:
            continue
        meant = issues[votes.most_common(1)[0][0]]
        for words, features in namer.candidates(number):
            rows.append(features)
            worth.append(worth_of(words, meant))
    return np.array(rows).reshape(len(rows), len(naming.FEATURES)), np.array(worth)


def _with_naming(model: IssuesModel, labels: Sequence[tuple[Vector, Vector]]) -> IssuesModel:
    rows, worth = np.vstack([x for x, _ in labels]), np.concatenate([y for _, y in labels])
    return replace(model, naming=fit_ridge(rows, worth, SHRINKAGE))


def _with_passages(model: IssuesModel, weights: PassageWeights) -> IssuesModel:
    return replace(model, nearness=weights.nearness, passage_naming=weights.passage_naming)


def train_all(
    articles: Sequence[Example], plain: Sequence[Example], dense: Sequence[Example]
) -> tuple[IssuesModel, list[IssuesModel], list[IssuesModel]]:
    """The model of all examples; for each of the first two kinds, and for each dense one, one that has not seen it."""
    model, unseen = train([*articles, *plain])
    marked = [(n % FOLDS, _passages_of(e, unseen[n], FIRST_COUNT)) for n, e in enumerate(articles)]
    marked += [(n % FOLDS, _passages_of(e, model, 1.0)) for n, e in enumerate(dense)]
    whole = learn_passages([example for _, example in marked])
    folds = [learn_passages([example for fold, example in marked if fold != k]) for k in range(FOLDS)]
    return (
        _with_passages(model, whole),
        [_with_passages(m, folds[n % FOLDS]) for n, m in enumerate(unseen)],
        [_with_passages(model, folds[n % FOLDS]) for n in range(len(dense))],
    )


def _passages_of(example: Example, model: IssuesModel, counted: float) -> PassageExample:
    return passage_example(example.article, example.doc, example.table, model, counted)


def main() -> None:
    """Train on the whole corpus, write weights and card."""
    nlp = spacy.load(installed_package(DEFAULT_MODEL))
    articles, plain, dense = (_examples(read_corpus(folder), nlp) for folder in (FOLDER, PLAIN_FOLDER, DENSE_FOLDER))
    model, unseen, unseen_dense = train_all(articles, plain, dense)
    model.save(WEIGHTS)
    figures = figures_of([(e.article, e.doc) for e in (*articles, *plain)], unseen)
    kept = figures_of([(e.article, e.doc) for e in dense], unseen_dense)
    text = card(model, figures, len(articles) + len(plain), kept, len(dense), FOLDS, RARE)
    WEIGHTS.with_suffix(".md").write_text(text, encoding="utf-8")


def _examples(articles: Sequence[MarkedArticle], nlp: Language) -> list[Example]:
    return [example_of(a, d) for a, d in zip(articles, marked_documents(articles, nlp), strict=True)]


if __name__ == "__main__":
    main()
