# A small number inside the logarithm, which plays no role for scores of ordinary size.
# %% task-3-3
def two_layer_values(params, X, y, reg):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    N = X.shape[0]
    a1 = X @ W1 + b1
    h1 = np.maximum(0, a1)
    scores = h1 @ W2 + b2
    shifted = scores - scores.max(axis=1, keepdims=True)
    exps = np.exp(shifted)
    probs = exps / exps.sum(axis=1, keepdims=True)
    data_loss = -np.mean(np.log(probs[np.arange(N), y] + 1e-8))
    reg_loss = reg * (np.sum(W1**2) + np.sum(W2**2))
    loss = data_loss + reg_loss
    dscores = probs.copy()
    dscores[np.arange(N), y] -= 1
    dscores /= N
    dW2 = h1.T @ dscores + 2 * reg * W2
    db2 = dscores.sum(axis=0)
    dh1 = dscores @ W2.T
    da1 = dh1 * (a1 > 0)
    dW1 = X.T @ da1 + 2 * reg * W1
    db1 = da1.sum(axis=0)
    return {
        "a1": a1, "h1": h1, "scores": scores, "loss": loss, "dscores": dscores,
        "dW2": dW2, "db2": db2, "dh1": dh1, "da1": da1, "dW1": dW1, "db1": db1,
    }
