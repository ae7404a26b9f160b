# Right everywhere, in another style: log-sum-exp, einsum, classes of state in the config.
# %% task-1-1
def _log_softmax(scores):
    m = np.max(scores, axis=-1, keepdims=True)
    return scores - m - np.log(np.sum(np.exp(scores - m), axis=-1, keepdims=True))


def softmax(scores):
    return np.exp(_log_softmax(np.asarray(scores, dtype=float)))
# %% task-2-1
def cross_entropy(p, q):
    p, q = np.asarray(p, float), np.asarray(q, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(p == 0, 0, -p * np.log(q))
    return np.sum(terms, axis=-1)
# %% task-2-2
def kl_divergence(p, q):
    p, q = np.asarray(p, float), np.asarray(q, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(p > 0, p * np.log(p / q), 0.0).sum(-1)
# %% answer-1
0 at best, unbounded at worst, both only in the limit. log C = 2.303 at the start; 5 would mean large random weights.
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    losses, grads = [], []
    for x, label in zip(X, y):
        log_p = _log_softmax(x @ W)
        losses.append(-log_p[label])
        p = np.exp(log_p)
        p[label] -= 1
        grads.append(np.outer(x, p))
    return np.mean(losses) + reg * (W**2).sum(), sum(grads) / len(X) + 2 * reg * W
# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    N, C = len(X), W.shape[1]
    onehot = np.eye(C)[y]
    log_p = _log_softmax(np.einsum("nd,dc->nc", X, W))
    loss = -np.einsum("nc,nc->", onehot, log_p) / N + reg * np.einsum("dc,dc->", W, W)
    dW = np.einsum("nd,nc->dc", X, np.exp(log_p) - onehot, optimize=True) / N + 2 * reg * W
    return loss, dW
# %% answer-2
The probabilities sum to 1 and the one-hot target sums to 1, so the difference sums to 0. It is never exactly 0 because p < 1, so softmax always wants a bit more.
# %% task-4-1
def sgd(w, dw, config):
    step = -config["learning_rate"] * dw
    return np.add(w, step), dict(config)
# %% task-4-2
def sgd_momentum(w, dw, config):
    new = dict(momentum=0.9, velocity=0.0)
    new.update(config)
    new["velocity"] = new["momentum"] * new["velocity"] - new["learning_rate"] * dw
    return w + new["velocity"], new
# %% task-4-3
def rmsprop(w, dw, config):
    new = {"decay_rate": 0.99, "epsilon": 1e-8, "cache": 0.0, **config}
    new["cache"] = new["decay_rate"] * new["cache"] + (1 - new["decay_rate"]) * np.square(dw)
    return w - new["learning_rate"] / (np.sqrt(new["cache"]) + new["epsilon"]) * dw, new
# %% task-4-4
def adam(w, dw, config):
    new = {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "m": 0.0, "v": 0.0, "t": 0, **config}
    new["t"] = t = new["t"] + 1
    new["m"] = new["m"] + (1 - new["beta1"]) * (dw - new["m"])
    new["v"] = new["v"] + (1 - new["beta2"]) * (dw * dw - new["v"])
    m, v = new["m"] / (1 - new["beta1"] ** t), new["v"] / (1 - new["beta2"] ** t)
    return w - new["learning_rate"] * m / (v**0.5 + new["epsilon"]), new
# %% task-5-1
def step_decay(learning_rate, t, milestones=(30, 60, 90), factor=0.1):
    return learning_rate * factor ** int(np.searchsorted(milestones, t, side="right"))
# %% task-5-2
def cosine_decay(learning_rate, t, T):
    return learning_rate * np.cos(np.pi * t / (2 * T)) ** 2
# %% task-5-3
def linear_decay(learning_rate, t, T):
    return float(np.interp(t, [0, T], [learning_rate, 0.0]))
# %% task-5-4
def inverse_sqrt_decay(learning_rate, t):
    if t < 1:
        raise ValueError(f"no rate at t = {t}")
    return learning_rate / t**0.5
# %% task-6-1
def tune_softmax(X_train, y_train, X_val, y_val, rng):
    def run(lr, reg):
        W = np.zeros((X_train.shape[1], max(y_train) + 1))
        config = {"learning_rate": lr}
        for t in range(200):
            rows = rng.integers(0, len(X_train), 100)
            W, config = adam(W, softmax_loss_vectorized(W, X_train[rows], y_train[rows], reg)[1], config)
        return W

    results, weights = {}, {}
    for pair in [(1e-4, 0.0), (1e-4, 0.2), (3e-4, 0.0), (3e-4, 0.2)]:
        weights[pair] = run(*pair)
        results[pair] = float(np.mean((X_val @ weights[pair]).argmax(1) == y_val))
    lr, reg = max(results, key=results.get)
    return dict(W=weights[lr, reg], learning_rate=lr, reg=reg, val_accuracy=results[lr, reg], results=results)
