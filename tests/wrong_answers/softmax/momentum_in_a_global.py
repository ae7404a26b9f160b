# The velocity is kept in a global, one for all weights.
# family: optimiser state
# fails: test-4-2
# says: second weight array|called again|outside the config
# same: state_in_a_global
# %% task-4-2
velocity = 0.0


def sgd_momentum(w, dw, config):
    global velocity
    if np.shape(velocity) != w.shape:
        velocity = np.zeros_like(w)
    velocity = config.get("momentum", 0.9) * velocity - config["learning_rate"] * dw
    config["velocity"] = velocity
    return w + velocity, config
