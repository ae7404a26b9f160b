"""The reference functions against the lecture's numbers, scipy, scikit-learn and exact arithmetic."""

import math

import numpy as np
import pytest
from scipy import special
from scipy.optimize import check_grad
from scipy.stats import entropy
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss

from autograder import reference
from flatgrad.gradcheck import compare_gradient

CAT = np.array([3.2, 5.1, -1.7])
CAT_PROBS = [0.1299825390, 0.8690495352, 0.0009679258]
THREE_ROWS = np.array([[3.2, 5.1, -1.7], [1.3, 4.9, 2.0], [2.2, 2.5, -3.1]])
SHAPES = [(2,), (1, 1), (1, 2), (5, 3), (3, 3), (4, 10), (2, 3, 4)]


def test_the_lectures_probabilities():
    np.testing.assert_allclose(reference.softmax(CAT), CAT_PROBS, atol=5e-11)
    np.testing.assert_allclose(-reference.log_softmax(CAT), [2.04035515280017, 0.14035515280017, 6.94035515280017])
    np.testing.assert_allclose(np.exp(CAT) / 188.7371210210638, reference.softmax(CAT), rtol=1e-14)


def test_the_lectures_losses():
    # With X the identity the scores are W.
    for row, loss in enumerate([2.0403551528, 0.0791317783, 6.1564772017]):
        X = np.eye(3)[row : row + 1]
        assert reference.softmax_loss(THREE_ROWS, X, [row], 0.0)[0] == pytest.approx(loss, abs=5e-11)
    loss, dscores = reference.softmax_loss(THREE_ROWS, np.eye(3), np.arange(3), 0.0)
    assert loss == pytest.approx(2.758654710918577, rel=1e-14)
    np.testing.assert_allclose(3 * dscores[0], [-0.870017461, 0.8690495352, 0.0009679258], atol=5e-10)
    loss, _ = reference.softmax_loss(np.zeros((4, 10)), np.ones((6, 4)), np.arange(6), 5.0)
    assert loss == pytest.approx(2.302585092994046, rel=1e-15)


def test_the_lectures_divergence_is_the_loss():
    cat = np.eye(3)[0]
    assert reference.kl_divergence(cat, reference.softmax(CAT)) == pytest.approx(2.04035515280017, rel=1e-14)
    assert reference.cross_entropy(cat, reference.softmax(CAT)) == pytest.approx(2.04035515280017, rel=1e-14)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("scale", [1e-6, 1.0, 30.0, 1e4])
@pytest.mark.parametrize("offset", [0.0, 1e3, -1e3])
def test_softmax_as_scipy_has_it(shape, scale, offset):
    scores = offset + scale * np.random.default_rng(1).normal(size=shape)
    before = scores.copy()
    probs = reference.softmax(scores)
    np.testing.assert_allclose(
        reference.log_softmax(scores), special.log_softmax(scores, axis=-1), rtol=1e-12, atol=1e-14
    )
    np.testing.assert_allclose(probs, special.softmax(scores, axis=-1), rtol=1e-11, atol=1e-300)
    np.testing.assert_allclose(probs.sum(axis=-1), 1, rtol=1e-14)
    assert probs.shape == shape and (scores == before).all()


@pytest.mark.parametrize("kind", [np.float32, np.int64, np.uint8, list])
def test_other_kinds_of_scores_become_float64(kind):
    scores = [[3, 1], [0, 2]] if kind is list else np.array([[3, 1], [0, 2]], dtype=kind)
    probs = reference.softmax(scores)
    assert probs.dtype == np.float64
    np.testing.assert_allclose(probs[:, 0], [1 / (1 + math.exp(-2)), 1 / (1 + math.exp(2))], rtol=1e-15)


@pytest.mark.parametrize("gap", [30.0, 1000.0, 1e6])
def test_large_gaps_are_exact(gap):
    # log(exp(0) + exp(-gap)) is log1p(exp(-gap)); for 1000 and more it is 0.
    scores = np.array([[0.0, gap], [gap + 5, 5.0], [0.0, 0.0]])
    small = math.log1p(math.exp(-gap))
    expected = [[-gap - small, -small], [-small, -gap - small], [-math.log(2)] * 2]
    np.testing.assert_allclose(reference.log_softmax(scores), expected, rtol=1e-15, atol=1e-15)
    np.testing.assert_allclose(reference.softmax(scores)[2], [0.5, 0.5], rtol=1e-15)
    assert reference.softmax(scores)[0, 0] == pytest.approx(math.exp(-gap), rel=1e-10)
    loss, dW = reference.softmax_loss(scores, np.eye(3), [0, 1, 0], 0.0)
    assert loss == pytest.approx((2 * gap + 2 * small + math.log(2)) / 3, rel=1e-15)
    np.testing.assert_allclose(3 * dW, [[-1, 1], [1, -1], [-0.5, 0.5]], atol=1e-12)


