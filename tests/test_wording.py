"""The words and the small tables of a message."""

import re

import numpy as np
import pytest

from flatgrad.wording import WIDEST, kind, numbers_of, shown, side_by_side


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


def table(text):
    """The words of a table, line by line, and its entries as numbers where they are some."""
    return [line.split() for line in text.splitlines()]


def test_a_small_array_is_shown_whole():
    a, b = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0, 2.0], [3.0, 5.0]])
    assert side_by_side(a, b, "by hand") == (
        "            yours             by hand\n"
        "        [:, 0]  [:, 1]     [:, 0]  [:, 1]\n"
        "  [0]       1       2           1       2\n"
        "  [1]       3       4*          3       5"
    )


@pytest.mark.parametrize(
    ("off", "marks"),
    [
        ([0, 0, 0, 1], ["1", "2", "3", "5*"]),
        ([0, 1, 0, 2], ["1", "3*", "3", "6*"]),
        ([0, 0, 3e-7, 3e-7], ["1", "2", "3.0000003", "4.0000003"]),  # rounding, not a mistake
        ([0, 0, 2e-6, 0], ["1", "2", "3.000002*", "4"]),
        ([1, 1, 1, 1], ["2", "3", "4", "5"]),  # where all are wrong, no mark helps
        ([np.nan, 0, 0, 0], ["nan*", "2", "3", "4"]),
    ],
)
def test_wrong_entries_have_a_star_where_others_are_right(off, marks):
    expected = np.arange(1.0, 5)
    assert [row[1] for row in table(side_by_side(expected + off, expected))[1:]] == marks
    both = table(side_by_side((expected + off)[:, None], expected[:, None]))
    assert [row[1] for row in both[2:]] == marks


def test_two_nan_are_no_difference():
    rows = table(side_by_side(np.array([np.nan, np.inf, 1.0]), np.array([np.nan, np.inf, 2.0])))
    assert rows[1:] == [["[0]", "nan", "nan"], ["[1]", "inf", "inf"], ["[2]", "1*", "2"]]


def test_a_table_that_would_be_too_wide_stands_in_two_blocks():
    a = np.random.default_rng(0).normal(size=(4, 4))
    beside, above = side_by_side(2 * a.round(3), a.round(3)), side_by_side(2e-30 * a, 1e-30 * a)
    assert max(map(len, beside.splitlines())) <= WIDEST >= max(map(len, above.splitlines()))
    assert [len(row) for row in table(beside)] == [2, 16, 9, 9, 9, 9]
    assert [len(row) for row in table(above)] == [1, 8, 5, 5, 5, 5] * 2
    assert table(above)[0] == ["yours"] and table(above)[6] == ["expected"]


def test_the_columns_are_flush():
    a = np.array([[1e-9, -2.0, 3], [44444, 5, 6]])
    lines = side_by_side(a, a * [[1], [-1]]).splitlines()
    assert len({len(line) for line in lines[1:]}) == 1
    ends = [line.index(text) + len(text) for line, text in zip(lines[1:], ("[:, 1]", "-2 ", "5*"), strict=True)]
    assert len(set(ends)) == 1


def test_of_a_long_vector_the_four_worst():
    a, b = np.zeros(9), np.array([0.0, 8.0, 0.5, 7.0, 0.0, -9.0, 1.0, 0.0, 6.0])
    rows = table(side_by_side(a, b))
    assert rows == [["yours", "expected"], ["[1]", "0", "8"], ["[3]", "0", "7"], ["[5]", "0", "-9"], ["[8]", "0", "6"]]

    def labels(actual, expected, **options):
        return re.findall(r"\[.*?\]", side_by_side(actual, expected, **options))

    assert labels(np.array([5.0, 4, 3, 1, 2]), np.zeros(5)) == ["[0]", "[1]", "[2]", "[4]"]
    assert labels(np.array([5.0, 4, 3, 1]), np.zeros(4)) == ["[0]", "[1]", "[2]", "[3]"]
    places = [(0, i) for i in range(9)]
    assert labels(a, b, places=places) == ["[0, 1]", "[0, 3]", "[0, 5]", "[0, 8]"]
    assert labels(a[3:4], b[3:4], places=places[3:4]) == ["[0, 3]"]


