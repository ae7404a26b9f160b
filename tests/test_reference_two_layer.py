"""The reference two-layer network against autograd, scikit-learn, plain loops and an example by hand."""

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import value_and_grad
from sklearn.metrics import log_loss
from sklearn.neural_network import MLPClassifier

from autograder import reference
from autograder.reference import two_layer
from flatgrad import gradcheck

pytestmark = pytest.mark.filterwarnings("error")
SHAPES = [(1, 3, 4, 2), (1, 1, 2, 2), (7, 5, 6, 4), (4, 4, 4, 4), (20, 6, 3, 5), (5, 2, 9, 12), (33, 20, 12, 10)]


def problem(N, D, H, C, seed=0):
    return reference.two_layer_problem(np.random.default_rng([N, D, H, C, seed]), N, D, H, C)


def as_autograd_has_it(params, X, y, reg):
    """(loss, grads), the loss written with one-hot labels, the gradients by automatic differentiation."""
    one_hot = np.eye(len(params["b2"]))[y]

    def loss(params):
        hidden = anp.maximum(anp.dot(X, params["W1"]) + params["b1"], 0)
        scores = anp.dot(hidden, params["W2"]) + params["b2"]
        data_loss = anp.mean(anp.log(anp.sum(anp.exp(scores), axis=1)) - anp.sum(one_hot * scores, axis=1))
        return data_loss + reg * (anp.sum(params["W1"] ** 2) + anp.sum(params["W2"] ** 2))

    return value_and_grad(loss)(params)


def test_an_example_by_hand():
    log3 = np.log(3)
    params = {
        "W1": np.array([[2.0, 1.0], [1.0, 1.0]]),
        "b1": np.array([1.0, 0.0]),
        "W2": np.array([[0.0, log3], [1.0, 0.0]]),
        "b2": np.array([1.0, 1.0]),
    }
    values = reference.two_layer_values(params, np.array([[1.0, -2.0]]), np.array([0]), 0.0)
    expected = {
        "a1": [[1, -1]],
        "h1": [[1, 0]],
        "scores": [[1, 1 + log3]],
        "loss": np.log(4),
        "dscores": [[-0.75, 0.75]],
        "dW2": [[-0.75, 0.75], [0, 0]],
        "db2": [-0.75, 0.75],
        "dh1": [[0.75 * log3, -0.75]],
        "da1": [[0.75 * log3, 0]],
        "dW1": [[0.75 * log3, 0], [-1.5 * log3, 0]],
        "db1": [0.75 * log3, 0],
    }
    assert tuple(values) == (*two_layer.FORWARD, *two_layer.BACKWARD) and set(values) == set(expected)
    for name, value in expected.items():
        np.testing.assert_allclose(values[name], value, atol=1e-15, err_msg=name)


@pytest.mark.parametrize("C", [2, 3, 10])
def test_a_network_that_knows_nothing_loses_log_C(C):
    params, X, y = problem(9, 4, 5, C)
    zeros = {name: 0 * array for name, array in params.items()}
    assert reference.two_layer_loss(zeros, X, y, 3.0)[0] == pytest.approx(np.log(C))


@pytest.mark.parametrize(("N", "D", "H", "C"), SHAPES)
@pytest.mark.parametrize("reg", [0.0, 0.1, 10.0])
def test_loss_and_gradients_as_autograd_and_loops_have_them(N, D, H, C, reg):
    params, X, y = problem(N, D, H, C)
    before = {name: array.copy() for name, array in params.items()}
    expected_loss, expected = as_autograd_has_it(params, X, y, reg)
    for function in (reference.two_layer_loss, reference.two_layer_loss_loops):
        loss, grads = function(params, X, y, reg)
        assert loss == pytest.approx(expected_loss, rel=1e-12) and set(grads) == set(params)
        for name, grad in grads.items():
            assert grad.dtype == np.float64
            np.testing.assert_allclose(grad, expected[name], rtol=1e-11, atol=1e-13, err_msg=name)
    assert all((before[name] == array).all() for name, array in params.items())


