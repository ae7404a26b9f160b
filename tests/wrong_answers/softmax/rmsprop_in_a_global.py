# The cache is kept in a global, one for all weights.
# family: optimiser state
# fails: test-4-3
# says: second weight array|called again|outside the config
# same: state_in_a_global
# %% task-4-3
cache = 0.0


def rmsprop(w, dw, config):
    global cache
    decay_rate = config.get("decay_rate", 0.99)
    if np.shape(cache) != w.shape:
        cache = np.zeros_like(w)
    cache = decay_rate * cache + (1 - decay_rate) * dw**2
    step = config["learning_rate"] * dw / (np.sqrt(cache) + config.get("epsilon", 1e-8))
    return w - step, {**config, "cache": cache}
