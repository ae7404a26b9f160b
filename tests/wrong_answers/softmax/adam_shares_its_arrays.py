# m and v are made once, as default arguments, and changed in place: all weights share them.
# family: optimiser state
# fails: test-4-4
# says: second weight array|called again|outside the config
# same: state_in_a_global
# %% task-4-4
def adam(w, dw, config, memory={}):
    beta1, beta2 = config.get("beta1", 0.9), config.get("beta2", 0.999)
    m = memory.setdefault(("m", w.shape), np.zeros_like(w))
    v = memory.setdefault(("v", w.shape), np.zeros_like(w))
    t = config.get("t", 0) + 1
    m += (1 - beta1) * (dw - m)
    v += (1 - beta2) * (dw**2 - v)
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    next_w = w - config["learning_rate"] * m_hat / (np.sqrt(v_hat) + config.get("epsilon", 1e-8))
    return next_w, {**config, "m": m, "v": v, "t": t}
