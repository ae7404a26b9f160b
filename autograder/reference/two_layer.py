"""A network with one hidden layer of ReLU units and the softmax loss; its gradients, one line for each value.

    loss = mean of -log softmax(relu(X W1 + b1) W2 + b2)[y] + reg (sum(W1 * W1) + sum(W2 * W2))

Parameters are a dict {"W1": (D, H), "b1": (H,), "W2": (H, C), "b2": (C,)}.
"""

import numpy as np

from .linear import add_reg_slope, sum_of_squares
from .probabilities import log_softmax
from .softmax_loss import with_gap

NEAR = 1e-3  # an input of a unit nearer to 0 than this is near a kink: a step of 1e-5 in a weight does not bridge it
FORWARD = ("a1", "h1", "scores", "loss")
BACKWARD = ("dW1", "db1", "da1", "dh1", "dW2", "db2", "dscores")  # in the order of the forward pass


def two_layer_forward(params, X):
    """{"a1": (N, H), "h1": (N, H), "scores": (N, C)}: before the ReLU, after it, and the output."""
    a1 = X @ params["W1"] + params["b1"]  # (N, H)
    h1 = np.maximum(a1, 0.0)  # (N, H)
    scores = h1 @ params["W2"] + params["b2"]  # (N, C)
    return {"a1": a1, "h1": h1, "scores": scores}


def two_layer_predict(params, X):
    """The class of the largest score of each row: (N,) int."""
    return np.argmax(two_layer_forward(params, X)["scores"], axis=1)


def two_layer_values(params, X, y, reg):
    """Every value of the forward pass and every gradient of the loss: a dict with the keys FORWARD and BACKWARD."""
    values = two_layer_forward(params, X)
    W1, W2, a1, h1 = params["W1"], params["W2"], values["a1"], values["h1"]
    N = len(X)
    log_probs = log_softmax(values["scores"])  # (N, C)
    data_loss = -np.mean(log_probs[np.arange(N), y])
    loss = data_loss + reg * sum_of_squares(W1) + reg * sum_of_squares(W2)

    dscores = np.exp(log_probs)  # (N, C)
    dscores[np.arange(N), y] -= 1.0
    dscores /= N
    dW2 = add_reg_slope(h1.T @ dscores, W2, reg)  # (H, C)
    db2 = np.sum(dscores, axis=0)  # (C,)
    dh1 = dscores @ W2.T  # (N, H)
    da1 = dh1 * (a1 > 0)  # (N, H)
    dW1 = add_reg_slope(X.T @ da1, W1, reg)  # (D, H)
    db1 = np.sum(da1, axis=0)  # (H,)
    backward = dict(zip(BACKWARD, (dW1, db1, da1, dh1, dW2, db2, dscores), strict=True))
    return {**values, "loss": loss, **backward}


def two_layer_loss(params, X, y, reg):
    """(loss, {"W1": ..., "b1": ..., "W2": ..., "b2": ...}): the gradients have the keys of params."""
    values = two_layer_values(params, X, y, reg)
    return values["loss"], {name: values["d" + name] for name in params}


def two_layer_loss_loops(params, X, y, reg):
    """The same as `two_layer_loss`, one example and one weight at a time: the most work that an honest answer needs."""
    grads = {name: 2 * reg * array if name.startswith("W") else 0.0 * array for name, array in params.items()}
    loss = reg * (np.sum(params["W1"] ** 2) + np.sum(params["W2"] ** 2))
    for x, label in zip(X, y, strict=True):
        values = two_layer_values(params, x[None], [label], 0.0)
        loss += values["loss"] / len(X)
        for j, dscore in enumerate(values["dscores"][0] / len(X)):
            grads["b2"][j] += dscore
            for h, unit in enumerate(values["h1"][0]):
                grads["W2"][h, j] += unit * dscore
        for h, da in enumerate(values["da1"][0] / len(X)):
            grads["b1"][h] += da
            for d, feature in enumerate(x):
                grads["W1"][d, h] += feature * da
    return loss, grads


def two_layer_problem(rng, N, D, H, C, gap=4.0):
    """params, X (N, D), y (N,) that no mistake hides behind, drawn until it is so.

    No unit's input lies near the kink of the ReLU; there are positive and negative ones, and a unit that is active for
    some examples only (where N > 1); no bias is near 0. gap: see `with_gap`.
    """
    while True:
        X, y = rng.normal(size=(N, D)), rng.integers(0, C, size=N)
        b1, b2 = (rng.choice([-1.0, 1.0], size=size) * rng.uniform(0.2, 0.7, size=size) for size in (H, C))
        params = {"W1": rng.normal(size=(D, H)) / np.sqrt(D), "b1": b1, "W2": rng.normal(size=(H, C)), "b2": b2}
        a1 = two_layer_forward(params, X)["a1"]
        active = np.mean(a1 > 0, axis=0)  # (H,)
        mixed = np.any((active > 0) & (active < 1)) if N > 1 else 0 < np.mean(active) < 1
        if np.min(np.abs(a1)) < NEAR or not mixed:
            continue
        factor, y = with_gap(two_layer_forward(params, X)["scores"], y, gap)
        return {**params, "W2": factor * params["W2"], "b2": factor * params["b2"]}, X, y
