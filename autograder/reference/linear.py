"""What surrounds the losses of a linear classifier: slopes by differences, regularisation, predictions."""

import numpy as np


def numerical_gradient(f, x, h=1e-5):
    """Centred differences (f(x + h) - f(x - h)) / 2h in each coordinate: x float64 of any shape -> the same shape."""
    steps = h * np.eye(x.size).reshape(x.size, *x.shape)  # one step for each coordinate
    slopes = [(f(x + step) - f(x - step)) / (2 * h) for step in steps]
    return np.reshape(slopes, x.shape)


def forward_differences(f, x, h=1e-5):
    """(f(x + h) - f(x)) / h in each coordinate: what an answer to `numerical_gradient` should not be."""
    steps = h * np.eye(x.size).reshape(x.size, *x.shape)
    slopes = [(f(x + step) - f(x)) / h for step in steps]
    return np.reshape(slopes, x.shape)


def sum_of_squares(W):
    """sum(W * W) of an array of any shape, without another array of that size."""
    return np.vdot(W, W)


def add_reg_slope(dW, W, reg):
    """dW + 2 reg W, written into dW (D, C). A few rows at a time: an array 2 reg W would cost more than the sum."""
    for start in range(0, len(W), 256):
        rows = slice(start, start + 256)
        dW[rows] += 2 * reg * W[rows]
    return dW


def predict_linear(W, X):
    """The class of the largest score of each row: W (D, C), X (N, D) -> (N,) int."""
    scores = np.asarray(X) @ np.asarray(W)  # (N, C)
    return np.argmax(scores, axis=1)
