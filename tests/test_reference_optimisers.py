"""The reference optimisers and schedules against the lecture's numbers and hand calculation."""

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
        given, copies = config, {key: np.copy(value) for key, value in config.items()}
        w, config = getattr(reference, name)(w, GRADIENT, config)
        np.testing.assert_allclose(w, expected, rtol=0, atol=6e-9)
        assert given.keys() == copies.keys() and all((given[key] == copies[key]).all() for key in given)
        assert config is not given and config["learning_rate"] == 0.1
    assert W.tolist() == [1, 2, 3] and GRADIENT.tolist() == [0.1, -0.2, 0.3]


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


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("rmsprop", 1e-8 / (math.sqrt(0.01) * 1e-8 + 1e-8)),  # 1 / 1.1: epsilon is outside the root
        ("adam", 1e-8 / (1e-8 + 1e-8)),
    ],
)
def test_gradients_as_small_as_epsilon(name, step):
    assert run(name, [1e-8], learning_rate=1.0)[0] == pytest.approx(-step, rel=1e-9)


@pytest.mark.parametrize("name", LECTURE)
def test_any_shape_and_whole_numbers(name):
    step = getattr(reference, name)
    matrix, _ = step(np.full((2, 3), 5.0), np.full((2, 3), 0.25), {"learning_rate": 0.1})
    number, _ = step(np.array(5.0), np.array(0.25), {"learning_rate": 0.1})
    whole, config = step(np.array([5]), np.array([0.25]), {"learning_rate": 0.1})
    again, _ = step(whole, np.array([0.25]), config)
    assert matrix.shape == (2, 3) and np.all(matrix == number) and whole == number and again < whole < 5


@pytest.mark.parametrize(
    ("schedule", "options", "rates"),
    [
        ("cosine_decay", (10,), {0: 0.1, 1: 0.0975528258, 3: 0.0793892626, 5: 0.05, 10: 0.0}),
        ("linear_decay", (10,), {0: 0.1, 1: 0.09, 3: 0.07, 5: 0.05, 10: 0.0}),
        ("inverse_sqrt_decay", (), {1: 0.1, 3: 0.0577350269, 10: 0.0316227766}),
        ("step_decay", (), {0: 0.1, 29: 0.1, 30: 0.01, 59: 0.01, 60: 0.001, 89: 0.001, 90: 0.0001, 1000: 0.0001}),
        ("step_decay", ((2, 4), 0.5), {0: 0.1, 1: 0.1, 2: 0.05, 3: 0.05, 4: 0.025, 99: 0.025}),
        ("step_decay", ((), 0.5), {0: 0.1, 99: 0.1}),
    ],
)
def test_schedules(schedule, options, rates):
    for t, rate in rates.items():
        found = getattr(reference, schedule)(0.1, t, *options)
        assert found == pytest.approx(rate, abs=6e-11) and isinstance(found, float)
        assert getattr(reference, schedule)(0.3, t, *options) == pytest.approx(3 * found, rel=1e-14)


@pytest.mark.parametrize("t", [0, -1, 0.5])
def test_the_inverse_root_has_no_value_before_1(t):
    with pytest.raises(ValueError, match="t counts from 1"):
        reference.inverse_sqrt_decay(0.1, t)
