"""The reference hinge loss and its gradient against the lecture's numbers, autograd, scikit-learn and plain loops."""

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import value_and_grad
from sklearn.metrics import hinge_loss

from autograder import reference
from flatgrad import gradcheck

pytestmark = pytest.mark.filterwarnings("error")
THREE_ROWS = np.array([[3.2, 5.1, -1.7], [1.3, 4.9, 2.0], [2.2, 2.5, -3.1]])
SHAPES = [
    (1, 1, 2),
    (1, 3, 2),
    (6, 1, 2),
    (9, 4, 2),
    (1, 4, 5),
    (4, 4, 4),
    (7, 5, 4),
    (20, 6, 3),
    (30, 2, 10),
]  # N, D, C
LABELS = {
    "mixed": lambda rng, N, C: rng.integers(0, C, size=N),
    "all the same": lambda rng, N, C: np.full(N, rng.integers(0, C)),
    "one class absent": lambda rng, N, C: rng.integers(0, max(C - 1, 1), size=N),
}


def problem(N, D, C, scale, labels="mixed"):
    rng = np.random.default_rng([N, D, C])
    return scale * rng.normal(size=(D, C)), rng.normal(size=(N, D)), LABELS[labels](rng, N, C)


def as_autograd_has_it(W, X, y, reg):
    """(loss, dW), the loss written with one-hot labels, the gradient by automatic differentiation."""
    one_hot = np.eye(W.shape[1])[y]

    def loss(W):
        scores = anp.dot(X, W)
        leads = anp.sum(one_hot * scores, axis=1)[:, None] - scores
        return anp.sum(anp.maximum(0, 1 - leads) * (1 - one_hot)) / len(X) + reg * anp.sum(W**2)

    return value_and_grad(loss)(W)


@pytest.mark.parametrize(("row", "loss"), [(0, 2.9), (1, 0.0), (2, 12.9)])
def test_the_lectures_losses(row, loss):
    X = np.eye(3)[row : row + 1]  # with X the identity the scores are W
    assert reference.svm_loss(THREE_ROWS, X, [row], 0.0)[0] == pytest.approx(loss, abs=1e-14)


def test_the_lectures_mean_and_gradient():
    loss, dscores = reference.svm_loss(THREE_ROWS, np.eye(3), np.arange(3), 0.0)
    assert loss == pytest.approx(5.266666666666667, rel=1e-15)
    np.testing.assert_allclose(3 * dscores, [[-1, 1, 0], [0, 0, 0], [1, 1, -2]], atol=1e-15)


@pytest.mark.parametrize("C", [2, 3, 10])
def test_at_W_0_each_wrong_class_costs_1(C):
    X, y = np.random.default_rng(0).normal(size=(7, 4)), np.arange(7) % C
    assert reference.svm_loss(np.zeros((4, C)), X, y, 3.0)[0] == pytest.approx(C - 1)
    assert reference.svm_loss(np.zeros((4, C)), X, y, 3.0, delta=2.5)[0] == pytest.approx(2.5 * (C - 1))


@pytest.mark.parametrize(("N", "D", "C"), SHAPES)
@pytest.mark.parametrize("scale", [1e-3, 1.0, 30.0])
@pytest.mark.parametrize("labels", LABELS)
@pytest.mark.parametrize("reg", [0.0, 0.1, 10.0])
def test_loss_and_gradient_as_autograd_has_them(N, D, C, scale, labels, reg):
    W, X, y = problem(N, D, C, scale, labels)
    before = W.copy(), X.copy(), y.copy()
    expected_loss, expected = as_autograd_has_it(W, X, y, reg)
    for function in (reference.svm_loss, reference.svm_loss_loops):
        loss, dW = function(W, X, y, reg)
        assert loss == pytest.approx(expected_loss, rel=1e-12) and dW.dtype == np.float64
        np.testing.assert_allclose(dW, expected, rtol=1e-11, atol=1e-13 * (1 + scale * reg))
    assert all((a == b).all() for a, b in zip((W, X, y), before, strict=True))


@pytest.mark.parametrize(("N", "D"), [(5, 2), (12, 4), (40, 7)])
def test_two_classes_as_scikit_learn_has_them(N, D):
    # With two classes the hinge loss of the score difference is the same sum.
    W, X, y = problem(N, D, 2, 1.0)
    expected = hinge_loss(2 * y - 1, X @ (W[:, 1] - W[:, 0]), labels=[-1, 1])
    assert reference.svm_loss(W, X, y, 0.0)[0] == pytest.approx(expected, rel=1e-13)


