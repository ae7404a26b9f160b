# A small number is added to the sum of the exponentials, inside the logarithm.
# family: stability
# fails: test-3-3
# also: test-3-4
# says: add nothing inside the logarithm.*2 of 3 points
# %% task-3-3
def two_layer_values(params, X, y, reg):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    N = X.shape[0]
    rows = np.arange(N)
    values = {}
    values["a1"] = a1 = X @ W1 + b1
    values["h1"] = h1 = np.maximum(0.0, a1)
    values["scores"] = scores = h1 @ W2 + b2
    shifted = scores - scores.max(axis=1, keepdims=True)
    log_probs = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True) + 1e-5)
    values["loss"] = -np.mean(log_probs[rows, y]) + reg * (np.sum(W1 * W1) + np.sum(W2 * W2))
    dscores = np.exp(shifted) / np.sum(np.exp(shifted), axis=1, keepdims=True)
    dscores[rows, y] -= 1.0
    dscores /= N
    values["dscores"] = dscores
    values["dW2"] = h1.T @ dscores + 2.0 * reg * W2
    values["db2"] = np.sum(dscores, axis=0)
    values["dh1"] = dh1 = dscores @ W2.T
    values["da1"] = da1 = dh1 * (h1 > 0)
    values["dW1"] = X.T @ da1 + 2.0 * reg * W1
    values["db1"] = np.sum(da1, axis=0)
    return values
