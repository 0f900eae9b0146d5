"""A trained pipeline in; the same pipeline out, whose networks multiply their matrices with numpy.

On a processor, thinc multiplies with the kernels of blis, which fall back to plain C on processors that blis does not
know; numpy's library (OpenBLAS, or Accelerate on a Mac) is as fast there as anywhere. The sums are rounded in another
order, as they are between two kinds of processor; what the networks decide stays the same.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import NumpyOps

from briefing.analysis.one_thread import one_thread

Array = np.ndarray[Any, Any]


class NumpyProducts(NumpyOps):  # type: ignore[misc]
    """thinc's operations on a processor, with numpy's matrix product."""

    def gemm(self, x: Array, y: Array, out: Array | None = None, trans1: bool = False, trans2: bool = False) -> Array:
        """The product of two matrices, each transposed first if asked; written to `out` where that is given."""
        with one_thread():
            product: Array = np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)
        return product


def quicken_products(nlp: Language) -> None:
    """Give the networks of a pipeline numpy's matrix product; those on a graphics card or a Mac keep their own."""
    products = NumpyProducts()
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for layer in model.walk() if model is not None and hasattr(model, "walk") else ():
            if type(layer.ops) is NumpyOps:
                layer.ops = products
