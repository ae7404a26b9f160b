# The weights of the caller are changed.
# family: purity
# fails: test-4-2
# says: changed its input w\b
# same: changes_w
# %% task-4-2
def sgd_momentum(w, dw, config):
    momentum = config.get("momentum", 0.9)
    velocity = config.get("velocity", np.zeros_like(w))
    velocity = momentum * velocity - config["learning_rate"] * dw
    w += velocity
    next_w = w
    config["velocity"] = velocity
    return next_w, config
