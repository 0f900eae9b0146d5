"""Examples with named features in; a `LinearClassifier` out. Needs scikit-learn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from briefing.analysis.stance.learned.linear import LinearClassifier


class OfArticle(Protocol):
    """An example that knows the article it comes from."""

    @property
    def article(self) -> str:
        """Name of the article."""


Class = TypeVar("Class", bound=str)
Example = TypeVar("Example", bound=OfArticle)
Model = TypeVar("Model")

FOLDS = 6
_NEVER = -20.0
"""The constant of a class without examples."""


def fit_linear(
    features: Sequence[Mapping[str, float]],
    wanted: Sequence[Class],
    articles: Sequence[str],
    classes: tuple[Class, ...],
    regularisation: float,
    fewest: int,
) -> LinearClassifier[Class]:
    """Fit multinomial logistic regression.

    Args:
        features: the features of each example, with "bias" in every one.
        wanted: the class of each example.
        articles: the article of each example.
        classes: the names of the classes, in the order of the rows of the weights.
        regularisation: inverse strength of the penalty on the weights.
        fewest: in how many articles a feature must occur, so that no single one teaches it.
    """
    seen: dict[str, set[str]] = defaultdict(set)
    for row, article in zip(features, articles, strict=True):
        for name in row:
            seen[name].add(article)
    common = {name for name, several in seen.items() if len(several) >= fewest}
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(
        [{name: value for name, value in row.items() if name in common} for row in features]
    )
    model = LogisticRegression(C=regularisation, max_iter=500)
    model.fit(matrix, wanted)
    rows = {name: number for number, name in enumerate(model.classes_)}
    weights = np.zeros((len(classes), matrix.shape[1]), dtype=np.float64)
    for number, name in enumerate(classes):
        if name in rows:
            weights[number] = model.coef_[rows[name]]
    column = {name: int(number) for name, number in vectorizer.vocabulary_.items()}
    weights[:, column["bias"]] += [model.intercept_[rows[name]] if name in rows else _NEVER for name in classes]
    return LinearClassifier(classes, column, weights.round(4))


def unseen(examples: Sequence[Example], fit: Callable[[Sequence[Example]], Model]) -> list[Model]:
    """For each example the model of a cross-validation that has not seen its article.

    Args:
        fit: makes a model of examples.
    """
    names = sorted({example.article for example in examples})
    fold = {article: place % FOLDS for place, article in enumerate(names)}
    models = [fit([e for e in examples if fold[e.article] != held_out]) for held_out in range(FOLDS)]
    return [models[fold[example.article]] for example in examples]
