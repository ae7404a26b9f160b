"""What a function returned: parts, shape, dtype, finiteness and values, and the sentence for each fault."""

import re
from typing import NamedTuple

import numpy as np
import pytest

from flatgrad.check import Check, CheckFailed

check = Check("Task 2.3")


def message(method, *args, **kwargs):
    with pytest.raises(CheckFailed) as caught:
        method(*args, **kwargs)
    return str(caught.value)


class Pair(NamedTuple):
    loss: float
    dW: float


@pytest.mark.parametrize("result", [(1, 2), Pair(1, 2), (None, None)])
def test_parts_passes_any_tuple_of_the_right_length(result):
    assert check.parts(result, ("loss", "dW"), "f(x)") is result


@pytest.mark.parametrize(
    ("result", "found"),
    [
        (None, "returned nothing"),
        (1.5, "returned a float"),
        ([1, 2], "returned a list of 2"),
        ((1, 2, 3), "returned a tuple of 3"),
        ((), "returned a tuple of 0"),
        ({"loss": 1}, "returned a dict"),
        (np.zeros((2, 3)), r"returned an array of shape \(2, 3\)"),
        (..., "returned an ellipsis"),
    ],
)
def test_parts_says_what_came_instead(result, found):
    text = message(check.parts, result, ("loss", "dW"), "f(x)")
    assert re.search(rf"^Task 2.3: f\(x\) {found}; it must return the tuple \(loss, dW\)", text)
    assert ("return line" in text) == (result is None)


@pytest.mark.parametrize(
    "actual", [2.0, 2, np.float64(2), np.float32(2), np.int64(2), np.array(2.0), np.longdouble(2), np.uint8(2)]
)
def test_a_number_may_be_of_any_kind(actual):
    check.value(actual, 2.0, "the loss")
    assert "the loss is wrong" in message(check.value, actual, 2.1, "the loss")


@pytest.mark.parametrize(
    "actual",
    [[[1, 2], [0, 1]], ([1, 2], [0, 1]), np.array([[1.0, 2], [0, 1]]), np.array([[1, 2], [0, 1]], dtype=np.uint8)],
)
def test_an_array_may_be_of_any_kind(actual):
    check.value(actual, [[1, 2], [0, 1]], "dW")
    assert "dW is wrong" in message(check.value, actual, [[1, 2], [0, 2]], "dW")


def test_truths_count_as_0_and_1():
    check.value(np.array([True, False]), [1, 0], "the mask")
    assert "the mask is wrong" in message(check.value, np.array([True, False]), [1, 1], "the mask")


def test_subclasses_and_views_are_arrays():
    class Marked(np.ndarray):
        def __sub__(self, other):
            return 0

    check.value(np.arange(6.0).reshape(2, 3).T.view(Marked), [[0, 3], [1, 4], [2, 5]], "dW")
    assert "dW is wrong" in message(check.value, np.ones(3).view(Marked), np.zeros(3), "dW")


