# A running mean of the gradients: (1 - momentum) too much.
# family: formula
# fails: test-4-2
# says: w after step 1 of 
# %% task-4-2
def sgd_momentum(w, dw, config):
    momentum = config.get("momentum", 0.9)
    velocity = config.get("velocity", np.zeros_like(w))
    velocity = momentum * velocity - (1 - momentum) * config["learning_rate"] * dw
    next_w = w + velocity
    config["velocity"] = velocity
    return next_w, config
