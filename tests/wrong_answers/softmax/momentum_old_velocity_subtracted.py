# The old velocity is subtracted.
# family: optimiser state
# fails: test-4-2
# says: old velocity was subtracted
# %% task-4-2
def sgd_momentum(w, dw, config):
    momentum = config.get("momentum", 0.9)
    velocity = -momentum * config.get("velocity", np.zeros_like(w)) - config["learning_rate"] * dw
    return w + velocity, {**config, "velocity": velocity}
