"""The reference slopes, descent and predictions against SciPy, exact slopes and plain loops."""

import numpy as np
import pytest
from scipy.optimize import approx_fprime
from scipy.optimize._numdiff import approx_derivative

from autograder import reference
from flatgrad import gradcheck

pytestmark = pytest.mark.filterwarnings("error")
SHAPES = [(1,), (5,), (2, 3), (3, 2), (2, 3, 4), (1, 1)]


def function_of(shape, seed=0):
    """A smooth function that treats every coordinate differently."""
    rng = np.random.default_rng(seed)
    cubic, mixed = rng.normal(size=shape), rng.normal(size=(np.prod(shape), np.prod(shape)))
    return lambda x: np.sum(cubic * np.reshape(x, shape) ** 3) + np.ravel(x) @ mixed @ np.ravel(x)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("h", [1e-5, 1e-2, 0.3])
def test_slopes_as_scipy_has_them(shape, h):
    f, x = function_of(shape), np.random.default_rng(1).normal(size=shape)
    before = x.copy()
    centred, forward = reference.numerical_gradient(f, x, h), reference.forward_differences(f, x, h)
    assert centred.shape == forward.shape == shape and (x == before).all()
    expected = approx_derivative(f, x.ravel(), method="3-point", abs_step=h).reshape(shape)
    np.testing.assert_allclose(centred, expected, rtol=1e-6, atol=1e-8)
    np.testing.assert_allclose(forward, approx_fprime(x.ravel(), f, h).reshape(shape), rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(centred, gradcheck.numerical_gradient(f, x, h), rtol=1e-7, atol=1e-9)


def test_the_errors_at_the_exponential():
    x = np.ones(1)
    errors = [abs(reference.numerical_gradient(lambda x: np.exp(x[0]), x, h)[0] - np.e) for h in (1e-5, 1e-8, 1e-12)]
    np.testing.assert_allclose(errors, [5.9e-11, 6.6e-9, 2e-4], rtol=0.1)
    assert abs(reference.forward_differences(lambda x: np.exp(x[0]), x)[0] - np.e) == pytest.approx(1.36e-5, rel=0.01)


def test_what_tells_the_step():
    x = np.array([2.0, -1.0])
    np.testing.assert_allclose(reference.numerical_gradient(lambda x: np.sum(x**3), x, 0.5), 3 * x**2 + 0.25)
    np.testing.assert_allclose(reference.forward_differences(lambda x: np.sum(x**2), x, 0.5), 2 * x + 0.5)


@pytest.mark.parametrize(("N", "D", "C"), [(1, 3, 2), (9, 4, 3), (4, 4, 4), (30, 2, 12)])
def test_predictions(N, D, C):
    rng = np.random.default_rng(2)
    W, X = rng.normal(size=(D, C)), rng.normal(size=(N, D))
    labels = reference.predict_linear(W, X)
    assert labels.shape == (N,) and labels.dtype.kind == "i"
    for label, x in zip(labels, X, strict=True):
        assert all(x @ W[:, label] >= x @ W[:, c] for c in range(C))
