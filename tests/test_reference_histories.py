"""Many steps of the reference optimisers against explicit sums over all past gradients, and autograd's optimisers."""

import math

import numpy as np
import pytest
from autograd.misc import optimizers

from autograder import reference

# What each step subtracts, from all past gradients g (the last one included), with no recursion. A factor of decay
# to the power k belongs to the gradient k steps back; Adam's corrected averages are weighted means.


def weighted(decay, values):
    """The sum of decay ** k * (the value k steps back)."""
    return math.fsum(decay**k * value for k, value in enumerate(reversed(values)))


def weighted_mean(decay, values):
    return weighted(decay, values) / weighted(decay, [1] * len(values))


def squares(gradients):
    return [g * g for g in gradients]


STEPS = {
    "sgd": lambda g: g[-1],
    "sgd_momentum": lambda g, momentum=0.9: weighted(momentum, g),
    "rmsprop": lambda g, decay_rate=0.99, epsilon=1e-8: (
        g[-1] / (math.sqrt((1 - decay_rate) * weighted(decay_rate, squares(g))) + epsilon)
    ),
    "adam": lambda g, beta1=0.9, beta2=0.999, epsilon=1e-8: (
        weighted_mean(beta1, g) / (math.sqrt(weighted_mean(beta2, squares(g))) + epsilon)
    ),
}
OPTIONS = [
    ("sgd", {}),
    ("sgd_momentum", {}),
    ("sgd_momentum", {"momentum": 0.0}),
    ("sgd_momentum", {"momentum": 1.0}),
    ("rmsprop", {}),
    ("rmsprop", {"decay_rate": 0.0, "epsilon": 0.1}),
    ("rmsprop", {"decay_rate": 0.5, "epsilon": 1e-3}),
    ("adam", {}),
    ("adam", {"beta1": 0.0, "beta2": 0.5}),
    ("adam", {"beta1": 0.5, "beta2": 0.9, "epsilon": 1e-2}),
]
HISTORIES = {
    "changing": np.random.default_rng(7).normal(size=25).tolist(),
    "constant": [0.7] * 25,
    "one spike": [0.0, 0.0, 100.0] + [0.0] * 22,
    "alternating": [1.0, -1.0] * 12,
    "over decades": [(-1) ** k * 10.0 ** (k % 9 - 4) for k in range(25)],
    "whole numbers": [3, -1, 0, 4, -1, -5, 9],
}


@pytest.mark.parametrize(("name", "options"), OPTIONS)
@pytest.mark.parametrize("history", HISTORIES)
@pytest.mark.parametrize("scale", [1e-6, 1, 1e6])
@pytest.mark.parametrize("learning_rate", [1e-4, 1])
def test_steps_as_explicit_sums_have_them(name, options, history, scale, learning_rate):
    gradients = [scale * g for g in HISTORIES[history]]
    steps = [STEPS[name](gradients[: t + 1], **options) for t in range(len(gradients))]
    size = learning_rate * max(map(abs, steps))
    w, config = np.array([0.0]), {"learning_rate": learning_rate, **options}
    for g in gradients:
        w, config = getattr(reference, name)(w, np.array([g]), config)
    assert w[0] == pytest.approx(-learning_rate * math.fsum(steps), rel=1e-12, abs=1e-13 * size * len(steps))
    assert config.items() >= {"learning_rate": learning_rate, **options}.items()


@pytest.mark.parametrize(
    ("name", "theirs", "config"),
    [
        # Theirs multiplies the gradient by 1 - mass.
        ("sgd_momentum", {"step_size": 0.5, "mass": 0.8}, {"learning_rate": 0.5 * (1 - 0.8), "momentum": 0.8}),
        # Theirs starts from a cache of ones.
        ("rmsprop", {"step_size": 0.02}, {"learning_rate": 0.02, "decay_rate": 0.9, "cache": np.ones((2, 3))}),
        ("adam", {"step_size": 0.05}, {"learning_rate": 0.05}),
        ("adam", {"step_size": 0.05, "b1": 0.7, "b2": 0.8, "eps": 1e-3},
         {"learning_rate": 0.05, "beta1": 0.7, "beta2": 0.8, "epsilon": 1e-3}),
    ],
)  # fmt: skip
@pytest.mark.parametrize("scale", [1e-3, 1.0, 30.0])
def test_paths_as_autograd_has_them(name, theirs, config, scale):
    # Down a bowl whose axes are stretched differently, so that each coordinate has its own history.
    stretch = np.array([[0.1, 1.0, 3.0], [0.3, 2.0, 0.01]])
    start = scale * np.array([[1.0, -2.0, 3.0], [-1.0, 0.5, 4.0]])
    optimise = getattr(optimizers, {"sgd_momentum": "sgd"}.get(name, name))
    path = []
    last = optimise(lambda w, _: stretch * w, start, lambda w, *_: path.append(w), num_iters=60, **theirs)
    w = start
    for expected in [*path[1:], last]:
        w, config = getattr(reference, name)(w, stretch * w, config)
        np.testing.assert_allclose(w, expected, rtol=1e-10, atol=1e-12 * scale)
