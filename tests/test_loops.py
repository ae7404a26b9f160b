"""check.vectorised: right styles pass at any size, loops in any disguise are found."""

import functools
import gc
import threading

import numpy as np
import pytest
from sized import arguments, steps

from flatgrad.check import Check, CheckFailed
from flatgrad.hints import WHOLE_ARRAYS

check = Check("Task 2.3")


def fancy(X, y):
    X[np.arange(len(y)), y] -= 1
    return X


def add_at(X, y):
    counts = np.zeros(5)
    np.add.at(counts, y, X[:, 0])
    return counts


RIGHT = {
    "einsum": lambda X, y: np.einsum("ij,kj->ik", X, X, optimize=True),
    "einsum of a one-hot matrix": lambda X, y: np.einsum("nd,nc->dc", X, np.eye(5)[y], optimize=True),
    "fancy indexing": fancy,
    "np.add.at": add_at,
    "one-hot": lambda X, y: X - np.eye(5)[y],
    "comparison": lambda X, y: np.where(np.arange(5) == y[:, None], X, 0).sum(axis=1),
    "take_along_axis": lambda X, y: np.take_along_axis(X, y[:, None], axis=1),
    "broadcasting": lambda X, y: ((X[:, None] - X) ** 2).sum(axis=-1).argsort(axis=1),
    "softmax": lambda X, y: np.exp(X - X.max(axis=1, keepdims=True)) / np.linalg.norm(X, axis=1, keepdims=True),
    "bincount": lambda X, y: np.bincount(y, weights=X[:, 0], minlength=5) / np.median(X),
    "a loop over what does not grow": lambda X, y: sum((X[:, j] for j in range(5)), np.zeros(len(y))),
}


@pytest.mark.parametrize("function", RIGHT.values(), ids=RIGHT)
def test_right_styles_take_as_many_steps_for_any_size(function):
    function(*arguments(8))  # numpy's einsum remembers this shape, and not the larger one
    check.vectorised(function, arguments, "f")
    function(*arguments(500))
    assert steps(function, 8) == steps(function, 64) == steps(function, 500) > 0


def for_loop(X, y):
    total = 0.0
    for row in X:
        total += row[0]
    return total


def while_loop(X, y):
    total, i = 0.0, 0
    while i < len(X):
        total, i = total + X[i, 0], i + 1
    return total


def recursion(X, y):
    return X[0, 0] + recursion(X[1:], y) if len(X) else 0.0


def doubled(row):
    return 2 * row


def looping_helper(X, y):
    return np.array(while_loop(X, y)) + 0


class Rows:
    def __init__(self, X):
        self.X = X

    def __len__(self):
        return len(self.X)

    def __getitem__(self, i):
        return self.X[i]


LOOPS = {
    "for": for_loop,
    "while": while_loop,
    "recursion": recursion,
    "comprehension": lambda X, y: np.array([2 * row for row in X]),
    "dict comprehension": lambda X, y: {i: 2 * row for i, row in enumerate(X)},
    "generator in sum": lambda X, y: sum(row[0] for row in X),
    "np.fromiter": lambda X, y: np.fromiter((row[0] for row in X), float),
    "np.vectorize": lambda X, y: np.vectorize(lambda x: 2 * x)(X),
    "np.frompyfunc": lambda X, y: np.frompyfunc(lambda x: 2 * x, 1, 1)(X),
    "np.apply_along_axis": lambda X, y: np.apply_along_axis(np.sum, 1, X),
    "map": lambda X, y: list(map(lambda row: 2 * row, X)),  # noqa: C417
    "map of a named function": lambda X, y: list(map(doubled, X)),
    "functools.reduce": lambda X, y: functools.reduce(lambda a, b: a + b, X),
    "a key of sorted": lambda X, y: sorted(X.tolist(), key=lambda row: row[0]),
    "helper function": looping_helper,
    "class": lambda X, y: np.array(list(Rows(X))),
    "np.ndindex": lambda X, y: [X[i] for i in np.ndindex(X.shape)],
}


@pytest.mark.parametrize("function", LOOPS.values(), ids=LOOPS)
def test_a_loop_is_found_in_any_disguise(function):
    with pytest.raises(CheckFailed) as caught:
        check.vectorised(function, arguments, "f")
    small, large = steps(function, 8), steps(function, 64)
    assert large > 2 * small
    assert str(caught.value) == (
        f"Task 2.3: f loops in Python: it takes {small} steps for N = 8 and {large} for N = 64\nHint: {WHOLE_ARRAYS}"
    )


def test_the_first_call_with_a_shape_is_not_counted():
    seen = set()

    def prepares(X, y):
        if X.shape not in seen:
            seen.add(X.shape)
            for _ in range(1000):
                pass
        return X

    prepares(*arguments(8))
    check.vectorised(prepares, arguments, "f")
    assert seen == {(8, 5), (64, 5)}


def test_the_first_call_of_all_hides_no_loop():
    seen = []

    def prepares(X, y):
        for _ in range(0 if seen else 1000):
            pass
        seen.append(X)
        return for_loop(X, y)

    with pytest.raises(CheckFailed, match="loops in Python"):
        check.vectorised(prepares, arguments, "f")


def test_what_was_found_for_other_numbers_is_of_no_use():
    kept, rng = {}, np.random.default_rng(0)

    def remembers(X):
        if X.tobytes() not in kept:
            kept[X.tobytes()] = for_loop(X, None)
        return kept[X.tobytes()]

    with pytest.raises(CheckFailed, match="loops in Python"):
        check.vectorised(remembers, lambda N: (rng.normal(size=(N, 2)),), "f")


def test_the_size_that_grows_is_named():
    with pytest.raises(CheckFailed, match=r"steps for D = 3 and .* for D = 9\nHint: think"):
        check.vectorised(for_loop, arguments, "f", sizes=(3, 9), size_name="D", hint="think")


def test_a_fifth_more_is_allowed():
    def some(n):
        return lambda X, y: [None for _ in range(100 + n * (len(X) > 8))]

    check.vectorised(some(0), arguments, "f")
    check.vectorised(some(15), arguments, "f")
    with pytest.raises(CheckFailed):
        check.vectorised(some(25), arguments, "f")


class Cycle:
    """Garbage that only the collector finds, and that works when it goes."""

    def __init__(self):
        self.itself = self

    def __del__(self):
        sum(i for i in range(100))


def leaving_garbage(X, y):
    Cycle()
    list(zip(range(1000), range(1000), strict=True))  # enough new objects for the collector to start
    return X


def test_garbage_that_is_collected_meanwhile_is_not_counted():
    before = gc.get_threshold()
    gc.set_threshold(100)
    try:
        assert steps(leaving_garbage, 8) < 100
    finally:
        gc.set_threshold(*before)
    assert gc.isenabled()


def test_what_other_threads_do_is_not_counted():
    stop = threading.Event()
    alone = steps(fancy, 8)
    other = threading.Thread(target=lambda: [None for _ in iter(stop.is_set, True)])
    other.start()
    try:
        assert {steps(fancy, 8) for _ in range(20)} == {alone}
    finally:
        stop.set()
        other.join()
