"""The course's functions, plain and obviously right: what hidden tests compare a student's answer with.

Written for a reader, one line per intermediate value. Everything that takes an exponential or a logarithm goes
through `log_softmax`, so that scores thousands apart are right too. Formulas: the course's lecture; the optimisers
follow Sutskever 2013 (momentum), Hinton's lecture 6e (RMSProp) and Kingma and Ba 2015 (Adam).
"""

import math

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
    reg_loss = reg * np.sum(W * W)
    dscores = np.exp(log_probs)  # (N, C)
    dscores[rows, y] -= 1.0
    dscores /= N
    dW = X.T @ dscores + 2.0 * reg * W  # (D, C)
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


def sgd(w, dw, config):
    """One step of gradient descent. config: learning_rate."""
    return w - config["learning_rate"] * dw, dict(config)


def sgd_momentum(w, dw, config):
    """One step with v <- momentum * v - learning_rate * dw. config: learning_rate, momentum 0.9, velocity."""
    velocity = config.get("momentum", 0.9) * config.get("velocity", np.zeros_like(w))
    velocity = velocity - config["learning_rate"] * dw
    return w + velocity, {**config, "velocity": velocity}


def rmsprop(w, dw, config):
    """One step of RMSProp. config: learning_rate, decay_rate 0.99, epsilon 1e-8, cache."""
    decay_rate = config.get("decay_rate", 0.99)
    cache = decay_rate * config.get("cache", np.zeros_like(w)) + (1 - decay_rate) * dw**2
    next_w = w - config["learning_rate"] * dw / (np.sqrt(cache) + config.get("epsilon", 1e-8))
    return next_w, {**config, "cache": cache}


def adam(w, dw, config):
    """One step of Adam with bias correction. config: learning_rate, beta1 0.9, beta2 0.999, epsilon 1e-8, m, v, t."""
    beta1, beta2 = config.get("beta1", 0.9), config.get("beta2", 0.999)
    t = config.get("t", 0) + 1
    m = beta1 * config.get("m", np.zeros_like(w)) + (1 - beta1) * dw
    v = beta2 * config.get("v", np.zeros_like(w)) + (1 - beta2) * dw**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    next_w = w - config["learning_rate"] * m_hat / (np.sqrt(v_hat) + config.get("epsilon", 1e-8))
    return next_w, {**config, "m": m, "v": v, "t": t}


def step_decay(learning_rate, t, milestones=(30, 60, 90), factor=0.1):
    """learning_rate * factor ** (number of milestones reached at t)."""
    return learning_rate * factor ** sum(t >= milestone for milestone in milestones)


def cosine_decay(learning_rate, t, T):
    """½ * learning_rate * (1 + cos(pi t / T))."""
    return 0.5 * learning_rate * (1 + math.cos(math.pi * t / T))


def linear_decay(learning_rate, t, T):
    """learning_rate * (1 - t / T)."""
    return learning_rate * (1 - t / T)


def inverse_sqrt_decay(learning_rate, t):
    """learning_rate / sqrt(t); raises ValueError for t < 1."""
    if t < 1:
        raise ValueError(f"t counts from 1; got {t}")
    return learning_rate / math.sqrt(t)
