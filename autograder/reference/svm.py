"""The multiclass hinge loss of a linear classifier, its gradient, and the terms that an answer may lack.

L = 1/N sum_i sum_{j != y_i} max(0, s_ij - s_iy + 1) + reg sum(W * W), after Weston and Watkins, "Support vector
machines for multi-class pattern recognition", 1999.
"""

import numpy as np

from .linear import sum_of_squares

NEAR = 1e-4  # margins nearer to 0 than this are near a kink: a step of 1e-5 in W does not bridge it


def svm_margins(W, X, y, delta=1.0):
    """s_ij - s_iy + delta, before the maximum with 0: (N, C). The entries at j = y do not depend on W."""
    W, X = np.asarray(W, dtype=np.float64), np.asarray(X, dtype=np.float64)
    scores = X @ W  # (N, C)
    return scores - scores[np.arange(len(X)), y][:, None] + delta


def svm_loss(W, X, y, reg, delta=1.0):
    """Mean hinge loss of a linear classifier plus reg * sum(W * W).

    W (D, C), X (N, D), y (N,) int, reg a float -> (loss, dW) with dW (D, C). At a kink: the slope of the flat side.
    """
    W, X = np.asarray(W, dtype=np.float64), np.asarray(X, dtype=np.float64)
    N = X.shape[0]
    rows = np.arange(N)
    margins = svm_margins(W, X, y, delta)  # (N, C)
    margins[rows, y] = 0.0
    hinges = np.maximum(margins, 0.0)  # (N, C)
    loss = hinges.sum() / N + reg * sum_of_squares(W)
    dscores = (margins > 0) / N  # (N, C)
    dscores[rows, y] = -dscores.sum(axis=1)
    dW = (dscores.T @ X).T + 2.0 * reg * W  # (D, C); as X.T @ dscores it would take longer
    return loss, dW


def svm_loss_loops(W, X, y, reg):
    """The same as `svm_loss` with three loops: the most work that an honest answer needs."""
    W, X = np.asarray(W, dtype=np.float64), np.asarray(X, dtype=np.float64)
    (N, D), C = X.shape, W.shape[1]
    loss, dW = reg * np.sum(W * W), 2.0 * reg * W
    for i in range(N):
        scores = X[i] @ W  # (C,)
        for j in range(C):
            margin = scores[j] - scores[y[i]] + 1.0
            if j == y[i] or margin <= 0:
                continue
            loss += margin / N
            for d in range(D):
                dW[d, j] += X[i, d] / N
                dW[d, y[i]] -= X[i, d] / N
    return loss, dW


def svm_terms(W, X, y, reg):
    """What the loss and the gradient of an answer may lack, or have too much of: {"loss": {...}, "dW": {...}}."""
    W, X = np.asarray(W, dtype=np.float64), np.asarray(X, dtype=np.float64)
    N, C = X.shape[0], W.shape[1]
    wrong = 1.0 - np.eye(C)[y]  # (N, C), 0 at j = y
    hinges = wrong * np.maximum(svm_margins(W, X, y), 0.0)  # (N, C)
    counted = hinges > 0  # (N, C)
    count = counted.sum(axis=1, keepdims=True)  # (N, 1)
    dscores = (counted - count * (1.0 - wrong)) / N  # (N, C)
    terms = {
        "loss": {
            "reg * sum(W * W)": reg * np.sum(W * W),
            "1 (the margin of j = y)": 1.0,
            "m * m - m (as for squared margins m)": np.sum(hinges * hinges - hinges) / N,
        },
        "dW": {
            "reg * W": reg * W,
            "the j = y term": -X.T @ (count * (1.0 - wrong)) / N,
            "the j != y terms": X.T @ counted / N,
            "-X[i] / N at the right class for each satisfied margin": -X.T @ ((C - 1 - count) * (1.0 - wrong)) / N,
            "X[i] / N in column y[i] (as for a margin of j = y)": X.T @ (1.0 - wrong) / N,
        },
    }
    if N > 1:
        for name, i in (("the first example", 0), ("the last example", N - 1)):
            terms["loss"][name] = np.sum(hinges[i]) / N
            terms["dW"][name] = np.outer(X[i], dscores[i])
    for delta in (0.0, 2.0):
        low, high = sorted((1.0, delta))
        name = f"(what Δ = {high:g} gives) - (what Δ = {low:g} gives)"
        pairs = zip(svm_loss(W, X, y, 0.0, high), svm_loss(W, X, y, 0.0, low), strict=True)
        terms["loss"][name], terms["dW"][name] = (more - less for more, less in pairs)
    return terms


def svm_problem(rng, N, D, C, scale=2.0):
    """W (D, C), X (N, D), y (N,) that no mistake hides behind, drawn until it is so.

    No margin lies near a kink, at least one is positive, and at least one is not where there is room for both.
    scale: the size of the scores. A scale far below 1 leaves no satisfied margin, and then none is asked for.
    """
    while True:
        X, y = rng.normal(size=(N, D)), rng.integers(0, C, size=N)
        W = scale / np.sqrt(D) * rng.normal(size=(D, C))
        margins = svm_margins(W, X, y)[np.arange(C) != y[:, None]]  # (N * (C - 1),)
        both = np.min(margins) < 0 or len(margins) < 2 or scale < 0.5
        if np.min(np.abs(margins)) > NEAR and np.max(margins) > 0 and both:
            return W, X, y
