"""Annotated articles with models that have not seen them in; the weights for passages out.

Two linear models: nearness (logistic), of the pairs of statements those on one issue; and passage naming (ridge), of
the phrases in a passage those like the label and the terms of the issue of most of its statements. They learn from the
dense articles, which have as many issues as real ones, and from the `articles` that the first annotators wrote; those
come back to a matter at distant places more often, so they count more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from briefing.analysis.issues import passage_names
from briefing.analysis.issues.candidates import candidates_of
from briefing.analysis.issues.concepts import ConceptTable, stems_of_names
from briefing.analysis.issues.features import stacked
from briefing.analysis.issues.grouping import SETTINGS, group_statements
from briefing.analysis.issues.label_table import table_of
from briefing.analysis.issues.model import IssuesModel
from briefing.analysis.issues.nearness import FEATURES, nearness_features
from briefing.analysis.issues.passage_names import PassageNamer
from briefing.analysis.issues.passages import joined
from briefing.analysis.issues.targets import explicit_targets
from briefing.analysis.training.corpus import MarkedArticle
from briefing.analysis.training.label_worth import worth_of
from briefing.analysis.training.standardised import fit_logistic, fit_ridge

REGULARISATION = 0.1
SHRINKAGE = 30.0

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class PassageExample:
    """One annotated article with the features of the pairs of its statements."""

    article: MarkedArticle
    doc: Doc
    table: ConceptTable
    salience: Vector
    counted: float
    """How much each of its pairs counts."""
    issue: tuple[str | None, ...]
    """The annotated issue of each statement."""
    nearness: Vector
    """Features of each statement (first axis) with each other one (second)."""


@dataclass(frozen=True, slots=True)
class PassageWeights:
    """What is learned: one weight for each feature of both models, and the constants."""

    nearness: Vector
    passage_naming: Vector


def passage_example(
    article: MarkedArticle, doc: Doc, table: ConceptTable, model: IssuesModel, counted: float
) -> PassageExample:
    """The example of an article whose Doc holds the marked layers, by a model that has not seen it."""
    salience = model.salience_of(doc, table)
    grouping = group_statements(table, model, salience)
    numbers = np.arange(len(table.statements))
    issue_of = {marked.id: marked.issue for marked in article.attributions}
    return PassageExample(
        article=article,
        doc=doc,
        table=table,
        salience=salience,
        counted=counted,
        issue=tuple(issue_of[statement.id] for statement in table.statements),
        nearness=stacked(nearness_features(table, salience, grouping.evidence, SETTINGS.none, numbers)),
    )


def learn_passages(examples: Sequence[PassageExample]) -> PassageWeights:
    """Fit both models; the second learns from the passages that the first one makes."""
    pairs = [_pairs(example) for example in examples]
    nearness = fit_logistic(
        np.vstack([features for features, _ in pairs]),
        np.concatenate([same for _, same in pairs]),
        REGULARISATION,
        np.concatenate([np.full(len(same), e.counted) for e, (_, same) in zip(examples, pairs, strict=True)]),
    )
    labels = [_labels(example, nearness) for example in examples]
    naming = fit_ridge(
        np.vstack([features for features, _ in labels]), np.concatenate([worth for _, worth in labels]), SHRINKAGE
    )
    return PassageWeights(nearness, naming)


def _pairs(example: PassageExample) -> tuple[Vector, NDArray[np.bool_]]:
    """The features of each pair of statements with an issue, and whether it is the same one."""
    able = [number for number, issue in enumerate(example.issue) if issue is not None]
    pairs = [(one, other) for place, one in enumerate(able) for other in able[:place]]
    same = [example.issue[one] == example.issue[other] for one, other in pairs]
    features = np.array([example.nearness[pair] for pair in pairs]).reshape(len(pairs), len(FEATURES))
    return features, np.array(same, np.bool_)


def _labels(example: PassageExample, nearness: Vector) -> tuple[Vector, Vector]:
    """The features of the possible labels of each passage, and what each is worth for the issue of most statements."""
    table, weights = example.table, np.zeros(len(passage_names.FEATURES) + 1)
    targets = explicit_targets(table, stems_of_names(example.doc._.briefing_actors))
    labels = table_of(table, candidates_of(example.doc, table, example.salience))
    namer = PassageNamer(table, labels, targets, weights)
    issues = {issue.id: issue for issue in example.article.issues}
    rows: list[Vector] = []
    worth: list[float] = []
    for passage in joined(example.nearness @ nearness[:-1] + nearness[-1]):
        votes = Counter(issue for number in passage if (issue := example.issue[number]) is not None)
        if not votes:
            continue
        meant = issues[votes.most_common(1)[0][0]]
        for candidate, features in namer.candidates(passage):
            rows.append(features)
            worth.append(worth_of(candidate.words, meant))
    return np.array(rows).reshape(len(rows), len(passage_names.FEATURES)), np.array(worth)
