"""The lecture's worked examples against the lecture's numbers, automatic differentiation and scikit-learn."""

import itertools

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from sklearn.neural_network import MLPRegressor

from flatgrad import flat

NEURONS = {"one gate": flat.sigmoid_neuron, "gate by gate": flat.sigmoid_neuron_gates}


def sigmoid(x):
    return 1 / (1 + anp.exp(-x))


def close(found, expected):
    """Fail unless found holds these numbers, given with the digits that were printed."""
    assert {name: found[name] for name in expected} == pytest.approx(expected, abs=1e-11)


def test_sum_times_has_the_lectures_numbers():
    values, grads = flat.sum_times(-2.0, 5.0, -4.0)
    assert values == {"q": 3.0, "f": -12.0}
    assert grads == {"x": -4.0, "y": -4.0, "z": 3.0, "q": -4.0, "f": 1.0}


@pytest.mark.parametrize("neuron", NEURONS.values(), ids=NEURONS)
def test_neuron_has_the_lectures_numbers(neuron):
    values, grads = neuron(2.0, -1.0, -3.0, -2.0, -3.0)
    close(values, {"s0": -2, "s1": 6, "s2": 4, "s3": 1, "L": 0.7310585786300049})
    close(grads, {"s3": 0.19661193324148185, "w2": 0.19661193324148185, "L": 1.0})
    close(grads, {"w0": -0.19661193324, "x0": 0.39322386648, "w1": -0.39322386648, "x1": -0.58983579972})


def test_gates_of_the_sigmoid_have_the_lectures_numbers():
    _, grads = flat.sigmoid_neuron_gates(2.0, -1.0, -3.0, -2.0, -3.0)
    close(grads, {"plus_one": -0.53444664539, "exponential": -0.53444664539})
    close(grads, {"negated": -0.19661193324, "s3": 0.19661193324})


@pytest.mark.parametrize("seed", range(5))
def test_sum_times_as_autograd_has_it(seed):
    point = np.random.default_rng(seed).normal(size=3)
    values, grads = flat.sum_times(*point)
    assert values["f"] == pytest.approx((point[0] + point[1]) * point[2])
    assert [grads[name] for name in "xyz"] == pytest.approx(grad(lambda p: (p[0] + p[1]) * p[2])(point))


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("neuron", NEURONS.values(), ids=NEURONS)
def test_neuron_as_autograd_has_it(neuron, seed):
    point = np.random.default_rng(seed).normal(size=5)
    values, grads = neuron(*point)
    by_autograd = grad(lambda p: sigmoid(p[0] * p[1] + p[2] * p[3] + p[4]))(point)
    assert values["L"] == pytest.approx(sigmoid(point[0] * point[1] + point[2] * point[3] + point[4]))
    assert [grads[name] for name in ("w0", "x0", "w1", "x1", "w2")] == pytest.approx(by_autograd)


@pytest.mark.parametrize("seed", range(5))
def test_both_neurons_agree_on_every_wire(seed):
    point = np.random.default_rng(seed).normal(size=5)
    (values, grads), (all_values, all_grads) = (neuron(*point) for neuron in NEURONS.values())
    close(all_values, values)
    close(all_grads, grads)


@pytest.mark.parametrize("shape", [(1, 1, 1, 1, 1), (5, 3, 4, 2, 6), (4, 3, 4, 4, 1)])
def test_three_layer_scores_as_scikit_learn_has_them(shape):
    N, D, H1, H2, C = shape
    rng = np.random.default_rng(0)
    x, sizes = rng.normal(size=(N, D)), [D, H1, H2, C]
    weights = [rng.normal(size=pair) for pair in itertools.pairwise(sizes)]
    biases = [rng.normal(size=size) for size in sizes[1:]]
    net = MLPRegressor(hidden_layer_sizes=(H1, H2), activation="logistic", max_iter=1, solver="sgd")
    net.partial_fit(rng.normal(size=(4, D)), rng.normal(size=(4, C)).squeeze())
    net.coefs_, net.intercepts_ = weights, biases
    layers = flat.three_layer_scores(x, weights[0], biases[0], weights[1], biases[1], weights[2], biases[2])
    np.testing.assert_allclose(layers["out"], net.predict(x).reshape(N, C), rtol=1e-12)
    assert layers["h1"].shape == (N, H1) and layers["h2"].shape == (N, H2)


def test_twenty_lines_step_down_the_gradient():
    rng = np.random.default_rng(3)
    x, y, w1, w2 = rng.normal(size=(6, 5)), rng.normal(size=(6, 2)), rng.normal(size=(5, 4)), rng.normal(size=(4, 2))

    def loss(w1, w2):
        return anp.sum((anp.dot(sigmoid(anp.dot(x, w1)), w2) - y) ** 2)

    losses, params, h = flat.twenty_lines(np.random.default_rng(3), 6, 5, 4, 2, num_iters=1, learning_rate=0.01)
    assert losses == [pytest.approx(loss(w1, w2))]
    np.testing.assert_allclose(params["w1"], w1 - 0.01 * grad(loss, 0)(w1, w2), rtol=1e-10)
    np.testing.assert_allclose(params["w2"], w2 - 0.01 * grad(loss, 1)(w1, w2), rtol=1e-10)
    np.testing.assert_allclose(h, sigmoid(x @ w1), rtol=1e-12)
    two, _, _ = flat.twenty_lines(np.random.default_rng(3), 6, 5, 4, 2, num_iters=2, learning_rate=0.01)
    assert two == [losses[0], pytest.approx(loss(params["w1"], params["w2"]))]


def test_twenty_lines_learn_and_are_saturated():
    losses, params, h = flat.twenty_lines(np.random.default_rng(0), num_iters=200)
    assert params["w1"].shape == (1000, 100) and params["w2"].shape == (100, 10) and h.shape == (64, 100)
    assert losses[-1] < losses[0] / 5
    # Pre-activations of N(0, 1000): |z| < log 99 has a probability of 2 Phi(4.595 / 31.62) - 1 = 0.116.
    assert np.mean((h < 0.01) | (h > 0.99)) > 0.85
