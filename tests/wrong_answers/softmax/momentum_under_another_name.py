# The velocity is kept as "v".
# family: optimiser state
# fails: test-4-2
# says: velocity"
# %% task-4-2
def sgd_momentum(w, dw, config):
    momentum = config.get("momentum", 0.9)
    velocity = config.get("v", np.zeros_like(w))
    velocity = momentum * velocity - config["learning_rate"] * dw
    next_w = w + velocity
    config["v"] = velocity
    return next_w, config
