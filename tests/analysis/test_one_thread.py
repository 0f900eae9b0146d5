"""While matrices are multiplied, the libraries under numpy take one thread; before and after, what they were given."""

import numpy
from threadpoolctl import threadpool_info, threadpool_limits

from briefing.analysis.one_thread import one_thread
from briefing.analysis.quick_products import NumpyProducts


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


def test_a_function_decorated_with_it_runs_with_one_thread():
    with threadpool_limits(limits=2, user_api="blas"):
        before = threads()
        assert one_thread()(threads)() == {1}
        assert threads() == before


def test_the_networks_of_the_model_multiply_with_one_thread_in_any_pipeline():
    seen = []

    class Watched(numpy.ndarray):
        def __array_ufunc__(self, function, method, *inputs, out=None):
            seen.append((function, threads()))
            return getattr(function, method)(*(numpy.asarray(one) for one in inputs))

    with threadpool_limits(limits=2, user_api="blas"):
        product = NumpyProducts().gemm(numpy.eye(2).view(Watched), numpy.ones((2, 2)))
    assert seen == [(numpy.matmul, {1})]
    assert (product == 1).all()
