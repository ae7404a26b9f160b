# The old velocity is subtracted.
# family: optimiser state
# fails: test-4-1
# says: old velocity was subtracted
# %% task-4-1
def sgd_momentum(w, dw, config):
    momentum = config.get("momentum", 0.9)
    velocity = -momentum * config.get("velocity", np.zeros_like(w)) - config["learning_rate"] * dw
    return w + velocity, {**config, "velocity": velocity}


def cosine_decay(learning_rate, t, T):
    return 0.5 * learning_rate * (1.0 + np.cos(np.pi * t / T))
