"""The lecture's worked examples as flat forward/backward code: the style in which the notebooks' tasks are written.

One line per intermediate value; on the way back one `d<name>` line per line of the way forward, in reverse order.
Each function of numbers returns (values, grads), two dicts in the order of the forward pass: every intermediate value,
and the derivative of the last of them with respect to each input and each intermediate value.
"""

import math

import numpy as np


def sum_times(x, y, z):
    """f = (x + y) z of three numbers. Returns (values, grads): q and f; the derivatives of f."""
    q = x + y
    f = q * z

    df = 1.0
    dz = df * q
    dq = df * z
    dy = dq
    dx = dq
    return {"q": q, "f": f}, {"x": dx, "y": dy, "z": dz, "q": dq, "f": df}


def sigmoid_neuron(w0, x0, w1, x1, w2):
    """L = sigmoid(w0 x0 + w1 x1 + w2) of five numbers, with the sigmoid as one gate: its derivative is L (1 - L).

    Returns (values, grads): s0 to s3 and L; the derivatives of L.
    """
    s0 = w0 * x0
    s1 = w1 * x1
    s2 = s0 + s1
    s3 = s2 + w2
    L = 1 / (1 + math.exp(-s3))

    dL = 1.0
    ds3 = dL * L * (1 - L)
    dw2 = ds3
    ds2 = ds3
    ds1 = ds2
    ds0 = ds2
    dx1 = ds1 * w1
    dw1 = ds1 * x1
    dx0 = ds0 * w0
    dw0 = ds0 * x0
    inputs = {"w0": dw0, "x0": dx0, "w1": dw1, "x1": dx1, "w2": dw2}
    values = {"s0": s0, "s1": s1, "s2": s2, "s3": s3, "L": L}
    return values, {**inputs, "s0": ds0, "s1": ds1, "s2": ds2, "s3": ds3, "L": dL}


def sigmoid_neuron_gates(w0, x0, w1, x1, w2):
    """The same neuron with the sigmoid taken apart into four gates: times -1, exp, plus 1, one over.

    Returns (values, grads): s0 to s3, negated, exponential, plus_one and L; the derivatives of L.
    """
    s0 = w0 * x0
    s1 = w1 * x1
    s2 = s0 + s1
    s3 = s2 + w2
    negated = -1 * s3
    exponential = math.exp(negated)
    plus_one = exponential + 1
    L = 1 / plus_one

    dL = 1.0
    dplus_one = dL * (-1 / plus_one**2)
    dexponential = dplus_one
    dnegated = dexponential * exponential
    ds3 = dnegated * -1
    dw2 = ds3
    ds2 = ds3
    ds1 = ds2
    ds0 = ds2
    dx1 = ds1 * w1
    dw1 = ds1 * x1
    dx0 = ds0 * w0
    dw0 = ds0 * x0
    inputs = {"w0": dw0, "x0": dx0, "w1": dw1, "x1": dx1, "w2": dw2}
    values = {"s0": s0, "s1": s1, "s2": s2, "s3": s3}
    values.update(negated=negated, exponential=exponential, plus_one=plus_one, L=L)
    grads = {**inputs, "s0": ds0, "s1": ds1, "s2": ds2, "s3": ds3}
    grads.update(negated=dnegated, exponential=dexponential, plus_one=dplus_one, L=dL)
    return values, grads


def three_layer_scores(x, W1, b1, W2, b2, W3, b3):
    """The scores of a three-layer network with sigmoids.

    x (N, D), W1 (D, H1), b1 (H1,), W2 (H1, H2), b2 (H2,), W3 (H2, C), b3 (C,). Returns a dict: h1 (N, H1), h2 (N, H2)
    and out (N, C).
    """
    h1 = 1 / (1 + np.exp(-(x @ W1 + b1)))  # (N, H1)
    h2 = 1 / (1 + np.exp(-(h1 @ W2 + b2)))  # (N, H2)
    out = h2 @ W3 + b3  # (N, C)
    return {"h1": h1, "h2": h2, "out": out}


def twenty_lines(rng, N=64, D=1000, H=100, C=10, num_iters=2000, learning_rate=1e-4):
    """A whole two-layer network with sigmoids, trained on noise: the lecture's program in twenty lines.

    rng: numpy Generator, for the inputs, the targets and both weight arrays, all standard normal. The loss is the sum
    of the squared differences between the outputs and the targets. Returns (losses, params, h): the loss before each
    step, {"w1": (D, H), "w2": (H, C)} at the end, and the hidden layer (N, H) of the last iteration.
    """
    x, y = rng.normal(size=(N, D)), rng.normal(size=(N, C))
    w1, w2 = rng.normal(size=(D, H)), rng.normal(size=(H, C))
    losses = []
    for _ in range(num_iters):
        h = 1 / (1 + np.exp(-x @ w1))  # (N, H)
        y_pred = h @ w2  # (N, C)
        losses.append(float(np.sum((y_pred - y) ** 2)))

        dy_pred = 2 * (y_pred - y)  # (N, C)
        dw2 = h.T @ dy_pred  # (H, C)
        dh = dy_pred @ w2.T  # (N, H)
        dw1 = x.T @ (dh * h * (1 - h))  # (D, H)
        w1 = w1 - learning_rate * dw1
        w2 = w2 - learning_rate * dw2
    return losses, {"w1": w1, "w2": w2}, h
