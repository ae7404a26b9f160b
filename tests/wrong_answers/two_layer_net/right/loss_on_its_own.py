# The loss is written once more, without two_layer_values.
# %% task-3-4
def two_layer_loss(params, X, y, reg):
    W1, b1, W2, b2 = (params[k] for k in ("W1", "b1", "W2", "b2"))
    N = X.shape[0]
    h = np.maximum(X @ W1 + b1, 0)
    s = h @ W2 + b2
    s -= s.max(axis=1, keepdims=True)
    p = np.exp(s)
    p /= p.sum(axis=1, keepdims=True)
    loss = -np.log(p[np.arange(N), y]).sum() / N + reg * (W1 * W1).sum() + reg * (W2 * W2).sum()
    p[np.arange(N), y] -= 1
    p /= N
    grads = {"W2": h.T @ p + 2 * reg * W2, "b2": p.sum(0)}
    d = p @ W2.T
    d[h <= 0] = 0
    grads["W1"] = X.T @ d + 2 * reg * W1
    grads["b1"] = d.sum(0)
    return loss, grads
