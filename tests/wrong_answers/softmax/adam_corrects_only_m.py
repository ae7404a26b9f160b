# v is not corrected.
# family: optimiser state
# fails: test-4-4
# says: correct(ion|ed|s)
# %% task-4-4
def adam(w, dw, config):
    beta1 = config.get("beta1", 0.9)
    beta2 = config.get("beta2", 0.999)
    epsilon = config.get("epsilon", 1e-8)
    t = config.get("t", 0) + 1
    m = beta1 * config.get("m", np.zeros_like(w)) + (1 - beta1) * dw
    v = beta2 * config.get("v", np.zeros_like(w)) + (1 - beta2) * dw**2
    m_hat = m / (1 - beta1**t)
    v_hat = v
    next_w = w - config["learning_rate"] * m_hat / (np.sqrt(v_hat) + epsilon)
    config["m"] = m
    config["v"] = v
    config["t"] = t
    return next_w, config
