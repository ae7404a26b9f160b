# Another default.
# family: formula
# fails: test-4-3
# says: 0\.99|decay_rate
# %% task-4-3
def rmsprop(w, dw, config):
    decay_rate = config.get("decay_rate", 0.9)
    epsilon = config.get("epsilon", 1e-8)
    cache = config.get("cache", np.zeros_like(w))
    cache = decay_rate * cache + (1 - decay_rate) * dw**2
    next_w = w - config["learning_rate"] * dw / (np.sqrt(cache) + epsilon)
    config["cache"] = cache
    return next_w, config
