# A new config without the momentum.
# family: optimiser state
# fails: test-4-2
# says: lacks 'momentum'
# %% task-4-2
def sgd_momentum(w, dw, config):
    momentum = config.get("momentum", 0.9)
    velocity = config.get("velocity", np.zeros_like(w))
    velocity = momentum * velocity - config["learning_rate"] * dw
    next_w = w + velocity
    return next_w, {"learning_rate": config["learning_rate"], "velocity": velocity}
