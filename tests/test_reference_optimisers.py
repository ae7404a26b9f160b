"""The reference optimisers against the lecture's numbers, hand calculation and closed forms."""

import copy
import math

import numpy as np
import pytest

from autograder import reference

W, GRADIENT = np.array([1.0, 2.0, 3.0]), np.array([0.1, -0.2, 0.3])
LECTURE = {
    "sgd": [(0.99, 2.02, 2.97), (0.98, 2.04, 2.94), (0.97, 2.06, 2.91)],
    "sgd_momentum": [(0.99, 2.02, 2.97), (0.971, 2.058, 2.913), (0.9439, 2.1122, 2.8317)],
    "rmsprop": [
        (1e-6, 2.9999995, 2.00000033),
        (-0.7088797, 3.70888045, 1.2911193),
        (-1.28912845, 4.28912937, 0.71087032),
    ],
    "adam": [
        (0.90000001, 2.1, 2.9),
        (0.80000002, 2.19999999, 2.80000001),
        (0.70000003, 2.29999998, 2.70000001),
    ],
}
DEFAULTS = {
    "sgd": {},
    "sgd_momentum": {"momentum": 0.9},
    "rmsprop": {"decay_rate": 0.99, "epsilon": 1e-8},
    "adam": {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8},
}


@pytest.mark.parametrize("name", LECTURE)
@pytest.mark.parametrize("spelt_out", [False, True])
def test_three_cold_steps(name, spelt_out):
    w, config = W, {"learning_rate": 0.1, **(DEFAULTS[name] if spelt_out else {})}
    for expected in LECTURE[name]:
        w, config = getattr(reference, name)(w, GRADIENT, config)
        np.testing.assert_allclose(w, expected, rtol=0, atol=6e-9)
        assert config["learning_rate"] == 0.1


def run(name, gradients, w=0.0, **config):
    w = np.array([w])
    for g in gradients:
        w, config = getattr(reference, name)(w, np.array([g]), config)
    return w[0], config


def test_momentum_by_hand():
    # v: -1, then 0.5 * -1 - 2 = -2.5, then 0.5 * -2.5 + 4 = 2.75
    w, config = run("sgd_momentum", [1, 2, -4], learning_rate=1.0, momentum=0.5)
    assert w == -1 - 2.5 + 2.75 and config["velocity"] == 2.75


def test_rmsprop_by_hand():
    # cache: 0.25 * 16 = 4, then 0.75 * 4 + 0.25 * 4 = 4; each step is 0.5 * g / (2 + 2)
    w, config = run("rmsprop", [4, -2], learning_rate=0.5, decay_rate=0.75, epsilon=2.0)
    assert w == -0.5 + 0.25 and config["cache"] == 4


def test_adam_by_hand():
    # g = 2: m = 1, v = 1, m_hat = 1 / (1/2) = 2, v_hat = 1 / (1/4) = 4, step = 2 / (2 + 1)
    # g = -1: m = 0, so there is no step; v = 3/4 + 1/4 = 1
    # g = 3: m = 3/2, m_hat = (3/2) / (7/8) = 12/7; v = 3/4 + 9/4 = 3, v_hat = 3 / (37/64) = 192/37
    w, config = run("adam", [2, -1, 3], learning_rate=1.0, beta1=0.5, beta2=0.75, epsilon=1.0)
    assert w == pytest.approx(-2 / 3 - (12 / 7) / (math.sqrt(192 / 37) + 1), rel=1e-14)
    assert config["m"] == 1.5 and config["v"] == 3 and config["t"] == 3


@pytest.mark.parametrize("name", LECTURE)
def test_any_shape_and_whole_numbers(name):
    step = getattr(reference, name)
    matrix, _ = step(np.full((2, 3), 5.0), np.full((2, 3), 0.25), {"learning_rate": 0.1})
    number, _ = step(np.array(5.0), np.array(0.25), {"learning_rate": 0.1})
    whole, config = step(np.array([5]), np.array([0.25]), {"learning_rate": 0.1})
    again, _ = step(whole, np.array([0.25]), config)
    assert matrix.shape == (2, 3) and np.all(matrix == number) and whole == number and again < whole < 5
    whole, _ = step(np.array([5]), np.array([-2]), {"learning_rate": 0.1})
    number, _ = step(np.array(5.0), np.array(-2.0), {"learning_rate": 0.1})
    assert whole == number > 5


def test_momentum_of_a_constant_gradient_is_a_geometric_series():
    # After t steps v = -lr * g * (1 - 0.9 ** t) / (1 - 0.9), and w is the sum of these.
    w, config = run("sgd_momentum", [0.5] * 40, learning_rate=0.1)
    assert config["velocity"] == pytest.approx(-0.1 * 0.5 * 10 * (1 - 0.9**40), rel=1e-13)
    assert w == pytest.approx(-0.1 * 0.5 * 10 * (40 - 9 * (1 - 0.9**40)), rel=1e-13)


def test_a_start_in_the_middle():
    # The averages of nine gradients of 1, without correction: m 1 - 0.9 ** 9, v 1 - 0.999 ** 9. So step 10 is 1.
    past = {"m": np.array([1 - 0.9**9]), "v": np.array([1 - 0.999**9]), "t": 9}
    assert run("adam", [1.0], learning_rate=0.5, **past)[0] == pytest.approx(-0.5, rel=2e-8)
    assert run("sgd_momentum", [1.0], learning_rate=0.5, velocity=np.array([-5.0]))[0] == pytest.approx(-4.5 - 0.5)
    step = 0.5 / math.sqrt(0.99 * 16 + 0.01)
    assert run("rmsprop", [1.0], learning_rate=0.5, cache=np.array([16.0]))[0] == pytest.approx(-step, rel=1e-8)


@pytest.mark.parametrize("name", LECTURE)
def test_arguments_stay_as_they_were_and_share_nothing_with_the_answer(name):
    w, dw, config = W.copy(), GRADIENT.copy(), {"learning_rate": 0.1, **DEFAULTS[name]}
    for _ in range(3):
        given = {"w": w, "dw": dw, **config}
        copies, given_config = copy.deepcopy(given), config
        w, config = getattr(reference, name)(w, dw, config)
        assert given_config is not config and {"w", "dw", *given_config} == set(given)
        assert all(np.array_equal(given[key], copies[key]) for key in given)
        arrays = [w, *(value for value in config.values() if isinstance(value, np.ndarray))]
        assert not any(np.shares_memory(array, value) for array in arrays for value in given.values())
