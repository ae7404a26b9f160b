# The gradient of the caller is scaled.
# family: purity
# fails: test-4-3
# says: changed its input dw
# %% task-4-3
def rmsprop(w, dw, config):
    decay_rate = config.get("decay_rate", 0.99)
    epsilon = config.get("epsilon", 1e-8)
    cache = config.get("cache", np.zeros_like(w))
    cache = decay_rate * cache + (1 - decay_rate) * dw**2
    dw *= config["learning_rate"]
    next_w = w - dw / (np.sqrt(cache) + epsilon)
    config["cache"] = cache
    return next_w, config
