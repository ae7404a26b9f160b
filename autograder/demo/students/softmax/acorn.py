# Right everywhere, in the plain style of the notebook.
# %% task-1-1
def softmax(scores):
    z = scores - scores.max(axis=-1, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=-1, keepdims=True)
# %% task-2-1
def cross_entropy(p, q):
    surprise = np.zeros(np.shape(q))
    mask = p > 0
    with np.errstate(divide="ignore"):
        surprise[mask] = -np.log(q[mask])
    return (p * surprise).sum(axis=-1)
# %% task-2-2
def kl_divergence(p, q):
    return cross_entropy(p, q) - cross_entropy(p, p)
# %% answer-1
It is between 0 and infinity and neither is reached, because softmax never gives exactly 0 or 1. At the start every class has 1/10, so I expect log(10) = 2.3. If it prints 5 the weights start too large or I summed instead of averaging.
# %% task-3-1
def softmax_loss_naive(W, X, y, reg):
    num_train = X.shape[0]
    num_classes = W.shape[1]
    loss = 0.0
    dW = np.zeros(W.shape)
    for i in range(num_train):
        scores = X[i].dot(W)
        scores = scores - np.max(scores)
        total = 0.0
        for j in range(num_classes):
            total += np.exp(scores[j])
        loss += np.log(total) - scores[y[i]]
        for j in range(num_classes):
            p = np.exp(scores[j]) / total
            if j == y[i]:
                p -= 1
            dW[:, j] += p * X[i]
    loss = loss / num_train + reg * np.sum(W * W)
    dW = dW / num_train + 2 * reg * W
    return loss, dW
# %% task-3-2
def softmax_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    scores = X.dot(W)
    scores = scores - scores.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(scores).sum(axis=1))
    loss = np.mean(log_sum - scores[np.arange(N), y]) + reg * np.sum(W * W)
    dscores = np.exp(scores - log_sum[:, None])
    dscores[np.arange(N), y] -= 1
    dW = X.T.dot(dscores) / N + 2 * reg * W
    return loss, dW
# %% answer-2
Adding a constant to all scores does not change the loss so the gradient along (1,1,...,1) is zero, that is the sum of its entries. It never gets exactly zero for a right example since p is never exactly 1. The hinge loss is flat once the margin is reached.
# %% task-4-1
def sgd(w, dw, config):
    return w - config["learning_rate"] * dw, config
# %% task-4-2
def sgd_momentum(w, dw, config):
    mu = config.get("momentum", 0.9)
    v = config.get("velocity", np.zeros_like(w))
    v = mu * v - config["learning_rate"] * dw
    config["velocity"] = v
    return w + v, config
# %% task-4-3
def rmsprop(w, dw, config):
    rho = config.get("decay_rate", 0.99)
    eps = config.get("epsilon", 1e-8)
    cache = rho * config.get("cache", np.zeros_like(w)) + (1 - rho) * dw**2
    config["cache"] = cache
    return w - config["learning_rate"] * dw / (np.sqrt(cache) + eps), config
# %% task-4-4
def adam(w, dw, config):
    config.setdefault("beta1", 0.9)
    config.setdefault("beta2", 0.999)
    config.setdefault("epsilon", 1e-8)
    config.setdefault("m", np.zeros_like(w))
    config.setdefault("v", np.zeros_like(w))
    config.setdefault("t", 0)
    config["t"] += 1
    config["m"] = config["beta1"] * config["m"] + (1 - config["beta1"]) * dw
    config["v"] = config["beta2"] * config["v"] + (1 - config["beta2"]) * dw**2
    mhat = config["m"] / (1 - config["beta1"] ** config["t"])
    vhat = config["v"] / (1 - config["beta2"] ** config["t"])
    return w - config["learning_rate"] * mhat / (np.sqrt(vhat) + config["epsilon"]), config
# %% task-5-1
def step_decay(learning_rate, t, milestones=(30, 60, 90), factor=0.1):
    for milestone in milestones:
        if t >= milestone:
            learning_rate = learning_rate * factor
    return learning_rate
# %% task-5-2
def cosine_decay(learning_rate, t, T):
    return learning_rate * (1 + np.cos(np.pi * t / T)) / 2
# %% task-5-3
def linear_decay(learning_rate, t, T):
    return learning_rate * (T - t) / T
# %% task-5-4
def inverse_sqrt_decay(learning_rate, t):
    if t < 1:
        raise ValueError("t must be at least 1")
    return learning_rate * t**-0.5
# %% task-6-1
def tune_softmax(X_train, y_train, X_val, y_val, rng):
    C = y_train.max() + 1
    results = {}
    best = {"val_accuracy": -1}
    for lr in [1e-4, 5e-4]:
        for reg in [0.001, 0.1]:
            W0 = rng.normal(size=(X_train.shape[1], C)) * 0.0001
            W, history = train(
                lambda W, X, y: softmax_loss_vectorized(W, X, y, reg), W0, X_train, y_train,
                optimiser=sgd_momentum, config={"learning_rate": lr}, num_iters=150, rng=rng, show_progress=False,
            )
            acc = (X_val.dot(W).argmax(axis=1) == y_val).mean()
            results[(lr, reg)] = acc
            if acc > best["val_accuracy"]:
                best = {"W": W, "learning_rate": lr, "reg": reg, "val_accuracy": acc}
    best["results"] = results
    return best
