"""The reference softmax and its divergences against the lecture's numbers, scipy and exact arithmetic."""

import math

import numpy as np
import pytest
from scipy import special
from scipy.stats import entropy

from autograder import reference

pytestmark = pytest.mark.filterwarnings("error")
CAT = np.array([3.2, 5.1, -1.7])
CAT_PROBS = [0.1299825390, 0.8690495352, 0.0009679258]
THREE_ROWS = np.array([[3.2, 5.1, -1.7], [1.3, 4.9, 2.0], [2.2, 2.5, -3.1]])
SHAPES = [(1,), (2,), (1, 1), (1, 2), (5, 3), (3, 3), (4, 10), (2, 3, 4)]


def test_the_lectures_probabilities():
    np.testing.assert_allclose(reference.softmax(CAT), CAT_PROBS, atol=5e-11)
    np.testing.assert_allclose(-reference.log_softmax(CAT), [2.04035515280017, 0.14035515280017, 6.94035515280017])
    exponentials = [24.5325301971, 164.0219072999, 0.1826835241]
    np.testing.assert_allclose(188.7371210210638 * reference.softmax(CAT), exponentials, rtol=1e-10, atol=5e-11)


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
@pytest.mark.parametrize("scale", [1e-6, 1e-3, 1.0, 30.0, 300.0, 1e4])
@pytest.mark.parametrize("offset", [0.0, 1e3, -1e3])
def test_softmax_as_scipy_has_it(shape, scale, offset):
    scores = offset + scale * np.random.default_rng(1).normal(size=shape)
    probs, log_probs = reference.softmax(scores), reference.log_softmax(scores)
    np.testing.assert_allclose(log_probs, special.log_softmax(scores, axis=-1), rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(probs, special.softmax(scores, axis=-1), rtol=1e-11, atol=1e-300)
    np.testing.assert_allclose(probs.sum(axis=-1), 1, rtol=1e-14)
    assert probs.shape == log_probs.shape == shape


def test_scores_of_minus_infinity_have_probability_0():
    scores = np.array([[1.0, -np.inf, 2.0], [-np.inf, 1e3, -np.inf]])
    np.testing.assert_allclose(reference.softmax(scores), special.softmax(scores, axis=1), rtol=1e-14)
    np.testing.assert_allclose(reference.log_softmax(scores), special.log_softmax(scores, axis=1), rtol=1e-14)


@pytest.mark.parametrize("kind", [np.float32, np.int64, np.uint8, list])
def test_other_kinds_of_scores_become_float64(kind):
    scores = [[3, 1], [0, 2]] if kind is list else np.array([[3, 1], [0, 2]], dtype=kind)
    probs = reference.softmax(scores)
    assert probs.dtype == reference.log_softmax(scores).dtype == np.float64
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


def distributions(shape, concentration, seed):
    """Distributions over the last axis: nearly one-hot for a small concentration, nearly uniform for a large one."""
    return np.random.default_rng(seed).dirichlet(np.full(shape[-1], concentration), size=shape[:-1])


@pytest.mark.parametrize("shape", [(1,), (2,), (7,), (1, 3), (5, 4), (6, 1), (2, 3, 6)])
@pytest.mark.parametrize("p_concentration", [0.05, 1.0, 1e3])
@pytest.mark.parametrize("q_concentration", [0.05, 1.0, 1e3])
def test_divergence_and_cross_entropy_as_scipy_has_them(shape, p_concentration, q_concentration):
    p, q = distributions(shape, p_concentration, seed=2), distributions(shape, q_concentration, seed=3)
    divergence, entropy_of_p = special.rel_entr(p, q).sum(axis=-1), entropy(p, axis=-1)
    np.testing.assert_allclose(reference.kl_divergence(p, q), divergence, rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(reference.kl_divergence(p, q), entropy(p, q, axis=-1), rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(reference.cross_entropy(p, p), entropy_of_p, rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(reference.cross_entropy(p, q), entropy_of_p + divergence, rtol=1e-12, atol=1e-14)
    assert np.shape(reference.cross_entropy(p, q)) == np.shape(reference.kl_divergence(p, q)) == shape[:-1]
    assert (reference.kl_divergence(p, p) == 0).all()


def test_zeros_in_p_and_q():
    p = np.array([[0.5, 0.5, 0.0], [0.0, 0.0, 1.0], [0.5, 0.5, 0.0], [0.0, 1.0, 0.0]])
    q = np.array([[0.25, 0.75, 0.0], [0.0, 0.5, 0.5], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
    divergence = [0.5 * math.log(4 / 3), math.log(2), np.inf, 0]
    np.testing.assert_allclose(reference.kl_divergence(p, q), divergence, rtol=1e-14)
    crossed = [-0.5 * math.log(0.25) - 0.5 * math.log(0.75), math.log(2), np.inf, 0]
    np.testing.assert_allclose(reference.cross_entropy(p, q), crossed, rtol=1e-14)
    assert reference.cross_entropy([1.0, 0.0], [1e-20, 1.0]) == pytest.approx(20 * math.log(10), rel=1e-15)


@pytest.mark.parametrize("zeros_in_q", ["where p is 0 too", "anywhere"])
def test_many_zeros_in_p_and_q_as_scipy_has_them(zeros_in_q):
    rng = np.random.default_rng(4)
    p, q = rng.dirichlet(np.ones(6), size=(2, 40))
    p[rng.random(p.shape) < 0.4] = 0.0
    p[:, 0] += 0.1
    q[(p == 0) & (rng.random(p.shape) < 0.5) if zeros_in_q == "where p is 0 too" else rng.random(p.shape) < 0.2] = 0.0
    p, q = p / p.sum(axis=1, keepdims=True), q / q.sum(axis=1, keepdims=True)
    divergence = special.rel_entr(p, q).sum(axis=1)
    assert np.isinf(divergence).any() == (zeros_in_q == "anywhere") and np.isfinite(divergence).any()
    np.testing.assert_allclose(reference.kl_divergence(p, q), divergence, rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(reference.cross_entropy(p, q), special.entr(p).sum(axis=1) + divergence, rtol=1e-12)


def test_whole_distributions_and_a_q_for_all_rows():
    one_hot, q = np.eye(3, dtype=int), np.array([0.5, 0.25, 0.25])
    np.testing.assert_allclose(reference.cross_entropy(one_hot, q), np.log([2, 4, 4]), rtol=1e-15)
    np.testing.assert_allclose(reference.kl_divergence(one_hot, one_hot[::-1]), [np.inf, 0, np.inf])


@pytest.mark.parametrize(
    ("name", "count"), [("softmax", 1), ("log_softmax", 1), ("cross_entropy", 2), ("kl_divergence", 2)]
)
def test_arguments_stay_as_they_were(name, count):
    arguments = [distributions((4, 3), 1.0, seed) for seed in range(count)]
    copies = [argument.copy() for argument in arguments]
    answer = getattr(reference, name)(*arguments)
    answer += 1
    assert all((argument == copy).all() for argument, copy in zip(arguments, copies, strict=True))
