# The steps of all weights are counted together.
# family: optimiser state
# fails: test-4-4
# says: second weight array|called again|outside the config
# same: state_in_a_global
# %% task-4-4
steps_taken = 0


def adam(w, dw, config):
    global steps_taken
    steps_taken += 1
    beta1, beta2 = config.get("beta1", 0.9), config.get("beta2", 0.999)
    epsilon = config.get("epsilon", 1e-8)
    m = beta1 * config.get("m", np.zeros_like(w)) + (1 - beta1) * dw
    v = beta2 * config.get("v", np.zeros_like(w)) + (1 - beta2) * dw**2
    m_hat = m / (1 - beta1**steps_taken)
    v_hat = v / (1 - beta2**steps_taken)
    next_w = w - config["learning_rate"] * m_hat / (np.sqrt(v_hat) + epsilon)
    return next_w, {**config, "m": m, "v": v, "t": steps_taken}