@pytest.mark.parametrize(
    ("actual", "text"),
    [
        (None, "dW is missing (got None)\nHint: is the return line there?"),
        (..., "dW is missing (got Ellipsis)\nHint: is the return line there?"),
        ([[1, 2, 3], [1, 2]], "dW is not an array: its rows have different lengths"),
        ("abc", "dW must hold numbers; got a str"),
        ({}, "dW must hold numbers; got a dict"),
        (np.zeros((3, 2)), "dW has shape (3, 2); expected (2, 3)\nHint: it looks transposed"),
        (np.zeros((2, 3, 1)), "dW has shape (2, 3, 1); expected (2, 3)"),
        (1.0, "dW has shape (); expected (2, 3)"),
        (np.zeros((0, 3)), "dW has shape (0, 3); expected (2, 3)"),
        # Each row of this table has all the faults that a later one has: the first in the order is named.
        (np.full((3, 3), "nan"), "dW has shape (3, 3); expected (2, 3)"),
        (np.full((3, 3), np.nan), "dW has shape (3, 3); expected (2, 3)"),
        (np.full((2, 3), "nan"), "dW must hold real numbers; got an array of shape (2, 3) and dtype <U3"),
        (np.full((2, 3), 1j * np.nan), "dW must hold real numbers; got an array of shape (2, 3) and dtype complex128"),
        (
            np.full((2, 3), 1.0, dtype=object),
            "dW must hold real numbers; got an array of shape (2, 3) and dtype object",
        ),
        ([[1, 2, 3], [np.inf, 5, np.nan]], "dW is inf at [1, 0]; every value must be finite"),
        ([[1, 2, np.nan], [np.inf, 5, 6]], "dW is nan at [0, 2]; every value must be finite"),
    ],
)
@pytest.mark.parametrize("method", [check.value, lambda a, e, what: check.gradient(np.sum, e, a, what)])
def test_the_first_fault_in_the_order_shape_dtype_finite_value(actual, text, method):
    assert message(method, actual, np.arange(6.0).reshape(2, 3), "dW") == f"Task 2.3: {text}"


class Unreadable:
    def __array__(self, *args, **kwargs):
        raise ValueError


def test_an_object_that_numpy_cannot_read():
    text = message(check.value, Unreadable(), [0.1], "rates")
    assert text == "Task 2.3: rates must hold numbers; got a Unreadable, which numpy cannot read"


def test_the_hint_is_given_with_every_fault_of_a_value():
    for actual in ([0.1], [0.1, np.nan], [0.1, 0.3]):
        assert message(check.value, actual, [0.1, 0.2], "rates", hint="halve it").endswith("\nHint: halve it")


def test_an_entry_that_was_never_returned():
    assert "some entries are None: is the return line there?" in message(check.value, [0.1, None], [0.1, 0.2], "rates")


def test_shape_and_finite_by_themselves():
    assert check.shape([[1, 2]], (1, 2), "W").tolist() == [[1, 2]]
    assert "W has shape (1,); expected (), one number" in message(check.shape, [1.0], (), "W")
    check.finite([[1, -2.5]], "W")
    assert message(check.finite, np.nan, "the loss", "shift") == (
        "Task 2.3: the loss is nan; every value must be finite\nHint: shift"
    )
    assert "W is -inf at [1]" in message(check.finite, np.array([0, -np.inf], dtype=np.float32), "W")


@pytest.mark.parametrize(
    ("dtype", "accepted", "refused"),
    [(np.float64, 5e-8, 2e-7), (np.float32, 5e-5, 2e-4), (np.float16, 0, 2e-3), (np.longdouble, 5e-8, 2e-7)],
)
def test_each_dtype_has_the_tolerance_it_deserves(dtype, accepted, refused):
    expected = np.array([4.0, -1.0])
    for method in (check.value, lambda a, e, what: check.gradient(lambda x: np.sum(e * x), np.zeros(2), a, what)):
        method((expected * (1 + accepted)).astype(dtype), expected, "dW")
        message(method, (expected * (1 + refused)).astype(dtype), expected, "dW")


def test_a_tolerance_that_is_given_wins():
    check.value(1.001, 1.0, "the loss", tol=1e-2)
    message(check.value, np.float32(1.00005), 1.0, "the loss", tol=1e-6)


@pytest.mark.parametrize("expected", [np.inf, -np.inf, np.nan])
def test_nothing_equals_an_expected_value_that_is_not_finite(expected):
    assert "the loss is wrong" in message(check.value, 1.0, expected, "the loss")
    assert "p is wrong" in message(check.value, [1.0, 2.0], [1.0, expected], "p")


def test_empty_arrays():
    check.value([], np.zeros(0), "p")
    check.value(np.zeros((0, 3)), np.zeros((0, 3)), "p")
    assert "p has shape (0, 3); expected (3, 0)" in message(check.value, np.zeros((0, 3)), np.zeros((3, 0)), "p")