@pytest.mark.parametrize(
    ("shape", "worst", "window"),
    [
        ((10, 3), (0, 0), ("", 0, 4, 0, 3)),
        ((10, 3), (5, 2), ("", 4, 8, 0, 3)),
        ((10, 7), (9, 6), ("", 6, 10, 3, 7)),
        ((4, 5), (3, 3), ("", 0, 4, 0, 4)),
        ((2, 3, 4), (1, 2, 3), ("[1]", 0, 3, 0, 4)),
        ((2, 1, 3, 9), (1, 0, 2, 4), ("[1, 0]", 0, 3, 4, 8)),
        ((30, 1), (29, 0), ("", 26, 30, 0, 1)),
    ],
)
def test_of_a_large_array_the_block_with_the_worst_entry(shape, worst, window):
    actual, expected = np.full(shape, 7.0), np.full(shape, 7.0)
    actual[worst] = 4321
    actual[(0,) * len(shape)] += 0.5
    corner, top, bottom, left, right = window
    _, head, *rows = side_by_side(actual, expected).splitlines()
    columns = [f"[:, {column}]" for column in range(left, right)]
    assert re.findall(r"\[.*?\]", head) == ([corner] if corner else []) + 2 * columns
    assert [row.split()[0] for row in rows] == [f"[{row}]" for row in range(top, bottom)]
    assert sum("4321" in row for row in rows) == 1


@pytest.mark.parametrize(
    "shape", [(5,), (4,), (17,), (4, 4), (5, 5), (100, 100), (1, 50), (50, 1), (3, 5, 7), (10**6,)]
)
@pytest.mark.parametrize("scale", [1e-30, 1.0, 1e30])
def test_never_more_than_sixteen_numbers_of_each(shape, scale):
    rng = np.random.default_rng(0)
    text = side_by_side(scale * rng.normal(size=shape), scale * rng.normal(size=shape))
    assert 2 <= len(re.findall(r"\d[\d.e+-]*", re.sub(r"\[.*?\]", "", text))) <= 32
    assert max(map(len, text.splitlines())) <= WIDEST


def test_a_difference_in_the_ninth_digit_can_be_seen():
    expected = np.full(3, 1 / 3)
    for row in table(side_by_side(expected * (1 + 3e-7), expected))[1:]:
        assert row[1] != row[2]


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


INPUTS = {
    "W": np.eye(3),
    "X": np.arange(60.0).reshape(3, 20),
    "y": np.array([1, 2]),
    "reg": 0.1,
    "block": np.ones((2, 2, 2)),
    "long": np.arange(100),
    "none": np.zeros((0, 9)),
    "name": "relu",
    "f": print,
}


@pytest.mark.parametrize(
    ("row", "lines"),
    [
        (2, ["row 2 of W is [0, 0, 1]", "row 2 of X goes from 40 to 59"]),
        (0, ["row 0 of W is [1, 0, 0]", "row 0 of X goes from 0 to 19"]),
        (3, ["W goes from 0 to 1", "X goes from 0 to 59"]),  # there is no such row
        (None, ["W goes from 0 to 1", "X goes from 0 to 59"]),
    ],
)
def test_a_few_numbers_of_the_inputs(row, lines):
    rest = ["y is [1, 2]", "long goes from 0 to 99", "none is []"]
    assert numbers_of(INPUTS, row).splitlines() == [f"  {line}" for line in lines + rest]


def test_numbers_of_nothing():
    assert numbers_of({}, 0) == numbers_of({"f": print, "reg": 1.0}, 0) == ""
    assert numbers_of({"x": np.array([[np.nan, 2.0]])}, 0) == "  x is [[nan, 2]]"
    assert numbers_of({"x": np.eye(2)}, None) == "  x is [[1, 0], [0, 1]]"
