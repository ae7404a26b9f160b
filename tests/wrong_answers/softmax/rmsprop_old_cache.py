# Divides by the cache of the step before.
# family: optimiser state
# fails: test-4-3
# says: one step of rmsprop|after step 1
# %% task-4-3
def rmsprop(w, dw, config):
    decay_rate = config.get("decay_rate", 0.99)
    epsilon = config.get("epsilon", 1e-8)
    cache = config.get("cache", np.zeros_like(w))
    next_w = w - config["learning_rate"] * dw / (np.sqrt(cache) + epsilon)
    config["cache"] = decay_rate * cache + (1 - decay_rate) * dw**2
    return next_w, config
