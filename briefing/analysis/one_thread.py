"""Nothing in; a block or a function in which numpy multiplies its matrices with one thread.

The matrices of an article are small: a second thread mostly waits for the first, in a loop that takes the processor
from everybody else, and rounds the sums in another order. Several articles are analysed by several processes instead.
The limit belongs to the places that multiply, so that it holds in anybody's pipeline and nothing outside it changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from threadpoolctl import ThreadpoolController


@contextmanager
def one_thread() -> Iterator[None]:
    """Hold the libraries under numpy to one thread until the block ends; as a decorator, while the function runs."""
    with _libraries().limit(limits=1, user_api="blas"):
        yield


@cache
def _libraries() -> ThreadpoolController:
    """The libraries that are loaded by now; looking for them takes ten milliseconds, setting them next to nothing."""
    return ThreadpoolController()
