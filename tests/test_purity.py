"""Check.pure: inputs that change, answers that change, and what must not be blamed."""

import itertools
from dataclasses import dataclass

import numpy as np
import pytest

from flatgrad.check import Check, CheckFailed
from flatgrad.purity import changed, copied, same

check = Check("Task 1.1")
x = np.array([[1.0, -2.0], [3.0, np.nan]])
nested = {"W": np.ones(2), "layers": [np.zeros(2), (np.ones(3), 4)]}


class Cache:
    """An object without equality of its own, as a gate is."""

    def see(self, x):
        return x


@dataclass
class Layer:
    """Its == compares arrays, which have no one truth."""

    W: np.ndarray


@pytest.mark.parametrize(
    "function",
    [
        lambda x, d: x + 1,
        lambda x, d: x,  # the input itself, unchanged
        lambda x, d: d["layers"][0].reshape(1, 2),  # a view of it
        lambda x, d: (x.copy(), {"x": x, "n": None, "name": "relu"}),
        lambda x, d: (x.sum(), Cache(), np.sum, np.random.default_rng(3)),
        lambda x, d: [Layer(x), Layer(x + 1)],
        lambda x, d: (value for value in x),
        lambda x, d: np.array(["a", "b"]),
        lambda x, d: np.array([None, "b"]),
        lambda x, d: np.random.default_rng(0).normal(size=3),
        lambda x, d: [np.nan, 1j, True],
        lambda x, d: None,
    ],
)
def test_pure_functions_pass(function):
    check.pure(function, x, nested, names=("x", "d"), what="f")


@pytest.mark.parametrize(
    ("spoil", "name"),
    [
        (lambda x, d: x.__setitem__((0, 0), 5), "x"),
        (lambda x, d: x.__imul__(2), "x"),  # changes x and returns it
        (lambda x, d: np.exp(x, out=x), "x"),
        (lambda x, d: x.sort(axis=1), "x"),
        (lambda x, d: x.__setitem__((1, 1), 0), "x"),
        (lambda x, d: x.__setitem__((0, 0), 1 + 1e-15), "x"),
        (lambda x, d: d["W"].__iadd__(1), "d"),
        (lambda x, d: d["layers"][0].fill(1), "d"),
        (lambda x, d: d["layers"][1][0].fill(2), "d"),
        (lambda x, d: d["layers"].append(1), "d"),
        (lambda x, d: d["layers"].__setitem__(1, (np.ones(3), 5)), "d"),
        (lambda x, d: d.update(t=1), "d"),
        (lambda x, d: d.pop("W"), "d"),
        (lambda x, d: d.update(W=None), "d"),
        (lambda x, d: d.update(W=np.ones((2, 1))), "d"),
        (lambda x, d: d.update(W="ones"), "d"),
    ],
)
def test_a_changed_input_is_named(spoil, name):
    given = copied((x, nested))
    with pytest.raises(CheckFailed, match=rf"^Task 1\.1: f changed its input {name}\nHint: work on a copy"):
        check.pure(spoil, *given, names=("x", "d"), what="f")
    # What the test itself holds is not touched.
    np.testing.assert_equal(given, (x, nested))


def test_integer_and_text_inputs_are_watched_too():
    for given in (np.array([1, 2]), np.array(["a", "b"]), np.array([True, False])):
        with pytest.raises(CheckFailed, match="changed its input y"):
            check.pure(lambda y: y.__setitem__(0, y[1]), given, names=("y",), what="f")


@pytest.mark.parametrize("tiny", [1.0, 1e-9])
def test_state_between_calls(tiny):
    calls = itertools.count()
    with pytest.raises(CheckFailed, match="f gives another answer when it is called again with the same arguments"):
        check.pure(lambda w: w + tiny * next(calls), np.ones(3), names=("w",), what="f")


