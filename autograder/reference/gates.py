"""Gates: what each computes, and how it sends a gradient back to its inputs; and the circuits of numbers made of them.

A gate is two functions. forward(*inputs) is its value; backward(dout, *inputs) is a tuple with the derivative of the
loss with respect to each input, when dout is the one with respect to the value. Nothing is remembered between them.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from .probabilities import log_softmax, softmax

# The factor of the gate "scale".
FACTOR = -0.5


class Gate(NamedTuple):
    """forward(*inputs) -> value; backward(dout, *inputs) -> a tuple of gradients, one for each input."""

    forward: Callable
    backward: Callable


def sigmoid(x):
    """1 / (1 + exp(-x)), for numbers of ordinary size."""
    return 1.0 / (1.0 + np.exp(-x))


def softmax_cost(scores, labels):
    """Mean of -log p of the right class. scores (N, C), labels (N,) int -> a number."""
    return -np.mean(log_softmax(scores)[np.arange(len(scores)), labels])


def softmax_cost_backward(dout, scores, labels):
    """(dscores (N, C), zeros (N,)): labels are no quantity that could move."""
    N, C = np.shape(scores)
    dscores = dout * (softmax(scores) - np.eye(C)[labels]) / N  # (N, C)
    return dscores, np.zeros(N)


GATES = {
    "add": Gate(lambda x, y: x + y, lambda dout, x, y: (dout, dout)),
    "subtract": Gate(lambda x, y: x - y, lambda dout, x, y: (dout, -dout)),
    "multiply": Gate(lambda x, y: x * y, lambda dout, x, y: (dout * y, dout * x)),
    "max": Gate(np.maximum, lambda dout, x, y: (dout * (x > y), dout * (y > x))),
    "scale": Gate(lambda x: FACTOR * x, lambda dout, x: (FACTOR * dout,)),
    "sine": Gate(np.sin, lambda dout, x: (dout * np.cos(x),)),
    "sum of squares": Gate(lambda x: np.sum(x * x), lambda dout, x: (2.0 * dout * x,)),
    "relu": Gate(lambda x: np.maximum(x, 0.0), lambda dout, x: (dout * (x > 0),)),
    "matmul": Gate(lambda x, w: x @ w, lambda dout, x, w: (dout @ w.T, x.T @ dout)),
    "affine": Gate(lambda x, w, b: x @ w + b, lambda dout, x, w, b: (dout @ w.T, x.T @ dout, np.sum(dout, axis=0))),
    "softmax cost": Gate(softmax_cost, softmax_cost_backward),
}


def product_circuit(x, y, z, w):
    """f = 2 (x y + max(z, w)) of four numbers, z != w -> (values, grads), dicts in the order of the forward pass."""
    product, larger = x * y, max(z, w)
    total = product + larger
    grads = {"x": 2.0 * y, "y": 2.0 * x, "z": 2.0 * (z > w), "w": 2.0 * (w > z)}
    grads.update(product=2.0, larger=2.0, total=2.0, f=1.0)
    return {"product": product, "larger": larger, "total": total, "f": 2.0 * total}, grads


def ratio_circuit(x, y):
    """f = (x + s(y)) / (s(x) + (x + y)^2) of two numbers, s the sigmoid -> (values, grads), in the same order."""
    sig_y, sig_x, total = sigmoid(y), sigmoid(x), x + y
    top, square = x + sig_y, total**2
    bottom = sig_x + square
    values = {"sig_y": sig_y, "top": top, "sig_x": sig_x, "total": total, "square": square, "bottom": bottom}
    values["f"] = top / bottom
    dtop, dbottom = 1.0 / bottom, -top / bottom**2
    shares = ratio_shares(x, y)
    grads = {"x": sum(shares["x"].values()), "y": sum(shares["y"].values()), "sig_y": dtop, "top": dtop}
    grads.update(sig_x=dbottom, total=2.0 * total * dbottom, square=dbottom, bottom=dbottom, f=1.0)
    return values, grads


def ratio_shares(x, y):
    """What comes back to x and to y of `ratio_circuit` along each use: {"x": {"top": ..., ...}, "y": {...}}."""
    sig_y, sig_x, total = sigmoid(y), sigmoid(x), x + y
    top, bottom = x + sig_y, sig_x + total**2
    dtop, dbottom = 1.0 / bottom, -top / bottom**2
    dtotal = 2.0 * total * dbottom
    return {
        "x": {"top": dtop, "sig_x": dbottom * sig_x * (1.0 - sig_x), "total": dtotal},
        "y": {"sig_y": dtop * sig_y * (1.0 - sig_y), "total": dtotal},
    }


def relu_jacobian(x):
    """J (n, n), J[i, j] = d out[i] / d x[j] of the ReLU of a vector x (n,)."""
    return np.diag((np.asarray(x) > 0).astype(np.float64))
