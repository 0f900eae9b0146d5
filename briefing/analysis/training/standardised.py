"""Rows of features in; the weights of linear models out, with the constant last, for features as they come.

The features are standardised while a model is fitted, so that one penalty suits all of them. Needs scikit-learn.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression, Ridge

Vector = NDArray[np.float64]


def fit_logistic(
    rows: Vector, wanted: NDArray[np.bool_], regularisation: float, counted: Vector | None = None
) -> Vector:
    """Logistic regression.

    Args:
        rows: one row for each example.
        wanted: whether the example is one of the class.
        regularisation: inverse strength of the penalty on the weights.
        counted: how much each example counts; all the same if not given.
    """
    mean, deviation = rows.mean(0), rows.std(0) + 1e-9
    model = LogisticRegression(C=regularisation, max_iter=2000)
    fitted = model.fit((rows - mean) / deviation, wanted, sample_weight=counted)
    weights = fitted.coef_[0] / deviation
    result: Vector = np.append(weights, fitted.intercept_[0] - weights @ mean)
    return result


def fit_ridge(rows: Vector, worth: Vector, shrinkage: float) -> Vector:
    """Ridge regression.

    Args:
        rows: one row for each example.
        worth: what the model is to say of each.
        shrinkage: weight of the penalty.
    """
    mean, deviation = rows.mean(0), rows.std(0) + 1e-9
    fitted = Ridge(alpha=shrinkage).fit((rows - mean) / deviation, worth)
    weights = fitted.coef_ / deviation
    result: Vector = np.append(weights, fitted.intercept_ - weights @ mean)
    return result