def test_a_last_digit_that_changes_is_not_state():
    calls = itertools.count()
    check.pure(lambda w: w + 2e-16 * next(calls), np.ones(3), names=("w",), what="f")
    assert next(calls) == 2


def test_state_of_the_first_call_alone():
    calls = itertools.count()
    with pytest.raises(CheckFailed, match="another answer"):
        check.pure(lambda w: w + (next(calls) > 0), np.ones(3), names=("w",), what="f")


def test_state_that_is_returned_itself():
    kept = np.zeros(2)

    def f(w):
        kept[:] += w
        return kept

    with pytest.raises(CheckFailed, match="another answer"):
        check.pure(f, np.ones(2), names=("w",), what="f")


def test_a_hidden_draw_is_state_and_a_given_generator_is_not():
    rng = np.random.default_rng(0)
    check.pure(lambda rng: rng.normal(size=4), rng, names=("rng",), what="f")
    assert rng.normal() == np.random.default_rng(0).normal()
    with pytest.raises(CheckFailed, match="another answer"):
        check.pure(lambda: rng.normal(size=4), names=(), what="f")


def test_functions_as_arguments_are_not_judged():
    for f in (np.sum, lambda x: x, Cache().see):
        check.pure(lambda f, x: f(x), f, np.ones(2), names=("f", "x"), what="g")


@pytest.mark.parametrize(
    ("dtype", "relative", "is_same"), [(np.float64, 1e-13, True), (np.float64, 1e-10, False), (np.float32, 1e-5, True)]
)
def test_only_answers_may_differ_by_rounding(dtype, relative, is_same):
    a = np.array([1.0, -1e-3, 1e-20], dtype=dtype)
    b = (a + np.array([relative, 0, relative])).astype(dtype)
    assert same([a], [b], rounding=True) == is_same and not same([a], [b])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ([1, 2], [1, 2, 3]),
        ([1, 2], (1, 2)),
        ("a", "b"),
        ("a", None),
        (None, "a"),
        (1.0, np.ones(1)),
        ({"a": 1}, {"b": 1}),
        ({"a": 1}, [("a", 1)]),
        (np.nan, 1.0),
        (np.inf, 1.0),
        (np.array([1e-20, 0.0]), np.array([2e-20, 0.0])),
        (np.zeros(2), np.array([0.0, np.nan])),
        (np.array([1, 2]), np.array([1, 3])),
    ],
)
def test_differences_that_rounding_does_not_explain(a, b):
    assert same(a, a) and same(a, a, rounding=True)
    assert not same(a, b) and not same(a, b, rounding=True)


def test_copies_are_deep_and_what_cannot_be_copied_is_passed_on():
    numbers, generator = [np.ones(2)], (i for i in range(2))
    twice, also, passed_on = copied((numbers, numbers, generator))
    twice[0][:] = 5
    assert numbers[0].tolist() == [1, 1] and also is twice and passed_on is generator


@pytest.mark.parametrize(
    ("value", "other"),
    [
        (0.5, 1.0),
        (0.0, 1.0),
        (-2, -1),
        (0, 1),
        (np.float32(3), 6.0),
        (np.array([0.0, -1.5]), [1.0, -3.0]),
        (np.array([2, 0, 1, 2]), [0, 1, 2, 0]),  # labels stay labels
        (np.eye(2, dtype=np.float32), [[2, 1], [1, 2]]),
    ],
)
def test_another_value_of_the_same_kind(value, other):
    found = changed(value)
    np.testing.assert_array_equal(found, other)
    assert isinstance(found, np.ndarray) == isinstance(value, np.ndarray)
    assert np.asarray(found).dtype.kind == np.asarray(value).dtype.kind
    if isinstance(value, np.ndarray):
        assert found.dtype == value.dtype and found is not value


@pytest.mark.parametrize("value", ["relu", None, np.sum, {"a": 1.0}, np.array([], dtype=int), True, np.array([True])])
def test_what_has_no_obvious_other_value_stays(value):
    assert changed(value) is value
