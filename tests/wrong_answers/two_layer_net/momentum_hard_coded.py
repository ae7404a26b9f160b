# 0.9 whatever the config says.
# family: formula
# fails: test-4-1
# also: test-4-2 test-5-1
# says: momentum 0.5
# %% task-4-1
def sgd_momentum(w, dw, config):
    velocity = config.get("velocity", np.zeros_like(w))
    velocity = 0.9 * velocity - config["learning_rate"] * dw
    next_w = w + velocity
    config = {**config, "velocity": velocity}
    return next_w, config


def cosine_decay(learning_rate, t, T):
    return learning_rate * (1 + np.cos(np.pi * t / T)) / 2