def test_the_largest_margin_alone_is_scikit_learns_loss_of_many_classes():
    W, X, y = problem(20, 4, 5, 1.0)
    margins = reference.svm_margins(W, X, y)
    margins[np.arange(20), y] = 0
    expected = hinge_loss(y, X @ W, labels=np.arange(5))
    assert np.mean(np.maximum(margins, 0).max(axis=1)) == pytest.approx(expected, rel=1e-13)


@pytest.mark.parametrize(("N", "D", "C"), [shape for shape in SHAPES if shape[0] * shape[2] > 4])
@pytest.mark.parametrize("seed", range(20))
def test_problems_are_smooth_and_hide_nothing(N, D, C, seed):
    W, X, y = reference.svm_problem(np.random.default_rng(seed), N, D, C)
    assert W.shape == (D, C) and X.shape == (N, D) and y.shape == (N,) and 0 <= y.min() <= y.max() < C
    margins = reference.svm_margins(W, X, y)
    np.testing.assert_allclose(margins[np.arange(N), y], 1)
    wrong = margins[np.arange(C) != y[:, None]]
    assert np.abs(wrong).min() > 1e-4 and wrong.max() > 0 and (len(wrong) < 2 or wrong.min() < 0)
    loss, dW = reference.svm_loss(W, X, y, 0.1)
    assert loss > 0
    report = gradcheck.compare_gradient(lambda W: reference.svm_loss(W, X, y, 0.1)[0], W, dW)
    assert report.error < 1e-8 and report.skipped == 0


def test_small_problems_have_no_satisfied_margin():
    W, X, y = reference.svm_problem(np.random.default_rng(0), 20, 6, 3, scale=0.05)
    assert reference.svm_margins(W, X, y).min() > 0


@pytest.mark.parametrize("seed", range(5))
def test_terms_are_what_the_answers_without_them_lack(seed):
    W, X, y = reference.svm_problem(np.random.default_rng(seed), 7, 5, 4)
    reg, N, C = 0.3, 7, 4
    loss, dW = reference.svm_loss(W, X, y, reg)
    terms = reference.svm_terms(W, X, y, reg)
    assert terms["loss"]["reg * sum(W * W)"] == pytest.approx(reg * np.sum(W * W))
    np.testing.assert_allclose(terms["dW"]["reg * W"], reg * W)
    hinges = np.maximum(0, reference.svm_margins(W, X, y))
    assert np.sum(hinges) / N + reg * np.sum(W * W) - loss == pytest.approx(terms["loss"]["1 (the margin of j = y)"])
    hinges[np.arange(N), y] = 0
    squared = np.sum(hinges**2) / N + reg * np.sum(W * W) - loss
    assert squared == pytest.approx(terms["loss"]["m * m - m (as for squared margins m)"])
    both = terms["dW"]["the j = y term"] + terms["dW"]["the j != y terms"] + 2 * reg * W
    np.testing.assert_allclose(both, dW, atol=1e-14)
    always = (hinges > 0) / N
    always[np.arange(N), y] = -(C - 1) / N
    extra = X.T @ always + 2 * reg * W - dW
    np.testing.assert_allclose(extra, terms["dW"]["-X[i] / N at the right class for each satisfied margin"], atol=1e-14)
    column = np.stack([X[y == c].sum(axis=0) / N for c in range(C)], axis=1)
    np.testing.assert_allclose(terms["dW"]["X[i] / N in column y[i] (as for a margin of j = y)"], column, atol=1e-14)
    for name, rest in (("the first example", slice(1, None)), ("the last example", slice(None, -1))):
        part_loss, part = reference.svm_loss(W, X[rest], y[rest], 0.0)
        assert terms["loss"][name] == pytest.approx(loss - reg * np.sum(W * W) - part_loss * (N - 1) / N)
        np.testing.assert_allclose(terms["dW"][name], dW - 2 * reg * W - part * (N - 1) / N, atol=1e-14)
    for low, high in ((0, 1), (1, 2)):
        name = f"(what Δ = {high} gives) - (what Δ = {low} gives)"
        more, less = reference.svm_loss(W, X, y, reg, high), reference.svm_loss(W, X, y, reg, low)
        assert terms["loss"][name] == pytest.approx(more[0] - less[0])
        np.testing.assert_allclose(terms["dW"][name], more[1] - less[1], atol=1e-14)


def test_one_example_has_no_first_and_last_one():
    W, X, y = reference.svm_problem(np.random.default_rng(0), 1, 3, 2)
    assert not any("example" in name for part in reference.svm_terms(W, X, y, 0.0).values() for name in part)
