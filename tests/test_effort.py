"""What is measured: steps of the interpreter, bytes at the peak, CPU seconds; and that nothing of it is left behind."""

import sys
import time
import tracemalloc

import numpy as np
import pytest
from sized import arguments, steps

from flatgrad import effort
from flatgrad.check import Check, CheckFailed

check = Check("Task 2.3")


def spoil(X, y):
    X[np.arange(len(y)), y] -= 1
    return X


def loop(X, y):
    return [row[0] for row in X]


def fail(X, y):
    raise KeyError(len(X))


@pytest.mark.parametrize("unit", effort.MEASURES)
def test_the_result_and_the_arguments_come_through(unit):
    args = (np.arange(6.0), 2)
    result, count = effort.measured(unit, lambda x, n: n * x, args)
    assert result.tolist() == [0, 2, 4, 6, 8, 10] and (count > 0) == (unit != "warnings")
    with pytest.raises(ZeroDivisionError):
        effort.measured(unit, lambda x, n: 1 / 0, args)


def test_arguments_are_copies():
    kept = {N: arguments(N) for N in (8, 64)}
    check.vectorised(spoil, kept.__getitem__, "f")
    check.cost(spoil, spoil, *kept[8], times=1e9, what="f")
    check.memory(spoil, *kept[8], times=1e9, what="f")
    for N in kept:
        np.testing.assert_array_equal(kept[N][0], arguments(N)[0])


def ignored(frame, event, arg):
    return None


def test_a_trace_function_is_put_back():
    before = sys.gettrace()
    sys.settrace(ignored)
    try:
        found = [steps(spoil, 8)]
        with pytest.raises(KeyError):
            steps(fail, 8)
        found.append(sys.gettrace())
    finally:
        sys.settrace(before)
    assert found == [steps(spoil, 8), ignored]


if hasattr(sys, "monitoring"):

    @pytest.mark.parametrize("taken", [[], [0], [0, 1, 3]])
    def test_other_tools_that_monitor_go_on(taken):
        free = [number for number in taken if sys.monitoring.get_tool(number) is None]
        for number in free:
            sys.monitoring.use_tool_id(number, "another")
        try:
            tools = [sys.monitoring.get_tool(number) for number in range(6)]
            assert steps(loop, 64) > 4 * steps(loop, 8) > 0
            with pytest.raises(KeyError):
                steps(fail, 8)
            assert [sys.monitoring.get_tool(number) for number in range(6)] == tools
        finally:
            for number in free:
                sys.monitoring.free_tool_id(number)


def test_the_count_ends_with_the_function():
    count = effort.steps(spoil, arguments(8))[1]
    sum(i for i in range(1000))
    assert effort.steps(spoil, arguments(8))[1] == count


def distances(X, Y):
    return ((X[:, None, :] - Y) ** 2).sum(axis=-1)


def by_products(X, Y):
    squares = np.sum(X * X, axis=1)[:, None] - 2 * X @ Y.T
    squares += np.sum(Y * Y, axis=1)
    return squares


def test_memory():
    X, Y = np.ones((60, 40)), np.ones((70, 40))
    check.memory(by_products, X, Y, times=8, what="f")
    with pytest.raises(CheckFailed) as caught:
        check.memory(distances, X, Y, times=8, what="f", hint="multiply out")
    assert str(caught.value).endswith(" MB at its peak for a result of 0.0336 MB\nHint: multiply out")
    peak = effort.peak_bytes(distances, (X, Y))[1]
    assert 1 <= peak / (60 * 70 * 40 * 8) < 3  # one or two blocks of N x M x D


@pytest.mark.parametrize("running", [False, True])
def test_tracing_of_memory_is_left_as_it_was(running):
    if running:
        tracemalloc.start()
    try:
        held = np.ones(10**6)  # was there before, and does not count
        np.ones(10**6).sum()  # nor does a higher peak
        assert effort.peak_bytes(lambda: np.ones(1000), ())[1] in range(8000, 100_000)
        with pytest.raises(ZeroDivisionError):
            effort.peak_bytes(lambda: 1 / 0, ())
        assert tracemalloc.is_tracing() == running and held.size
    finally:
        tracemalloc.stop()


def burn(x, times):
    for _ in range(times):
        x = np.sqrt(x)
    return x


def test_cost():
    x = np.ones(10_000)
    check.cost(lambda x: burn(x, 20), lambda x: burn(x, 20), x, times=5, what="f")
    with pytest.raises(CheckFailed, match=r"^Task 2\.3: f takes far more work than it needs\nHint: think$"):
        check.cost(lambda x: burn(x, 800), lambda x: burn(x, 20), x, times=5, what="f", hint="think")


def test_one_quick_try_of_three_is_enough(monkeypatch):
    clock = iter([0, 1, 1, 2, 2, 3, 10, 30, 30, 50, 50, 54])
    monkeypatch.setattr(time, "process_time", lambda: next(clock))
    check.cost(abs, abs, 1, times=5, what="f")
    clock = iter([0, 2, 2, 3, 3, 5, 10, 30, 30, 50, 50, 56])
    with pytest.raises(CheckFailed):
        check.cost(abs, abs, 1, times=5, what="f")


class Elsewhere:
    """What stands for a function of another process."""

    def __init__(self):
        self.calls, self.clock = [], 0.0

    def __call__(self, x):
        self.clock += 7
        return x

    def call_measured(self, unit, *args):
        self.calls.append((unit, args))
        return args[0], len(self.calls)

    def cpu_seconds(self):
        return self.clock


def test_a_function_elsewhere_is_measured_there():
    function = Elsewhere()
    assert effort.measured("steps", function, (4,)) == (4, 1) and function.calls == [("steps", (4,))]
    assert effort.seconds(function, (4,)) == 7


def test_what_numpy_warns_of():
    X = np.array([[-1000.0, 0.0, 1000.0]])
    for function, many in [
        (np.exp, 1),
        (lambda x: 1 / x, 1),
        (lambda x: np.exp(x) / x, 2),
        (lambda x: np.sqrt(x), 1),
        (np.tanh, 0),
        (lambda x: np.exp(-abs(x)), 0),  # what is too small for a float becomes 0 without a word
    ]:
        result, count = effort.measured("warnings", function, (X,))
        assert count == many
        with np.errstate(all="ignore"):
            np.testing.assert_array_equal(result, function(X))

    def silent(x):
        with np.errstate(over="ignore"):
            return np.exp(x)

    check.quiet(silent, X, what="f")
    with pytest.raises(CheckFailed, match="numpy warns of an overflow or an invalid value in f"):
        check.quiet(np.exp, X, what="f", hint="shift")
    with pytest.warns(RuntimeWarning, match="overflow"):
        np.exp(X)  # as before
