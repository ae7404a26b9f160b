"""Softmax, cross entropy and the Kullback-Leibler divergence.

All that takes an exponential or a logarithm goes through `log_softmax`, so that scores thousands apart are right too.
"""

import numpy as np


def log_softmax(scores):
    """Log of the softmax over the last axis, by log-sum-exp. scores (..., C) -> (..., C) float64."""
    scores = np.asarray(scores, dtype=np.float64)
    shifted = scores - scores.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


def softmax(scores):
    """Probabilities over the last axis. scores (..., C) -> (..., C) float64."""
    return np.exp(log_softmax(scores))


def cross_entropy(p, q):
    """H(p, q) = -sum p log q over the last axis, with 0 log 0 = 0. p, q (..., C) -> (...)."""
    p, q = np.asarray(p, dtype=np.float64), np.asarray(q, dtype=np.float64)
    with np.errstate(divide="ignore"):
        terms = np.where(p > 0, p * np.log(np.where(p > 0, q, 1.0)), 0.0)
    return -terms.sum(axis=-1)


def kl_divergence(p, q):
    """KL(p || q) = sum p log(p / q) over the last axis, with 0 log 0 = 0. p, q (..., C) -> (...)."""
    return cross_entropy(p, q) - cross_entropy(p, p)
