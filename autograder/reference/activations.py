"""Activation functions and their slopes: formulas of the course's lecture.

ELU: Clevert, Unterthiner and Hochreiter 2016, with alpha = 1. Maxout: Goodfellow and others 2013, with two candidates.
All hold for numbers of any size: no exponential is taken of a positive number.
"""

import numpy as np

LEAK = 0.1  # the slope of the leaky ReLU below 0


def sigmoid(x):
    """1 / (1 + exp(-x)) of each entry: x of any shape -> the same shape."""
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


def sigmoid_slope(x):
    """The derivative of `sigmoid` at each entry."""
    e = np.exp(-np.abs(x))
    return e / (1 + e) ** 2  # an even function


def tanh(x):
    """The hyperbolic tangent of each entry."""
    return np.tanh(x)


def tanh_slope(x):
    """The derivative of `tanh` at each entry."""
    return 1 - np.tanh(x) ** 2


def relu(x):
    """max(0, x) of each entry."""
    return np.maximum(0.0, x)


def relu_slope(x):
    """1 where x > 0, else 0."""
    return np.where(x > 0, 1.0, 0.0)


def leaky_relu(x):
    """max(0.1 x, x) of each entry."""
    return np.where(x > 0, x, LEAK * x)


def leaky_relu_slope(x):
    """1 where x > 0, else 0.1."""
    return np.where(x > 0, 1.0, LEAK)


def elu(x):
    """x where x > 0, else exp(x) - 1."""
    return np.where(x > 0, x, np.exp(np.minimum(x, 0.0)) - 1)


def elu_slope(x):
    """1 where x > 0, else exp(x)."""
    return np.exp(np.minimum(x, 0.0))


def maxout(x):
    """The larger one of two candidates: x (N, 2 H), the first H columns and the last H -> (N, H)."""
    first, second = np.split(x, 2, axis=1)  # (N, H) each
    return np.where(first > second, first, second)


def maxout_backward(dout, x):
    """The gradient of sum(dout * maxout(x)): it goes to the larger candidate. dout (N, H), x (N, 2 H) -> (N, 2 H)."""
    first, second = np.split(x, 2, axis=1)
    return np.concatenate([np.where(first > second, dout, 0.0), np.where(first > second, 0.0, dout)], axis=1)


ACTIVATIONS = {
    "sigmoid": (sigmoid, sigmoid_slope),
    "tanh": (tanh, tanh_slope),
    "relu": (relu, relu_slope),
    "leaky_relu": (leaky_relu, leaky_relu_slope),
    "elu": (elu, elu_slope),
}


def activate(name, x):
    """The activation of that name at x."""
    return maxout(x) if name == "maxout" else ACTIVATIONS[name][0](x)


def activate_backward(name, dout, x):
    """The gradient of sum(dout * activate(name, x)) with respect to x."""
    return maxout_backward(dout, x) if name == "maxout" else dout * ACTIVATIONS[name][1](x)


def activation_input(rng, *shape, size=2.0):
    """x of any shape, entries of both signs that are not near 0, where some slopes jump: 0.1 to 0.1 + size."""
    return rng.choice([-1.0, 1.0], size=shape) * rng.uniform(0.1, 0.1 + size, size=shape)


def maxout_input(rng, N, H):
    """x (N, 2 H) in which no two candidates are nearly equal, and neither of the halves always wins."""
    middle, gap = rng.normal(size=(N, H)), activation_input(rng, N, H) / 2
    if N * H > 1:
        gap.flat[0], gap.flat[-1] = abs(gap.flat[0]), -abs(gap.flat[-1])
    return np.concatenate([middle + gap, middle - gap], axis=1)
