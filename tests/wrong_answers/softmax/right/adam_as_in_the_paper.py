# The corrections are drawn into one rate, and epsilon is scaled along: the same numbers but for rounding.
# %% task-4-4
def adam(w, dw, config):
    config = dict(config)
    b1, b2 = config.get("beta1", 0.9), config.get("beta2", 0.999)
    t = config["t"] = config.get("t", 0) + 1
    config["m"] = b1 * config.get("m", 0) + (1 - b1) * dw
    config["v"] = b2 * config.get("v", 0) + (1 - b2) * dw**2
    rate = config["learning_rate"] * np.sqrt(1 - b2**t) / (1 - b1**t)
    epsilon = config.get("epsilon", 1e-8) * np.sqrt(1 - b2**t)
    return w - rate * config["m"] / (np.sqrt(config["v"]) + epsilon), config