@pytest.mark.parametrize(("N", "D", "H", "C"), [shape for shape in SHAPES if shape[0] > 1 and shape[3] > 2])
def test_scores_loss_and_labels_as_scikit_learn_has_them(N, D, H, C):
    params, X, y = problem(N, D, H, C)
    net = MLPClassifier(hidden_layer_sizes=(H,), activation="relu", solver="sgd", max_iter=1, random_state=0)
    net.partial_fit(X, y, classes=np.arange(C))
    net.coefs_, net.intercepts_ = [params["W1"], params["W2"]], [params["b1"], params["b2"]]
    np.testing.assert_array_equal(net.predict(X), reference.two_layer_predict(params, X))
    expected = log_loss(y, net.predict_proba(X), labels=np.arange(C))
    assert reference.two_layer_loss(params, X, y, 0.0)[0] == pytest.approx(expected, rel=1e-10)


@pytest.mark.parametrize(("N", "D", "H", "C"), SHAPES)
@pytest.mark.parametrize("seed", range(20))
def test_problems_are_smooth_and_hide_nothing(N, D, H, C, seed):
    params, X, y = problem(N, D, H, C, seed)
    assert X.shape == (N, D) and y.shape == (N,) and 0 <= y.min() <= y.max() < C
    assert {name: array.shape for name, array in params.items()} == {
        "W1": (D, H),
        "b1": (H,),
        "W2": (H, C),
        "b2": (C,),
    }
    values = reference.two_layer_forward(params, X)
    active = values["a1"] > 0
    assert np.abs(values["a1"]).min() > 1e-4 and active.any() and not active.all()
    assert np.ptp(values["scores"], axis=1).max() == pytest.approx(4.0)
    loss, grads = reference.two_layer_loss(params, X, y, 0.1)
    assert loss > 0.1 / N
    for name, array in params.items() if seed < 3 else ():
        report = gradcheck.compare_gradient(
            lambda array, name=name: reference.two_layer_loss({**params, name: array}, X, y, 0.1)[0], array, grads[name]
        )
        assert report.error < 1e-8, name


@pytest.mark.parametrize("seed", range(5))
def test_terms_are_what_the_answers_without_them_lack(seed):
    params, X, y = problem(7, 5, 6, 4, seed)
    values, plain = (reference.two_layer_values(params, X, y, reg) for reg in (0.3, 0.0))
    terms = reference.two_layer_terms(params, X, y, 0.3)
    both = terms["loss"]["reg * sum(W1 * W1)"] + terms["loss"]["reg * sum(W2 * W2)"]
    assert values["loss"] - plain["loss"] == pytest.approx(both)
    assert both == pytest.approx(terms["loss"]["the regularisation of both"])
    for name in ("W1", "W2"):
        np.testing.assert_allclose(values["d" + name] - plain["d" + name], 2 * terms["d" + name]["reg * " + name])
    (late,) = terms["dscores"].values()
    np.testing.assert_allclose((values["dscores"] - late).sum(axis=1), 1 / 7)  # the probabilities alone


@pytest.mark.parametrize(("N", "D", "H", "C"), [shape for shape in SHAPES if shape[0] > 1])
@pytest.mark.parametrize("seed", range(5))
def test_a_mistake_is_a_mistake_and_has_the_right_shape(N, D, H, C, seed):
    params, X, y = problem(N, D, H, C, seed)
    right = reference.two_layer_values(params, X, y, 0.3)
    mistakes = reference.two_layer_mistakes(params, X, y, 0.3)
    assert set(mistakes) <= set(right) and (H != C or "dh1" in mistakes)
    for name, wrongs in mistakes.items():
        for sentence, wrong in wrongs.items():
            assert np.shape(wrong) == np.shape(right[name]), sentence
            assert gradcheck.relative_error(wrong, right[name]) > 1e-6, sentence
