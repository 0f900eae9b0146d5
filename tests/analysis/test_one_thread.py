"""While an article is analysed, the libraries under numpy take one thread; before and after, what they were given."""

import numpy
from threadpoolctl import threadpool_info, threadpool_limits

from briefing.analysis.one_thread import one_thread


def threads():
    return {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}


def test_one_thread_inside_the_block_and_as_many_as_before_after_it():
    assert numpy.ones((2, 2)).sum() == 4
    with threadpool_limits(limits=2, user_api="blas"):
        before = threads()
        with one_thread():
            inside = threads()
        after = threads()
    assert inside == {1}
    assert before == after
