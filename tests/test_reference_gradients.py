"""The reference softmax loss and its gradient against autograd, scikit-learn and closed forms."""

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import value_and_grad
from autograd.scipy.special import logsumexp
from scipy.special import expit, softmax
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss

from autograder import reference

pytestmark = pytest.mark.filterwarnings("error")
SHAPES = [  # N, D, C
    (1, 1, 1),
    (1, 1, 2),
    (1, 3, 2),
    (6, 1, 2),
    (9, 4, 2),
    (5, 3, 1),
    (1, 4, 5),
    (4, 4, 4),
    (7, 5, 4),
    (20, 6, 3),
    (30, 1, 10),
]
LABELS = {
    "mixed": lambda rng, N, C: rng.integers(0, C, size=N),
    "all the same": lambda rng, N, C: np.full(N, rng.integers(0, C)),
    "one class absent": lambda rng, N, C: rng.integers(0, max(C - 1, 1), size=N),
}


def as_autograd_has_it(W, X, y, reg):
    """(loss, dW), the loss written with one-hot labels, the gradient by automatic differentiation."""
    one_hot = np.eye(W.shape[1])[np.asarray(y)]

    def loss(W):
        scores = anp.dot(X, W)
        return anp.mean(logsumexp(scores, axis=1) - anp.sum(one_hot * scores, axis=1)) + reg * anp.sum(W**2)

    return value_and_grad(loss)(np.array(W, dtype=float))


def problem(N, D, C, scale, labels="mixed"):
    rng = np.random.default_rng([N, D, C])
    return scale * rng.normal(size=(D, C)), rng.normal(size=(N, D)), LABELS[labels](rng, N, C)


@pytest.mark.parametrize(("N", "D", "C"), SHAPES)
@pytest.mark.parametrize("scale", [1e-3, 1.0, 30.0, 300.0])
@pytest.mark.parametrize("labels", LABELS)
@pytest.mark.parametrize("reg", [0.0, 0.1, 10.0])
def test_loss_and_gradient_as_autograd_has_them(N, D, C, scale, labels, reg):
    W, X, y = problem(N, D, C, scale, labels)
    before = W.copy(), X.copy(), y.copy()
    loss, dW = reference.softmax_loss(W, X, y, reg)
    expected_loss, expected = as_autograd_has_it(W, X, y, reg)
    assert loss == pytest.approx(expected_loss, rel=1e-12, abs=1e-14 * (1 + scale))
    # A score near 1000 is itself only known to 1e-13, and so are the logarithms of its probabilities.
    np.testing.assert_allclose(dW, expected, rtol=1e-12, atol=1e-14 * (1 + scale))
    assert dW.shape == (D, C) and all((a == b).all() for a, b in zip(before, (W, X, y), strict=True))


@pytest.mark.parametrize(("scale", "gap"), [(30.0, 100.0), (300.0, 1000.0)])
def test_the_grid_holds_gaps_past(scale, gap):
    assert max(np.ptp(X @ W, axis=1).max() for W, X, _ in (problem(*shape, scale) for shape in SHAPES)) > gap


@pytest.mark.parametrize("gap", [30.0, 1000.0])
@pytest.mark.parametrize("right", [0, 1, 2])
def test_gaps_as_autograd_has_them(gap, right):
    # One row, and the identity for X: the scores are W, and the gradient is dscores.
    W = np.array([[0.0, gap, gap - 1.0]])
    loss, dW = reference.softmax_loss(W, np.eye(1), [right], 0.0)
    expected_loss, expected = as_autograd_has_it(W, np.eye(1), [right], 0.0)
    assert loss == pytest.approx(expected_loss, rel=1e-13)
    np.testing.assert_allclose(dW, expected, rtol=1e-13, atol=1e-15)


