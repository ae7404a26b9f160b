# The config is copied first, and every default stands in the copy.
# %% task-4-1
def sgd(w, dw, config):
    config = dict(config)
    next_w = w.copy()
    next_w -= config["learning_rate"] * dw
    return next_w, config


# %% task-4-2
def sgd_momentum(w, dw, config):
    config = config.copy()
    mu = config["momentum"] = config.get("momentum", 0.9)
    step = config["learning_rate"] * dw
    config["velocity"] = -step if "velocity" not in config else mu * config["velocity"] - step
    return w + config["velocity"], config


# %% task-4-3
def rmsprop(w, dw, config):
    config = {"decay_rate": 0.99, "epsilon": 1e-8, "cache": 0, **config}
    rho = config["decay_rate"]
    config["cache"] = rho * config["cache"] + (1 - rho) * dw * dw
    rates = config["learning_rate"] / (config["cache"] ** 0.5 + config["epsilon"])
    return w - rates * dw, config


# %% task-4-4
def adam(w, dw, config):
    new = {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "m": 0, "v": 0, "t": 0, **config}
    new["t"] = new["t"] + 1
    new["m"] = new["beta1"] * new["m"] + (1 - new["beta1"]) * dw
    new["v"] = new["beta2"] * new["v"] + (1 - new["beta2"]) * dw**2
    first = new["m"] / (1 - new["beta1"] ** new["t"])
    second = new["v"] / (1 - new["beta2"] ** new["t"])
    return w - new["learning_rate"] * first / (np.sqrt(second) + new["epsilon"]), new
