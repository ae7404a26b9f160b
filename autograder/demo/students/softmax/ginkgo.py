# like birch
# Four classic optimiser mistakes: no memory, in place, epsilon inside the root, beta times t for beta to the power t.
# %% task-4-1
def sgd(w, dw, config):
    w -= config["learning_rate"] * dw
    return w, config


# %% task-4-2
def sgd_momentum(w, dw, config):
    v = np.zeros_like(w)
    v = config.get("momentum", 0.9) * v - config["learning_rate"] * dw
    return w + v, config


# %% task-4-3
def rmsprop(w, dw, config):
    rho, eps = config.get("decay_rate", 0.99), config.get("epsilon", 1e-8)
    cache = rho * config.get("cache", np.zeros_like(w)) + (1 - rho) * dw**2
    return w - config["learning_rate"] * dw / np.sqrt(cache + eps), {**config, "cache": cache}


# %% task-4-4
def adam(w, dw, config):
    b1, b2, eps = config.get("beta1", 0.9), config.get("beta2", 0.999), config.get("epsilon", 1e-8)
    t = config.get("t", 0) + 1
    m = b1 * config.get("m", np.zeros_like(w)) + (1 - b1) * dw
    v = b2 * config.get("v", np.zeros_like(w)) + (1 - b2) * dw**2
    m_hat, v_hat = m / (1 - b1 * t), v / (1 - b2 * t)
    return w - config["learning_rate"] * m_hat / (np.sqrt(abs(v_hat)) + eps), {
        **config,
        "m": m,
        "v": v,
        "t": t,
    }


# %% answer-1
YOUR ANSWER HERE
