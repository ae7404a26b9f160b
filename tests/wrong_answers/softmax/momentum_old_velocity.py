# Moves by the velocity of the step before.
# family: optimiser state
# fails: test-4-2
# says: w after step 1 of 
# %% task-4-2
def sgd_momentum(w, dw, config):
    momentum = config.get("momentum", 0.9)
    velocity = config.get("velocity", np.zeros_like(w))
    next_w = w + velocity
    config["velocity"] = momentum * velocity - config["learning_rate"] * dw
    return next_w, config