@pytest.mark.parametrize("scale", [1e-3, 1.0, 30.0, 300.0])
def test_two_classes_are_a_logistic_regression(scale):
    W, X, y = problem(9, 4, 2, scale)
    margins = X @ (W[:, 1] - W[:, 0])
    loss, dW = reference.softmax_loss(W, X, y, 0.0)
    slope = X.T @ (expit(margins) - y) / 9
    np.testing.assert_allclose(dW, np.stack([-slope, slope], axis=1), rtol=1e-12, atol=1e-14 * (1 + scale))
    assert loss == pytest.approx(np.logaddexp(0, np.where(y == 1, -margins, margins)).mean(), rel=1e-12)


@pytest.mark.parametrize("kind", [np.uint8, np.int64, np.float32, list])
def test_other_kinds_of_arguments(kind):
    rng = np.random.default_rng(6)
    W, X, y = rng.integers(0, 9, size=(3, 4)), rng.integers(0, 256, size=(5, 3)), np.array([0, 3, 3, 1, 0])
    given = [argument.tolist() if kind is list else argument.astype(kind) for argument in (W, X)]
    loss, dW = reference.softmax_loss(*given, y.tolist() if kind is list else y.astype(np.uint8), 1)
    expected_loss, expected = as_autograd_has_it(W.astype(float), X.astype(float), y, 1)
    assert loss == pytest.approx(expected_loss, rel=1e-13) and dW.dtype == np.float64
    np.testing.assert_allclose(dW, expected, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize(("N", "D", "C"), [shape for shape in SHAPES if shape[2] > 1])  # sklearn wants two classes
@pytest.mark.parametrize("scale", [1e-3, 1.0, 30.0, 300.0])
@pytest.mark.parametrize("labels", LABELS)
def test_the_loss_as_sklearn_has_it(N, D, C, scale, labels):
    W, X, y = problem(N, D, C, scale, labels)
    if scale > 1:  # scikit-learn clips probabilities at 2e-16: the wrong answers are for autograd
        y = (X @ W).argmax(axis=1)
    loss, _ = reference.softmax_loss(W, X, y, 0.0)
    expected = log_loss(y, softmax(X @ W, axis=1), labels=range(C))
    assert loss == pytest.approx(expected, rel=1e-12, abs=1e-14 * (1 + scale))


def test_where_sklearn_stops_the_gradient_is_0():
    # Its objective is the summed loss + sum(W * W) / (2 * C): ours, times N, when reg is 1 / (2 * C * N).
    rng = np.random.default_rng(5)
    X = rng.normal(size=(60, 4))
    y = (X @ rng.normal(size=(4, 3)) + rng.normal(size=(60, 3))).argmax(axis=1)
    model = LogisticRegression(C=0.5, fit_intercept=False, tol=1e-10, max_iter=2000).fit(X, y)
    W, reg = model.coef_.T, 1 / (2 * 0.5 * 60)
    loss, dW = reference.softmax_loss(W, X, y, reg)
    np.testing.assert_allclose(dW, 0, atol=1e-7)
    objective = log_loss(y, model.predict_proba(X)) + reg * np.sum(W**2)
    assert loss == pytest.approx(objective, rel=1e-12)
    for seed in range(5):
        other = W + 0.01 * np.random.default_rng(seed).normal(size=W.shape)
        assert reference.softmax_loss(other, X, y, reg)[0] > loss


@pytest.mark.parametrize(("N", "D", "C", "gap"), [(1, 3, 2, 3.0), (7, 5, 4, 4.5), (5, 4, 6, 4.5), (64, 33, 10, 4.0)])
def test_a_small_number_in_the_log_is_not_seen_in_the_problems(N, D, C, gap):
    rng = np.random.default_rng(0)
    for _ in range(200):
        W, X, y = reference.softmax_problem(rng, N, D, C, gap)
        assert W.shape == (D, C) and X.shape == (N, D) and y.shape == (N,)
        probs = softmax(X @ W, axis=1)[np.arange(N), y]
        loss = reference.softmax_loss(W, X, y, 0.0)[0]
        assert loss > gap / (2 * N) and np.min(probs) >= np.exp(-gap) / C
        assert -np.mean(np.log(probs + 1e-8)) == pytest.approx(loss, rel=1e-6)
