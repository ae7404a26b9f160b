"""The two-dimensional toy sets."""

import numpy as np
import pytest

from flatgrad.data import toy_blobs, toy_rings, toy_spirals


@pytest.mark.parametrize(
    "make",
    [lambda rng: toy_blobs(31, 3, rng), lambda rng: toy_spirals(10, 3, rng), lambda rng: toy_rings(10, 3, rng)],
)
def test_toys_are_balanced_and_repeatable(make):
    X, y = make(np.random.default_rng(1))
    assert X.shape == (len(y), 2) and X.dtype == np.float64 and y.dtype == np.int64
    counts = np.bincount(y)
    assert len(counts) == 3 and counts.max() - counts.min() <= 1
    for one, other in zip((X, y), make(np.random.default_rng(1)), strict=True):
        np.testing.assert_array_equal(one, other)
    assert not np.array_equal(X, make(np.random.default_rng(2))[0])


def test_blobs_are_where_the_docstring_says():
    X, y = toy_blobs(40_000, 4, np.random.default_rng(0))
    centers = np.array([X[y == label].mean(axis=0) for label in range(4)])
    radius = 8 / np.pi
    np.testing.assert_allclose(centers, radius * np.array([[1, 0], [0, 1], [-1, 0], [0, -1]]), atol=0.05)
    np.testing.assert_allclose(X[y == 0].std(axis=0), 1, atol=0.05)


def by_a_line(X, y):
    """The share of two classes that the best line in the sense of least squares puts on the right side."""
    with_bias = np.column_stack([X, np.ones(len(X))])
    weights = np.linalg.lstsq(with_bias, 2.0 * y - 1, rcond=None)[0]
    return ((with_bias @ weights > 0) == y).mean()


def test_spirals_stay_in_the_unit_disc_and_no_line_separates_them():
    X, y = toy_spirals(200, 2, np.random.default_rng(0))
    assert np.hypot(*X.T).max() <= 1 + 1e-12
    assert by_a_line(X, y) < 0.8


def test_the_radius_separates_rings_and_no_line_does():
    X, y = toy_rings(200, 3, np.random.default_rng(0))
    radius = np.hypot(*X.T)
    np.testing.assert_array_equal(np.rint(radius) - 1, y)
    assert np.abs(radius - y - 1).max() <= 0.3 + 1e-12
    inner = y < 2
    assert by_a_line(X[inner], y[inner]) < 0.7
    turned = np.stack([radius, np.arctan2(X[:, 1], X[:, 0])], axis=1)
    assert by_a_line(turned[inner], y[inner]) == 1
