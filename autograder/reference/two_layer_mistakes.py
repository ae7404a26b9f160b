"""What an answer about the two-layer network may lack, and what common mistakes give."""

import numpy as np

from .two_layer import two_layer_forward, two_layer_values


def two_layer_terms(params, X, y, reg):
    """The terms that the loss and the gradients of an answer may lack: {"loss": {...}, "dscores": {...}, ...}."""
    values = two_layer_values(params, X, y, reg)
    W1, W2 = params["W1"], params["W2"]
    N, C = values["scores"].shape
    targets = np.eye(C)[y]  # (N, C)
    return {
        "loss": {
            "reg * sum(W1 * W1)": reg * np.sum(W1 * W1),
            "reg * sum(W2 * W2)": reg * np.sum(W2 * W2),
            "the regularisation of both": reg * (np.sum(W1 * W1) + np.sum(W2 * W2)),
            "reg * the squares of the biases (they are not regularised)": reg
            * (np.sum(params["b1"] ** 2) + np.sum(params["b2"] ** 2)),
        },
        "dscores": {"the -1 / N at the right class": -targets / N},
        "dW2": {"reg * W2": reg * W2},
        "db2": {"reg * b2 (biases are not regularised)": reg * params["b2"]},
        "dW1": {"reg * W1": reg * W1},
        "db1": {"reg * b1 (biases are not regularised)": reg * params["b1"]},
    }


def two_layer_mistakes(params, X, y, reg):
    """Wrong lines: {"scores": {a sentence: what it gives}, ...}; all lines before each are right."""
    right = two_layer_values(params, X, y, reg)
    a1, h1, W2 = right["a1"], right["h1"], params["W2"]
    dscores, dh1, da1 = (right[name] for name in ("dscores", "dh1", "da1"))
    N, H, C = *a1.shape, W2.shape[1]
    mistakes = {
        "a1": {"b1 is missing": a1 - params["b1"], "b1 is subtracted": a1 - 2 * params["b1"]},
        "h1": {
            "the ReLU is missing: h1 is a1": a1,
            "the sign is wrong: negative entries of a1 become 0": np.minimum(a1, 0),
            "it is 1 where a1 is positive; it must be a1 there": 1.0 * (a1 > 0),
        },
        "scores": {
            "b2 is missing": right["scores"] - params["b2"],
            "the ReLU between the two layers is missing": a1 @ W2 + params["b2"],
            "there must be no ReLU on the scores": np.maximum(right["scores"], 0),
            "b1 is missing": two_layer_forward({**params, "b1": 0 * params["b1"]}, X)["scores"],
            "both biases are missing": two_layer_forward({**params, "b1": 0 * params["b1"], "b2": 0.0}, X)["scores"],
            "it is made of the sigmoid of a1, not of its ReLU": 1 / (1 + np.exp(-a1)) @ W2 + params["b2"],
        },
        "dW2": {"a1 stands where h1 should": a1.T @ dscores + 2 * reg * W2},
        "db2": {"it is the mean over the examples; it must be their sum": np.mean(dscores, axis=0)},
        "da1": {
            "it is dh1, unchanged: the gradient does not pass where a1 is negative": 1.0 * dh1,
            "the sign of dh1 decides; it must be that of a1": np.where(dh1 > 0, dh1, 0.0),
            "it passes where a1 is negative, and must pass where a1 is positive": np.where(a1 > 0, 0.0, dh1),
            "dh1 is multiplied by h1; the slope is 1 where a1 is positive": dh1 * h1,
        },
        "dW1": {"dh1 stands where da1 should": X.T @ dh1 + 2 * reg * params["W1"]},
        "db1": {
            "it is the mean over the examples; it must be their sum": np.mean(da1, axis=0),
            "dh1 stands where da1 should": np.sum(dh1, axis=0),
        },
    }
    if H == C:
        mistakes["dh1"] = {"W2 stands where W2.T should": dscores @ W2}
    if N > 1:
        mistakes["dscores"] = {"probs are divided by N, and the 1 at the right class is not": _late(right, y)}
    return mistakes


def _late(right, y):
    """dscores of somebody who divides by N before the subtraction of 1."""
    rows = np.arange(len(y))
    wrong = right["dscores"].copy()
    wrong[rows, y] += 1.0 / len(y) - 1.0
    return wrong
