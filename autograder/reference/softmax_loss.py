"""The softmax loss of a linear classifier, its gradient, the terms that an answer may lack, and problems to try."""

import math

import numpy as np

from .linear import sum_of_squares
from .probabilities import log_softmax


def softmax_loss(W, X, y, reg):
    """Mean cross entropy of a linear classifier plus reg * sum(W * W).

    W (D, C), X (N, D), y (N,) int, reg a float -> (loss, dW) with dW (D, C).
    """
    W, X = np.asarray(W, dtype=np.float64), np.asarray(X, dtype=np.float64)
    N = X.shape[0]
    rows = np.arange(N)
    scores = X @ W  # (N, C)
    log_probs = log_softmax(scores)  # (N, C)
    data_loss = -log_probs[rows, y].mean()
    reg_loss = reg * sum_of_squares(W)
    dscores = np.exp(log_probs)  # (N, C)
    dscores[rows, y] -= 1.0
    dscores /= N
    dW = (dscores.T @ X).T + 2.0 * reg * W  # (D, C); as X.T @ dscores it would take longer
    return data_loss + reg_loss, dW


def softmax_loss_loops(W, X, y, reg):
    """The same as `softmax_loss` with three loops: the most work that an honest answer needs."""
    W, X = np.asarray(W, dtype=np.float64), np.asarray(X, dtype=np.float64)
    (N, D), C = X.shape, W.shape[1]
    loss, dW = reg * np.sum(W * W), 2.0 * reg * W
    for i in range(N):
        log_probs = log_softmax(X[i] @ W)  # (C,)
        loss -= log_probs[y[i]] / N
        for j in range(C):
            dscore = (math.exp(log_probs[j]) - (j == y[i])) / N
            for d in range(D):
                dW[d, j] += X[i, d] * dscore
    return loss, dW


def softmax_terms(W, X, y, reg):
    """The terms of the softmax loss and of its gradient that an answer may lack: {"loss": {...}, "dW": {...}}."""
    W, X = np.asarray(W, dtype=np.float64), np.asarray(X, dtype=np.float64)
    N, C = X.shape[0], W.shape[1]
    log_probs = log_softmax(X @ W)  # (N, C)
    targets = np.eye(C)[y]  # (N, C)
    losses = -np.sum(targets * log_probs, axis=1) / N  # (N,)
    dscores = (np.exp(log_probs) - targets) / N  # (N, C)
    terms = {
        "loss": {
            "reg * sum(W * W)": reg * np.sum(W * W),
            "the score of the right class": -np.sum(targets * (X @ W)) / N,
        },
        "dW": {"reg * W": reg * W, "the j = y term": -X.T @ targets / N},
    }
    if N > 1:
        for name, i in (("the first example", 0), ("the last example", N - 1)):
            terms["loss"][name] = losses[i]
            terms["dW"][name] = np.outer(X[i], dscores[i])
    return terms


def softmax_problem(rng, N, D, C, gap):
    """W (D, C), X (N, D), y (N,) with a loss that is not nearly 0 and no tiny probability, whatever the seed.

    gap: see `with_gap`.
    """
    X, y, W = rng.normal(size=(N, D)), rng.integers(0, C, size=N), rng.normal(size=(D, C))
    factor, y = with_gap(X @ W, y, gap)
    return factor * W, X, y


def with_gap(scores, y, gap):
    """(factor, labels): with factor * scores, gap is the largest distance between two scores of one example.

    That example gets its least likely label; so the loss is not nearly 0, and the probability of a right class is at
    least exp(-gap) / C. Where that is 1 / 550, 1e-8 added to it changes the loss by less than 1e-6 of itself.
    """
    gaps, y = np.ptp(scores, axis=1), np.array(y)
    row = np.argmax(gaps)
    y[row] = np.argmin(scores[row])
    return gap / gaps[row], y
