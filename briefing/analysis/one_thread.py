"""Nothing in; a block of code in which numpy multiplies its matrices with one thread.

The matrices of an article are small: a second thread mostly waits for the first, in a loop that takes the processor
from everybody else, and rounds the sums in another order. Several articles are analysed by several processes instead.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache

from threadpoolctl import ThreadpoolController


def one_thread() -> AbstractContextManager[object]:
    """Hold the libraries under numpy to one thread until the block ends."""
    limits: AbstractContextManager[object] = _libraries().limit(limits=1, user_api="blas")
    return limits


@cache
def _libraries() -> ThreadpoolController:
    """The libraries that are loaded by now; looking for them takes ten milliseconds, setting them next to nothing."""
    return ThreadpoolController()
