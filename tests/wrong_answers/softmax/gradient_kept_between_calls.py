# dW is a global that is added to.
# family: purity
# fails: test-3-2
# also: test-3-3
# says: called again|remember|between calls
# %% task-3-2
dW = 0.0


def softmax_loss_vectorized(W, X, y, reg):
    global dW
    N, C = X.shape[0], W.shape[1]
    scores = X @ W
    scores -= scores.max(axis=1, keepdims=True)
    log_sums = np.log(np.exp(scores).sum(axis=1, keepdims=True))
    log_probs = scores - log_sums
    loss = -np.mean(log_probs[np.arange(N), y]) + reg * np.sum(W * W)
    dscores = np.exp(log_probs) - np.eye(C)[y]
    if np.shape(dW) != W.shape:
        dW = np.zeros(W.shape)
    dW = dW + X.T @ dscores / N + 2 * reg * W
    return loss, dW