@pytest.mark.parametrize("shape", [(2,), (7,), (1, 3), (5, 4), (2, 3, 6)])
def test_divergence_and_cross_entropy_as_scipy_has_them(shape):
    rng = np.random.default_rng(2)
    p, q = rng.dirichlet(np.ones(shape[-1]), size=(2, *shape[:-1]))
    np.testing.assert_allclose(reference.kl_divergence(p, q), entropy(p, q, axis=-1), rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(reference.cross_entropy(p, p), entropy(p, axis=-1), rtol=1e-13)
    crossed = entropy(p, axis=-1) + entropy(p, q, axis=-1)
    np.testing.assert_allclose(reference.cross_entropy(p, q), crossed, rtol=1e-13)
    assert np.shape(reference.cross_entropy(p, q)) == shape[:-1]
    assert (reference.kl_divergence(p, p) == 0).all()


@pytest.mark.filterwarnings("error")
def test_zeros_in_p_and_q():
    p = np.array([[0.5, 0.5, 0.0], [0.0, 0.0, 1.0], [0.5, 0.5, 0.0], [0.0, 1.0, 0.0]])
    q = np.array([[0.25, 0.75, 0.0], [0.0, 0.5, 0.5], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
    divergence = [0.5 * math.log(4 / 3), math.log(2), np.inf, 0]
    np.testing.assert_allclose(reference.kl_divergence(p, q), divergence, rtol=1e-14)
    np.testing.assert_allclose(entropy(p, q, axis=-1), divergence, rtol=1e-14)
    crossed = [-0.5 * math.log(0.25) - 0.5 * math.log(0.75), math.log(2), np.inf, 0]
    np.testing.assert_allclose(reference.cross_entropy(p, q), crossed, rtol=1e-14)
    assert reference.cross_entropy([1.0, 0.0], [1e-20, 1.0]) == pytest.approx(20 * math.log(10), rel=1e-15)


@pytest.mark.parametrize(("N", "D", "C"), [(1, 3, 2), (7, 5, 4), (20, 6, 3), (4, 4, 4), (30, 1, 10)])
@pytest.mark.parametrize("scale", [0.01, 1.0, 10.0])
@pytest.mark.parametrize("reg", [0.0, 0.3])
def test_the_softmax_loss_as_sklearn_has_it_and_its_gradient(N, D, C, scale, reg):
    rng = np.random.default_rng(3)
    X, y, W = rng.normal(size=(N, D)), rng.integers(0, C, size=N), scale * rng.normal(size=(D, C))
    before = W.copy(), X.copy(), y.copy()
    loss, dW = reference.softmax_loss(W, X, y, reg)
    probs = special.softmax(X @ W, axis=1).clip(1e-300)
    if scale < 10:  # scikit-learn clips probabilities at 1e-16
        data_loss = log_loss(y, probs / probs.sum(axis=1, keepdims=True), labels=range(C))
        assert loss == pytest.approx(data_loss + reg * np.linalg.norm(W) ** 2, rel=1e-12)
    assert compare_gradient(lambda W: reference.softmax_loss(W, X, y, reg)[0], W, dW).error < 1e-7
    assert dW.shape == (D, C) and all((a == b).all() for a, b in zip(before, (W, X, y), strict=True))


def test_the_gradient_by_scipy():
    rng = np.random.default_rng(4)
    X, y, W = rng.normal(size=(5, 3)), np.array([0, 2, 2, 2, 1]), rng.normal(size=(3, 3))
    error = check_grad(
        lambda w: reference.softmax_loss(w.reshape(3, 3), X, y, 0.2)[0],
        lambda w: reference.softmax_loss(w.reshape(3, 3), X, y, 0.2)[1].ravel(),
        W.ravel(),
    )
    assert error < 1e-6


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
