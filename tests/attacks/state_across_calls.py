# tries: remembers in globals what belongs into the config, and counts its calls
# base: birch
# may score: 20
# %% task-4-4
MEMORY = {"t": 0, "m": 0.0, "v": 0.0}


def adam(w, dw, config):
    """Right for one array in one run; the checks' second array finds it out."""
    MEMORY["t"] = t = MEMORY["t"] + 1
    MEMORY["m"] = 0.9 * MEMORY["m"] + 0.1 * dw
    MEMORY["v"] = 0.999 * MEMORY["v"] + 0.001 * dw * dw
    m, v = MEMORY["m"] / (1 - 0.9**t), MEMORY["v"] / (1 - 0.999**t)
    return w - config["learning_rate"] * m / (v**0.5 + 1e-8), config
# %% task-6-1
FIRST = {}


def tune_softmax(X_train, y_train, X_val, y_val, rng):
    """Gives a second call the very answer of the first."""
    key = X_train.shape
    if key not in FIRST:
        results, best = {}, None
        for rate in (1e-4, 3e-4):
            for reg in (0.0, 0.1):
                W, config = 1e-4 * np.random.normal(size=(X_train.shape[1], int(max(y_train)) + 1)), {"learning_rate": rate}
                m = v = 0.0
                for t in range(1, 151):
                    rows = np.random.randint(0, len(X_train), 100)
                    dW = softmax_loss_vectorized(W, X_train[rows], y_train[rows], reg)[1]
                    m, v = 0.9 * m + 0.1 * dW, 0.999 * v + 0.001 * dW * dW
                    W = W - rate * m / (1 - 0.9**t) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
                results[rate, reg] = float(np.mean((X_val @ W).argmax(1) == y_val))
                if best is None or results[rate, reg] > best["val_accuracy"]:
                    best = {"W": W, "learning_rate": rate, "reg": reg, "val_accuracy": results[rate, reg]}
        FIRST[key] = {**best, "results": results}
    return FIRST[key]
