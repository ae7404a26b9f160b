# The velocity goes along the gradient.
# family: optimiser state
# fails: test-4-2
# says: it went along dw
# %% task-4-2
def sgd_momentum(w, dw, config):
    momentum = config.get("momentum", 0.9)
    velocity = momentum * config.get("velocity", np.zeros_like(w)) + config["learning_rate"] * dw
    return w + velocity, {**config, "velocity": velocity}
