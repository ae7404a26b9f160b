# momentum in the config is ignored.
# family: optimiser state
# fails: test-4-2
# says: momentum 0\.5|when momentum changes
# %% task-4-2
def sgd_momentum(w, dw, config):
    momentum = 0.9
    velocity = config.get("velocity", np.zeros_like(w))
    velocity = momentum * velocity - config["learning_rate"] * dw
    next_w = w + velocity
    config["velocity"] = velocity
    return next_w, config
