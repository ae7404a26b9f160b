"""Four optimisers, after Sutskever 2013 (momentum), Hinton's lecture 6e (RMSProp), and Kingma and Ba 2015 (Adam)."""

import numpy as np


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
