# The config is written into and returned, its arrays changed in place; w and dw are not.
# %% task-4-1
def sgd(w, dw, config):
    config["step"] = config.get("step", 0) + 1
    return w - config["learning_rate"] * dw, config


# %% task-4-2
def sgd_momentum(w, dw, config):
    if "velocity" not in config:
        config["velocity"] = np.zeros(w.shape)
    v = config["velocity"]
    v *= config.get("momentum", 0.9)
    v -= config["learning_rate"] * dw
    return w + v, config


# %% task-4-3
def rmsprop(w, dw, config):
    config.setdefault("decay_rate", 0.99)
    config.setdefault("epsilon", 1e-8)
    config.setdefault("cache", np.zeros(w.shape))
    config["cache"] *= config["decay_rate"]
    config["cache"] += (1 - config["decay_rate"]) * dw**2
    return w - config["learning_rate"] * dw / (np.sqrt(config["cache"]) + config["epsilon"]), config


# %% task-4-4
def adam(w, dw, config):
    defaults = {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "t": 0}
    for key, value in defaults.items():
        config.setdefault(key, value)
    if config["t"] == 0:
        config["m"], config["v"] = np.zeros(w.shape), np.zeros(w.shape)
    config["t"] += 1
    config["m"] *= config["beta1"]
    config["m"] += (1 - config["beta1"]) * dw
    config["v"] *= config["beta2"]
    config["v"] += (1 - config["beta2"]) * dw * dw
    m_hat = config["m"] / (1 - config["beta1"] ** config["t"])
    v_hat = config["v"] / (1 - config["beta2"] ** config["t"])
    return w - config["learning_rate"] * m_hat / (np.sqrt(v_hat) + config["epsilon"]), config
