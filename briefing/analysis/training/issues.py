"""The annotated articles in; `weights/issues.npz` and its card `weights/issues.md` out.

    python -m briefing.analysis.training.issues

Four linear models, all with the annotated statements, contents and holders as input:

- salience (logistic): of the concepts of an article, those that stand among the terms of an annotated issue;
- kinship (logistic): of the pairs of such concepts, those that are terms of one issue;
- evidence (logistic): of the pairs of a statement and an issue, those that belong together;
- naming (ridge): of the phrases for a group of statements, those like the label and the terms of their issue.

The last two learn from what the first two say about articles that these have not seen. They learn from the articles
with three to five issues; the dense ones, with as many issues as real articles have, are kept to measure with. Figures
on the others are cross-validated over whole articles; the same corpus gives the same bytes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import spacy
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression, Ridge
from spacy.tokens import Doc

from briefing.analysis.issues import evidence, kinship, naming, salience
from briefing.analysis.issues.concepts import ConceptTable, read_concepts
from briefing.analysis.issues.grouping import SETTINGS, group_statements, standing
from briefing.analysis.issues.model import WEIGHTS, IssuesModel
from briefing.analysis.issues.words import STOP, stem
from briefing.analysis.models import DEFAULT_MODEL, installed_package
from briefing.analysis.training.corpus import DENSE_FOLDER, PLAIN_FOLDER, MarkedArticle, read_corpus
from briefing.analysis.training.issues_scores import card, figures_of, holds_term
from briefing.analysis.training.marked_document import marked_documents

FOLDS = 6
REGULARISATION = 0.1
SHRINKAGE = 10.0
"""Weight of the penalty of the ridge regression."""
RARE = 10
"""A stem must occur in so many articles to get a weight of its own."""
WORD_SCALE = 2.0
"""Value of the feature "is this stem" beside the other features, which are standardised."""
TERM_SHARE, LIKENESS_SHARE = 0.5, 0.75
"""What a label is worth that holds a term of its issue, and one that has the words of the annotators' label."""

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
    likeness = kinship.kinship_features(table, named)
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


def term_stems(terms: Iterable[str]) -> frozenset[str]:
    """The stems of the words of several terms."""
    words = (word for term in terms for word in re.findall(r"[\w-]+", term))
    return frozenset(stem(word) for word in words if word.casefold() not in STOP)


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
        kinship=_logistic([e.kinship for e in examples], [e.kin for e in examples]),
        evidence=np.zeros(len(evidence.FEATURES) + 1),
        naming=np.zeros(len(naming.FEATURES) + 1),
    )


def _logistic(features: Sequence[Vector], wanted: Sequence[NDArray[np.bool_]]) -> Vector:
    """One weight for each feature, and the constant."""
    rows = np.vstack(features)
    mean, deviation = rows.mean(0), rows.std(0) + 1e-9
    fitted = LogisticRegression(C=REGULARISATION, max_iter=2000).fit((rows - mean) / deviation, np.concatenate(wanted))
    weights = fitted.coef_[0] / deviation
    result: Vector = np.append(weights, fitted.intercept_[0] - weights @ mean)
    return result


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
    features = evidence.evidence_features(table, places, standing(kin, probability, places), kin)
    issue_of = {marked.id: marked.issue for marked in example.article.attributions}
    belongs = np.array([[issue_of[s.id] == name for _, name in founders] for s in table.statements], np.bool_)
    return features.reshape(-1, len(evidence.FEATURES)), belongs.reshape(-1)


def _with_evidence(model: IssuesModel, judged: Sequence[tuple[Vector, NDArray[np.bool_]]]) -> IssuesModel:
    return IssuesModel(
        model.salience,
        model.words,
        model.kinship,
        _logistic([x for x, _ in judged], [y for _, y in judged]),
        model.naming,
    )


def _labels_of(example: Example, model: IssuesModel) -> tuple[Vector, Vector]:
    """Features of the possible labels of each found group, and what each is worth for the issue of most statements."""
    table = example.table
    probability = model.salience_of(example.doc, table)
    grouping = group_statements(table, model, probability, SETTINGS)
    namer = naming.Namer(example.doc, table, grouping, probability, model.naming)
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
            worth.append(TERM_SHARE * holds_term(words, meant) + LIKENESS_SHARE * likeness(words, meant.label))
    return np.array(rows).reshape(len(rows), len(naming.FEATURES)), np.array(worth)


def likeness(label: str, other: str) -> float:
    """F1 of the stems of two labels."""
    left, right = term_stems((label,)), term_stems((other,))
    return 2 * len(left & right) / max(len(left) + len(right), 1)


def _with_naming(model: IssuesModel, labels: Sequence[tuple[Vector, Vector]]) -> IssuesModel:
    rows, worth = np.vstack([x for x, _ in labels]), np.concatenate([y for _, y in labels])
    mean, deviation = rows.mean(0), rows.std(0) + 1e-9
    fitted = Ridge(alpha=SHRINKAGE).fit((rows - mean) / deviation, worth)
    weights = fitted.coef_ / deviation
    return IssuesModel(
        model.salience,
        model.words,
        model.kinship,
        model.evidence,
        np.append(weights, fitted.intercept_ - weights @ mean),
    )


def main() -> None:
    """Train on the whole corpus, write weights and card."""
    articles, dense = (*read_corpus(), *read_corpus(PLAIN_FOLDER)), read_corpus(DENSE_FOLDER)
    nlp = spacy.load(installed_package(DEFAULT_MODEL))
    examples = [example_of(a, d) for a, d in zip(articles, marked_documents(articles, nlp), strict=True)]
    model, unseen = train(examples)
    model.save(WEIGHTS)
    figures = figures_of([(example.article, example.doc) for example in examples], unseen)
    kept = figures_of(list(zip(dense, marked_documents(dense, nlp), strict=True)), [model] * len(dense))
    text = card(model, figures, len(articles), kept, len(dense), FOLDS, RARE)
    WEIGHTS.with_suffix(".md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
