"""The words and the small tables of a message."""

import re

import numpy as np
import pytest

from flatgrad.wording import kind, shown, side_by_side


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1, "an int"),
        (1.0, "a float"),
        (np.uint8(1), "a uint8"),
        ([1, 2], "a list of 2"),
        ((), "a tuple of 0"),
        (None, "a NoneType"),
        (np.zeros((2, 0)), "an array of shape (2, 0)"),
        (type("Array", (), {})(), "an Array"),
        (type("", (), {})(), "a "),
    ],
)
def test_kinds(value, words):
    assert kind(value) == words


class Broken:
    def __repr__(self):
        raise KeyError


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.5, "0.5"),
        ("ab", "'ab'"),
        (np.eye(2), "array([[1., 0.], [0., 1.]])"),
        (Broken(), "a Broken"),
        ("x" * 58, f"'{'x' * 58}'"),
        ("x" * 59, f"'{'x' * 56}..."),
    ],
)
def test_a_value_on_one_short_line(value, words):
    assert shown(value) == words


def test_numbers():
    assert side_by_side(np.float64(2 / 3), np.float64(0.5)) == "  yours: 0.6666666667   expected: 0.5"


def test_a_small_array_is_shown_whole():
    a, b = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0, 2.0], [3.0, 5.0]])
    assert side_by_side(a, b, "by hand") == "  yours:\n  [[1. 2.]\n   [3. 4.]]\n  by hand:\n  [[1. 2.]\n   [3. 5.]]"


def test_of_a_long_vector_the_four_worst():
    a, b = np.zeros(9), np.array([0.0, 8.0, 0.5, 7.0, 0.0, -9.0, 1.0, 0.0, 6.0])
    lines = side_by_side(a, b).splitlines()
    assert lines[0] == "  yours at [1, 3, 5, 8]:" and lines[3] == "  [ 8.  7. -9.  6.]"
    assert "yours at [0, 1, 2, 4]:" in side_by_side(np.array([5.0, 4, 3, 1, 2]), np.zeros(5))
    assert "yours:\n  [5. 4. 3. 1.]" in side_by_side(np.array([5.0, 4, 3, 1]), np.zeros(4))
    places = [(0, i) for i in range(9)]
    assert "yours at [(0, 1), (0, 3), (0, 5), (0, 8)]:" in side_by_side(a, b, places=places)
    assert "yours at [(0, 3)]:" in side_by_side(a[3:4], b[3:4], places=places[3:4])


@pytest.mark.parametrize(
    ("shape", "worst", "window"),
    [
        ((10, 3), (0, 0), "[0:4, 0:3]"),
        ((10, 3), (5, 2), "[4:8, 0:3]"),
        ((10, 7), (9, 6), "[6:10, 3:7]"),
        ((4, 5), (3, 3), "[0:4, 0:4]"),
        ((2, 3, 4), (1, 2, 3), "[1, 0:3, 0:4]"),
        ((2, 1, 3, 9), (1, 0, 2, 4), "[1, 0, 0:3, 4:8]"),
        ((30, 1), (29, 0), "[26:30, 0:1]"),
    ],
)
def test_of_a_large_array_the_block_with_the_worst_entry(shape, worst, window):
    actual, expected = np.full(shape, 7.0), np.full(shape, 7.0)
    actual[worst] = 4321
    actual[(0,) * len(shape)] += 0.5
    text = side_by_side(actual, expected)
    assert f"yours{window}:" in text and f"expected{window}:" in text and "4321" in text


@pytest.mark.parametrize(
    "shape", [(5,), (4,), (17,), (4, 4), (5, 5), (100, 100), (1, 50), (50, 1), (3, 5, 7), (10**6,)]
)
@pytest.mark.parametrize("scale", [1e-30, 1.0, 1e30])
def test_never_more_than_sixteen_numbers_of_each(shape, scale):
    rng = np.random.default_rng(0)
    text = side_by_side(scale * rng.normal(size=shape), scale * rng.normal(size=shape))
    text = re.sub(r"(yours|expected).*:", "", text)
    assert 2 <= len(re.findall(r"\d[\d.e+-]*", text)) <= 32


def test_a_difference_in_the_ninth_digit_can_be_seen():
    expected = np.full(3, 1 / 3)
    yours, theirs = side_by_side(expected * (1 + 3e-7), expected).splitlines()[1::2]
    assert yours != theirs


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_nan_and_inf_are_shown_first(bad):
    actual, expected = np.arange(20.0), np.zeros(20)
    expected[3] = bad
    assert str(bad) in side_by_side(actual, expected)


def test_settings_of_numpy_do_not_matter():
    a, b = 1000 / np.arange(1.0, 17.0).reshape(4, 4), np.zeros((4, 4))
    plain = side_by_side(a, b)
    with np.printoptions(threshold=1, edgeitems=1, precision=1, linewidth=20, formatter={"all": lambda value: "?"}):
        assert side_by_side(a, b) == plain
